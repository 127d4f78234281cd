import { type Constant, Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { compareOperator, warnAboutIdentity } from "./comparison.js";
import { foldConstant } from "./fold.js";
import { truthOf } from "./constant-values.js";
import type { Unit } from "./unit.js";

/** Jumps to `target` if the truth of the expression is `sense`, else goes on. Makes no intermediate values. */
export function jumpIf(unit: Unit, node: ast.ExprNode, target: Label, sense: boolean): void {
  switch (node.kind) {
    case "UnaryOp":
      if (node.op !== "Not") break;
      jumpIf(unit, node.operand, target, !sense);
      return;
    case "BoolOp":
      jumpIfBoolean(unit, node, target, sense);
      return;
    case "IfExp":
      jumpIfConditional(unit, node, target, sense);
      return;
    case "Compare":
      if (node.ops.length > 1) jumpIfChain(unit, node, target, sense);
      else jumpIfComparison(unit, node, target, sense);
      return;
  }
  const constant = foldConstant(unit.context, node);
  if (constant !== null) {
    if (truthOf(constant) === sense) unit.jump("jump", target, node);
    return;
  }
  unit.expression(node);
  unit.jump(sense ? "jump_if_true" : "jump_if_false", target, node);
}

function jumpIfBoolean(unit: Unit, node: ast.BoolOp, target: Label, sense: boolean): void {
  const decisive = node.op === "Or";
  const onDecision = decisive === sense ? target : new Label();
  const last = node.values.length - 1;
  for (const value of node.values.slice(0, last)) jumpIf(unit, value, onDecision, decisive);
  jumpIf(unit, node.values[last], target, sense);
  if (onDecision !== target) unit.place(onDecision);
}

function jumpIfConditional(unit: Unit, node: ast.IfExp, target: Label, sense: boolean): void {
  const [otherwise, end] = [new Label(), new Label()];
  jumpIf(unit, node.test, otherwise, false);
  jumpIf(unit, node.body, target, sense);
  unit.jump("jump", end, null);
  unit.place(otherwise);
  jumpIf(unit, node.orelse, target, sense);
  unit.place(end);
}

function jumpIfComparison(unit: Unit, node: ast.Compare, target: Label, sense: boolean): void {
  const [operator] = node.ops;
  const [right] = node.comparators;
  warnAboutIdentity(unit, node);
  unit.expression(node.left);
  const isNone: Constant["kind"] | undefined = foldConstant(unit.context, right)?.kind;
  if (isNone === "none" && (operator === "Is" || operator === "IsNot")) {
    unit.jump((operator === "Is") === sense ? "jump_if_none" : "jump_if_not_none", target, node);
    return;
  }
  unit.expression(right);
  compareOperator(unit, operator, node);
  unit.jump(sense ? "jump_if_true" : "jump_if_false", target, node);
}

/** `a < b < c`: b is evaluated once and kept below the result of the first comparison. */
function jumpIfChain(unit: Unit, node: ast.Compare, target: Label, sense: boolean): void {
  const [cleanup, end] = [new Label(), new Label()];
  const last = node.ops.length - 1;
  warnAboutIdentity(unit, node);
  unit.expression(node.left);
  for (let i = 0; i < last; i++) {
    unit.expression(node.comparators[i]);
    unit.emit("dup", node);
    unit.emit("rotate", node, 3);
    compareOperator(unit, node.ops[i], node);
    unit.jump("jump_if_false", cleanup, node);
  }
  unit.expression(node.comparators[last]);
  compareOperator(unit, node.ops[last], node);
  unit.jump(sense ? "jump_if_true" : "jump_if_false", target, node);
  unit.jump("jump", end, null);
  unit.place(cleanup);
  unit.emit("pop", node);
  if (!sense) unit.jump("jump", target, node);
  unit.place(end);
}
