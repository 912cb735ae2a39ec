// Replaces the site's service worker while `honorable serve` shows the page: unregisters itself and the one before it.
addEventListener("install", () => skipWaiting());
addEventListener("activate", () => registration.unregister());
