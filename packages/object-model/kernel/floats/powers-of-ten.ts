import { LIMBS_BUFFER, POWERS_OF_TEN } from "../generated/constants";
import { divideByLimb, multiplyByLimb, significant } from "../integers/limbs";
import { fillZero } from "../words";

/// Powers of ten as 128 bits, the first of which is 1, times a power of two; rounded up where there are more bits.
///
///     10**k = (HIGH * 2**64 + LOW - less than 1) * 2**(floorLog2(k) - 127)         at POWERS_OF_TEN: LOW, HIGH for each k
///
/// The table has 10.4 KB and is made when it is first needed, in a tenth of a millisecond: a module that contained it would be
/// larger by as much, and slower to load.

/** Below it, what 19 digits are multiplied by is less than half of the smallest float. */
export const LEAST_POWER: i32 = -342;
/** What the smallest float is multiplied by for its shortest digits. */
export const GREATEST_POWER: i32 = 324;
/** Greater powers than this, and those that are negative, have more than 128 bits. */
const LAST_EXACT: i32 = 55;
/** Such powers of five fit 64 bits. */
export const LAST_SHORT: i32 = 27;
/** 2**928 over the least power of five has 134 bits. */
const DIVIDEND_LIMB: i32 = 29;
/** Limbs that are 0 below the others, so that there are always 128 bits. */
const BELOW: i32 = 6;

/** Greatest e with 2**e <= 10**k, for |k| < 1,000. */
export function floorLog2(k: i32): i32 {
  return (k * 1741647) >> 19;
}

/** Upper 64 bits of a product. */
export function multiplyHigh(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const middle = a1 * b0 + ((a0 * b0) >> 32);
  const other = a0 * b1 + (middle & 0xffffffff);
  return a1 * b1 + (middle >> 32) + (other >> 32);
}

/** Address of the power with an exponent between {@link LEAST_POWER} and {@link GREATEST_POWER}. */
export function powerOfTen(k: i32): usize {
  if (load<u64>(addressOf(0), 8) === 0) makePowersOfTen();
  return addressOf(k);
}

export function lowOf(power: usize): u64 {
  return load<u64>(power);
}

export function highOf(power: usize): u64 {
  return load<u64>(power, 8);
}

/** Whether the table has 10**k exactly. */
export function isExactPower(k: i32): bool {
  return <u32>k <= <u32>LAST_EXACT;
}

/** 5**k for k from 0 to {@link LAST_SHORT}. */
export function powerOfFive(k: i32): u64 {
  return highOf(powerOfTen(k)) >> (63 - floorLog2(k) + k);
}

function addressOf(k: i32): usize {
  return POWERS_OF_TEN + ((k - LEAST_POWER) << 4);
}

function makePowersOfTen(): void {
  const x: usize = LIMBS_BUFFER + (BELOW << 2);
  fillZero(LIMBS_BUFFER, BELOW + DIVIDEND_LIMB + 1);
  store<u32>(x, 1, DIVIDEND_LIMB << 2);
  let n = DIVIDEND_LIMB + 1;
  for (let k = -1; k >= LEAST_POWER; k--) {
    divideByLimb(x, x, n, 5);
    n = significant(x, n);
    keep(k, x, n);
  }
  fillZero(x, n);
  store<u32>(x, 1);
  n = 1;
  for (let k = 0; k <= GREATEST_POWER; k++) {
    keep(k, x, n);
    const carry = multiplyByLimb(x, x, n, 5, 0);
    if (carry !== 0) store<u32>(x + (n++ << 2), carry);
  }
}

/** Stores the 128 bits on top of a magnitude. */
function keep(k: i32, x: usize, n: i32): void {
  const top = x + ((n - 2) << 2);
  const bits = clz<u32>(load<u32>(top, 4));
  let high = load<u64>(top) << bits;
  const middle = load<u64>(top - 8);
  let low = middle << bits;
  if (bits > 0) {
    high |= middle >> (64 - bits);
    low |= load<u64>(top - 16) >> (64 - bits);
  }
  if (!isExactPower(k)) {
    low++;
    if (low === 0) high++;
  }
  store<u64>(addressOf(k), low);
  store<u64>(addressOf(k), high, 8);
}
