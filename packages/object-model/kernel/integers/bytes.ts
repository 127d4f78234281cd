import { BIG_LIMBS } from "../generated/constants";
import { fillZero } from "../words";
import { countOf, finish, fromInt64, isNegative, limbsOf, newBig } from "./forms";
import { bitsOf } from "./limbs";

/// Integers as bytes, in two's complement where signed.

/** Writes an integer as `length` bytes at an address. False: it does not fit, or is negative where not signed. */
export function integerToBytes(word: usize, to: usize, length: i32, little: bool, signed: bool): bool {
  const n = countOf(word);
  const x = limbsOf(word, 0);
  const negative = isNegative(word);
  if (negative && !signed) return false;
  const bits = bitsOf(x, n);
  const room = (<i64>length) << 3;
  if (signed && n !== 0) {
    // -2 ** k needs no more bits than what is above it.
    let isPower = negative && popcnt<u32>(load<u32>(x + ((n - 1) << 2))) === 1;
    for (let i = 0; isPower && i < n - 1; i++) isPower = load<u32>(x + (i << 2)) === 0;
    if (bits + i64(!isPower) > room) return false;
  } else if (bits > room) return false;
  const turn: i32 = negative ? 0xff : 0;
  let carry: i32 = i32(negative);
  for (let i = 0; i < length; i++) {
    carry += (i < n << 2 ? <i32>load<u8>(x + i) : 0) ^ turn;
    store<u8>(little ? to + i : to + length - 1 - i, carry);
    carry >>= 8;
  }
  return true;
}

/** The integer of `length` bytes at an address. 0: no memory. */
export function integerFromBytes(from: usize, length: i32, little: bool, signed: bool): usize {
  if (length === 0) return fromInt64(0);
  const n = (length + 3) >> 2;
  const result = newBig(n);
  if (result === 0) return 0;
  const r = result + BIG_LIMBS;
  const negative = signed && load<u8>(little ? from + length - 1 : from) >= 0x80;
  const turn: i32 = negative ? 0xff : 0;
  fillZero(r, n);
  let carry: i32 = i32(negative);
  for (let i = 0; i < length; i++) {
    carry += <i32>load<u8>(little ? from + i : from + length - 1 - i) ^ turn;
    store<u8>(r + i, carry);
    carry >>= 8;
  }
  return finish(result, n, negative);
}
