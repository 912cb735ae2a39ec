// The interpreter that pyscript.toml names: Pyodide from this folder, and nothing fetched that the page has no use for.
import createPyodideModule from "./pyodide.asm.js";
import { loadPyodide as load, version } from "./pyodide.js";

export { version };

// Pyodide waits for ever where its WebAssembly does not arrive, or comes without its type. The first is to be an
// error, and the second is mended.
const instantiate = async (source, imports) => {
  const response = await source;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.headers.get("Content-Type") === "application/wasm"
    ? streaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
};
const streaming = globalThis.WebAssembly?.instantiateStreaming;

const start = (options) =>
  new Promise((resolve, reject) => {
    WebAssembly.instantiateStreaming = (...given) => {
      const instance = instantiate(...given);
      instance.catch(reject);
      return instance;
    };
    load({
      ...options,
      createPyodideModule,
      stdLibURL: new URL("python_stdlib.zip", import.meta.url).href,
      // Instead of pyodide-lock.json, which lists packages. Pyodide compares the version.
      lockFileContents: { info: { abi_version: "2026_0" }, packages: {} },
    }).then(resolve, reject);
  });

export const loadPyodide = async (options) => {
  try {
    return await start(options);
  } catch (error) {
    document.documentElement.dataset.python = "failed";
    throw error;
  } finally {
    if (streaming) WebAssembly.instantiateStreaming = streaming;
  }
};
