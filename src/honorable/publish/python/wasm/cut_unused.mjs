// Cut from Pyodide's JavaScript what nothing uses. Emscripten offers all of its library, with drawing, sound and full
// screens, to programs that are loaded later. A page loads none.
//   node cut_unused.mjs <acorn.mjs> < {"script", "imports", "words"} > script
//
// `imports` are the functions that the WebAssembly imports, `words` the names that other scripts may use. Names are
// compared without regard to where they are declared: that keeps too much, but never too little.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { parse } = await import(pathToFileURL(process.argv[2]));
const { script, imports, words } = JSON.parse(readFileSync(0, "utf8"));

const OFFERED = "wasmImports";

const partsOf = (node) =>
  Object.values(node)
    .flat()
    .filter((part) => typeof part?.type === "string");

// The variables that a piece of code may refer to, and the names that may be those of the module's members.
const usedBy = (node, used = { variables: new Set(), members: new Set() }) => {
  if (node.type === "Identifier") used.variables.add(node.name);
  else if (node.type === "Literal" && typeof node.value === "string") used.members.add(node.value);
  for (const part of partsOf(node)) {
    const isName = (part === node.property || part === node.key) && !node.computed && part !== node.value;
    if (isName) used.members.add(part.name ?? String(part.value));
    else usedBy(part, used);
  }
  return used;
};

// Whether an expression does nothing but give a value.
const isValue = (node) => {
  if (node.type === "MemberExpression") return !node.computed && isValue(node.object);
  if (node.type === "ObjectExpression") return node.properties.every(({ value }) => value && isValue(value));
  if (node.type === "ArrayExpression") return node.elements.every((element) => element && isValue(element));
  return ["ArrowFunctionExpression", "FunctionExpression", "Identifier", "Literal"].includes(node.type);
};

// `Module["name"] = value` is needed where the member is, `variable.name = value` where the variable is.
const assigned = ({ expression }) => {
  const { left, right } = expression;
  if (left.type !== "MemberExpression" || left.object.type !== "Identifier" || !isValue(right)) return {};
  if (left.object.name !== "Module") return { variable: left.object.name };
  return { member: left.property.value ?? left.property.name, code: right };
};

// The pieces that may go. One with neither `variable` nor `member` stays.
const piecesOf = (statement) => {
  if (statement.type === "FunctionDeclaration") return [{ node: statement, variable: statement.id.name }];
  if (statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression") {
    return [{ node: statement, ...assigned(statement) }];
  }
  if (statement.type !== "VariableDeclaration") return [{ node: statement }];
  return statement.declarations.flatMap((node) => {
    if (node.id.name === OFFERED) {
      return node.init.properties
        .filter(({ key }) => imports.includes(key.name ?? key.value))
        .map((node) => ({ node }));
    }
    return [
      { node, variable: node.id.type === "Identifier" && (!node.init || isValue(node.init)) ? node.id.name : "" },
    ];
  });
};

const [main] = parse(script, { ecmaVersion: "latest", sourceType: "module" }).body;
const statements = main.body?.body ?? [];
const isOffered = ({ id, init }) => id.name === OFFERED && init?.type === "ObjectExpression";
if (!statements.some(({ declarations }) => declarations?.some(isOffered))) {
  const advice = "to serve Pyodide as it is, build with HONORABLE_WHOLE_PYTHON=1";
  console.error(`pyodide.asm.mjs: its functions are not in ${OFFERED}, where this expects them; ${advice}`);
  process.exit(1);
}
const pieces = statements.flatMap(piecesOf);

const kept = new Set();
const known = { variables: new Set(), members: new Set(words) };
const keep = ({ node, code = node }) => {
  kept.add(node);
  const { variables, members } = usedBy(code);
  for (const name of variables) known.variables.add(name);
  for (const name of members) known.members.add(name);
};
const isNeeded = ({ variable, member }) =>
  (!variable && !member) || known.variables.has(variable) || known.members.has(member);
for (let before = -1; before < kept.size;) {
  before = kept.size;
  for (const piece of pieces) if (!kept.has(piece.node) && isNeeded(piece)) keep(piece);
}

const textOf = ({ start, end }) => script.slice(start, end);
const textOfVariable = (node) => {
  if (node.id.name !== OFFERED) return kept.has(node) ? [textOf(node)] : [];
  return [
    `${OFFERED}={${node.init.properties
      .filter((property) => kept.has(property))
      .map(textOf)
      .join(",")}}`,
  ];
};
const textOfStatement = (statement) => {
  if (statement.type !== "VariableDeclaration") return kept.has(statement) ? textOf(statement) : "";
  const variables = statement.declarations.flatMap(textOfVariable);
  return variables.length ? `${statement.kind} ${variables.join(",")};` : "";
};
const [first, last] = [statements[0], statements.at(-1)];
process.stdout.write(script.slice(0, first.start) + statements.map(textOfStatement).join("") + script.slice(last.end));
