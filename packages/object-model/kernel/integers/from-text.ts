import { BIG_LIMBS, SHAPE_STR1, STR_DATA, TAIL_SIZE } from "../generated/constants";
import { isStopped } from "../work";
import { finish, fromInt64, giveBack, newBig, takeScratch, UNDECIDED } from "./forms";
import { addLimbs, multiplyByLimb } from "./limbs";
import { multiplyLimbs, multiplyScratch } from "./multiply";
import { makePowers, powerAt, powerBelow, powerLimbs, powersRoom } from "./powers";

/// Integers from text, in any base from 2 to 36.

/** More digits than allowed. No word has this value. */
const TOO_MANY_DIGITS: usize = -4;

/** So many pieces are joined by multiplying by single limbs. */
const FEW_PIECES: i32 = 32;
/** So many digits of any base up to 10 fit 63 bits. */
const SHORT = 18;
/** Decimal digits that a limb holds. */
const PIECE_DIGITS = 9;
/** Longer numbers are joined from halves, and counted against limits. */
const FEW_DIGITS = 280;

/** What `int` and `float` take for white space: not the separators 28 to 31, though `str.isspace` does. */
export function isSpace(code: i32): bool {
  return (code >= 9 && code <= 13) || code === 32 || code === 0x85 || code === 0xa0;
}

/**
 * The integer of up to FEW_DIGITS decimal digits and nothing else, in one pass; UNDECIDED: there is something else, or too much.
 */
function decimal(start: usize, end: usize, negative: bool): usize {
  const digits = <i32>(end - start);
  if (digits <= SHORT) {
    let value: i64 = 0;
    for (let at = start; at < end; at++) {
      const digit = <u32>load<u8>(at) - 48;
      if (digit > 9) return UNDECIDED;
      value = value * 10 + digit;
    }
    return fromInt64(negative ? -value : value);
  }
  if (digits > FEW_DIGITS) return UNDECIDED;
  const result = newBig(digits / PIECE_DIGITS + 1);
  if (result === 0) return 0;
  const r = result + BIG_LIMBS;
  let n = 0;
  for (let at = start; at < end; ) {
    const last = min(at + PIECE_DIGITS, end);
    let piece: u32 = 0;
    let weight: u32 = 1;
    for (; at < last; at++) {
      const digit = <u32>load<u8>(at) - 48;
      if (digit > 9) {
        finish(result, 0, false);
        return UNDECIDED;
      }
      piece = piece * 10 + digit;
      weight *= 10;
    }
    const carry = multiplyByLimb(r, r, n, weight, piece);
    if (carry !== 0) store<u32>(r + (n++ << 2), carry);
  }
  return finish(result, n, negative);
}

/** Value of a digit or letter; 99 of other characters. */
function digitOf(code: i32): i32 {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 122 ? letter - 87 : 99;
}

/** Bits of a digit, where the base is a power of two; else 0. */
function bitsOfBase(base: i32): i32 {
  return (base & (base - 1)) === 0 ? <i32>ctz(base) : 0;
}

/**
 * What `int(text, base)` makes of a str of Latin-1 characters. UNDECIDED: its syntax is wrong, or it has wider characters;
 * TOO_MANY_DIGITS: more than `most` (0: no limit) in a base that is no power of two.
 */
export function integerFromText(string: usize, base: i32, most: i32): usize {
  if (load<u32>(string) >> 8 !== SHAPE_STR1) return UNDECIDED;
  let at = string + STR_DATA;
  let end = at + load<i32>(string, TAIL_SIZE);
  while (at < end && isSpace(load<u8>(at))) at++;
  while (end > at && isSpace(load<u8>(end - 1))) end--;
  if (at === end) return UNDECIDED;
  const sign = <i32>load<u8>(at);
  const negative = sign === 45;
  if (negative || sign === 43) at++;
  if (base === 10) {
    const result = at < end ? decimal(at, end, negative) : UNDECIDED;
    if (result !== UNDECIDED) return result;
  }
  let radix = base;
  if (end - at > 2 && load<u8>(at) === 48) {
    const letter = <i32>load<u8>(at + 1) | 32;
    const named = letter === 120 ? 16 : letter === 111 ? 8 : letter === 98 ? 2 : 0;
    if (named !== 0 && (base === 0 || base === named)) {
      radix = named;
      at += 2;
      if (load<u8>(at) === 95) at++;
    }
  }
  const isPlain = radix === 0;
  if (isPlain) radix = 10;
  // Digits, with single underscores between them.
  let digits = 0;
  let value: u64 = 0;
  let isZero = true;
  let wasDigit = false;
  for (let i = at; i < end; i++) {
    const code = <i32>load<u8>(i);
    if (code === 95) {
      if (!wasDigit) return UNDECIDED;
      wasDigit = false;
      continue;
    }
    const digit = digitOf(code);
    if (digit >= radix) return UNDECIDED;
    if (digits < SHORT) value = value * radix + digit;
    if (digit !== 0) isZero = false;
    wasDigit = true;
    digits++;
  }
  if (!wasDigit) return UNDECIDED;
  // Leading zeros are not written where a prefix might say the base.
  if (isPlain && !isZero && load<u8>(at) === 48) return UNDECIDED;
  const bits = bitsOfBase(radix);
  if (bits === 0 && most > 0 && digits > most) return TOO_MANY_DIGITS;
  if (radix <= 10 && digits <= SHORT) return fromInt64(negative ? -(<i64>value) : <i64>value);
  if (bits !== 0) return packBits(at, end, digits, bits, negative);
  return joinDigits(at, end, digits, radix, negative);
}

