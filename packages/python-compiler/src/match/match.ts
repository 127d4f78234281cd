import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { jumpIf } from "../conditions.js";
import type { Unit } from "../unit.js";
import { compilePattern } from "./patterns.js";
import { PatternState } from "./state.js";
import { isWildcard } from "./subpatterns.js";

/** The subject stays on the stack until a case has matched it; the last case takes it. */
export function compileMatch(unit: Unit, node: ast.Match): void {
  const end = new Label();
  unit.expression(node.subject);
  node.cases.forEach((each, index) => {
    const isLast = index === node.cases.length - 1;
    compileCase(unit, each, isLast, end);
  });
  unit.place(end);
}

function compileCase(unit: Unit, { pattern, guard, body }: ast.MatchCase, isLast: boolean, end: Label): void {
  if (isLast && isWildcard(pattern)) unit.emit("pop", pattern);
  else if (!isLast) unit.emit("dup", pattern);
  const state = new PatternState(unit, pattern, guard !== null || isLast);
  if (!(isLast && isWildcard(pattern))) compilePattern(unit, pattern, state);
  state.bind();
  // A guard is evaluated when nothing of the pattern is left on the stack. Its tests of truth stand where the pattern does, as in CPython.
  if (guard !== null) jumpIf(unit, guard, state.failure(0), false, pattern);
  if (!isLast) unit.emit("pop", pattern);
  unit.statements(body);
  unit.jump("jump", end, null);
  state.placeFailures();
}
