// The worker that keeps the page on the visitor's device. The build puts Workbox in front of it, and writes the list of
// files into it: those that this build's page asks for, each with its hash.
//
// Kept: every file of the list, all or none. Nothing else, and nothing that was typed.
// Served: from the device. A page that this browser got from another build names other folders, and those are asked of
//   the host: this worker never hands a page the files of another build.
// A new version: waits until no page of the old one is open, or until the visitor takes it.
// Old files: go when a new version takes over. What both have, such as the runtime, stays and is not fetched again.
const { PrecacheController, PrecacheRoute } = workbox.precaching;
const { registerRoute } = workbox.routing;

// A page goes by the address of its folder, of which each language has its own.
const alsoCalled = /\/index(\.html)?$/;

const files = new PrecacheController({
  // A file that an earlier visit put into the browser's own cache is asked for again, which costs little where it is
  // whole. A broken one would be refused for as long as the browser kept it.
  plugins: [{ requestWillFetch: async ({ request }) => new Request(request, { cache: "no-cache" }) }],
});
files.addToCacheList(self.__WB_MANIFEST);

registerRoute(
  new PrecacheRoute(files, {
    ignoreURLParametersMatching: [/./],
    urlManipulation: ({ url }) => (alsoCalled.test(url.pathname) ? [new URL("./", url)] : []),
  }),
);

const keep = async (event) => {
  await files.install(event);
  // Firefox says that it has stored a file whose connection broke half way, or for which it has no room, and has not.
  const stored = await Promise.all(files.getCachedURLs().map((url) => files.matchPrecache(url)));
  if (!stored.every(Boolean)) throw new Error("A file is missing.");
};

addEventListener("install", (event) => event.waitUntil(keep(event)));

addEventListener("activate", (event) => {
  files.activate(event);
  // The page that brought the worker is to be kept by it too.
  event.waitUntil(clients.claim());
});

addEventListener("message", ({ data }) => {
  if (data?.type === "SKIP_WAITING" || data === "take over") skipWaiting(); // the latter from pages of version 0.1.0
});
