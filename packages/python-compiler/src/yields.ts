import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import type { Unit } from "./unit.js";

export function compileYield(unit: Unit, node: ast.Yield): void {
  requireFunction(unit, node);
  if (node.value === null) unit.loadNone(node);
  else unit.expression(node.value);
  unit.emit("yield_value", node);
}

export function compileYieldFrom(unit: Unit, node: ast.YieldFrom): void {
  requireFunction(unit, node);
  const [send, end] = [new Label(), new Label()];
  unit.expression(node.value);
  unit.emit("get_yield_from", node);
  unit.loadNone(node);
  unit.place(send);
  unit.jump("send", end, node);
  unit.emit("yield_value", node);
  unit.jump("jump_back", send, node);
  unit.place(end);
}

function requireFunction(unit: Unit, node: ast.Yield | ast.YieldFrom): void {
  if (unit.scope.kind !== "function") unit.fail(node, "'yield' outside function");
}
