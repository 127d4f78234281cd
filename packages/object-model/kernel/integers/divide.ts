import { fillZero } from "../words";
import { isStopped, isStoppedAfter } from "../work";
import {
  addLimbs,
  compareLimbs,
  decrement,
  divideByLimb,
  shiftLimbsLeft,
  shiftLimbsRight,
  significant,
  subtractLimbs,
} from "./limbs";
import { multiplyLimbs, multiplyScratch } from "./multiply";

/// Division of magnitudes: Knuth's algorithm D, and for long operands by halves, so that it costs as much as a few products.

/**
 * From so many limbs of divisor and quotient on division goes by halves. Measured (microseconds, of twice as many bits by 2,000 | 20,000 |
 * 100,000): never 4.5 | 382 | 10,001; from 120 4.6 | 134 | 1,622; from 80 4.7 | 133 | 2,050; from 60 3.4 | 150 | 1,526; from 40
 * 3.4 | 123 | 1,510. CPython 3.11 divides row by row.
 */
const HALVES: i32 = 40;

/** Limbs of scratch memory that {@link divideLimbs} needs. */
export function divideScratch(na: i32, nb: i32): i32 {
  const own = na + nb + 4;
  return min(nb, na - nb) < HALVES ? own : own + 2 * nb + multiplyScratch(nb, nb - 1);
}

/**
 * q = a / b, na >= nb >= 1, na - nb + 1 limbs; a % b, nb limbs, replaces nothing but goes to `rest`. Neither operand has zeros on
 * top. `q` may be 0: only the remainder is wanted.
 */
export function divideLimbs(q: usize, rest: usize, a: usize, na: i32, b: usize, nb: i32, scratch: usize): void {
  if (nb === 1) {
    store<u32>(rest, divideByLimb(q !== 0 ? q : scratch, a, na, load<u32>(b)));
    return;
  }
  const bits = <i32>clz<u32>(load<u32>(b + ((nb - 1) << 2)));
  const u = scratch;
  const v = u + ((na + 1) << 2);
  const further = v + (nb << 2);
  store<u32>(u + (na << 2), shiftLimbsLeft(u, a, na, bits));
  shiftLimbsLeft(v, b, nb, bits);
  divideNormal(q, u, na + 1, v, nb, further);
  shiftLimbsRight(rest, u, nb, bits);
}

/** Divides `u` by `v`, whose top bit is set and which is greater than the top nv limbs of `u`; the remainder stays in `u`. */
function divideNormal(q: usize, u: usize, nu: i32, v: usize, nv: i32, scratch: usize): void {
  const count = nu - nv;
  if (min(nv, count) < HALVES) {
    divideRows(q, u, nu, v, nv);
    return;
  }
  // The quotient in pieces as long as the divisor, from the top.
  const further = scratch + (nv << 2);
  let length = count % nv;
  if (length === 0) length = nv;
  for (let at = count - length; at >= 0 && !isStopped(); at -= nv) {
    divideHalves(q !== 0 ? q + (at << 2) : scratch, u + (at << 2), length, v, nv, further);
    length = nv;
  }
}

/**
 * A quotient of `count` <= nv limbs: of `u`, nv + count limbs, whose top nv are less than `v`. The upper half of the quotient, then
 * the lower one, as in Burnikel's and Ziegler's method.
 */
function divideHalves(q: usize, u: usize, count: i32, v: usize, nv: i32, scratch: usize): void {
  if (count < HALVES) {
    divideRows(q, u, nv + count, v, nv);
    return;
  }
  if (isStoppedAfter(0)) return;
  const low = count >> 1;
  divideByTop(q + (low << 2), u + (low << 2), count - low, v, nv, scratch);
  divideByTop(q, u, low, v, nv, scratch);
}

/** As {@link divideHalves}, count < nv: divides by as many limbs on top of the divisor, then takes the others into account. */
function divideByTop(q: usize, u: usize, count: i32, v: usize, nv: i32, scratch: usize): void {
  const others = nv - count;
  const upper = v + (others << 2);
  const end = u + (nv << 2);
  let top: i32 = 0;
  if (compareLimbs(end, significant(end, count), upper, count) < 0) {
    divideHalves(q, u + (others << 2), count, upper, count, scratch);
  } else {
    // They are equal. The quotient is estimated as the greatest of so many limbs.
    for (let i = 0; i < count; i++) store<u32>(q + (i << 2), 0xffffffff);
    fillZero(end, count);
    top = <i32>addLimbs(u + (others << 2), u + (others << 2), count, upper, count);
  }
  const further = scratch + (nv << 2);
  if (count >= others) multiplyLimbs(scratch, q, count, v, others, further);
  else multiplyLimbs(scratch, v, others, q, count, further);
  if (isStopped()) return;
  top -= <i32>subtractLimbs(u, u, nv, scratch, nv);
  // The estimate was two too large at most.
  for (; top < 0; top += <i32>addLimbs(u, u, nv, v, nv)) decrement(q);
}

/** One limb of the quotient at a time. */
function divideRows(q: usize, u: usize, nu: i32, v: usize, nv: i32): void {
  const high = <u64>load<u32>(v + ((nv - 1) << 2));
  const next = <u64>load<u32>(v + ((nv - 2) << 2));
  for (let j = nu - nv - 1; j >= 0; j--) {
    const at = u + (j << 2);
    const top = at + (nv << 2);
    const two = load<u64>(top - 4);
    let digit = two / high;
    let rest = two - digit * high;
    while (digit >= 0x100000000 || digit * next > ((rest << 32) | <u64>load<u32>(top - 8))) {
      digit--;
      rest += high;
      if (rest >= 0x100000000) break;
    }
    if (digit !== 0) {
      const borrow = subtractRow(at, v, nv, digit);
      const left = load<u32>(top);
      store<u32>(top, left - borrow);
      if (left < borrow) {
        digit--;
        store<u32>(top, load<u32>(top) + addLimbs(at, at, nv, v, nv));
      }
    }
    if (q !== 0) store<u32>(q + (j << 2), <u32>digit);
  }
}

/** u -= y * v, `n` limbs; what is still to be taken from the next. */
function subtractRow(u: usize, v: usize, n: i32, y: u64): u32 {
  let high: u64 = 0;
  for (const end = v + (n << 2); v < end; v += 4, u += 4) {
    const product = <u64>load<u32>(v) * y + high;
    const difference = <u64>load<u32>(u) - (product & 0xffffffff);
    store<u32>(u, <u32>difference);
    high = (product >> 32) + (difference >> 63);
  }
  return <u32>high;
}
