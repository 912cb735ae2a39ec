// What no page with Pyodide can go below: its WebAssembly compiled, its JavaScript parsed, its memory filled. No Python.
const [{ default: module }] = await Promise.all([
  import("./pyodide/pyodide.asm.mjs"),
  WebAssembly.compileStreaming(fetch("pyodide/pyodide.asm.wasm")),
]);
const memory = new WebAssembly.Memory({ initial: 320 }); // 20 MiB, with which Pyodide starts
new Uint8Array(memory.buffer).fill(1);
if (typeof module !== "function") throw new Error("pyodide.asm.mjs has changed its shape");
document.documentElement.dataset.python = "ready";
