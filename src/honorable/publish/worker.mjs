// Bundles the page's worker with Workbox, and writes the list of files into it that the worker keeps on the device.
//   node worker.mjs <web/sw.js> <folder of the site> <where the worker goes>
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import { rollup } from "rollup";
import { minify } from "terser";
import { injectManifest } from "workbox-build";

// What the page itself asks for. What only others ask for stays out: share cards' picture, licences, embed.js.
const kept = ["index.html", "manifest.json", "icon*", "{app,data,runtime}-*/**"];
// Folders that are named by their content: what lies there never changes.
const unchanging = /^(app|data|runtime)-[0-9a-f]+\//;

const [source, site, target] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(import.meta.url);

// Workbox's packages as they are on npm, without what they log for developers.
const workbox = {
  name: "workbox",
  resolveId: (name) =>
    name.startsWith("workbox-") ? require.resolve(name.includes("/") ? name : `${name}/index.mjs`) : null,
  transform: (code) => ({ code: code.replaceAll("process.env.NODE_ENV", '"production"'), map: null }),
};

const integrity = (name) => `sha384-${createHash("sha384").update(readFileSync(join(site, name))).digest("base64")}`;

const bundle = await rollup({ input: source, plugins: [workbox] });
const { output: [chunk] } = await bundle.generate({ format: "iife" });
// Workbox's comments are two thirds of it.
writeFileSync(target, (await minify(chunk.code, { ecma: 2020 })).code);
const { warnings } = await injectManifest({
  swSrc: target,
  swDest: target,
  globDirectory: site,
  globPatterns: kept,
  dontCacheBustURLsMatching: unchanging,
  maximumFileSizeToCacheInBytes: 1e9,
  manifestTransforms: [
    (entries) => ({
      // Each with its hash: the browser refuses a file that is cut off, is another build's, or is a host's word that
      // there is no such file. The page by its folder's address: some hosts redirect index.html there.
      manifest: entries.map(({ size, ...entry }) => ({
        ...entry,
        integrity: integrity(entry.url),
        url: entry.url === "index.html" ? "./" : entry.url,
        size,
      })),
    }),
  ],
});
if (warnings.length) throw new Error(warnings.join("\n"));
