import type { Constant } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";

/** Larger results are left to run, as in CPython: bits of an integer, characters of a string, items of a tuple. */
const MAX_BITS = 128;
const MAX_CHARACTERS = 4096;
const MAX_ITEMS = 256;

/** The constant `left operator right`, or null where CPython does not fold, or the result might differ in the last bit. */
export function foldBinary(operator: ast.Operator, left: Constant, right: Constant): Constant | null {
  const [a, b] = [integer(left), integer(right)];
  if (a !== null && b !== null) {
    if (operator === "Div") return divide(a, b);
    const value = foldIntegers(operator, a, b);
    if (value === null) return null;
    // Bitwise operators of two bools give a bool.
    if (operator.startsWith("Bit") && isBool(left) && isBool(right)) return { kind: value === 1n ? "true" : "false" };
    return { kind: "int", value };
  }
  const [x, y] = [float(left), float(right)];
  if (x !== null && y !== null) {
    const value = foldFloats(operator, x, y);
    return value === null ? null : { kind: "float", value };
  }
  return foldSequences(operator, left, right);
}

const isBool = (constant: Constant): boolean => constant.kind === "true" || constant.kind === "false";

function integer(constant: Constant): bigint | null {
  switch (constant.kind) {
    case "int":
      return constant.value;
    case "true":
      return 1n;
    case "false":
      return 0n;
    default:
      return null;
  }
}

/** As a float, if it is a number that is one exactly. */
function float(constant: Constant): number | null {
  if (constant.kind === "float") return constant.value;
  const value = integer(constant);
  return value !== null && isExact(value) ? Number(value) : null;
}

function isExact(value: bigint): boolean {
  return value >= -(2n ** 53n) && value <= 2n ** 53n;
}

function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

function divide(a: bigint, b: bigint): Constant | null {
  // The quotient of two exact floats is rounded once, as Python wants it.
  return b !== 0n && isExact(a) && isExact(b) ? { kind: "float", value: Number(a) / Number(b) } : null;
}

function foldIntegers(operator: ast.Operator, a: bigint, b: bigint): bigint | null {
  switch (operator) {
    case "Add":
      return a + b;
    case "Sub":
      return a - b;
    case "Mult":
      return bits(a) + bits(b) > MAX_BITS ? null : a * b;
    case "FloorDiv":
      return b === 0n ? null : floorDivide(a, b);
    case "Mod":
      return b === 0n ? null : a - floorDivide(a, b) * b;
    case "Pow":
      return b < 0n || b > BigInt(MAX_BITS) || BigInt(bits(a)) * b > BigInt(MAX_BITS) ? null : a ** b;
    case "LShift":
      return b < 0n || BigInt(bits(a)) + b > BigInt(MAX_BITS) ? null : a << b;
    case "RShift":
      return b < 0n ? null : a >> b;
    case "BitAnd":
      return a & b;
    case "BitOr":
      return a | b;
    case "BitXor":
      return a ^ b;
    default:
      return null;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function foldFloats(operator: ast.Operator, x: number, y: number): number | null {
  switch (operator) {
    case "Add":
      return x + y;
    case "Sub":
      return x - y;
    case "Mult":
      return x * y;
    case "Div":
      return y === 0 ? null : x / y;
    default:
      return null;
  }
}

function foldSequences(operator: ast.Operator, left: Constant, right: Constant): Constant | null {
  if (operator === "Add") {
    if (left.kind === "str" && right.kind === "str") {
      // Two lone surrogates would become one character.
      const joins = /[\ud800-\udbff]$/.test(left.value) && /^[\udc00-\udfff]/.test(right.value);
      return joins ? null : { kind: "str", value: left.value + right.value };
    }
    if (left.kind === "tuple" && right.kind === "tuple")
      return { kind: "tuple", items: [...left.items, ...right.items] };
    return null;
  }
  if (operator !== "Mult") return null;
  const [sequence, times] = right.kind === "int" ? [left, right.value] : [right, integer(left)];
  if (times === null) return null;
  const count = times < 0n ? 0 : Number(times);
  if (sequence.kind === "str") {
    return sequence.value.length * count > MAX_CHARACTERS ? null : { kind: "str", value: sequence.value.repeat(count) };
  }
  if (sequence.kind === "tuple") {
    if (sequence.items.length * count > MAX_ITEMS) return null;
    return { kind: "tuple", items: Array.from({ length: count }, () => sequence.items).flat() };
  }
  return null;
}
