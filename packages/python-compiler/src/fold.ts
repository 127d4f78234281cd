import { type Constant, mayBeInSet } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { literalConstant, truthOf } from "./constant-values.js";
import { foldBinary } from "./fold-binary.js";

type TupleConstant = Extract<Constant, { readonly kind: "tuple" | "set" }>;

/** Operators and tuples that turned out not to be constant, so that long chains are looked at once. */
export interface FoldMemory {
  readonly notConstant: Set<ast.ExprNode>;
  /** The value of `__debug__`. */
  readonly isDebug: boolean;
}

/** The constant that CPython's compiler makes of an expression, or null. Folding never fails: what would raise is left to run. */
export function foldConstant(memory: FoldMemory, node: ast.ExprNode): Constant | null {
  switch (node.kind) {
    case "Constant":
      return literalConstant(node.value);
    case "Name":
      return node.id === "__debug__" && node.ctx === "Load" ? { kind: memory.isDebug ? "true" : "false" } : null;
    case "BinOp":
    case "UnaryOp":
    case "Tuple": {
      if (memory.notConstant.has(node)) return null;
      const constant = foldOperation(memory, node);
      if (constant === null) memory.notConstant.add(node);
      return constant;
    }
    default:
      return null;
  }
}

function foldOperation(memory: FoldMemory, node: ast.BinOp | ast.UnaryOp | ast.Tuple): Constant | null {
  if (node.kind === "Tuple") {
    return node.ctx === "Load" ? foldTuple(memory, node.elts) : null;
  }
  if (node.kind === "UnaryOp") {
    const operand = foldConstant(memory, node.operand);
    return operand === null ? null : foldUnary(node.op, operand);
  }
  const left = foldConstant(memory, node.left);
  const right = left === null ? null : foldConstant(memory, node.right);
  return left === null || right === null ? null : foldBinary(node.op, left, right);
}

/** The expressions as a tuple, if all of them are constant. */
export function foldTuple(memory: FoldMemory, nodes: readonly ast.ExprNode[]): TupleConstant | null {
  const items: Constant[] = [];
  for (const node of nodes) {
    const item = foldConstant(memory, node);
    if (item === null) return null;
    items.push(item);
  }
  return { kind: "tuple", items };
}

/** The same as a frozenset; null for items whose hash is not known before the program runs as well. */
export function foldFrozenSet(memory: FoldMemory, nodes: readonly ast.ExprNode[]): Constant | null {
  const tuple = foldTuple(memory, nodes);
  return tuple?.items.every(mayBeInSet) ? { kind: "set", items: tuple.items } : null;
}

function foldUnary(operator: ast.UnaryOperator, operand: Constant): Constant | null {
  if (operator === "Not") return { kind: truthOf(operand) ? "false" : "true" };
  if (operand.kind === "float" && operator !== "Invert") {
    return operator === "USub" ? { kind: "float", value: -operand.value } : operand;
  }
  const value = integerOf(operand);
  if (value === null) return null;
  return { kind: "int", value: operator === "USub" ? -value : operator === "Invert" ? ~value : value };
}

/** The value of an integer or bool. */
function integerOf(constant: Constant): bigint | null {
  if (constant.kind === "int") return constant.value;
  return constant.kind === "true" ? 1n : constant.kind === "false" ? 0n : null;
}
