// In the place of the site's worker while `honorable serve` shows the page: goes away, and takes the old one with it.
addEventListener("install", () => skipWaiting());
addEventListener("activate", () => registration.unregister());
