import { SHAPE_STR1, STATE_LATIN1, STR_DATA, STR_HASH, TAIL_SIZE } from "../generated/constants";
import { headerOf } from "../header";
import { allocate } from "../heap";
import { copyWords, fillZero } from "../words";
import { isStopped } from "../work";
import { divideLimbs, divideScratch } from "./divide";
import { countOf, isBig, isBool, isInteger, isNegative, limbsOf, takeScratch, UNDECIDED, valueOf } from "./forms";
import { bitsOf, divideByLimb, significant } from "./limbs";
import { makePowers, powerAt, powerBelow, powerLimbs, powersRoom } from "./powers";

/// The text of integers: strings, or 0 where there is no memory.

const ZERO: i32 = 48;
const MINUS: i32 = 45;
/** Nine decimal digits are what a limb holds: a piece. */
const PIECE: u32 = 1000000000;
const PIECE_DIGITS: i32 = 9;
/** So many pieces are made by dividing by single limbs. */
const FEW_PIECES: i32 = 12;

/** A str of so many Latin-1 characters, to be filled. */
function newText(length: i32): usize {
  const string = allocate(STR_DATA + length);
  if (string === 0) return 0;
  store<i32>(string, headerOf(SHAPE_STR1));
  store<i32>(string, length, TAIL_SIZE);
  store<i32>(string, 0, STR_HASH);
  // What lies past the end in the last word is zero.
  if (length > 0) store<i32>(string + ((length - 1) & ~3), 0, STR_DATA);
  return string;
}

function tenth(value: u32): u32 {
  return <u32>((<u64>value * 0xcccccccd) >> 35);
}

/** Writes the digits of a number below 10**9 before an address, at least `least` of them; the address of the first. */
function writeDigits(end: usize, value: u32, least: i32): usize {
  let at = end;
  for (let rest = value; rest !== 0; at--) {
    const next = tenth(rest);
    store<u8>(at - 1, ZERO + rest - next * 10);
    rest = next;
  }
  for (const first = end - least; at > first; at--) store<u8>(at - 1, ZERO);
  return at;
}

function digitsOf(value: u32): i32 {
  let count = 1;
  for (let rest = tenth(value); rest !== 0; rest = tenth(rest)) count++;
  return count;
}

/** No limit of digits concerns integers of so few limbs: the least that a program may set is 640. */
export const FEW_LIMBS: i32 = 66;

/** The decimal text of an integer that is not long; UNDECIDED of anything else. */
export function textOfInteger(word: usize): usize {
  if (!isInteger(word) || isBool(word) || countOf(word) > FEW_LIMBS) return UNDECIDED;
  return integerToDecimal(word);
}

/** The decimal text of an integer. */
export function integerToDecimal(word: usize): usize {
  return isBig(word) ? decimalOfBig(word) : decimalOf64(valueOf(word));
}

function decimalOf64(value: i64): usize {
  if (value >= 0 && value < 10) return load<usize>(load<usize>(STATE_LATIN1) + ((<i32>value + ZERO) << 2));
  const magnitude = value < 0 ? <u64>-value : <u64>value;
  const sign = i32(value < 0);
  let high: u32 = 0;
  let middle: u32 = 0;
  let low = <u32>magnitude;
  let length = sign;
  if (magnitude >= <u64>PIECE) {
    const upper = magnitude / PIECE;
    low = <u32>(magnitude - upper * PIECE);
    middle = <u32>upper;
    length += PIECE_DIGITS;
    if (upper >= <u64>PIECE) {
      high = <u32>(upper / PIECE);
      middle = <u32>(upper - <u64>high * PIECE);
      length += PIECE_DIGITS;
    }
  }
  const first = high !== 0 ? high : middle !== 0 ? middle : low;
  length += digitsOf(first);
  const string = newText(length);
  if (string === 0) return 0;
  let at = string + STR_DATA + length;
  if (high !== 0) at = writeDigits(at, low, PIECE_DIGITS);
  if (high !== 0) at = writeDigits(at, middle, PIECE_DIGITS);
  else if (middle !== 0) at = writeDigits(at, low, PIECE_DIGITS);
  writeDigits(at, first, 1);
  if (sign !== 0) store<u8>(string, MINUS, STR_DATA);
  return string;
}

