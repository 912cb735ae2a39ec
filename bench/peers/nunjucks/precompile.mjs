// Compiles the letter's templates ahead, as a careful page would, so that nothing is compiled in the browser.
//   node precompile.mjs <folder of node_modules> <letter.txt> <subject.txt>
import { createRequire } from "node:module";
import { basename, join } from "node:path";

const [modules, ...files] = process.argv.slice(2);
const nunjucks = createRequire(join(modules, "nunjucks", "package.json"))("nunjucks");
const env = nunjucks.configure({ trimBlocks: true, lstripBlocks: true, autoescape: false });
for (const file of files) process.stdout.write(nunjucks.precompile(file, { name: basename(file), env }));
