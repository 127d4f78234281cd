import {
  type CallExpression,
  isArrowFunction,
  isCallExpression,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isMethodDeclaration,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
  type SourceFile,
} from "typescript/unstable/ast";

/// What is told by names: calls that may run Python code, and so move objects; and calls whose result is a word that may move.

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Members of the realm that may run Python code. */
const COLLECT = names(`
  binary boundSpecial call callFound callMethod callSpread compare compareTruth contains deleteAttribute deleteItem dir equals findAttribute
  format getAttribute getItem hash index indexNumber isInstanceOf isSubclassOf iterate length listOf next repr safepoint setAttribute setItem
  showIgnored showUncaught toStr truth unary`);

/** Members of the realm that return a word. Types, interned names and constants do not move. */
const MAKE = names(`
  valueOf tuple list str listFrom tupleFrom lookupOnType binary boundSpecial call callFound callMethod callSpread compare dir findAttribute format
  getAttribute getItem index iterate listOf next repr toStr unary`);

/** Functions that return a word. */
const MAKERS = names("argument surrogate callSource");

/** Functions that call a callback at once. */
const CALL_BACK = names("map forEach every some filter find flatMap reduce withHandles guarded");

export type FunctionNode = Node & {
  readonly parameters: readonly (Node & { readonly name: Node; readonly type?: Node })[];
  readonly body?: Node;
  readonly name?: Node;
};

export const isFunction = (node: Node): node is FunctionNode =>
  isArrowFunction(node) || isFunctionExpression(node) || isFunctionDeclaration(node) || isMethodDeclaration(node);

export const nameOf = (callee: Node): string =>
  isIdentifier(callee) ? callee.text : isPropertyAccessExpression(callee) ? (callee.name as { text: string }).text : "";

/** Whether a function is an argument of a call that calls it before it returns. */
export function isCallback(node: Node): boolean {
  const { parent } = node;
  return (
    isArrowFunction(node) &&
    isCallExpression(parent) &&
    parent.expression !== node &&
    CALL_BACK.has(nameOf(parent.expression))
  );
}

const isRealmMember = (callee: Node): boolean =>
  isPropertyAccessExpression(callee) && nameOf(callee.expression) === "realm";

/** Whether a call may run Python code; `functions` are those of the file that may. */
export function collects({ expression, arguments: given }: CallExpression, functions: ReadonlySet<string>): boolean {
  if (isRealmMember(expression)) return COLLECT.has(nameOf(expression));
  return (
    isIdentifier(expression) && functions.has(expression.text) && (expression.text !== "surrogate" || given.length > 0)
  );
}

/** Whether the result of a call is a word that may move. */
export function makesWord({ expression }: CallExpression): boolean {
  if (isRealmMember(expression)) return MAKE.has(nameOf(expression));
  if (isIdentifier(expression)) return MAKERS.has(expression.text);
  return (
    isPropertyAccessExpression(expression) &&
    nameOf(expression) === "get" &&
    nameOf(expression.expression) === "handles"
  );
}

/** Whether something that may collect is called within a node, functions apart that are made there and called later. */
export function hasCollecting(root: Node, functions: ReadonlySet<string>): boolean {
  let found = false;
  const visit = (node: Node): void => {
    if (found || (isFunction(node) && node !== root && !isCallback(node))) return;
    found = isCallExpression(node) && collects(node, functions);
    if (!found) node.forEachChild(visit);
  };
  visit(root);
  return found;
}

/** Bodies of the functions that a file gives names to. Where a name is given to something else too, nothing is known of it. */
function namedBodies(file: SourceFile): Map<string, Node> {
  const bodies = new Map<string, Node>();
  const others = new Set<string>();
  const visit = (node: Node): void => {
    if (isFunctionDeclaration(node) && node.name !== undefined && node.body !== undefined)
      bodies.set(nameOf(node.name), node.body);
    if (isVariableDeclaration(node) && isIdentifier(node.name)) {
      const { initializer } = node;
      if (initializer !== undefined && isFunction(initializer) && initializer.body !== undefined)
        bodies.set(node.name.text, initializer.body);
      else others.add(node.name.text);
    }
    node.forEachChild(visit);
  };
  visit(file);
  for (const name of others) bodies.delete(name);
  return bodies;
}

/** Functions of a file, by name, that may collect: `complete` of re-entry, `surrogate`, as the body of a class may run, those of `others` that it imports, and all that call such. */
export function collectingFunctions(file: SourceFile, others: ReadonlySet<string>): ReadonlySet<string> {
  const bodies = namedBodies(file);
  const imports = new Set(
    [...file.text.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, list]) => list.split(",").map((name) => name.trim())),
  );
  const found = new Set(["complete", ...[...others].filter((name) => imports.has(name))]);
  // What builtins are written in has functions alone.
  if (!/\bsurrogate\b[^{}]*\}( = (\w+\.)?library|: Library)|library\.surrogate/.test(file.text)) found.add("surrogate");
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [name, body] of bodies) if (!found.has(name) && hasCollecting(body, found)) found.add(name);
  }
  return found;
}

/** Functions that files export, by name, and that may collect. */
export function exportedCollectors(files: readonly SourceFile[]): ReadonlySet<string> {
  const found = new Set(["callSource"]);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const file of files) {
      const own = collectingFunctions(file, found);
      for (const [, name] of file.text.matchAll(/^export (?:function|const) (\w+)/gm))
        if (own.has(name)) found.add(name);
    }
  }
  return found;
}
