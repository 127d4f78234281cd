import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { equalBytes } from "@hotpy/object-model/kernel/strings/compare";
import { holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { STR_DATA, TAIL_SIZE, TUPLE_ITEMS } from "../generated/constants";
import { addFormatted } from "./format";
import { namedIn } from "./named";
import { DONE, NO_MEMORY, REFUSED } from "./outcomes";
import { setSpec } from "./spec";
import { addBytes, beginText, dropText, endText } from "./target";
import { addValue } from "./values";

/// `template.format(…)` for fields "{}", "{0}" and "{name}", with a specification, "!r" or "!s" or without, and values whose text needs no Python code. Anything else,
/// errors among them, is refused and left to who calls.

const OPEN: i32 = 123;
const CLOSE: i32 = 125;
const COLON: i32 = 58;
const MARK: i32 = 33;
const DOT: i32 = 46;
const BRACKET: i32 = 91;
const TYPE_R: i32 = 114;
const TYPE_S: i32 = 115;
const EXPECTED: i32 = 48;
const MOST_INDEX: i32 = 1000;

/* Where named values are: those of a tuple of names, at an address one after the other, or in a dict. */
let names: usize = 0;
let namedAt: usize = 0;
let dict: usize = 0;

/** template.format(*values, **named), a str of bytes, a tuple and a dict or 0. UNDECIDED: it is not for this. 0: no memory. */
export function formatBraces(template: usize, values: usize, named: usize): usize {
  names = 0;
  dict = named;
  return formatWith(template, values + TUPLE_ITEMS, load<i32>(values, TAIL_SIZE));
}

/** The same of the template and the values that lie at an address, so many, of which the last have the names in a tuple (0: none). */
export function formatArguments(args: usize, count: i32, given: usize): usize {
  names = given;
  dict = 0;
  const positional = given === 0 ? count : count - load<i32>(given, TAIL_SIZE);
  namedAt = args + (positional << 2);
  return positional < 1 ? UNDECIDED : formatWith(load<usize>(args), args + 4, positional - 1);
}

/** The value of the name whose characters lie at an address; 0: there is none, or there is no memory. */
function namedValue(from: usize, size: i32): usize {
  if (dict !== 0) return namedIn(dict, from, size);
  const count = names === 0 ? 0 : load<i32>(names, TAIL_SIZE) << 2;
  for (let at = 0; at < count; at += 4) {
    const name = load<usize>(names + at, TUPLE_ITEMS);
    if (widthOf(name) === 0 && lengthOf(name) === size && equalBytes(name + STR_DATA, from, size))
      return load<usize>(namedAt + at);
  }
  return 0;
}

/** The same of `count` values at an address. */
function formatWith(template: usize, values: usize, count: i32): usize {
  if (!isString(template) || widthOf(template) !== 0) return UNDECIDED;
  const holder = holderOf(template);
  const text = holder + STR_DATA;
  const end = text + lengthOf(template);
  // The index of the next "{}"; -1: fields have numbers.
  let next = 0;
  if (!beginText(<i32>(end - text) + EXPECTED)) return 0;
  for (let at = text; at < end; ) {
    const start = at;
    let code = 0;
    for (; at < end; at++) {
      code = load<u8>(at);
      if (code === OPEN || code === CLOSE) break;
    }
    if (at > start && !addBytes(start, <i32>(at - start))) return failed(NO_MEMORY);
    if (at === end) break;
    at++;
    if (at === end) return failed(REFUSED);
    if (load<u8>(at) === code) {
      if (!addBytes(at++, 1)) return failed(NO_MEMORY);
      continue;
    }
    if (code === CLOSE) return failed(REFUSED);
    code = load<u8>(at);
    let value: usize;
    if (<u32>code - 48 <= 9) {
      if (next > 0) return failed(REFUSED);
      next = -1;
      let index = 0;
      for (; <u32>code - 48 <= 9; code = ++at < end ? <i32>load<u8>(at) : 0) {
        index = index * 10 + code - 48;
        if (index > MOST_INDEX) return failed(REFUSED);
      }
      if (index >= count) return failed(REFUSED);
      value = load<usize>(values + (index << 2));
    } else if (endsName(code)) {
      if (next < 0 || next >= count) return failed(REFUSED);
      value = load<usize>(values + (next++ << 2));
    } else {
      const nameStart = at;
      while (!endsName(code)) code = ++at < end ? <i32>load<u8>(at) : CLOSE;
      value = namedValue(nameStart, <i32>(at - nameStart));
      if (value === 0) return failed(REFUSED);
    }
    let conversion = 0;
    if (at < end && code === MARK) {
      conversion = at + 1 < end ? <i32>load<u8>(at + 1) : 0;
      if (conversion !== TYPE_R && conversion !== TYPE_S) return failed(REFUSED);
      at += 2;
      code = at < end ? <i32>load<u8>(at) : 0;
    }
    let specStart = at;
    if (at < end && code === COLON) {
      specStart = ++at;
      for (; at < end; at++) {
        code = load<u8>(at);
        if (code === CLOSE) break;
        if (code === OPEN) return failed(REFUSED);
      }
    }
    if (at >= end || code !== CLOSE) return failed(REFUSED);
    // The text of a conversion in a field of its own is rare.
    if (conversion !== 0 && specStart !== at) return failed(REFUSED);
    const outcome =
      conversion !== 0
        ? addValue(value, conversion === TYPE_R, -1, -1, false)
        : addField(value, holder, <i32>(specStart - text), <i32>(at - text));
    if (outcome !== DONE) return failed(outcome);
    at++;
  }
  return endText();
}

/** Whether a character ends the name of a value: what follows is an attribute, an item, a conversion, a specification or nothing. */
function endsName(code: i32): bool {
  return code === CLOSE || code === COLON || code === MARK || code === DOT || code === BRACKET || code === OPEN;
}

function failed(outcome: i32): usize {
  dropText();
  return outcome === NO_MEMORY ? 0 : UNDECIDED;
}

function addField(value: usize, holder: usize, start: i32, end: i32): i32 {
  if (start === end) return addValue(value, false, -1, -1, false);
  setSpec(holder, 0, start, end);
  return addFormatted(value);
}
