// Runs the main function of the Python that comes in on the standard input, with the standard library of a built site.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, stdLibURL] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(folder, "pyodide.mjs")));
const python = await loadPyodide({ stdLibURL });
python.runPython(readFileSync(0, "utf8"));
python.globals.get("main")();
