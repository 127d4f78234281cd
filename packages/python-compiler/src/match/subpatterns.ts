import type { ast } from "@hotpy/python-parser";
import type { Unit } from "../unit.js";
import type { PatternState } from "./state.js";

/** A pattern within another: it may match always. */
export function compileSubpattern(unit: Unit, node: ast.PatternNode, state: PatternState): void {
  const { allowsIrrefutable } = state;
  state.allowsIrrefutable = true;
  unit.context.visitor.pattern(unit, node, state);
  state.allowsIrrefutable = allowsIrrefutable;
}

/** `_`, which takes any value and binds nothing. */
export const isWildcard = (node: ast.PatternNode): boolean =>
  node.kind === "MatchAs" && node.name === null && node.pattern === null;

/** The subpatterns of operands on the stack, the first on top. */
export function compileSubpatterns(unit: Unit, nodes: readonly ast.PatternNode[], state: PatternState): void {
  state.kept += nodes.length;
  for (const node of nodes) {
    state.kept--;
    compileSubpattern(unit, node, state);
  }
}
