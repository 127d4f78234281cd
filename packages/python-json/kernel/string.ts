import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { equalBytes } from "@hotpy/object-model/kernel/strings/compare";
import { charOf, newString, setCode, stringOfBytes, substring } from "@hotpy/object-model/kernel/strings/make";
import {
  ARRAY_ITEMS,
  JSON_CONTROL,
  JSON_ESCAPE,
  JSON_HEXADECIMAL,
  JSON_MEMORY,
  JSON_OPEN_STRING,
  SHAPE_ARRAY,
  STR_DATA,
  TAIL_SIZE,
} from "./generated/constants";
import { at, length, start, width } from "./text";

/// Strings of JSON.

const QUOTE: i32 = 34;
const BACKSLASH: i32 = 92;

/** Behind the string that was read last, or where the fault is; and what the fault is. */
export let stringEnd: i32 = 0;
export let stringFault: i32 = 0;

function failed(kind: i32, index: i32): usize {
  stringFault = kind;
  stringEnd = index;
  return 0;
}

/** The index of the first quote or backslash from one on; `length`: there is none; -1: there is a control character, which ends it. */
function stopAt(index: i32, isStrict: bool): i32 {
  let place = index;
  if (width === 0) {
    for (let code: i32; place < length; place++) {
      code = load<u8>(start + place);
      if (code === QUOTE || code === BACKSLASH || (code <= 0x1f && isStrict)) return place;
    }
    return length;
  }
  for (; place < length; place++) {
    const code = at(place);
    if (code === QUOTE || code === BACKSLASH || (code <= 0x1f && isStrict)) return place;
  }
  return length;
}

/** The string whose first character is at an index; 0: there is a fault. */
export function readString(source: usize, index: i32, isStrict: bool): usize {
  const stop = stopAt(index, isStrict);
  if (at(stop) !== QUOTE) return readEscaped(index, stop, isStrict);
  stringEnd = stop + 1;
  const string = width === 0 ? stringOfBytes(start + index, stop - index) : substring(source, index, stop);
  return string === 0 ? failed(JSON_MEMORY, index) : string;
}

/** Where digits of \\uXXXX are wrong; else the code. */
let digitsFault: bool = false;

function hexadecimal(index: i32): i32 {
  let value = 0;
  digitsFault = false;
  for (let i = 0; i < 4; i++) {
    const code = at(index + i);
    const letter = (code | 32) - 97;
    if (<u32>(code - 48) <= 9) value = (value << 4) + code - 48;
    else if (<u32>letter <= 5) value = (value << 4) + letter + 10;
    else {
      digitsFault = true;
      return 0;
    }
  }
  return value;
}

/** What stands for a letter behind a backslash; 0: nothing does. */
function escaped(code: i32): i32 {
  switch (code) {
    case QUOTE:
    case BACKSLASH:
    case 47:
      return code;
    case 98:
      return 8;
    case 102:
      return 12;
    case 110:
      return 10;
    case 114:
      return 13;
    case 116:
      return 9;
  }
  return 0;
}

/** The same of a string with escapes or a fault: it is read twice, first for its length and width. */
function readEscaped(index: i32, firstStop: i32, isStrict: bool): usize {
  const count = walk(index, firstStop, isStrict, 0, 0);
  if (count < 0) return 0;
  const wide = needed;
  if (count === 1) return charOf(lastCode);
  const string = newString(wide, count);
  if (string === 0) return failed(JSON_MEMORY, index);
  walk(index, firstStop, isStrict, string + STR_DATA, wide);
  return string;
}

/** What {@link walk} has found: log2 of the bytes that each code point needs, and the last one. */
let needed: i32 = 0;
let lastCode: i32 = 0;

/** Writes the code points at an address, if it is one; how many there are, or -1: there is a fault. */
function walk(index: i32, firstStop: i32, isStrict: bool, to: usize, toWidth: i32): i32 {
  let count = 0;
  let bits = 0;
  let place = index;
  let stop = firstStop;
  while (true) {
    for (; place < stop; place++) {
      const code = at(place);
      if (to !== 0) setCode(to, toWidth, count, code);
      bits |= code;
      lastCode = code;
      count++;
    }
    const mark = at(stop);
    if (mark === QUOTE) {
      stringEnd = stop + 1;
      needed = bits < 0x100 ? 0 : bits < 0x10000 ? 1 : 2;
      return count;
    }
    if (mark < 0 || (mark === BACKSLASH && stop + 1 === length)) {
      failed(JSON_OPEN_STRING, index - 1);
      return -1;
    }
    if (mark !== BACKSLASH) {
      failed(JSON_CONTROL, stop);
      return -1;
    }
    let code = at(stop + 1);
    place = stop + 2;
    if (code !== 117) {
      code = escaped(code);
      if (code === 0) {
        failed(JSON_ESCAPE, stop);
        return -1;
      }
    } else {
      if (place + 4 >= length) {
        failed(JSON_HEXADECIMAL, stop + 1);
        return -1;
      }
      code = hexadecimal(place);
      place += 4;
      if (
        !digitsFault &&
        (code & ~0x3ff) === 0xd800 &&
        place + 6 < length &&
        at(place) === BACKSLASH &&
        at(place + 1) === 117
      ) {
        const low = hexadecimal(place + 2);
        if (digitsFault) place += 6;
        else if ((low & ~0x3ff) === 0xdc00) {
          code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
          place += 6;
        }
      }
      if (digitsFault) {
        failed(JSON_HEXADECIMAL, place - 5);
        return -1;
      }
    }
    if (to !== 0) setCode(to, toWidth, count, code);
    bits |= code;
    lastCode = code;
    count++;
    stop = stopAt(place, isStrict);
  }
}

/// Names of objects come again and again: the last ones are kept, so that each is one string.

const NAMES: i32 = 256;
let names: usize = 0;

/** To be called before a text is read. */
export function forgetNames(): void {
  names = 0;
}

function makeNames(): void {
  const array = allocate(ARRAY_ITEMS + NAMES * 4);
  if (array === 0) return;
  store<i32>(array, headerOf(SHAPE_ARRAY));
  store<i32>(array, NAMES, TAIL_SIZE);
  memory.fill(array + ARRAY_ITEMS, 0, NAMES * 4);
  names = array;
}

/** As `readString`, of a name in an object. */
export function nameOf(source: usize, index: i32, isStrict: bool): usize {
  if (width !== 0) return readString(source, index, isStrict);
  const stop = stopAt(index, isStrict);
  const size = stop - index;
  if (size < 2 || at(stop) !== QUOTE) return readString(source, index, isStrict);
  if (names === 0) makeNames();
  if (names === 0) return failed(JSON_MEMORY, index);
  const from = start + index;
  const mixed = load<u8>(from) * 31 + load<u8>(from + 1) * 7 + load<u8>(from + size - 1) * 131 + size * 17;
  const slot = names + ARRAY_ITEMS + ((mixed & (NAMES - 1)) << 2);
  const known = load<usize>(slot);
  stringEnd = stop + 1;
  if (known !== 0 && load<i32>(known, TAIL_SIZE) === size && equalBytes(known + STR_DATA, from, size)) return known;
  const name = stringOfBytes(from, size);
  if (name === 0) return failed(JSON_MEMORY, index);
  store<usize>(slot, name);
  return name;
}
