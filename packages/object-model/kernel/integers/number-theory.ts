import { BIG_LIMBS, STATE_REMAINDER } from "../generated/constants";
import { copyWords, fillZero, tagSmall } from "../words";
import { isStoppedAfter } from "../work";
import {
  absoluteInteger,
  addIntegers,
  bitLengthOf,
  compareIntegers,
  divmodIntegers,
  floorDivideIntegers,
  moduloIntegers,
  multiplyIntegers,
  subtractIntegers,
} from "./arithmetic";
import { shiftIntegersLeft, shiftIntegersRight } from "./bits";
import { divideLimbs, divideScratch } from "./divide";
import { countOf, finish, giveBack, limbsOf, newBig, SMALL_ONE, SMALL_ZERO, takeScratch, UNDECIDED } from "./forms";
import { compareLimbs, significant } from "./limbs";

/// Greatest common divisors, inverses and square roots.

/** The greatest common divisor, not negative. 0: no memory. */
export function gcdIntegers(a: usize, b: usize): usize {
  const na = countOf(a);
  const nb = countOf(b);
  const n = max(na, nb);
  if (n === 0) return SMALL_ZERO;
  const result = newBig(n + 1);
  if (result === 0) return 0;
  const need = 4 * (n + 2) + divideScratch(n, 1) + 2 * n + 8 + divideScratch(n, n);
  const scratch = takeScratch(need);
  if (scratch === 0) return 0;
  const room = (n + 2) << 2;
  let x = scratch;
  let y = scratch + room;
  let spareX = y + room;
  let spareY = spareX + room;
  const further = spareY + room;
  copyWords(x, limbsOf(a, 0), na);
  copyWords(y, limbsOf(b, 1), nb);
  let nx = na;
  let ny = nb;
  if (compareLimbs(x, nx, y, ny) < 0) {
    x = scratch + room;
    y = scratch;
    nx = nb;
    ny = na;
  }
  while (ny > 0 && nx > 2) {
    if (isStoppedAfter(2 * nx)) return 0;
    const k = ny > 2 ? lehmerSteps(x, nx, y, ny) : 0;
    if (k === 0) {
      divideLimbs(0, spareX, x, nx, y, ny, further);
      const old = x;
      x = y;
      nx = ny;
      y = spareX;
      ny = significant(y, ny);
      spareX = old;
      continue;
    }
    // y may be shorter than x: the steps look at limbs that are 0.
    fillZero(y + (ny << 2), nx - ny);
    if ((k & 1) !== 0) {
      combine(spareX, y, x, nx, lehmerA, lehmerB);
      combine(spareY, x, y, nx, lehmerD, lehmerC);
    } else {
      combine(spareX, x, y, nx, lehmerA, lehmerB);
      combine(spareY, y, x, nx, lehmerD, lehmerC);
    }
    const oldX = x;
    const oldY = y;
    x = spareX;
    y = spareY;
    spareX = oldX;
    spareY = oldY;
    ny = significant(y, nx);
    nx = significant(x, nx);
  }
  const r = result + BIG_LIMBS;
  if (ny === 0) {
    copyWords(r, x, nx);
    giveBack(scratch, need);
    return finish(result, nx, false);
  }
  let p: u64 = nx === 2 ? load<u64>(x) : <u64>load<u32>(x);
  let q: u64 = ny === 2 ? load<u64>(y) : <u64>load<u32>(y);
  while (q !== 0) {
    const rest = p % q;
    p = q;
    q = rest;
  }
  store<u64>(r, p);
  giveBack(scratch, need);
  return finish(result, 2, false);
}

/* The last steps of Lehmer's: after an even number of them x, y become A x - B y, D y - C x; after an odd one A y - B x, D x - C y. */
let lehmerA: i64 = 0;
let lehmerB: i64 = 0;
let lehmerC: i64 = 0;
let lehmerD: i64 = 0;

