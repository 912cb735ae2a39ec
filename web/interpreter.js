// The interpreter that pyscript.toml names: Pyodide from this folder, and nothing fetched that the page has no use for.
const WASM = new URL("pyodide.asm.wasm", import.meta.url).href;

// The half of Pyodide that the build found to be needed by nearly no visitor (src/honorable/publish/python/wasm).
const LATER = new URL("pyodide.later.wasm", import.meta.url).href;

const arrived = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
};

// A host may have no type for WebAssembly.
const compile = async (url) => {
  const response = await arrived(url);
  return response.headers.get("Content-Type") === "application/wasm"
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
};

// Compiled beside the page, from before PyScript asks for it.
const compiled = compile(WASM);

// The modules of the standard library that no page needs before it is ready (src/honorable/publish/python/stdlib.py).
const LATER_LIBRARY = new URL("python_later.zip", import.meta.url).href;

// Whether a service worker has this page's files on the device. In some sandboxes even the question is refused.
const isKept = () => {
  try {
    return Boolean(navigator.serviceWorker?.controller);
  } catch {
    return false;
  }
};

const read = async (url) => new Uint8Array(await (await arrived(url)).arrayBuffer());

// Chromium sends synchronous requests past the service worker, so that `bytesNow` fails without a network. What need not
// travel is read before Python starts.
const readIfKept = (url) => (isKept() ? read(url).catch(() => undefined) : undefined);
const kept = readIfKept(LATER);
const keptLibrary = readIfKept(LATER_LIBRARY);

// Archives are compressed as a whole, which is smaller than file by file, and Python need not inflate what it imports.
const unpacked = async (url) => {
  const { body } = await arrived(url);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
};

// Our Python, and the libraries that it needs. PyScript could unpack it into files, but Python reads a zip as it is.
const ZIP = "/lib/honorable.zip";
const LIBRARY = new URL("python_stdlib.zip.gzip", import.meta.url).href;
const library = unpacked(LIBRARY);
const ours = unpacked(document.querySelector('link[rel="preload"][href$="/python.zip.gzip"]').href);

// An error from before PyScript asks is reported when it does.
const broken = new Promise((_, reject) => [compiled, library, ours].forEach((part) => part.catch(reject)));
broken.catch(() => {});

// Links the second half to the first: its functions go into the first one's tables, its data into the shared memory.
const link = (primary, imports, module) => {
  const called = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === "kept") called[name] = primary.$kept.get(Number(name));
  }
  // What only drawing libraries would look up or call, of which the page has none, is not found. The build cuts OpenGL
  // (src/honorable/publish/python/split_runtime.py); without any other function, the second half must not be linked.
  const missing = new Proxy({}, { get: () => new WebAssembly.Global({ value: "i32", mutable: true }, 0) });
  const cannotDraw = () => {
    throw new Error("This page has no OpenGL.");
  };
  const find = (offered, name) => offered[name] ?? (/gl[A-Z]/.test(name) ? cannotDraw : undefined);
  const env = new Proxy(imports.env, { get: find });
  new WebAssembly.Instance(module, { ...imports, env, "GOT.func": missing, kept: called, primary });
  primary.$loaded.value = 1;
};

// Something is needed before it has arrived. Python cannot wait, so neither can the request; a synchronous one can only
// be for text, of which this type takes each byte for a character.
const bytesNow = (url) => {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200 || !request.response) throw new Error(`${url}: ${request.status}`);
  return Uint8Array.from(request.response, (character) => character.charCodeAt(0));
};

const instantiate = async (module, imports) => {
  const isHalf = WebAssembly.Module.imports(module).some(({ name }) => name === "__load_secondary");
  if (!isHalf) return WebAssembly.instantiate(module, imports);
  let bytes = await kept;
  let linked = false;
  let primary;
  const linkOnce = (later) => {
    if (!linked) link(primary, imports, later);
    linked = true;
    bytes = undefined;
  };
  imports.env.__load_secondary = () => {
    try {
      if (!linked) linkOnce(new WebAssembly.Module(bytes ?? bytesNow(LATER)));
    } catch (error) {
      root.dataset.python = "failed";
      throw error;
    }
  };
  const instance = await WebAssembly.instantiate(module, imports);
  primary = instance.exports;
  // The second half is asked for once the page is ready. If it does not arrive then, a call of it tries once more.
  whenReady
    .then(() => (bytes ? WebAssembly.compile(bytes) : compile(LATER)))
    .then(linkOnce)
    .catch((error) => console.info(error.message));
  return instance;
};

const root = document.documentElement;
const whenReady = new Promise((go) => {
  const see = () => root.dataset.python === "ready" && go();
  new MutationObserver(see).observe(root, { attributeFilter: ["data-python"] });
});

// Lets the browser handle input and paint before the work goes on.
const free = () => new Promise((go) => setTimeout(go));

// Pyodide would fetch and compile the WebAssembly by itself, and wait forever if it does not arrive. So while it
// starts, it gets ours, and the standard library unpacked.
const withOurs = async (begin) => {
  const { fetch } = globalThis;
  const { instantiateStreaming } = WebAssembly;
  const given = { [WASM]: () => compiled, [LIBRARY]: async () => new Response(await library) };
  globalThis.fetch = (what, ...more) => given[what]?.() ?? fetch(what, ...more);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    return { module, instance: await instantiate(module, imports) };
  };
  try {
    return await Promise.race([begin(), broken]);
  } finally {
    Object.assign(globalThis, { fetch });
    Object.assign(WebAssembly, { instantiateStreaming });
  }
};

// What Pyodide's own Python imports when it starts. All at once, it would leave the browser no turn for half a second.
const EARLY = ["typing", "inspect", "asyncio", "_pyodide_core"];

// Starts CPython, and then imports one module in each turn. An import that fails is tried again by Pyodide, which says so.
const inTurns = (create) => async (settings) => {
  const module = await create(settings);
  for (const name of EARLY) {
    await free();
    module.API.rawRun(`import ${name}`);
  }
  await free();
  return module;
};

const start = async (options) => {
  const pyodide = [import("./pyodide.js"), import("./pyodide.asm.js")];
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(pyodide);
  return loadPyodide({
    ...options,
    createPyodideModule: inTurns(createPyodideModule),
    env: { PYTHONPATH: ZIP },
    fsInit: async (FS) => FS.writeFile(ZIP, await ours),
    stdLibURL: LIBRARY,
    // Instead of pyodide-lock.json, which lists packages. Pyodide compares the version.
    lockFileContents: { info: { abi_version: "2026_0" }, packages: {} },
  });
};

// The rest of the standard library, once the page is ready. Python cannot wait for a module that it imports before that.
const installLaterLibrary = async (python) => {
  let content = await keptLibrary;
  whenReady.then(async () => (content ??= await read(LATER_LIBRARY))).catch((error) => console.info(error.message));
  const later = python.pyimport("honorable.page.later_library");
  later.install(() => (content ??= bytesNow(LATER_LIBRARY)));
  later.destroy();
};

export const loadPyodide = async (options) => {
  try {
    const python = await withOurs(() => start(options));
    // PyScript writes its own Python library into the folder that Python is in, as source. Ours has it as bytecode.
    const { path } = python.pyimport("sys");
    path.append(path.shift());
    await installLaterLibrary(python);
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
