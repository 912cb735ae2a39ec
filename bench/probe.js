// Runs in every page of the benchmark before its own scripts, and only records when things happen.
(() => {
  const marks = {};
  const tasks = [];
  const mark = (name) => (marks[name] ??= performance.now());
  globalThis.bench = { marks, tasks };

  // "Python ready": every peer sets it on <html>, as our page does.
  const watch = () =>
    new MutationObserver((_, observer) => {
      const state = document.documentElement?.dataset.python;
      if (state === "ready" || state === "failed") {
        mark(state);
        observer.disconnect();
      }
    }).observe(document, { attributes: true, childList: true, subtree: true, attributeFilter: ["data-python"] });
  watch();

  addEventListener("py:progress", ({ detail }) => mark(detail));
  addEventListener("mpy:progress", ({ detail }) => mark(detail));

  for (const name of ["instantiateStreaming", "instantiate", "compileStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (source, ...rest) => {
      const made = original.call(WebAssembly, source, ...rest);
      made.then(() => (marks.compiled = performance.now()), () => {});
      return made;
    };
  }

  try {
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
    }).observe({ type: "longtask", buffered: true });
  } catch {
    // Firefox does not support long tasks.
  }
})();
