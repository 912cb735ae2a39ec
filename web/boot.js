// Starts Python, and speaks for the page until Python can: what is loading, what was pressed early, what failed.
const root = document.documentElement;
const words = JSON.parse(root.dataset.words ?? "{}");
const t = (message) => words[message] ?? message;
const form = document.getElementById("letter-form");
const status = document.getElementById("python-status");

// PyScript announces these, in this order.
const stages = ["Loading Pyodide", "Loading Storage", "Loading interpreter", "Loaded interpreter", "Loaded files"];

const loading = () => root.dataset.python === "loading";

// Browsers without these two are older than those that README.md names. Python may still start in some of them.
const recent = CSS.supports("color", "color-mix(in srgb, red, red)") && CSS.supports("selector(:has(a))");
// A campaign's own form.html may be older than this sentence and the button after it.
document.getElementById("old-browser")?.toggleAttribute("hidden", recent);

// A file that did not arrive may arrive next time. Where a part of the browser is missing, no reload helps.
const tryAgain = document.getElementById("try-again") ?? document.createElement("button");
tryAgain.hidden = !recent || !globalThis.WebAssembly;
tryAgain.addEventListener("click", () => location.reload());
const needNetwork = () => {
  tryAgain.disabled = !navigator.onLine;
};
needNetwork();
addEventListener("online", needNetwork);
addEventListener("offline", needNetwork);

const failed = (reason) => {
  if (!loading()) return;
  root.dataset.python = "failed";
  console.error("Python could not start:", reason);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (root.dataset.python === "ready") return;
  form.dataset.pressed = "";
  document.getElementById("form-status").textContent = loading()
    ? t("Your letters will be written as soon as the letter writer is ready. You can keep typing.")
    : t("The letter writer could not start here. The do-it-yourself letter below works without it.");
});

// Until Python is ready, nobody else saves what a reload must not lose (storage/tab_state.py reads it). A field that is
// empty keeps what was saved of it, because the browser may have emptied it at a reload; unless the visitor has.
const save = (typedIn) => {
  if (root.dataset.python === "ready") return;
  const filled = [...form.elements].filter(({ name, type, value }) => name && value && type !== "checkbox");
  if (!filled.length && !typedIn) return;
  try {
    const saved = JSON.parse(sessionStorage.getItem("honorable"));
    const typed = { ...saved?.typed, ...Object.fromEntries(filled.map(({ name, value }) => [name, value])) };
    if (typedIn && !typedIn.value) delete typed[typedIn.name];
    sessionStorage.setItem("honorable", JSON.stringify({ ...saved, typed }));
  } catch {
    // The browser refuses storage, or what is there is damaged.
  }
};
form.addEventListener("input", ({ target }) => save(target));
addEventListener("pagehide", () => save()); // Fields may be filled in without an event.

addEventListener("py:progress", ({ detail }) => {
  const stage = stages.indexOf(detail);
  if (stage >= 0) status.querySelector("progress").value = (stage + 1) / (stages.length + 1);
});
addEventListener("unhandledrejection", ({ reason }) => failed(reason));

// PyScript opens two databases, for packages that it downloads and for folders that it may be given. There are none
// here, a frame may be denied one, and this page is to leave nothing on a device but its cookies: so they are in memory.
const answer = (result) => {
  const request = { result };
  queueMicrotask(() => request.onsuccess({ target: request }));
  return request;
};
const store = { getAllKeys: () => answer([]), clear: () => answer() };
const database = { transaction: () => ({ objectStore: () => store }), close() {} };
Object.defineProperty(globalThis, "indexedDB", { value: { open: () => answer(database) } });
// Where Firefox denies a frame its storage, it denies this too. It would be for workers, of which there are none here.
try {
  new BroadcastChannel("honorable").close();
} catch {
  globalThis.BroadcastChannel = class {};
}

// A host that changes the page's inline script makes the policy refuse it. Then the files are fetched from here.
const files = document.querySelector("#python-files:not([data-wait])");
files?.replaceWith(files.content);

// Until the files are fetched, the page waits (python-files.js). Its head names the runtime's folder, which is another
// one for each version.
const core = new Promise((resolve) => {
  const see = () => {
    const link = document.querySelector('link[href$="/core.js"]');
    if (link) resolve(link.href);
  };
  new MutationObserver(see).observe(document.head, { childList: true });
  see();
});

if (!loading()) {
  // actions.js has said why.
} else if (globalThis.WebAssembly) {
  core
    .then((href) => import(href))
    // A default hook for workers, of which there are none here, is compiled with `Function`: the CSP forbids it.
    .then(({ hooks }) => hooks.worker.onBeforeRunAsync.clear())
    .catch(failed);
} else {
  failed("this browser has no WebAssembly");
}
