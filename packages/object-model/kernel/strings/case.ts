import { CASE_FOLD, CASE_SWAP, CASE_TITLE, CASE_UPPER, STR_DATA } from "../generated/constants";
import { UNDECIDED } from "../integers/forms";
import { charOf, newString } from "./make";
import { holderOf, lengthOf, widthOf } from "./text";

/// Case of text of one byte a character, and what `title` and its kin make of it.

/** The small letters of Latin-1 whose capitals are not of Latin-1: ÿ, µ; and that which has two: ß. */
const MICRO: i32 = 0xb5;
const SHARP_S: i32 = 0xdf;
const Y_DIAERESIS: i32 = 0xff;
/** ª and º: small, and without a capital. */
const FEMININE: i32 = 0xaa;
const MASCULINE: i32 = 0xba;

export function isCapital(code: i32): bool {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

/** Whether a letter is small and its capital is one of Latin-1. */
function isSmall(code: i32): bool {
  return (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0xfe && code !== 0xf7);
}

/** Whether the capital of a small letter is not one of Latin-1. */
function isSpecial(code: i32): bool {
  return code === MICRO || code === SHARP_S || code === Y_DIAERESIS;
}

/** Whether a character is small, with a capital or without. */
export function isLower(code: i32): bool {
  return isSmall(code) || isSpecial(code) || code === FEMININE || code === MASCULINE;
}

/** 0x20 in each lane whose byte is in [first, first + 26): the bit by which capitals and small letters of ASCII differ. */
function caseBits(bytes: v128, first: u8): v128 {
  const isLetter = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(first)), i8x16.splat(26));
  return v128.and(isLetter, i8x16.splat(0x20));
}

/** The same of four bytes of ASCII. */
function caseBitsOfWord(word: u32, first: u32): u32 {
  // The highest bit of each byte says whether it is not before the first letter, and whether it is behind the last.
  const notBefore = word + (0x80 - first) * 0x01010101;
  const behind = word + (0x80 - first - 26) * 0x01010101;
  return (notBefore & ~behind & 0x80808080) >>> 2;
}

/** A character changed, `isFirst` of its word; -1: what it becomes is not one character of Latin-1. */
function changed(code: i32, how: i32, isFirst: bool): i32 {
  if (how === CASE_FOLD && (code === MICRO || code === SHARP_S)) return -1;
  if (isCapital(code)) return how === CASE_UPPER || (how >= CASE_TITLE && isFirst) ? code : code ^ 32;
  const rises = how === CASE_UPPER || how === CASE_SWAP || (how >= CASE_TITLE && isFirst);
  if (!rises) return code;
  if (isSpecial(code)) return -1;
  return isSmall(code) ? code ^ 32 : code;
}

/**
 * A string whose case is changed so: CASE_LOWER, CASE_UPPER, …; 0: no memory; UNDECIDED where its result is not of one byte a character and as
 * long.
 */
export function changeCase(string: usize, how: i32): usize {
  const length = lengthOf(string);
  if (widthOf(string) > 0) return UNDECIDED;
  if (length === 0) return string;
  const from = holderOf(string) + STR_DATA;
  if (length === 1) {
    const code = changed(load<u8>(from), how, true);
    return code < 0 ? UNDECIDED : charOf(code);
  }
  const result = newString(0, length);
  if (result === 0) return 0;
  const to = result + STR_DATA;
  let i = 0;
  if (how <= CASE_FOLD) {
    const first: u8 = how === CASE_UPPER ? 97 : 65;
    for (; i + 16 <= length; i += 16) {
      const bytes = v128.load(from + i);
      if (i8x16.bitmask(bytes) !== 0) break;
      v128.store(to + i, v128.xor(bytes, caseBits(bytes, first)));
    }
    // The rest by words; what lies past the end in the last one is 0, and stays so.
    for (; i < length; i += 4) {
      const word = load<u32>(from + i);
      if ((word & 0x80808080) !== 0) break;
      store<u32>(to + i, word ^ caseBitsOfWord(word, first));
    }
  }
  let isFirst = true;
  for (; i < length; i++) {
    const code = <i32>load<u8>(from + i);
    const other = changed(code, how, isFirst);
    if (other < 0) return UNDECIDED;
    store<u8>(to + i, <u8>other);
    isFirst = how === CASE_TITLE && !isCapital(code) && !isLower(code);
  }
  return result;
}
