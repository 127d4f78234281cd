import type { Expression } from "acorn";

/** The number that an expression is, as it stands. */
export function literalNumber(node: Expression): number | undefined {
  if (node.type === "Literal" && typeof node.value === "number") return node.value;
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = literalNumber(node.argument);
    return value === undefined ? undefined : -value;
  }
  return undefined;
}

/** `x` of `x >>> bits`. */
export function shiftedRight(node: Expression, bits: number): Expression | undefined {
  if (node.type !== "BinaryExpression" || node.operator !== ">>>" || literalNumber(node.right) !== bits)
    return undefined;
  return node.left as Expression;
}
