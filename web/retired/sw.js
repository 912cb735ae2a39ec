// The service worker of a site that has been taken down. A browser that kept the old page finds it in the place of the
// old service worker, and removes that one.
//
// Pages that are still open stay as they are until they are closed: the old service worker serves them to the end, so
// nothing that was typed is lost. After that every visit reaches the host.
// Not awaited: browsers remove a registration only after its installation.
addEventListener("install", () => {
  registration.unregister();
});

// "New version" was pressed in an open page.
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
