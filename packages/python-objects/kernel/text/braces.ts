import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { STR_DATA, TAIL_SIZE, TUPLE_ITEMS } from "../generated/constants";
import { addFormatted } from "./format";
import { DONE, NO_MEMORY, REFUSED } from "./outcomes";
import { setSpec } from "./spec";
import { addBytes, beginText, dropText, endText } from "./target";
import { addValue } from "./values";

/// `template.format(…)` for fields "{}" and "{0}", with a specification or without, and values whose text needs no Python code. Anything else,
/// errors among them, is refused and left to who calls.

const OPEN: i32 = 123;
const CLOSE: i32 = 125;
const COLON: i32 = 58;
const EXPECTED: i32 = 48;
const MOST_INDEX: i32 = 1000;

/** template.format(*values), a str of bytes and a tuple. UNDECIDED: it is not for this. 0: no memory. */
export function formatBraces(template: usize, values: usize): usize {
  return formatWith(template, values + TUPLE_ITEMS, load<i32>(values, TAIL_SIZE));
}

/** The same of the template and the values that lie at an address, so many. */
export function formatArguments(args: usize, count: i32): usize {
  return formatWith(load<usize>(args), args + 4, count - 1);
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
    let index: i32;
    if (<u32>code - 48 <= 9) {
      if (next > 0) return failed(REFUSED);
      next = -1;
      index = 0;
      for (; <u32>code - 48 <= 9; code = ++at < end ? <i32>load<u8>(at) : 0) {
        index = index * 10 + code - 48;
        if (index > MOST_INDEX) return failed(REFUSED);
      }
    } else {
      if (next < 0) return failed(REFUSED);
      index = next++;
    }
    if (index >= count) return failed(REFUSED);
    let specStart = at;
    if (code === COLON) {
      specStart = ++at;
      for (; at < end; at++) {
        code = load<u8>(at);
        if (code === CLOSE) break;
        if (code === OPEN) return failed(REFUSED);
      }
    }
    if (at >= end || code !== CLOSE) return failed(REFUSED);
    const value = load<usize>(values + (index << 2));
    const outcome = addField(value, holder, <i32>(specStart - text), <i32>(at - text));
    if (outcome !== DONE) return failed(outcome);
    at++;
  }
  return endText();
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
