import { BIG_LIMBS, STATE_REMAINDER } from "../generated/constants";
import { copyWords } from "../words";
import { isStopped } from "../work";
import { divideLimbs, divideScratch } from "./divide";
import {
  countOf,
  finish,
  finishBig,
  fromInt64,
  giveBack,
  isBig,
  isInteger,
  isNegative,
  limbsOf,
  MOST_LIMBS,
  newBig,
  SMALL_ONE,
  SMALL_ZERO,
  takeScratch,
  UNDECIDED,
  valueOf,
} from "./forms";
import { addLimbs, bitsOf, compareLimbs, increment, subtractLimbs } from "./limbs";
import { multiplyLimbs, multiplyScratch } from "./multiply";

/// Sums, products, quotients, powers and order of integers. Results are words; 0: no memory; UNDECIDED: an operand is no integer,
/// or there is an exception to raise.

/** a + b, or a - b where the sign of b is turned. */
function addSigned(a: usize, b: usize, turned: bool): usize {
  const na = countOf(a);
  const nb = countOf(b);
  const negativeA = isNegative(a);
  const negativeB = isNegative(b) !== turned;
  const result = newBig(max(na, nb) + 1);
  if (result === 0) return 0;
  const x = limbsOf(a, 0);
  const y = limbsOf(b, 1);
  const r = result + BIG_LIMBS;
  if (negativeA === negativeB) {
    const n = max(na, nb);
    const carry = na >= nb ? addLimbs(r, x, na, y, nb) : addLimbs(r, y, nb, x, na);
    store<u32>(r + (n << 2), carry);
    return finishBig(result, n + <i32>carry, negativeA);
  }
  if (compareLimbs(x, na, y, nb) >= 0) {
    subtractLimbs(r, x, na, y, nb);
    return finish(result, na, negativeA);
  }
  subtractLimbs(r, y, nb, x, na);
  return finish(result, nb, negativeB);
}

/** a + b. */
export function addIntegers(a: usize, b: usize): usize {
  if (!isInteger(a) || !isInteger(b)) return UNDECIDED;
  if (!isBig(a) && !isBig(b)) {
    const x = valueOf(a);
    const y = valueOf(b);
    const sum = x + y;
    if (((x ^ sum) & (y ^ sum)) >= 0) return fromInt64(sum);
  }
  return addSigned(a, b, false);
}

/** a - b. */
export function subtractIntegers(a: usize, b: usize): usize {
  if (!isInteger(a) || !isInteger(b)) return UNDECIDED;
  if (!isBig(a) && !isBig(b)) {
    const x = valueOf(a);
    const y = valueOf(b);
    const difference = x - y;
    if (((x ^ y) & (x ^ difference)) >= 0) return fromInt64(difference);
  }
  return addSigned(a, b, true);
}

function magnitudeOf(value: i64): u64 {
  return value < 0 ? <u64>-value : <u64>value;
}

/** a * b. */
export function multiplyIntegers(a: usize, b: usize): usize {
  if (!isInteger(a) || !isInteger(b)) return UNDECIDED;
  if (!isBig(a) && !isBig(b)) {
    const x = valueOf(a);
    const y = valueOf(b);
    if (clz(magnitudeOf(x)) + clz(magnitudeOf(y)) > 64) return fromInt64(x * y);
  }
  if (a === SMALL_ZERO || b === SMALL_ZERO) return SMALL_ZERO;
  const na = countOf(a);
  const nb = countOf(b);
  if (na === 0 || nb === 0) return SMALL_ZERO;
  const result = newBig(na + nb);
  if (result === 0) return 0;
  const need = multiplyScratch(na, nb);
  const scratch = need > 0 ? takeScratch(need) : result;
  if (scratch === 0) return 0;
  const x = limbsOf(a, 0);
  const y = a === b ? x : limbsOf(b, 1);
  if (na >= nb) multiplyLimbs(result + BIG_LIMBS, x, na, y, nb, scratch);
  else multiplyLimbs(result + BIG_LIMBS, y, nb, x, na, scratch);
  if (need > 0) giveBack(scratch, need);
  return finish(result, na + nb, isNegative(a) !== isNegative(b));
}

/* ---- division ---- */

