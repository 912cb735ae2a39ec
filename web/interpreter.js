// The interpreter that pyscript.toml names: Pyodide from this folder, and nothing fetched that the page has no use for.
const WASM = new URL("pyodide.asm.wasm", import.meta.url).href;

const arrived = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
};

// Compiled beside the page, from before PyScript asks for it. A host may have no type for WebAssembly.
const compiled = (async () => {
  const response = await arrived(WASM);
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
})();

// Our Python, and the libraries that it needs. PyScript could unpack it into files, but Python reads a zip as it is.
const ZIP = "/lib/honorable.zip";
const ours = (async () => {
  const response = await arrived(document.querySelector('link[rel="preload"][href$="python.zip"]').href);
  return new Uint8Array(await response.arrayBuffer());
})();

// What goes wrong before PyScript asks is told when it does.
const broken = new Promise((_, reject) => [compiled, ours].forEach((part) => part.catch(reject)));
broken.catch(() => {});

// Lets the browser answer whoever types, or paint, before the work goes on.
const free = () => new Promise((go) => setTimeout(go));

// Pyodide would fetch and compile the WebAssembly by itself, and wait for ever where it does not arrive. So while it
// starts, it gets ours.
const withOurs = async (begin) => {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  globalThis.fetch = (what, ...more) => (`${what}` === WASM ? compiled : fetch(what, ...more));
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
  try {
    return await Promise.race([begin(), broken]);
  } finally {
    Object.assign(globalThis, { fetch });
    Object.assign(WebAssembly, { instantiateStreaming });
  }
};

const start = async (options) => {
  const pyodide = [import("./pyodide.js"), import("./pyodide.asm.js")];
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(pyodide);
  return loadPyodide({
    ...options,
    createPyodideModule,
    env: { PYTHONPATH: ZIP },
    fsInit: async (FS) => FS.writeFile(ZIP, await ours),
    stdLibURL: new URL("python_stdlib.zip", import.meta.url).href,
    // Instead of pyodide-lock.json, which lists packages. Pyodide compares the version.
    lockFileContents: { info: { abi_version: "2026_0" }, packages: {} },
  });
};

export const loadPyodide = async (options) => {
  try {
    const python = await withOurs(() => start(options));
    // PyScript writes its own Python library into the folder that Python is in, as source. Ours has it as bytecode.
    const { path } = python.pyimport("sys");
    path.append(path.shift());
    // The page's largest import by far, on its own, so that the browser can answer before and after it.
    await free();
    python.pyimport("honorable.letters.letter").destroy();
    await free();
    return python;
  } catch (error) {
    document.documentElement.dataset.python = "failed";
    throw error;
  }
};
