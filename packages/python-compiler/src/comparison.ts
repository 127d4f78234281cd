import { type Constant, Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { buildSearchedSet } from "./displays.js";
import type { Place } from "./errors.js";
import { foldConstant, foldFrozenSet, foldTuple } from "./fold.js";
import type { Unit } from "./unit.js";

const instructions: Readonly<Record<ast.CompareOperator, readonly [name: string, flags: number]>> = {
  Eq: ["compare_eq", 0],
  NotEq: ["compare_ne", 0],
  Lt: ["compare_lt", 0],
  LtE: ["compare_le", 0],
  Gt: ["compare_gt", 0],
  GtE: ["compare_ge", 0],
  Is: ["is_same", 0],
  IsNot: ["is_same", 1],
  In: ["contains", 0],
  NotIn: ["contains", 1],
};

export function compareOperator(unit: Unit, operator: ast.CompareOperator, place: Place): void {
  const [name, flags] = instructions[operator];
  unit.emit(name, place, flags);
}

/** The right operand. A list or set of constants that is only searched becomes a constant tuple or frozenset, as in CPython. */
export function compileRight(unit: Unit, operator: ast.CompareOperator, node: ast.ExprNode): void {
  const isSearched = operator === "In" || operator === "NotIn";
  const constant = isSearched ? searchedConstant(unit, node) : null;
  if (constant !== null) unit.loadConstant(constant, node);
  else if (isSearched && node.kind === "Set" && foldTuple(unit.context, node.elts) !== null)
    buildSearchedSet(unit, node);
  else unit.expression(node);
}

function searchedConstant({ context }: Unit, node: ast.ExprNode): Constant | null {
  if (node.kind === "List") return foldTuple(context, node.elts);
  return node.kind === "Set" ? foldFrozenSet(context, node.elts) : null;
}

/** The value of a comparison or a chain of them. */
export function compileCompare(unit: Unit, node: ast.Compare): void {
  warnAboutIdentity(unit, node);
  unit.expression(node.left);
  const last = node.ops.length - 1;
  const [cleanup, end] = [new Label(), new Label()];
  for (let i = 0; i < last; i++) {
    compileRight(unit, node.ops[i], node.comparators[i]);
    unit.emit("dup", node);
    unit.emit("rotate", node, 3);
    compareOperator(unit, node.ops[i], node);
    unit.jump("jump_if_false_or_pop", cleanup, node);
  }
  compileRight(unit, node.ops[last], node.comparators[last]);
  compareOperator(unit, node.ops[last], node);
  if (last === 0) return;
  unit.jump("jump", end, null);
  unit.place(cleanup);
  unit.emit("swap", node);
  unit.emit("pop", node);
  unit.place(end);
}

/** CPython's SyntaxWarning for `x is 1`. */
export function warnAboutIdentity(unit: Unit, node: ast.Compare): void {
  let left: ast.ExprNode = node.left;
  node.ops.forEach((operator, i) => {
    const right = node.comparators[i];
    if ((operator === "Is" || operator === "IsNot") && (isLiteral(unit, left) || isLiteral(unit, right))) {
      unit.context.warn(
        node,
        operator === "Is" ? '"is" with a literal. Did you mean "=="?' : '"is not" with a literal. Did you mean "!="?',
      );
    }
    left = right;
  });
}

/** A constant that `is` should not be asked about: not None, a bool or Ellipsis, of which there is one. */
function isLiteral(unit: Unit, node: ast.ExprNode): boolean {
  const constant = foldConstant(unit.context, node);
  return constant !== null && !["none", "true", "false", "ellipsis"].includes(constant.kind);
}

const oppositeTest: Partial<Record<ast.CompareOperator, ast.CompareOperator>> = {
  In: "NotIn",
  NotIn: "In",
  Is: "IsNot",
  IsNot: "Is",
};

/**
 * `not a in b` is `a not in b`, at the place of the comparison; null for anything else. The other comparisons may have
 * results that are no bools.
 */
export function negatedTest({ op, operand }: ast.UnaryOp): ast.Compare | null {
  if (op !== "Not" || operand.kind !== "Compare" || operand.ops.length > 1) return null;
  const opposite = oppositeTest[operand.ops[0]];
  return opposite === undefined ? null : { ...operand, ops: [opposite] };
}
