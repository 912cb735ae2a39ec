// Starts Python, and speaks for the page until Python can: what is loading, what was pressed early, what failed.
const root = document.documentElement;
const form = document.getElementById("letter-form");
const status = document.getElementById("python-status");

// PyScript announces these, in this order.
const stages = ["Loading Pyodide", "Loading Storage", "Loading interpreter", "Loaded interpreter", "Loaded files"];

const loading = () => root.dataset.python === "loading";

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
    ? "Your letters are written as soon as the letter writer is ready. You can go on typing."
    : "The letter writer could not start here. The do-it-yourself letter below works without it.";
});

addEventListener("py:progress", ({ detail }) => {
  const stage = stages.indexOf(detail);
  if (stage >= 0) status.querySelector("progress").value = (stage + 1) / (stages.length + 1);
});
addEventListener("unhandledrejection", ({ reason }) => failed(reason));

if (!loading()) {
  // actions.js has said why.
} else if (globalThis.WebAssembly) {
  // The page's head names the runtime's folder, which is another one for each version.
  import(document.querySelector('link[href$="/core.js"]').href).then(
    // A default hook for workers, of which there are none here, is compiled with `Function`: the CSP forbids it.
    ({ hooks }) => hooks.worker.onBeforeRunAsync.clear(),
    failed,
  );
} else {
  failed("this browser has no WebAssembly");
}
