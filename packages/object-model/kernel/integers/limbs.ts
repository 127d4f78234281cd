import { copyWords } from "../words";

/// Magnitudes: limbs of 32 bits, little-endian, at an address. Counts are of limbs. Addition and subtraction go by 64 bits.

/** Limbs without the zeros on top. */
export function significant(a: usize, count: i32): i32 {
  let n = count;
  while (n > 0 && load<u32>(a + ((n - 1) << 2)) === 0) n--;
  return n;
}

/** Bits of a magnitude whose top limb is not 0. */
export function bitsOf(a: usize, n: i32): i64 {
  return n === 0 ? 0 : ((<i64>n) << 5) - <i64>clz<u32>(load<u32>(a + ((n - 1) << 2)));
}

/** Negative, 0 or positive; neither has zeros on top. */
export function compareLimbs(a: usize, na: i32, b: usize, nb: i32): i32 {
  if (na !== nb) return na - nb;
  for (let i = (na - 1) << 2; i >= 0; i -= 4) {
    const x = load<u32>(a + i);
    const y = load<u32>(b + i);
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** r = a + b, na >= nb; `na` limbs and the carry that is returned. `r` may be `a`. */
export function addLimbs(r: usize, a: usize, na: i32, b: usize, nb: i32): u32 {
  const endA = na << 2;
  const endB = nb << 2;
  let carry: u64 = 0;
  let i = 0;
  for (; i + 8 <= endB; i += 8) {
    const x = load<u64>(a + i);
    const sum = x + load<u64>(b + i);
    const total = sum + carry;
    carry = <u64>(sum < x) | <u64>(total < sum);
    store<u64>(r + i, total);
  }
  if (i < endB) {
    const total = <u64>load<u32>(a + i) + <u64>load<u32>(b + i) + carry;
    store<u32>(r + i, <u32>total);
    carry = total >> 32;
    i += 4;
  }
  for (; i < endA && carry !== 0; i += 4) {
    const total = <u64>load<u32>(a + i) + carry;
    store<u32>(r + i, <u32>total);
    carry = total >> 32;
  }
  if (r !== a) copyWords(r + i, a + i, (endA - i) >> 2);
  return <u32>carry;
}

/** r = a - b, na >= nb; `na` limbs and the borrow that is returned. `r` may be `a`. */
export function subtractLimbs(r: usize, a: usize, na: i32, b: usize, nb: i32): u32 {
  const endA = na << 2;
  const endB = nb << 2;
  let borrow: u64 = 0;
  let i = 0;
  for (; i + 8 <= endB; i += 8) {
    const x = load<u64>(a + i);
    const y = load<u64>(b + i);
    const difference = x - y;
    const total = difference - borrow;
    borrow = <u64>(x < y) | <u64>(difference < borrow);
    store<u64>(r + i, total);
  }
  if (i < endB) {
    const total = <u64>load<u32>(a + i) - <u64>load<u32>(b + i) - borrow;
    store<u32>(r + i, <u32>total);
    borrow = total >> 63;
    i += 4;
  }
  for (; i < endA && borrow !== 0; i += 4) {
    const total = <u64>load<u32>(a + i) - borrow;
    store<u32>(r + i, <u32>total);
    borrow = total >> 63;
  }
  if (r !== a) copyWords(r + i, a + i, (endA - i) >> 2);
  return <u32>borrow;
}

/** r = a * y + carry; `n` limbs and the one that is returned. `r` may be `a`. */
export function multiplyByLimb(r: usize, a: usize, n: i32, y: u32, carry: u32): u32 {
  let high = <u64>carry;
  for (const end = a + (n << 2); a < end; a += 4, r += 4) {
    const product = <u64>load<u32>(a) * <u64>y + high;
    store<u32>(r, <u32>product);
    high = product >> 32;
  }
  return <u32>high;
}

/** r = a / y, `n` limbs; the remainder. `r` may be `a`. */
export function divideByLimb(r: usize, a: usize, n: i32, y: u32): u32 {
  let rest: u64 = 0;
  for (let i = (n - 1) << 2; i >= 0; i -= 4) {
    const value = (rest << 32) | <u64>load<u32>(a + i);
    if (value < y) {
      store<u32>(r + i, 0);
      rest = value;
      continue;
    }
    const quotient = value / y;
    store<u32>(r + i, <u32>quotient);
    rest = value - quotient * y;
  }
  return <u32>rest;
}

/** r = a << bits, bits < 32; `n` limbs and the one that is returned. `r` may be `a` or lie above. */
export function shiftLimbsLeft(r: usize, a: usize, n: i32, bits: i32): u32 {
  let high: u64 = 0;
  if (n > 0) high = <u64>load<u32>(a + ((n - 1) << 2));
  const result = <u32>((high << bits) >> 32);
  for (let i = (n - 1) << 2; i > 0; i -= 4) {
    const low = <u64>load<u32>(a + i - 4);
    store<u32>(r + i, <u32>((((high << 32) | low) << bits) >> 32));
    high = low;
  }
  if (n > 0) store<u32>(r, <u32>(high << bits));
  return result;
}

/** r = a >> bits, bits < 32; `n` limbs. `r` may be `a` or lie below. */
export function shiftLimbsRight(r: usize, a: usize, n: i32, bits: i32): void {
  const last = (n - 1) << 2;
  let i = 0;
  for (; i + 8 <= last; i += 8) {
    // Two limbs of the result from three; loads come first, as `r` may overlap.
    const low = load<u64>(a + i);
    const high = <u64>load<u32>(a + i + 8);
    store<u64>(r + i, (low >> bits) | (bits === 0 ? 0 : high << (64 - bits)));
  }
  for (; i < last; i += 4) store<u32>(r + i, <u32>(load<u64>(a + i) >> bits));
  if (n > 0) store<u32>(r + last, load<u32>(a + last) >> bits);
}

/** Whether the lowest `n` limbs are all 0. */
export function areZero(a: usize, n: i32): bool {
  for (let i = 0; i < n; i++) if (load<u32>(a + (i << 2)) !== 0) return false;
  return true;
}

/** Adds 1, which must not carry out of the limbs that there are. */
export function increment(a: usize): void {
  for (; ; a += 4) {
    const limb = load<u32>(a) + 1;
    store<u32>(a, limb);
    if (limb !== 0) return;
  }
}

/** Takes 1 away, from a magnitude that is not 0. */
export function decrement(a: usize): void {
  for (; ; a += 4) {
    const limb = load<u32>(a);
    store<u32>(a, limb - 1);
    if (limb !== 0) return;
  }
}