const QUOTIENT: i32 = 1;
const REMAINDER: i32 = 2;
const BOTH: i32 = 3;

/** Which of the quotient, rounded down, and the remainder, with the divisor's sign, are wanted. The remainder of both goes to STATE_REMAINDER. */
function divideIntegers(a: usize, b: usize, wanted: i32): usize {
  if (!isInteger(a) || !isInteger(b)) return UNDECIDED;
  if (!isBig(b)) {
    const y = valueOf(b);
    if (y === 0) return UNDECIDED;
    if (!isBig(a) && y !== -1) {
      const x = valueOf(a);
      let quotient = x / y;
      let rest = x - quotient * y;
      if (rest !== 0 && (rest ^ y) < 0) {
        quotient--;
        rest += y;
      }
      if (wanted === QUOTIENT) return fromInt64(quotient);
      const remainder = fromInt64(rest);
      if (wanted === REMAINDER) return remainder;
      store<usize>(STATE_REMAINDER, remainder);
      return remainder === 0 ? 0 : fromInt64(quotient);
    }
  }
  const na = countOf(a);
  const nb = countOf(b);
  const negativeA = isNegative(a);
  const negativeB = isNegative(b);
  if (na < nb) return divideByGreater(a, b, negativeA !== negativeB, wanted);
  // The remainder first, as the quotient may be given up behind it.
  const remainder = newBig(nb + 1);
  if (remainder === 0) return 0;
  const quotient = wanted !== REMAINDER ? newBig(na - nb + 2) : 0;
  if (wanted !== REMAINDER && quotient === 0) return 0;
  const need = max(divideScratch(na, nb), na);
  const scratch = takeScratch(need);
  if (scratch === 0) return 0;
  const x = limbsOf(a, 0);
  const y = limbsOf(b, 1);
  const r = remainder + BIG_LIMBS;
  const q = quotient !== 0 ? quotient + BIG_LIMBS : 0;
  divideLimbs(q, r, x, na, y, nb, scratch);
  giveBack(scratch, need);
  let isExact = true;
  for (let i = 0; i < nb && isExact; i++) isExact = load<u32>(r + (i << 2)) === 0;
  if (!isExact && negativeA !== negativeB) {
    // Rounded down, not towards 0.
    subtractLimbs(r, y, nb, r, nb);
    if (q !== 0) {
      store<u32>(q + ((na - nb + 1) << 2), 0);
      increment(q);
    }
  } else if (q !== 0) {
    store<u32>(q + ((na - nb + 1) << 2), 0);
  }
  const value = quotient !== 0 ? finish(quotient, na - nb + 2, negativeA !== negativeB) : 0;
  if (wanted === QUOTIENT) return value;
  const rest = finish(remainder, nb, negativeB);
  if (wanted === REMAINDER) return rest;
  store<usize>(STATE_REMAINDER, rest);
  return value;
}

/** The quotient is 0 or -1. */
function divideByGreater(a: usize, b: usize, negative: bool, wanted: i32): usize {
  const isBelow = negative && countOf(a) !== 0;
  if (wanted === QUOTIENT) return isBelow ? fromInt64(-1) : SMALL_ZERO;
  const rest = isBelow ? addIntegers(a, b) : addIntegers(a, SMALL_ZERO);
  if (wanted === REMAINDER) return rest;
  store<usize>(STATE_REMAINDER, rest);
  return rest === 0 ? 0 : isBelow ? fromInt64(-1) : SMALL_ZERO;
}

/** a // b. */
export function floorDivideIntegers(a: usize, b: usize): usize {
  return divideIntegers(a, b, QUOTIENT);
}

/** a % b, with the sign of b. */
export function moduloIntegers(a: usize, b: usize): usize {
  return divideIntegers(a, b, REMAINDER);
}

/** a // b, and a % b in STATE_REMAINDER. */
export function divmodIntegers(a: usize, b: usize): usize {
  return divideIntegers(a, b, BOTH);
}

/* ---- order and sign ---- */

/** -a. */
export function negateInteger(a: usize): usize {
  return isBig(a) ? withSign(a, !isNegative(a)) : subtractIntegers(SMALL_ZERO, a);
}

