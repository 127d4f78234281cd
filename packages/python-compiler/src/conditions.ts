import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { compareOperator, compileRight, negatedTest, warnAboutIdentity } from "./comparison.js";
import { truthOf } from "./constant-values.js";
import type { Place } from "./errors.js";
import { foldConstant } from "./fold.js";
import type { Unit } from "./unit.js";

/**
 * Jumps to `target` if the truth of the expression is `sense`, else goes on. Makes no intermediate values.
 *
 * @param place position of the tests of truth: the statement's or conditional expression's.
 * @returns the position in force afterwards: as in CPython that of the last comparison, if there is one. It is what a
 * traceback marks when an `assert` fails.
 */
export function jumpIf(unit: Unit, node: ast.ExprNode, target: Label, sense: boolean, place: Place): Place {
  switch (node.kind) {
    case "UnaryOp":
      if (node.op !== "Not") break;
      return jumpIfNot(unit, node, target, sense, place);
    case "BoolOp":
      return jumpIfBoolean(unit, node, target, sense, place);
    case "IfExp":
      return jumpIfConditional(unit, node, target, sense, place);
    case "Compare":
      if (node.ops.length > 1) jumpIfChain(unit, node, target, sense);
      else jumpIfComparison(unit, node, target, sense);
      return node;
  }
  const constant = foldConstant(unit.context, node);
  if (constant === null) {
    unit.expression(node);
    unit.jump(sense ? "jump_if_true" : "jump_if_false", target, place);
  } else if (truthOf(constant) === sense) {
    unit.jump("jump", target, place);
  } else {
    // What a trace function is told of.
    unit.emit("nop", place);
  }
  return place;
}

function jumpIfNot(unit: Unit, node: ast.UnaryOp, target: Label, sense: boolean, place: Place): Place {
  const opposite = negatedTest(node);
  if (opposite !== null) return jumpIf(unit, opposite, target, sense, place);
  return jumpIf(unit, node.operand, target, !sense, place);
}

function jumpIfBoolean(unit: Unit, node: ast.BoolOp, target: Label, sense: boolean, place: Place): Place {
  const decisive = node.op === "Or";
  const onDecision = decisive === sense ? target : new Label();
  const last = node.values.length - 1;
  let current = place;
  for (const value of node.values.slice(0, last)) current = jumpIf(unit, value, onDecision, decisive, current);
  current = jumpIf(unit, node.values[last], target, sense, current);
  if (onDecision !== target) unit.place(onDecision);
  return current;
}

function jumpIfConditional(unit: Unit, node: ast.IfExp, target: Label, sense: boolean, place: Place): Place {
  const [otherwise, end] = [new Label(), new Label()];
  let current = jumpIf(unit, node.test, otherwise, false, place);
  current = jumpIf(unit, node.body, target, sense, current);
  unit.jump("jump", end, null);
  unit.place(otherwise);
  current = jumpIf(unit, node.orelse, target, sense, current);
  unit.place(end);
  return current;
}

function jumpIfComparison(unit: Unit, node: ast.Compare, target: Label, sense: boolean): void {
  const [operator] = node.ops;
  const [right] = node.comparators;
  warnAboutIdentity(unit, node);
  unit.expression(node.left);
  if ((operator === "Is" || operator === "IsNot") && foldConstant(unit.context, right)?.kind === "none") {
    unit.jump((operator === "Is") === sense ? "jump_if_none" : "jump_if_not_none", target, node);
    return;
  }
  compileRight(unit, operator, right);
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
    compileRight(unit, node.ops[i], node.comparators[i]);
    unit.emit("dup", node);
    unit.emit("rotate", node, 3);
    compareOperator(unit, node.ops[i], node);
    unit.jump("jump_if_false", cleanup, node);
  }
  compileRight(unit, node.ops[last], node.comparators[last]);
  compareOperator(unit, node.ops[last], node);
  // The way on is as short as can be: where the chain fails there is a value to drop anyway.
  unit.jump("jump_if_true", sense ? target : end, node);
  unit.jump("jump", sense ? end : target, node);
  unit.place(cleanup);
  unit.emit("pop", node);
  if (!sense) unit.jump("jump", target, node);
  unit.place(end);
}
