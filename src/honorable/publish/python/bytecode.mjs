// Runs the main function of a Python file inside Pyodide, over a folder of this machine, which Python sees as /work.
//   node bytecode.mjs <pyodide's folder> <standard library.zip> <file.py> <folder>
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, stdLibURL, script, folder] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")));
// A fixed seed: the order of a set's constants is written into bytecode. No columns (-X no_debug_ranges): a traceback then
// names lines, and the files are a seventh smaller.
const python = await loadPyodide({ stdLibURL, env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
python.mountNodeFS("/work", folder);
python.runPython(readFileSync(script, "utf8"));
process.exitCode = python.globals.get("main")();
