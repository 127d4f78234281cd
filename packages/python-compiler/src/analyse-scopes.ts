import type { Place } from "./errors.js";
import { BOUND, DEFINED_GLOBAL, DEFINED_NONLOCAL, FREE_IN_CLASS, type Scope } from "./scope.js";

/** Reports an error of the source; does not return. */
export type Fail = (place: Place, message: string) => never;

/** Decides for each name of each scope where it is stored. */
export function analyseScopes(module: Scope, fail: Fail): void {
  analyse(module, null, new Set(), fail);
}

/**
 * @param bound names bound in enclosing functions, null in a module.
 * @param globals names that an enclosing function declares global.
 * @returns the names that the scope takes from enclosing ones.
 */
function analyse(
  scope: Scope,
  bound: ReadonlySet<string> | null,
  globals: ReadonlySet<string>,
  fail: Fail,
): Set<string> {
  const free = new Set<string>();
  const own = { bound: new Set(bound), globals: new Set(globals) };
  const locals: string[] = [];
  for (const [name, bits] of scope.names) {
    if (bits & DEFINED_GLOBAL) {
      if (bits & DEFINED_NONLOCAL) fail(directive(scope, name), `name '${name}' is nonlocal and global`);
      scope.variables.set(name, "explicit global");
      own.globals.add(name);
      own.bound.delete(name);
    } else if (bits & DEFINED_NONLOCAL) {
      if (bound === null) fail(directive(scope, name), "nonlocal declaration not allowed at module level");
      if (!bound.has(name)) fail(directive(scope, name), `no binding for nonlocal '${name}' found`);
      scope.variables.set(name, "free");
      free.add(name);
    } else if (bits & BOUND) {
      scope.variables.set(name, "local");
      locals.push(name);
      own.globals.delete(name);
    } else if (bound?.has(name)) {
      scope.variables.set(name, "free");
      free.add(name);
    } else {
      scope.variables.set(name, "global");
    }
  }
  // Names of a class are not seen by the functions in it.
  const forChildren =
    scope.kind === "class" ? { bound: new Set(bound).add("__class__"), globals: new Set(globals) } : own;
  if (scope.kind === "function") for (const name of locals) own.bound.add(name);
  const wanted = new Set<string>();
  for (const child of scope.children) {
    for (const name of analyse(child, forChildren.bound, forChildren.globals, fail)) wanted.add(name);
  }
  if (scope.kind === "class" && wanted.delete("__class__")) scope.needsClassCell = true;
  for (const name of wanted) passOn(scope, name, bound, free);
  return free;
}

/** A child wants `name`: the scope has it as a cell, or takes it from outside in turn. */
function passOn(scope: Scope, name: string, bound: ReadonlySet<string> | null, free: Set<string>): void {
  const variable = scope.variables.get(name);
  if (scope.kind === "function" && (variable === "local" || variable === "cell")) {
    scope.variables.set(name, "cell");
    return;
  }
  free.add(name);
  if (variable === undefined) {
    if (bound === null || bound.has(name)) scope.variables.set(name, "free");
  } else if (scope.kind === "class" && variable !== "free") {
    scope.names.set(name, (scope.names.get(name) ?? 0) | FREE_IN_CLASS);
  } else if (variable !== "explicit global") {
    scope.variables.set(name, "free");
  }
}

function directive(scope: Scope, name: string): Place {
  return scope.directives.get(name) ?? scope.place;
}
