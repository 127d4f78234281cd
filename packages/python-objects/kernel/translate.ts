import { valueAt } from "@hotpy/dict/kernel/dicts";
import { find } from "@hotpy/dict/kernel/tables";
import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import {
  copyCodes,
  emptyString,
  narrowed,
  newString,
  setCode,
  substring,
} from "@hotpy/object-model/kernel/strings/make";
import { codeAt, holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  ABSENT,
  BYTES_DATA,
  DICT_KEYS,
  NONE,
  SHAPE_BYTES,
  SHAPE_DICT,
  STR_DATA,
  TAIL_SIZE,
} from "./generated/constants";

/// `str.translate` by a dict of integers to integers, strings and None.

/** Raw memory of an object of its own that is soon garbage. 0: no memory. */
function newBytes(size: i32): usize {
  const bytes = allocate(BYTES_DATA + size);
  if (bytes === 0) return 0;
  store<i32>(bytes, headerOf(SHAPE_BYTES));
  store<i32>(bytes, size, TAIL_SIZE);
  return bytes + BYTES_DATA;
}

/** What becomes of a character: a small integer, which is a code point; a str; NONE: nothing; or UNDECIDED. */
function becomes(dict: usize, code: i32): usize {
  const key = tagSmall(code);
  const entry = find(load<usize>(dict, DICT_KEYS), key, code, 0);
  if (entry === ABSENT) return key;
  if (entry < 0) return UNDECIDED;
  const value = valueAt(dict, entry);
  if (value === NONE || isString(value)) return value;
  if (!isInteger(value) || isBig(value)) return UNDECIDED;
  const given = valueOf(value);
  return given >= 0 && given < 0x110000 ? tagSmall(<i32>given) : UNDECIDED;
}

/* ---- text of one byte a character that stays so, of more than a few ---- */

const FEW: i32 = 32;
/* What becomes of a byte, if not another byte. */
const NOTHING: i32 = 256;
const UNKNOWN: i32 = 257;
const ANYTHING: i32 = 258;

function byteOf(dict: usize, code: i32): i32 {
  const word = becomes(dict, code);
  if (word === NONE) return NOTHING;
  return isSmall(word) && untagSmall(word) < 256 ? untagSmall(word) : ANYTHING;
}

/** The same of text whose characters become bytes or nothing; UNDECIDED: not all do. */
function translateBytes(string: usize, dict: usize): usize {
  const length = lengthOf(string);
  const table = newBytes(512);
  if (table === 0) return 0;
  for (let code = 0; code < 256; code++) store<u16>(table + (code << 1), UNKNOWN);
  const result = newString(0, length);
  if (result === 0) return 0;
  const text = result + STR_DATA;
  let to = text;
  let from = holderOf(string) + STR_DATA;
  for (const end = from + length; from < end; from++) {
    const place = table + ((<usize>load<u8>(from)) << 1);
    let given = <i32>load<u16>(place);
    if (given >= NOTHING) {
      if (given === UNKNOWN) {
        given = byteOf(dict, load<u8>(from));
        store<u16>(place, given);
      }
      if (given === ANYTHING) return UNDECIDED;
      if (given === NOTHING) continue;
    }
    store<u8>(to++, given);
  }
  return <i32>(to - text) === length ? result : substring(result, 0, <i32>(to - text));
}

/**
 * A string with each character replaced by what a dict has for it. UNDECIDED: this is no dict, or has other values for it, or code of the
 * language must compare keys. 0: no memory.
 */
export function translateString(string: usize, dict: usize): usize {
  if (isSmall(dict) || shapeOf(dict) !== SHAPE_DICT) return UNDECIDED;
  const holder = holderOf(string);
  const width = widthOf(string);
  const length = lengthOf(string);
  if (width === 0 && length > FEW) {
    const translated = translateBytes(string, dict);
    if (translated !== UNDECIDED) return translated;
  }
  let total: i64 = 0;
  let toWidth = 0;
  for (let i = 0; i < length; i++) {
    const word = becomes(dict, codeAt(holder, width, i));
    if (word === UNDECIDED) return UNDECIDED;
    if (isSmall(word)) {
      total++;
      const given = untagSmall(word);
      if (given >= 0x100) toWidth = max(toWidth, given < 0x10000 ? 1 : 2);
    } else if (word !== NONE) {
      total += lengthOf(word);
      toWidth = max(toWidth, widthOf(word));
    }
  }
  if (total === 0) return emptyString();
  if (total > <i64>i32.MAX_VALUE) return 0;
  const result = newString(toWidth, <i32>total);
  if (result === 0) return 0;
  const text = result + STR_DATA;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const word = becomes(dict, codeAt(holder, width, i));
    if (isSmall(word)) setCode(text, toWidth, at++, untagSmall(word));
    else if (word !== NONE) {
      const count = lengthOf(word);
      copyCodes(text + (at << toWidth), toWidth, holderOf(word), widthOf(word), 0, count);
      at += count;
    }
  }
  return narrowed(result);
}
