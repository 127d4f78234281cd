import { STR_DATA } from "../generated/constants";
import { UNDECIDED } from "../integers/forms";
import { charOf, newString } from "./make";
import { holderOf, lengthOf, widthOf } from "./text";

/// Upper and lower case of text of one byte a character.

/** The small letters of Latin-1 whose capitals are not of Latin-1: ÿ, µ; and that which has two: ß. */
const MICRO: i32 = 0xb5;
const SHARP_S: i32 = 0xdf;
const Y_DIAERESIS: i32 = 0xff;

function isCapital(code: i32): bool {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

function isSmall(code: i32): bool {
  return (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0xfe && code !== 0xf7);
}

/** 0x20 in each lane whose byte is in [first, first + 26): the bit by which capitals and small letters of ASCII differ. */
function caseBits(bytes: v128, first: u8): v128 {
  const isLetter = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(first)), i8x16.splat(26));
  return v128.and(isLetter, i8x16.splat(0x20));
}

/** A string in upper or in lower case; 0: no memory; UNDECIDED where its result is not of one byte a character and as long. */
export function changeCase(string: usize, upper: bool): usize {
  const length = lengthOf(string);
  if (widthOf(string) > 0) return UNDECIDED;
  if (length === 0) return string;
  const from = holderOf(string) + STR_DATA;
  if (length === 1) {
    const code = <i32>load<u8>(from);
    if (!upper) return isCapital(code) ? charOf(code + 32) : charOf(code);
    if (code === MICRO || code === SHARP_S || code === Y_DIAERESIS) return UNDECIDED;
    return isSmall(code) ? charOf(code - 32) : charOf(code);
  }
  const result = newString(0, length);
  if (result === 0) return 0;
  const to = result + STR_DATA;
  const first: u8 = upper ? 97 : 65;
  let i = 0;
  for (; i + 16 <= length; i += 16) {
    const bytes = v128.load(from + i);
    if (i8x16.bitmask(bytes) !== 0) break;
    v128.store(to + i, v128.xor(bytes, caseBits(bytes, first)));
  }
  for (; i < length; i++) {
    const code = <i32>load<u8>(from + i);
    if (upper && (code === MICRO || code === SHARP_S || code === Y_DIAERESIS)) return UNDECIDED;
    store<u8>(to + i, <u8>((upper ? isSmall(code) : isCapital(code)) ? code ^ 32 : code));
  }
  return result;
}