function decimalOfBig(word: usize): usize {
  const n = countOf(word);
  // 32 bits are 9.64 digits.
  const count = <i32>((<u64>n * 1071) / 1000) + 1;
  const last = count > FEW_PIECES ? powerBelow(count) : 0;
  const own = count + n + 4;
  const work = count > FEW_PIECES ? powersRoom(last) + 4 * n + 256 + divideScratch(n + 1, (n >> 1) + 1) * 2 : 0;
  const scratch = takeScratch(own + work);
  if (scratch === 0) return 0;
  const copy = scratch + (count << 2);
  copyWords(copy, limbsOf(word, 0), n);
  const table = copy + (n << 2) + 8;
  if (count > FEW_PIECES) makePowers(table, PIECE, last);
  if (isStopped()) return 0;
  splitPieces(scratch, count, copy, n, table, table + (powersRoom(last) << 2));
  if (isStopped()) return 0;
  const used = significant(scratch, count);
  const top = load<u32>(scratch + ((used - 1) << 2));
  const sign = i32(isNegative(word));
  const length = sign + digitsOf(top) + (used - 1) * PIECE_DIGITS;
  const string = newText(length);
  if (string === 0) return 0;
  let at = string + STR_DATA + length;
  for (let i = 0; i < used - 1; i++) at = writeDigits(at, load<u32>(scratch + (i << 2)), PIECE_DIGITS);
  writeDigits(at, top, 1);
  if (sign !== 0) store<u8>(string, MINUS, STR_DATA);
  return string;
}

/** Writes a magnitude as `count` pieces, zeros on top included. `a` is overwritten. */
function splitPieces(pieces: usize, count: i32, a: usize, limbs: i32, table: usize, scratch: usize): void {
  let n = significant(a, limbs);
  if (count <= FEW_PIECES) {
    for (let i = 0; i < count; i++) {
      store<u32>(pieces + (i << 2), divideByLimb(a, a, n, PIECE));
      while (n > 0 && load<u32>(a + ((n - 1) << 2)) === 0) n--;
    }
    return;
  }
  const k = powerBelow(count);
  const half = 1 << k;
  const power = powerAt(table, k);
  const np = powerLimbs(table, k);
  const upper = pieces + (half << 2);
  if (n < np) {
    fillZero(upper, count - half);
    splitPieces(pieces, half, a, n, table, scratch);
    return;
  }
  const nq = n - np + 1;
  const rest = scratch + (nq << 2);
  const further = rest + (np << 2);
  divideLimbs(scratch, rest, a, n, power, np, further);
  if (isStopped()) return;
  splitPieces(upper, count - half, scratch, nq, table, further);
  splitPieces(pieces, half, rest, np, table, further);
}

/** The eight hexadecimal digits of a limb, the first in the lowest byte. */
function hexOfLimb(limb: u32): u64 {
  let digits = <u64>bswap<u32>(limb);
  digits = (digits | (digits << 16)) & 0x0000ffff0000ffff;
  digits = (digits | (digits << 8)) & 0x00ff00ff00ff00ff;
  // The upper half of each byte comes first.
  digits = ((digits >> 4) & 0x000f000f000f000f) | ((digits & 0x000f000f000f000f) << 8);
  const letters = ((digits + 0x0606060606060606) >> 4) & 0x0101010101010101;
  return digits + 0x3030303030303030 + letters * 39;
}

/** Writes the last `count` hexadecimal digits of a magnitude. */
function writeHex(to: usize, count: i32, x: usize): void {
  let end = to + count;
  for (; end - to >= 8; x += 4) {
    end -= 8;
    store<u64>(end, hexOfLimb(load<u32>(x)));
  }
  let top = end > to ? hexOfLimb(load<u32>(x)) : 0;
  for (; end > to; top <<= 8) store<u8>(--end, <u8>(top >> 56));
}

/** The text in a base that is a power of two, after a prefix: two characters, or 0. Digits past 9 are small letters. */
export function integerToBase(word: usize, bits: i32, prefix: i32): usize {
  const n = countOf(word);
  const x = limbsOf(word, 0);
  const digits = max(<i32>((bitsOf(x, n) + bits - 1) / bits), 1);
  const before = i32(isNegative(word)) + (prefix !== 0 ? 2 : 0);
  const string = newText(before + digits);
  if (string === 0) return 0;
  let at = string + STR_DATA;
  if (isNegative(word)) store<u8>(at++, MINUS);
  if (prefix !== 0) store<u16>(at, prefix);
  if (bits === 4) {
    writeHex(string + STR_DATA + before, digits, x);
    return string;
  }
  const mask = (1 << bits) - 1;
  let buffer: u64 = 0;
  let available = 0;
  let next = 0;
  const start = string + STR_DATA + before;
  for (let to = start + digits - 1; to >= start; to--) {
    if (available < bits) {
      if (next < n) buffer |= (<u64>load<u32>(x + (next++ << 2))) << available;
      available += 32;
    }
    const digit = <i32>buffer & mask;
    store<u8>(to, digit < 10 ? ZERO + digit : 87 + digit);
    buffer >>= bits;
    available -= bits;
  }
  return string;
}
