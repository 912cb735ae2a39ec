// The interpreter that pyscript.toml names: Pyodide from this folder, and nothing fetched that the page has no use for.
import createPyodideModule from "./pyodide.asm.js";
import { loadPyodide as load, version } from "./pyodide.js";

export { version };

// Pyodide waits for ever where its WebAssembly does not arrive, or comes without its type. The first is to be an
// error, and the second is mended.
const instantiate = async (source, imports) => {
  const response = await source;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.headers.get("Content-Type") === "application/wasm"
    ? streaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
};
const streaming = globalThis.WebAssembly?.instantiateStreaming;

// Our Python, and the libraries that it needs. PyScript could unpack it into files, but Python reads a zip as it is.
const ZIP = "/lib/honorable.zip";
const ours = async () => {
  const response = await fetch(document.querySelector('link[rel="preload"][href$="python.zip"]').href);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

// Lets the browser answer whoever types, or paint, before the work goes on.
const free = () => new Promise((go) => setTimeout(go));

const start = (options) =>
  new Promise((resolve, reject) => {
    const zip = ours();
    zip.catch(reject);
    WebAssembly.instantiateStreaming = (...given) => {
      const instance = instantiate(...given);
      instance.catch(reject);
      return instance;
    };
    load({
      ...options,
      createPyodideModule,
      env: { PYTHONPATH: ZIP },
      fsInit: async (FS) => FS.writeFile(ZIP, await zip),
      stdLibURL: new URL("python_stdlib.zip", import.meta.url).href,
      // Instead of pyodide-lock.json, which lists packages. Pyodide compares the version.
      lockFileContents: { info: { abi_version: "2026_0" }, packages: {} },
    }).then(resolve, reject);
  });

export const loadPyodide = async (options) => {
  try {
    const python = await start(options);
    // PyScript writes its own Python library into the folder that Python is in, as source. Ours has it as bytecode.
    const { path } = python.pyimport("sys");
    path.append(path.shift());
    // The page's largest import by far, on its own, so that the browser can answer before and after it.
    await free();
    python.pyimport("honorable.letters.letter").destroy();
    await free();
    return python;
  } catch (error) {
    document.documentElement.dataset.python = "failed";
    throw error;
  } finally {
    if (streaming) WebAssembly.instantiateStreaming = streaming;
  }
};
