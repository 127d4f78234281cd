import { fromInt64, isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { TAIL_SIZE, TUPLE_ITEMS } from "./generated/constants";

/// Functions of the module math over integers, where argument and result have 64 bits. UNDECIDED: it takes the function itself. 0: no memory.

/** 20! is the last that fits. */
const MOST_FACTORIAL: i64 = 20;
/** Choices of so many, and all products on the way to them, fit. */
const MOST_CHOSEN_FROM: i64 = 61;
/** Products below fit with one more factor below MOST_FACTOR. */
const MOST_PRODUCT: i64 = 1 << 31;
const MOST_FACTOR: i64 = 1 << 31;
/** Integers below are doubles exactly, and their square roots are rounded to no other whole number. */
const MOST_ROOTED: i64 = 1 << 52;

/** The value of an integer that is not negative; -1: it is something else, or long. */
function naturalOf(word: usize): i64 {
  return isInteger(word) && !isBig(word) ? max(valueOf(word), -1) : -1;
}

/** n * (n - 1) * … of so many factors; -1: it may not fit. */
function product(n: i64, count: i64): i64 {
  if (n > MOST_FACTOR) return count === 0 ? 1 : -1;
  let result: i64 = 1;
  for (let i: i64 = 0; i < count; i++) {
    if (result > MOST_PRODUCT) return -1;
    result *= n - i;
  }
  return result;
}

export function mathFactorial(word: usize): usize {
  const n = naturalOf(word);
  if (n < 0 || n > MOST_FACTORIAL) return UNDECIDED;
  let result: i64 = 1;
  for (let i: i64 = 2; i <= n; i++) result *= i;
  return fromInt64(result);
}

/** `comb(n, k)`. */
export function mathComb(a: usize, b: usize): usize {
  const n = naturalOf(a);
  const k = naturalOf(b);
  if (n < 0 || k < 0 || n > MOST_CHOSEN_FROM) return UNDECIDED;
  if (k > n) return fromInt64(0);
  const count = min(k, n - k);
  let result: i64 = 1;
  for (let i: i64 = 0; i < count; i++) result = (result * (n - i)) / (i + 1);
  return fromInt64(result);
}

/** `perm(n, k)`. */
export function mathPerm(a: usize, b: usize): usize {
  const n = naturalOf(a);
  const k = naturalOf(b);
  if (n < 0 || k < 0) return UNDECIDED;
  if (k > n) return fromInt64(0);
  const result = product(n, k);
  return result < 0 ? UNDECIDED : fromInt64(result);
}

export function mathIsqrt(word: usize): usize {
  const n = naturalOf(word);
  return n < 0 || n >= MOST_ROOTED ? UNDECIDED : fromInt64(<i64>sqrt(<f64>n));
}

/** The greatest common divisor of two small integers at an address; -1: there is something else. */
function divisorOfSmall(args: usize, count: i32): i32 {
  if (count !== 2 || (load<i32>(args) & load<i32>(args, 4) & 1) === 0) return -1;
  let x = abs(load<i32>(args) >> 1);
  let y = abs(load<i32>(args, 4) >> 1);
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** gcd of two small integers; `args` is the address of as many arguments as there are. */
export function mathGcd(args: usize, count: i32): usize {
  const divisor = divisorOfSmall(args, count);
  return divisor < 0 ? UNDECIDED : fromInt64(divisor);
}

/** The same of those in a tuple. */
export function mathGcdOf(tuple: usize): usize {
  return mathGcd(tuple + TUPLE_ITEMS, load<i32>(tuple, TAIL_SIZE));
}

/** The same of lcm. */
export function mathLcm(args: usize, count: i32): usize {
  const divisor = divisorOfSmall(args, count);
  if (divisor <= 0) return divisor < 0 ? UNDECIDED : fromInt64(0);
  return fromInt64((<i64>abs(load<i32>(args) >> 1) / divisor) * <i64>abs(load<i32>(args, 4) >> 1));
}
