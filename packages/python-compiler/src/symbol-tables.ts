import { type ast, PythonSyntaxError } from "@hotpy/python-parser";
import { buildScopes } from "./build-scopes.js";
import { DepthCounter } from "./depth.js";
import { type Place, syntaxErrorAt } from "./errors.js";
import { futureFeatures } from "./future.js";
import {
  ANNOTATED,
  type ComprehensionKind,
  DEFINED_GLOBAL,
  DEFINED_IMPORT,
  FREE_IN_CLASS,
  ITERATION_VARIABLE,
  type Scope,
  type Variable,
} from "./scope.js";

/** The names of a module, class or function, as CPython's module `_symtable` tells them. */
export interface SymbolTable {
  readonly kind: "function" | "class" | "module";
  readonly name: string;
  readonly line: number;
  /** It is within a function. */
  readonly isNested: boolean;
  /** Names and CPython's bits for them, the scope from {@link SCOPE_SHIFT} on. */
  readonly symbols: readonly (readonly [name: string, bits: number])[];
  readonly parameters: readonly string[];
  readonly children: readonly SymbolTable[];
}

/** Where a name's scope stands among its bits. */
const SCOPE_SHIFT = 11;
const SCOPES: Readonly<Record<Variable, number>> = { local: 1, "explicit global": 2, global: 3, free: 4, cell: 5 };
const COMPREHENSIONS: Readonly<Record<ComprehensionKind, string>> = {
  list: "listcomp",
  set: "setcomp",
  dict: "dictcomp",
  generator: "genexpr",
};

/** Our bits that are others in CPython. */
const OTHER_BITS = [
  [DEFINED_IMPORT, 128],
  [ANNOTATED, 256],
  [ITERATION_VARIABLE, 512],
  [FREE_IN_CLASS, 64],
] as const;

/**
 * The symbol tables of a syntax tree.
 * @param source whose lines errors quote
 * @returns the error that the analysis finds, if there is one
 */
export function symbolTables(
  tree: ast.ModNode,
  filename: string,
  source: string | null,
): SymbolTable | PythonSyntaxError {
  const fail = (place: Place, message: string): never => {
    throw syntaxErrorAt(place, message, filename, source);
  };
  try {
    const features = futureFeatures(tree.kind === "Expression" ? [] : tree.body, fail);
    const scope = buildScopes(tree, new DepthCounter(), fail, features).get(tree);
    if (scope === undefined) throw new Error("the tree has no scope");
    return tableOf(scope, false);
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
}

function tableOf(scope: Scope, isNested: boolean): SymbolTable {
  const { kind, comprehension, names, variables, parameters, place } = scope;
  const globals = kind === "module" ? globalsDeclaredIn(scope) : new Set<string>();
  const all = new Set([...names.keys(), ...variables.keys(), ...globals]);
  const bitsOf = (name: string): number => {
    const isDeclared = globals.has(name);
    const variable = isDeclared ? "explicit global" : variables.get(name);
    const bits = cpythonBits(names.get(name) ?? 0) | (isDeclared ? DEFINED_GLOBAL : 0);
    return bits | ((variable === undefined ? 0 : SCOPES[variable]) << SCOPE_SHIFT);
  };
  return {
    kind,
    name: comprehension === null ? scope.name : COMPREHENSIONS[comprehension],
    line: place.lineno,
    isNested,
    symbols: [...all].map((name) => [name, bitsOf(name)]),
    parameters,
    children: scope.children.map((child) => tableOf(child, isNested || kind === "function")),
  };
}

/** Names that `global` names in the functions and classes of a module: they count as named there. */
function globalsDeclaredIn(scope: Scope): Set<string> {
  const found = new Set<string>();
  for (const child of scope.children) {
    for (const [name, bits] of child.names) if ((bits & DEFINED_GLOBAL) !== 0) found.add(name);
    for (const name of globalsDeclaredIn(child)) found.add(name);
  }
  return found;
}

function cpythonBits(bits: number): number {
  const others = OTHER_BITS.reduce((mask, [ours]) => mask | ours, 0);
  return OTHER_BITS.reduce(
    (result, [ours, theirs]) => ((bits & ours) !== 0 ? result | theirs : result),
    bits & ~others,
  );
}
