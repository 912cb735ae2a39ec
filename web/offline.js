// Keeps the page on this device, says when it is kept, and offers a new version. Where the browser refuses, the page
// works as it would without.
const root = document.documentElement;
const words = JSON.parse(root.dataset.words ?? "{}");
const t = (message) => words[message] ?? message;
// This module lies in a folder of the site; the worker lies at the site's root, also for a page in another language.
const worker = new URL("../sw.js", import.meta.url);
const status = document.getElementById("offline-status");
const offer = document.getElementById("new-version");

// A page in a frame is not kept: the page around it would not open offline, and the files are large.
const workers = (() => {
  try {
    return self === top ? navigator.serviceWorker : undefined;
  } catch {
    return undefined; // a sandbox
  }
})();

// What the style sheet writes after links to other sites while there is no network.
document.body.style.setProperty("--needs-network", JSON.stringify(" " + t("(needs the network)")));

const say = () => {
  if (root.dataset.network === "offline") status.textContent = t("You are offline. The page still works.");
  else status.textContent = root.dataset.offline === "ready" ? t("Works offline now.") : "";
};

// A browser knows that the device has a network, not that it leads anywhere. Where the page came from this device, the
// host is asked: no worker answers HEAD.
const look = async () => {
  const kept = workers?.controller;
  const host = () => fetch(worker, { method: "HEAD", cache: "no-store" });
  const reached =
    navigator.onLine &&
    (!kept ||
      (await host().then(
        () => true,
        () => false,
      )));
  if (reached) delete root.dataset.network;
  else root.dataset.network = "offline";
  say();
};

// The page's policy asks for Trusted Types, where the browser has them: this is the one script that is named by a text.
const policy = self.trustedTypes?.createPolicy("worker", { createScriptURL: () => worker.href });

// A new version that is whole waits until the visitor takes it: Python keeps what is typed for the reload. If it was taken
// in another tab, it is offered here, and this tab goes on as it is.
let page;
let waits = false;
let taken = false;

const follow = () => {
  page.addEventListener("waiting", () => {
    waits = true;
    offer.hidden = false;
  });
  page.addEventListener("controlling", ({ isUpdate, isExternal }) => {
    waits = false;
    if (taken) location.reload();
    else if (isUpdate || isExternal) offer.hidden = false;
  });
};

const take = async () => {
  taken = true;
  // The worker of a site that was taken down removes itself: then a reload leads to the host.
  if (waits && (await workers.getRegistration())) page.messageSkipWaiting();
  else location.reload();
};

const keep = async () => {
  try {
    if (!page) {
      const { Workbox } = await import("./workbox-window.js");
      page = new Workbox(policy?.createScriptURL("") ?? worker.href, { updateViaCache: "none" });
      follow();
    }
    await page.register({ immediate: true });
    // Waits forever if a file is refused or there is no room. The next visit tries again.
    await workers.ready;
    root.dataset.offline = "ready";
    say();
  } catch (error) {
    console.info("This browser does not keep the page for use offline:", error.message);
  }
};

// Until Python has started or failed, the network and the processor are Python's. A visit that saves data and only reads
// gets no copy of the page.
const started = new Promise((resolve) => {
  const see = () => root.dataset.python === "loading" || resolve();
  new MutationObserver(see).observe(root, { attributeFilter: ["data-python"] });
  see();
});

addEventListener("offline", look);
addEventListener("online", look);
look();
if (workers) {
  offer.addEventListener("click", take);
  started.then(keep);
  addEventListener("online", () => started.then(keep));
}
