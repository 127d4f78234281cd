import { copyWords, fillZero } from "../words";
import { isStopped, isStoppedAfter } from "../work";
import { addLimbs, compareLimbs, increment, multiplyByLimb, significant, subtractLimbs } from "./limbs";

/// Products of magnitudes: row by row, and by Karatsuba's method where both operands are long.

/**
 * From so many limbs of the shorter operand on Karatsuba's method is used. Measured (microseconds by 2,000 | 20,000 | 100,000 bits): from 20
 * 2.1 | 64 | 823; from 28 1.33 | 55 | 705; from 36 1.36 | 56 | 739; from 44 1.4 | 59 | 737; from 60 1.35 | 59 | 803; squares alike.
 */
const KARATSUBA: i32 = 32;

/** Squares of fewer limbs are made as other products. */
const FEW_LIMBS: i32 = 6;

/** Limbs of scratch memory that {@link multiplyLimbs} needs. */
export function multiplyScratch(na: i32, nb: i32): i32 {
  const n = min(na, nb);
  return n < KARATSUBA ? 0 : na === nb ? 4 * n + 128 : 12 * n + 256;
}

/** r = a * b, na >= nb >= 1; na + nb limbs, apart from the operands and from `scratch`. */
export function multiplyLimbs(r: usize, a: usize, na: i32, b: usize, nb: i32, scratch: usize): void {
  if (nb < KARATSUBA) multiplyShort(r, a, na, b, nb);
  else if (na === nb) karatsuba(r, a, b, na, scratch);
  else multiplyPieces(r, a, na, b, nb, scratch);
}

/** r += x * a + (y * a << 32), `n` limbs; the two limbs above them. */
export function addTwoRows(r: usize, a: usize, n: i32, x: u64, y: u64): u64 {
  let low: u64 = 0;
  let high: u64 = 0;
  let previous: u64 = 0;
  for (const end = a + (n << 2); a < end; a += 4, r += 4) {
    const limb = <u64>load<u32>(a);
    const first = limb * x + <u64>load<u32>(r) + low;
    low = first >> 32;
    const second = previous * y + (first & 0xffffffff) + high;
    high = second >> 32;
    store<u32>(r, <u32>second);
    previous = limb;
  }
  return previous * y + low + high;
}

function multiplyShort(r: usize, a: usize, na: i32, b: usize, nb: i32): void {
  if (a === b && na === nb && na >= FEW_LIMBS) squareRows(r, a, na);
  else multiplyRows(r, a, na, b, nb);
}

/** r += y * a, `n` limbs, and the one that is returned. */
function addRow(r: usize, a: usize, n: i32, y: u64): u32 {
  let high: u64 = 0;
  for (const end = a + (n << 2); a < end; a += 4, r += 4) {
    const product = <u64>load<u32>(a) * y + <u64>load<u32>(r) + high;
    store<u32>(r, <u32>product);
    high = product >> 32;
  }
  return <u32>high;
}

/** r = a * a: the products of different limbs, which come twice, and those of each with itself. */
function squareRows(r: usize, a: usize, n: i32): void {
  if (n > 1) store<u32>(r + (n << 2), multiplyByLimb(r + 4, a + 4, n - 1, load<u32>(a), 0));
  for (let i = 1; i < n - 1; i++) {
    const at = i << 2;
    store<u32>(r + ((n + i) << 2), addRow(r + (at << 1) + 4, a + at + 4, n - 1 - i, <u64>load<u32>(a + at)));
  }
  store<u32>(r, 0);
  store<u32>(r + (n << 3) - 4, 0);
  let carry: u64 = 0;
  let shifted: u64 = 0;
  for (let i = 0; i < n; i++, r += 8) {
    const limb = <u64>load<u32>(a + (i << 2));
    const square = limb * limb;
    const twice = load<u64>(r);
    const doubled = (twice << 1) | shifted;
    shifted = twice >> 63;
    const sum = doubled + square;
    const total = sum + carry;
    carry = <u64>(sum < doubled) | <u64>(total < sum);
    store<u64>(r, total);
  }
}

function multiplyRows(r: usize, a: usize, na: i32, b: usize, nb: i32): void {
  let row = 0;
  if ((nb & 1) !== 0) {
    store<u32>(r + (na << 2), multiplyByLimb(r, a, na, load<u32>(b), 0));
    row = 1;
  } else {
    fillZero(r, na);
  }
  for (; row < nb; row += 2) {
    const at = row << 2;
    const top = addTwoRows(r + at, a, na, <u64>load<u32>(b + at), <u64>load<u32>(b + at + 4));
    store<u64>(r + at + (na << 2), top);
  }
}

/** r = |x - y| of nx >= ny limbs, all of nx; whether the difference is negative. */
function distance(r: usize, x: usize, nx: i32, y: usize, ny: i32): bool {
  const sx = significant(x, nx);
  const sy = significant(y, ny);
  const isNegative = compareLimbs(x, sx, y, sy) < 0;
  if (isNegative) {
    // Then x has no more limbs in use than y.
    subtractLimbs(r, y, ny, x, min(sx, ny));
    fillZero(r + (ny << 2), nx - ny);
  } else {
    subtractLimbs(r, x, nx, y, sy);
  }
  return isNegative;
}

/** r = a * b, of `n` limbs each. With B the weight of the upper halves: a0 b0 + (a0 b0 + a1 b1 - (a0 - a1)(b0 - b1)) B + a1 b1 B². */
function karatsuba(r: usize, a: usize, b: usize, n: i32, scratch: usize): void {
  if (n < KARATSUBA) {
    multiplyShort(r, a, n, b, n);
    return;
  }
  if (isStoppedAfter(0)) return;
  const low = (n + 1) >> 1;
  const high = n - low;
  const half = low << 2;
  const further = scratch + (half << 1);
  // The differences wait where the product of the lower halves will be.
  let isNegative = distance(r, a, low, a + half, high);
  if (a === b) {
    isNegative = false;
    karatsuba(scratch, r, r, low, further);
  } else {
    isNegative = isNegative !== distance(r + half, b, low, b + half, high);
    karatsuba(scratch, r, r + half, low, further);
  }
  karatsuba(r, a, b, low, further);
  karatsuba(r + (half << 1), a + half, b + half, high, further);
  // The middle is made behind, and added.
  const size = low << 1;
  let top: i32 = <i32>addLimbs(further, r, size, r + (half << 1), high << 1);
  if (isNegative) top += <i32>addLimbs(further, further, size, scratch, size);
  else top -= <i32>subtractLimbs(further, further, size, scratch, size);
  store<u32>(further + (size << 2), <u32>top);
  addLimbs(r + half, r + half, low + (high << 1), further, significant(further, size + 1));
}

/** As many limbs of the longer operand at a time as the shorter has. */
function multiplyPieces(r: usize, a: usize, na: i32, b: usize, nb: i32, scratch: usize): void {
  const further = scratch + (nb << 3);
  multiplyLimbs(r, a, nb, b, nb, further);
  for (let at = nb; at < na && !isStopped(); at += nb) {
    const piece = min(nb, na - at);
    multiplyLimbs(scratch, b, nb, a + (at << 2), piece, further);
    const target = r + (at << 2);
    // What the piece before has left on top is the lower part of this one.
    copyWords(target + (nb << 2), scratch + (nb << 2), piece);
    const carry = addLimbs(target, target, nb, scratch, nb);
    if (carry !== 0) increment(target + (nb << 2));
  }
}
