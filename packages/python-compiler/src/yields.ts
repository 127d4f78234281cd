import type { ast } from "@hotpy/python-parser";
import { delegate } from "./await.js";
import type { Place } from "./errors.js";
import { callInternal } from "./internals.js";
import type { Unit } from "./unit.js";

export function compileYield(unit: Unit, node: ast.Yield): void {
  requireFunction(unit, node);
  if (node.value === null) unit.loadNone(node);
  else unit.expression(node.value);
  yieldTop(unit, node);
}

/** Yields the value on top. What an asynchronous generator yields is wrapped, as awaiting yields too. */
export function yieldTop(unit: Unit, place: Place): void {
  if (unit.scope.isCoroutine) callInternal(unit, "wrap_yielded", 1, place);
  unit.emit("yield_value", place, unit.isInHandler ? 1 : 0);
}

export function compileYieldFrom(unit: Unit, node: ast.YieldFrom): void {
  requireFunction(unit, node);
  if (unit.scope.isAsyncFunction) unit.fail(node, "'yield from' inside async function");
  unit.expression(node.value);
  unit.emit("get_yield_from", node);
  delegate(unit, node);
}

function requireFunction(unit: Unit, node: ast.Yield | ast.YieldFrom): void {
  if (unit.scope.kind !== "function") unit.fail(node, "'yield' outside function");
}
