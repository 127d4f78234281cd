import { codeAt, holderOf, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { beginText, takeText, writeCode, writePart } from "./writer";

/// Strings as JSON has them.

const QUOTE: i32 = 34;
const BACKSLASH: i32 = 92;

/** A string in quotes, with escapes, all that is not ASCII among them if `isAscii`. 0: no memory. */
export function quoteJson(string: usize, isAscii: bool): usize {
  return beginText() && writeQuoted(string, isAscii) ? takeText() : 0;
}

/** False: no memory. */
export function writeQuoted(string: usize, isAscii: bool): bool {
  const holder = holderOf(string);
  const width = widthOf(string);
  const count = lengthOf(string);
  const most = isAscii ? 0x7f : 0x110000;
  if (!writeCode(QUOTE)) return false;
  let from = 0;
  for (let i = 0; i < count; i++) {
    const code = codeAt(holder, width, i);
    if (code >= 32 && code !== QUOTE && code !== BACKSLASH && code < most) continue;
    if (!writePart(string, from, i) || !writeEscape(code)) return false;
    from = i + 1;
  }
  return writePart(string, from, count) && writeCode(QUOTE);
}

function writeEscape(code: i32): bool {
  switch (code) {
    case QUOTE:
    case BACKSLASH:
      return writeCode(BACKSLASH) && writeCode(code);
    case 8:
      return writeCode(BACKSLASH) && writeCode(98);
    case 12:
      return writeCode(BACKSLASH) && writeCode(102);
    case 10:
      return writeCode(BACKSLASH) && writeCode(110);
    case 13:
      return writeCode(BACKSLASH) && writeCode(114);
    case 9:
      return writeCode(BACKSLASH) && writeCode(116);
  }
  if (code < 0x10000) return writeUnit(code);
  const rest = code - 0x10000;
  return writeUnit(0xd800 | (rest >> 10)) && writeUnit(0xdc00 | (rest & 0x3ff));
}

function writeUnit(unit: i32): bool {
  if (!writeCode(BACKSLASH) || !writeCode(117)) return false;
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (unit >> shift) & 15;
    if (!writeCode(digit < 10 ? 48 + digit : 87 + digit)) return false;
  }
  return true;
}
