// Run the `main` function of a Python file inside Pyodide, with a local folder mounted as /work.
//   node bytecode.mjs <folder of pyodide> <standard library.zip> <file.py> <folder>
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, stdLibURL, script, folder] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")));
// A fixed hash seed: bytecode contains the order of a set's constants. No column numbers (-X no_debug_ranges): tracebacks
// still have line numbers, and the files are a seventh smaller.
const python = await loadPyodide({ stdLibURL, env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
python.mountNodeFS("/work", folder);
python.runPython(readFileSync(script, "utf8"));
process.exitCode = python.globals.get("main")();
