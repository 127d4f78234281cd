import type { ast } from "@hotpy/python-parser";
import { constantText, equalityKey } from "./constant-keys.js";

interface ComplexParts {
  readonly real: number;
  readonly imaginary: number;
  /** It is a complex number, even where its imaginary part is 0. */
  readonly hasImaginary: boolean;
}

/** The parts of a number as patterns can have it, such as `-1 + 2j`; undefined for what is none. */
export function complexParts(node: ast.ExprNode): ComplexParts | undefined {
  if (node.kind === "Constant") {
    const { value } = node;
    if (value.type === "complex") return { real: 0, imaginary: value.value, hasImaginary: true };
    if (value.type !== "int" && value.type !== "float") return undefined;
    return { real: Number(value.value), imaginary: 0, hasImaginary: false };
  }
  if (node.kind === "UnaryOp" && node.op === "USub") {
    const operand = complexParts(node.operand);
    return operand && { ...operand, real: -operand.real, imaginary: -operand.imaginary };
  }
  if (node.kind !== "BinOp" || (node.op !== "Add" && node.op !== "Sub")) return undefined;
  const [left, right] = [complexParts(node.left), complexParts(node.right)];
  if (left === undefined || right === undefined) return undefined;
  const sign = node.op === "Add" ? 1 : -1;
  return {
    real: left.real + sign * right.real,
    imaginary: left.imaginary + sign * right.imaginary,
    hasImaginary: left.hasImaginary || right.hasImaginary,
  };
}

/** A text for what the number is equal to, and its `repr`. */
export function complexKey({ real, imaginary }: ComplexParts): { text: string; shown: string } {
  const isReal = imaginary === 0;
  const shownOf = (value: number): string =>
    Object.is(value, -0) ? "-0" : constantText({ kind: "float", value }).replace(/\.0$/, "");
  const second = `${shownOf(imaginary)}j`;
  const shown =
    real === 0 && !Object.is(real, -0) ? second : `(${shownOf(real)}${second.startsWith("-") ? "" : "+"}${second})`;
  return { text: isReal ? equalityKey({ kind: "float", value: real }) : `complex ${real || 0} ${imaginary}`, shown };
}
