// Runs a module, whole or in two halves, and prints what its exports return.
import { readFileSync } from "node:fs";

const { files, calls } = JSON.parse(readFileSync(0, "utf8"));
const [first, second] = files.map((file) => new WebAssembly.Module(readFileSync(file)));
let loads = 0;
const imports = { env: { report: (number) => number * 100, __load_secondary: () => load() } };
const { exports } = new WebAssembly.Instance(first, imports);
const load = () => {
  if (exports.$loaded.value) return;
  loads += 1;
  const kept = {};
  for (const { module, name } of WebAssembly.Module.imports(second)) {
    if (module === "kept") kept[name] = exports.$kept.get(Number(name));
  }
  new WebAssembly.Instance(second, { ...imports, kept, primary: exports });
  exports.$loaded.value = 1;
};
const results = calls.map(([name, number]) => exports[name](number));
console.log(JSON.stringify({ results, loads, calls: exports.calls.value }));
