import { STR_DATA } from "../generated/constants";
import { copyCodes, emptyString, narrowed, newString, padString, setCode } from "./make";
import { codeAt, holderOf, lengthOf, widthOf } from "./text";

/// Text that is widened by zeros behind its sign, and by spaces where it has tabs.

const TAB: i32 = 9;
const LINE_FEED: i32 = 10;
const CARRIAGE_RETURN: i32 = 13;
const SPACE: i32 = 32;
const PLUS: i32 = 43;
const MINUS: i32 = 45;
const ZERO: i32 = 48;

/** A string with zeros before it, or behind its sign, up to so many characters. 0: no memory. */
export function zeroFill(string: usize, length: i32): usize {
  const count = lengthOf(string);
  const zeros = length - count;
  if (zeros <= 0) return string;
  const holder = holderOf(string);
  const width = widthOf(string);
  const first = count > 0 ? codeAt(holder, width, 0) : 0;
  const result = padString(string, zeros, 0, ZERO);
  if (result === 0 || (first !== PLUS && first !== MINUS)) return result;
  setCode(result + STR_DATA, width, 0, first);
  setCode(result + STR_DATA, width, zeros, ZERO);
  return result;
}

/** A string whose tabs are spaces up to the next column that `size` divides, or go if that is not positive. 0: no memory. */
export function expandTabs(string: usize, size: i32): usize {
  const length = lengthOf(string);
  const holder = holderOf(string);
  const width = widthOf(string);
  let total: i64 = 0;
  let column = 0;
  let tabs = 0;
  for (let i = 0; i < length; i++) {
    const code = codeAt(holder, width, i);
    if (code !== TAB) {
      column = code === LINE_FEED || code === CARRIAGE_RETURN ? 0 : column + 1;
      total++;
      continue;
    }
    tabs++;
    if (size <= 0) continue;
    const spaces = size - (column % size);
    // Of columns only the rest counts; they could grow beyond an i32.
    column = 0;
    total += spaces;
  }
  if (tabs === 0) return string;
  if (total === 0) return emptyString();
  if (total > <i64>i32.MAX_VALUE) return 0;
  const result = newString(width, <i32>total);
  if (result === 0) return 0;
  writeExpanded(result + STR_DATA, holder, width, length, size);
  return narrowed(result);
}

function writeExpanded(to: usize, holder: usize, width: i32, length: i32, size: i32): void {
  let column = 0;
  let from = 0;
  for (let i = 0; i < length; i++) {
    const code = codeAt(holder, width, i);
    if (code !== TAB) {
      column = code === LINE_FEED || code === CARRIAGE_RETURN ? 0 : column + 1;
      continue;
    }
    copyCodes(to, width, holder, width, from, i - from);
    to += (i - from) << width;
    from = i + 1;
    if (size <= 0) continue;
    const spaces = size - (column % size);
    for (let j = 0; j < spaces; j++) setCode(to, width, j, SPACE);
    to += spaces << width;
    column = 0;
  }
  copyCodes(to, width, holder, width, from, length - from);
}
