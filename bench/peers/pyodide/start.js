// Pyodide without PyScript and without micropip: as its documentation shows it.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const python = await loadPyodide();
await python.loadPackage(["jinja2"]);
python.unpackArchive(await (await fetch("app.zip")).arrayBuffer(), "zip");
// All that the page's code asks of PyScript.
python.registerJsModule("pyscript", { document, window });
python.pyimport("honorable.page.main").start();