/** The limbs of a magnitude at and below `top`, as 60 bits, as those of another begin that is shifted by `bits`. */
function leading(a: usize, n: i32, top: i32, bits: i32): i64 {
  const first: u64 = top < n ? <u64>load<u32>(a + (top << 2)) : 0;
  const second: u64 = top - 1 < n ? <u64>load<u32>(a + ((top - 1) << 2)) : 0;
  const third: u64 = top - 2 < n ? <u64>load<u32>(a + ((top - 2) << 2)) : 0;
  const both = (first << 32) | second;
  const all = bits === 0 ? both : (both << bits) | (third >> (32 - bits));
  return <i64>(all >> 4);
}

/** Steps of Euclid's algorithm that the leading bits decide; x >= y, of 3 limbs or more. */
function lehmerSteps(a: usize, na: i32, b: usize, nb: i32): i32 {
  const bits = <i32>clz(load<u32>(a + ((na - 1) << 2)));
  let x = leading(a, na, na - 1, bits);
  let y = leading(b, nb, na - 1, bits);
  let A: i64 = 1;
  let B: i64 = 0;
  let C: i64 = 0;
  let D: i64 = 1;
  let k = 0;
  for (; ; k++) {
    if (y === C) break;
    const quotient = (x + (A - 1)) / (y - C);
    const s = B + quotient * D;
    const t = x - quotient * y;
    if (s > t) break;
    x = y;
    y = t;
    const next = A + quotient * C;
    A = D;
    B = C;
    C = s;
    D = next;
  }
  lehmerA = A;
  lehmerB = B;
  lehmerC = C;
  lehmerD = D;
  return k;
}

/** r = f x - g y, which is not negative, `n` limbs. */
function combine(r: usize, x: usize, y: usize, n: i32, f: i64, g: i64): void {
  let carry: i64 = 0;
  for (let i = 0; i < n << 2; i += 4) {
    carry += f * <i64>load<u32>(x + i) - g * <i64>load<u32>(y + i);
    store<u32>(r + i, <u32>carry);
    carry >>= 32;
  }
}

/** The inverse of a modulo m, with the sign of m. 0: no memory; UNDECIDED: there is none. */
export function invertModuloIntegers(a: usize, m: usize): usize {
  const magnitude = absoluteInteger(m);
  if (magnitude === 0) return 0;
  let r0 = magnitude;
  let r1 = moduloIntegers(a, magnitude);
  let t0 = SMALL_ZERO;
  let t1 = SMALL_ONE;
  while (r1 !== SMALL_ZERO) {
    const quotient = divmodIntegers(r0, r1);
    if (quotient === 0) return 0;
    r0 = r1;
    r1 = load<usize>(STATE_REMAINDER);
    const product = multiplyIntegers(quotient, t1);
    if (product === 0) return 0;
    const next = subtractIntegers(t0, product);
    if (next === 0 || r1 === 0) return 0;
    t0 = t1;
    t1 = next;
  }
  return r0 === SMALL_ONE ? moduloIntegers(t0, m) : UNDECIDED;
}

/**
 * The square root, rounded down, of an integer that is not negative. 0: no memory. By Newton's method with as many bits as are
 * known at each step, as in CPython's `math.isqrt`.
 */
export function squareRootOfInteger(a: usize): usize {
  const bits = <i32>bitLengthOf(a);
  if (bits === 0) return SMALL_ZERO;
  const c = (bits - 1) >> 1;
  let root = SMALL_ONE;
  let d = 0;
  for (let s = 31 - <i32>clz(c); s >= 0; s--) {
    const e = d;
    d = c >> s;
    const upper = shiftIntegersRight(a, tagSmall(2 * c - e - d + 1));
    if (upper === 0) return 0;
    const quotient = floorDivideIntegers(upper, root);
    const shifted = shiftIntegersLeft(root, tagSmall(d - e - 1));
    if (quotient === 0 || shifted === 0) return 0;
    root = addIntegers(shifted, quotient);
    if (root === 0) return 0;
  }
  const square = multiplyIntegers(root, root);
  if (square === 0) return 0;
  return compareIntegers(square, a) > 0 ? subtractIntegers(root, SMALL_ONE) : root;
}