/** An integer with the limbs of another. */
function withSign(a: usize, negative: bool): usize {
  const n = countOf(a);
  const result = newBig(n);
  if (result === 0) return 0;
  copyWords(result + BIG_LIMBS, a + BIG_LIMBS, n);
  return finish(result, n, negative);
}

/** |a|. */
export function absoluteInteger(a: usize): usize {
  return isNegative(a) ? negateInteger(a) : isBig(a) ? a : fromInt64(valueOf(a));
}

/** -1, 0 or 1. */
export function signOfInteger(a: usize): i32 {
  return isNegative(a) ? -1 : i32(countOf(a) !== 0);
}

/** -1, 0 or 1, as the order of two integers is. */
export function compareIntegers(a: usize, b: usize): i32 {
  if (!isBig(a) && !isBig(b)) {
    const x = valueOf(a);
    const y = valueOf(b);
    return x < y ? -1 : i32(x > y);
  }
  const negative = isNegative(a);
  if (negative !== isNegative(b)) return negative ? -1 : 1;
  const order = compareLimbs(limbsOf(a, 0), countOf(a), limbsOf(b, 1), countOf(b));
  return order === 0 ? 0 : order < 0 === negative ? 1 : -1;
}

/* ---- powers ---- */

/** Bits of an integer's magnitude. */
export function bitLengthOf(a: usize): i64 {
  return bitsOf(limbsOf(a, 0), countOf(a));
}

/** a ** b. UNDECIDED also where b is negative. */
export function powerIntegers(a: usize, b: usize): usize {
  if (!isInteger(a) || !isInteger(b) || isNegative(b)) return UNDECIDED;
  const na = countOf(a);
  if (countOf(b) === 0) return SMALL_ONE;
  const bits = bitLengthOf(a);
  if (bits <= 1) {
    // 0, 1 or -1.
    const isOdd = (load<u32>(limbsOf(b, 1)) & 1) !== 0;
    return bits === 0 ? SMALL_ZERO : isNegative(a) && isOdd ? fromInt64(-1) : SMALL_ONE;
  }
  if (isBig(b)) return 0;
  const exponent = valueOf(b);
  if (exponent > (<i64>MOST_LIMBS) << 5 || (bits - 1) * exponent > (<i64>MOST_LIMBS) << 5) return 0;
  const negative = isNegative(a) && (exponent & 1) !== 0;
  if (bits * exponent < 64) {
    let value: i64 = 1;
    let square = <i64>magnitudeOf(valueOf(a));
    for (let left = exponent; left !== 0; left >>= 1) {
      if ((left & 1) !== 0) value *= square;
      square *= square;
    }
    return fromInt64(negative ? -value : value);
  }
  // Squares and products take turns in two buffers; the result is in the first at the end.
  const limit = <i32>((bits * exponent + 31) >> 5) + 1;
  const result = newBig(limit);
  if (result === 0) return 0;
  const half = (limit >> 1) + 1;
  const work = max(multiplyScratch(half, half), multiplyScratch(limit, na));
  const need = limit + na + work + 8;
  const scratch = takeScratch(need);
  if (scratch === 0) return 0;
  let from = scratch;
  let to = result + BIG_LIMBS;
  const base = scratch + (limit << 2) + 8;
  const further = base + (na << 2);
  copyWords(base, limbsOf(a, 0), na);
  copyWords(from, base, na);
  let n = na;
  for (let bit = 62 - <i32>clz(exponent); bit >= 0; bit--) {
    multiplyLimbs(to, from, n, from, n, further);
    if (isStopped()) return 0;
    n = n << 1;
    if (load<u32>(to + ((n - 1) << 2)) === 0) n--;
    const squared = to;
    to = from;
    from = squared;
    if (((exponent >> bit) & 1) === 0) continue;
    multiplyLimbs(to, from, n, base, na, further);
    if (isStopped()) return 0;
    n += na;
    if (load<u32>(to + ((n - 1) << 2)) === 0) n--;
    const product = to;
    to = from;
    from = product;
  }
  if (from !== result + BIG_LIMBS) copyWords(result + BIG_LIMBS, from, n);
  giveBack(scratch, need);
  return finish(result, n, negative);
}
