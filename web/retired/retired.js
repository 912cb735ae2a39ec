// The closing page of a site that has been taken down: removes what the old page kept in the browser by itself, and
// offers to delete what the visitor saved.
const folder = new URL(document.documentElement.dataset.root || "./", location.href);

// Another site on the same host may have its own service worker and its own caches.
const removeOldPage = async () => {
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    if (registration.scope === folder.href) await registration.unregister();
  }
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (name.endsWith(folder.href)) await caches.delete(name); // Workbox ends the names of its caches with the scope.
  }
};
removeOldPage().catch((error) => console.info("The old page could not be removed:", error.message));

const saved = () => {
  try {
    return document.cookie.split("; ").flatMap((pair) => pair.match(/^honorable[^=]*/)?.[0] ?? []);
  } catch {
    return []; // a frame in a sandbox
  }
};
const deleteSaved = () => {
  for (const name of saved()) {
    for (const scope of ["SameSite=Lax", "SameSite=None; Secure; Partitioned"]) {
      document.cookie = `${name}=; Max-Age=0; Path=${folder.pathname}; ${scope}`;
    }
  }
};
const offer = document.getElementById("saved-details");
offer.hidden = saved().length === 0;
offer.querySelector("button").addEventListener("click", () => {
  deleteSaved();
  offer.querySelector("button").hidden = true;
  offer.querySelector("[role=status]").textContent = offer.dataset.deleted;
});

// On another site's page, in the frame that embed.js made.
if (parent !== self) {
  parent.postMessage({ honorable: 1, type: "ready" }, "*");
  parent.postMessage({ honorable: 1, type: "height", height: document.documentElement.scrollHeight }, "*");
}
