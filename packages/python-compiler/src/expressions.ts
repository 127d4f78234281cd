import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { compileAttribute, compileSlice, compileSubscript } from "./accesses.js";
import { compileAwait } from "./await.js";
import { compileCall } from "./calls.js";
import { compileCompare, negatedTest } from "./comparison.js";
import { compileComprehension, compileDictComprehension } from "./comprehensions.js";
import { jumpIf } from "./conditions.js";
import { compileDict, compileList, compileSet, compileTuple } from "./displays.js";
import { compileFormattedValue, compileJoinedString } from "./f-strings.js";
import { foldConstant } from "./fold.js";
import { compileLambda } from "./functions.js";
import { compileLiteral } from "./literals.js";
import { binaryInstruction } from "./operators.js";
import { percentFormat } from "./percent-format.js";
import type { Unit } from "./unit.js";
import { deleteVariable, loadVariable, storeVariable } from "./variables.js";
import { compileYield, compileYieldFrom } from "./yields.js";

/** Compiles an expression: loads its value, or stores to or deletes it, as its context says. */
export function compileExpression(unit: Unit, node: ast.ExprNode): void {
  unit.context.depth.enter();
  compileKind(unit, node);
  unit.context.depth.leave();
}

function compileKind(unit: Unit, node: ast.ExprNode): void {
  switch (node.kind) {
    case "Name":
      return compileName(unit, node);
    case "Constant":
      return compileConstant(unit, node);
    case "Attribute":
      return compileAttribute(unit, node);
    case "Call":
      return compileCall(unit, node);
    case "BinOp":
      return compileBinary(unit, node);
    case "Subscript":
      return compileSubscript(unit, node);
    case "Compare":
      return compileCompare(unit, node);
    case "BoolOp":
      return compileBoolean(unit, node);
    case "UnaryOp":
      return compileUnary(unit, node);
    case "IfExp":
      return compileConditional(unit, node);
    case "NamedExpr":
      return compileNamed(unit, node);
    case "Lambda":
      return compileLambda(unit, node);
    case "Tuple":
      return compileTuple(unit, node);
    case "List":
      return compileList(unit, node);
    case "Set":
      return compileSet(unit, node);
    case "Dict":
      return compileDict(unit, node);
    case "ListComp":
      return compileComprehension(unit, node, "<listcomp>", "build_list", "list_append");
    case "SetComp":
      return compileComprehension(unit, node, "<setcomp>", "build_set", "set_add");
    case "GeneratorExp":
      return compileComprehension(unit, node, "<genexpr>", null, null);
    case "DictComp":
      return compileDictComprehension(unit, node);
    case "JoinedStr":
      return compileJoinedString(unit, node);
    case "FormattedValue":
      return compileFormattedValue(unit, node);
    case "Yield":
      return compileYield(unit, node);
    case "YieldFrom":
      return compileYieldFrom(unit, node);
    case "Slice":
      return compileSlice(unit, node);
    case "Starred":
      return unit.fail(
        node,
        node.ctx === "Store"
          ? "starred assignment target must be in a list or tuple"
          : "can't use starred expression here",
      );
    case "Await":
      return compileAwait(unit, node);
  }
}

function compileName(unit: Unit, node: ast.Name): void {
  if (node.ctx === "Load") loadVariable(unit, node.id, node);
  else if (node.ctx === "Store") storeVariable(unit, node.id, node);
  else deleteVariable(unit, node.id, node);
}

function compileConstant(unit: Unit, node: ast.Constant): void {
  compileLiteral(unit, node.value, node);
}

function compileBinary(unit: Unit, node: ast.BinOp): void {
  const constant = foldConstant(unit.context, node);
  if (constant !== null) return unit.loadConstant(constant, node);
  const formatted = percentFormat(node);
  if (formatted !== null) return unit.expression(formatted);
  unit.expression(node.left);
  unit.expression(node.right);
  unit.emit(binaryInstruction[node.op], node);
}

const unaryInstruction: Readonly<Record<ast.UnaryOperator, string>> = {
  Invert: "unary_invert",
  Not: "unary_not",
  UAdd: "unary_pos",
  USub: "unary_neg",
};

function compileUnary(unit: Unit, node: ast.UnaryOp): void {
  const constant = foldConstant(unit.context, node);
  if (constant !== null) return unit.loadConstant(constant, node);
  const opposite = negatedTest(node);
  if (opposite !== null) return compileCompare(unit, opposite);
  const { operand } = node;
  unit.expression(operand);
  unit.emit(unaryInstruction[node.op], node);
}

function compileBoolean(unit: Unit, node: ast.BoolOp): void {
  const end = new Label();
  const last = node.values.length - 1;
  for (const value of node.values.slice(0, last)) compileOperand(unit, value, node, end);
  unit.expression(node.values[last]);
  unit.place(end);
}

/** An operand that is not the last: if it decides the result, jumps to `end` with its value, else leaves nothing. */
function compileOperand(unit: Unit, value: ast.ExprNode, node: ast.BoolOp, end: Label): void {
  if (value.kind === "BoolOp" && value.op !== node.op) {
    // In `(a and b) or c` a false a leads straight to c.
    const next = new Label();
    const last = value.values.length - 1;
    for (const part of value.values.slice(0, last)) jumpIf(unit, part, next, value.op === "Or", value);
    compileOperand(unit, value.values[last], node, end);
    unit.place(next);
    return;
  }
  unit.expression(value);
  unit.jump(node.op === "And" ? "jump_if_false_or_pop" : "jump_if_true_or_pop", end, node);
}

function compileConditional(unit: Unit, node: ast.IfExp): void {
  const [otherwise, end] = [new Label(), new Label()];
  jumpIf(unit, node.test, otherwise, false, node);
  unit.expression(node.body);
  unit.jump("jump", end, null);
  unit.place(otherwise);
  unit.expression(node.orelse);
  unit.place(end);
}

function compileNamed(unit: Unit, node: ast.NamedExpr): void {
  unit.expression(node.value);
  unit.emit("dup", node);
  unit.expression(node.target);
}