function packBits(start: usize, end: usize, digits: i32, bits: i32, negative: bool): usize {
  const n = <i32>((<i64>digits * bits + 31) >> 5);
  const result = newBig(n);
  if (result === 0) return 0;
  let to = result + BIG_LIMBS;
  let buffer: u64 = 0;
  let filled = 0;
  for (let at = end - 1; at >= start; at--) {
    const code = <i32>load<u8>(at);
    if (code === 95) continue;
    buffer |= (<u64>digitOf(code)) << filled;
    filled += bits;
    if (filled >= 32) {
      store<u32>(to, <u32>buffer);
      to += 4;
      buffer >>= 32;
      filled -= 32;
    }
  }
  if (filled > 0) store<u32>(to, <u32>buffer);
  return finish(result, n, negative);
}

function joinDigits(start: usize, end: usize, digits: i32, radix: i32, negative: bool): usize {
  // As many digits as a limb holds are a piece.
  let width = 0;
  let piece: u64 = 1;
  for (; piece * radix <= 0xffffffff; width++) piece *= radix;
  const count = (digits + width - 1) / width;
  const isLong = count > FEW_PIECES;
  const last = isLong ? powerBelow(count) : 0;
  const result = newBig(count);
  if (result === 0) return 0;
  const need = count + (isLong ? powersRoom(last) + 4 * count + 256 + multiplyScratch(count, count >> 1) : 0);
  const scratch = takeScratch(need);
  if (scratch === 0) return 0;
  let at = end - 1;
  for (let i = 0; i < count; i++) {
    let value: u32 = 0;
    let weight: u32 = 1;
    for (let j = 0; j < width && at >= start; at--) {
      const code = <i32>load<u8>(at);
      if (code === 95) continue;
      value += digitOf(code) * weight;
      weight *= radix;
      j++;
    }
    store<u32>(scratch + (i << 2), value);
  }
  const table = scratch + (count << 2);
  if (isLong) makePowers(table, <u32>piece, last);
  if (isStopped()) return 0;
  const n = joinPieces(result + BIG_LIMBS, scratch, count, <u32>piece, table, table + (powersRoom(last) << 2));
  giveBack(scratch, need);
  return finish(result, n, negative);
}

/** Joins pieces to a magnitude, of at most as many limbs; their number. */
function joinPieces(r: usize, pieces: usize, count: i32, radix: u32, table: usize, scratch: usize): i32 {
  if (count <= FEW_PIECES) {
    let n = 0;
    for (let i = count - 1; i >= 0; i--) {
      const carry = multiplyByLimb(r, r, n, radix, load<u32>(pieces + (i << 2)));
      if (carry !== 0) store<u32>(r + (n++ << 2), carry);
    }
    return n;
  }
  const k = powerBelow(count);
  const half = 1 << k;
  const upper = scratch;
  const further = scratch + ((count - half) << 2);
  const nu = joinPieces(upper, pieces + (half << 2), count - half, radix, table, further);
  const lower = further;
  const nl = joinPieces(lower, pieces, half, radix, table, further + (half << 2));
  if (isStopped()) return 0;
  const np = powerLimbs(table, k);
  if (nu === 0) {
    for (let i = 0; i < nl; i++) store<u32>(r + (i << 2), load<u32>(lower + (i << 2)));
    return nl;
  }
  const room = further + (half << 2);
  const power = powerAt(table, k);
  // The product has as many limbs as its factors have together or one less, and there is room for `count`.
  const product = room;
  if (np >= nu) multiplyLimbs(product, power, np, upper, nu, product + ((np + nu) << 2));
  else multiplyLimbs(product, upper, nu, power, np, product + ((np + nu) << 2));
  if (isStopped()) return 0;
  let n = np + nu;
  addLimbs(product, product, n, lower, nl);
  while (load<u32>(product + ((n - 1) << 2)) === 0) n--;
  for (let i = 0; i < n; i++) store<u32>(r + (i << 2), load<u32>(product + (i << 2)));
  return n;
}
