import { BIG_LIMBS, FALSE, TRUE } from "../generated/constants";
import { copyWords, fillZero } from "../words";
import { bitLengthOf } from "./arithmetic";
import {
  countOf,
  finish,
  fromInt64,
  isBig,
  isBool,
  isInteger,
  isNegative,
  limbsOf,
  MOST_LIMBS,
  newBig,
  UNDECIDED,
  valueOf,
} from "./forms";
import { areZero, increment, shiftLimbsLeft, shiftLimbsRight } from "./limbs";

/// Integers as bits, in two's complement without end. Results are as those of the arithmetic.

const AND: i32 = 0;
const OR: i32 = 1;
const XOR: i32 = 2;

function combine<T>(operation: i32, x: T, y: T): T {
  return operation === AND ? x & y : operation === OR ? x | y : x ^ y;
}

/** Of magnitudes, the first limbs that both have by 128 bits at a time. */
function combineMagnitudes(operation: i32, result: usize, x: usize, na: i32, y: usize, nb: i32): usize {
  if (na < nb) return combineMagnitudes(operation, result, y, nb, x, na);
  const r = result + BIG_LIMBS;
  const end = nb << 2;
  let i = 0;
  for (; i + 16 <= end; i += 16) {
    const p = v128.load(x + i);
    const q = v128.load(y + i);
    v128.store(r + i, operation === AND ? v128.and(p, q) : operation === OR ? v128.or(p, q) : v128.xor(p, q));
  }
  for (; i < end; i += 4) store<u32>(r + i, combine<u32>(operation, load<u32>(x + i), load<u32>(y + i)));
  if (operation === AND) return finish(result, nb, false);
  copyWords(r + end, x + end, na - nb);
  return finish(result, na, false);
}

function combineIntegers(operation: i32, a: usize, b: usize): usize {
  if (!isInteger(a) || !isInteger(b)) return UNDECIDED;
  if (!isBig(a) && !isBig(b)) {
    const value = combine<i64>(operation, valueOf(a), valueOf(b));
    if (isBool(a) && isBool(b)) return value !== 0 ? TRUE : FALSE;
    return fromInt64(value);
  }
  const na = countOf(a);
  const nb = countOf(b);
  const n = max(na, nb) + 1;
  const result = newBig(n);
  if (result === 0) return 0;
  const x = limbsOf(a, 0);
  const y = limbsOf(b, 1);
  const r = result + BIG_LIMBS;
  if (!isNegative(a) && !isNegative(b)) return combineMagnitudes(operation, result, x, na, y, nb);
  // -x is ~x + 1: all ones, and a carry that goes up with the limbs.
  const turnX: u64 = isNegative(a) ? 0xffffffff : 0;
  const turnY: u64 = isNegative(b) ? 0xffffffff : 0;
  const turnR = combine<u64>(operation, turnX, turnY);
  let carryX = turnX & 1;
  let carryY = turnY & 1;
  let carryR = turnR & 1;
  for (let i = 0; i < n; i++) {
    const at = i << 2;
    carryX += (i < na ? <u64>load<u32>(x + at) : 0) ^ turnX;
    carryY += (i < nb ? <u64>load<u32>(y + at) : 0) ^ turnY;
    carryR += (combine<u64>(operation, carryX, carryY) & 0xffffffff) ^ turnR;
    store<u32>(r + at, <u32>carryR);
    carryX >>= 32;
    carryY >>= 32;
    carryR >>= 32;
  }
  return finish(result, n, turnR !== 0);
}

/** a & b; of two bools a bool. */
export function andIntegers(a: usize, b: usize): usize {
  return combineIntegers(AND, a, b);
}

/** a | b; of two bools a bool. */
export function orIntegers(a: usize, b: usize): usize {
  return combineIntegers(OR, a, b);
}

/** a ^ b; of two bools a bool. */
export function xorIntegers(a: usize, b: usize): usize {
  return combineIntegers(XOR, a, b);
}

/** a << count. UNDECIDED also where the count is negative. */
export function shiftIntegersLeft(a: usize, count: usize): usize {
  if (!isInteger(a) || !isInteger(count) || isNegative(count)) return UNDECIDED;
  const na = countOf(a);
  if (na === 0) return fromInt64(0);
  if (isBig(count)) return 0;
  const bits = valueOf(count);
  if (bits > (<i64>MOST_LIMBS) << 5) return 0;
  if (!isBig(a) && bits < 63) {
    const value = valueOf(a);
    const shifted = value << bits;
    if (shifted >> bits === value) return fromInt64(shifted);
  }
  const whole = <i32>(bits >> 5);
  const result = newBig(na + whole + 1);
  if (result === 0) return 0;
  const r = result + BIG_LIMBS;
  fillZero(r, whole);
  const to = r + (whole << 2);
  store<u32>(to + (na << 2), shiftLimbsLeft(to, limbsOf(a, 0), na, <i32>bits & 31));
  return finish(result, na + whole + 1, isNegative(a));
}

/** a >> count, rounded down. UNDECIDED also where the count is negative. */
export function shiftIntegersRight(a: usize, count: usize): usize {
  if (!isInteger(a) || !isInteger(count) || isNegative(count)) return UNDECIDED;
  const bits = isBig(count) ? i64.MAX_VALUE : valueOf(count);
  if (!isBig(a)) return fromInt64(valueOf(a) >> min(bits, 63));
  const na = countOf(a);
  const negative = isNegative(a);
  if (bits >= (<i64>na) << 5) return fromInt64(negative ? -1 : 0);
  const whole = <i32>(bits >> 5);
  const rest = <i32>bits & 31;
  const n = na - whole;
  const result = newBig(n + 1);
  if (result === 0) return 0;
  const r = result + BIG_LIMBS;
  const x = limbsOf(a, 0);
  shiftLimbsRight(r, x + (whole << 2), n, rest);
  store<u32>(r + (n << 2), 0);
  const isExact = (load<u32>(x + (whole << 2)) & ((1 << rest) - 1)) === 0 && areZero(x, whole);
  if (negative && !isExact) increment(r);
  return finish(result, n + 1, negative);
}

/** ~a. */
export function invertInteger(a: usize): usize {
  return xorIntegers(a, <usize>-1);
}

/** Bits of the magnitude. */
export function bitLengthOfInteger(a: usize): i32 {
  return <i32>bitLengthOf(a);
}

/** Ones in the magnitude. */
export function bitCountOfInteger(a: usize): i32 {
  const x = limbsOf(a, 0);
  let count = 0;
  for (let i = (countOf(a) - 1) << 2; i >= 0; i -= 4) count += popcnt<i32>(load<i32>(x + i));
  return count;
}
