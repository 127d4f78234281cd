import { copyBytes, fillBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { copyCodes, fillCodes, newString } from "@hotpy/object-model/kernel/strings/make";
import { STR_DATA, TAIL_SIZE } from "../generated/constants";
import { align, fill, grouping, sign, width } from "./spec";
import { addText, writtenString } from "./target";

/// Numbers laid out by the specification that has been parsed:
///
///     | padding | sign | prefix | padding of "=" | zeros and digits, in groups | rest | padding |

const ZERO: i32 = 48;
const EQUALS: i32 = 61;

/** Where what comes behind the digits is to be written. */
export let restAt: usize = 0;

/* The place of padding, for fill characters that do not fit one byte. */
let leftPadding: i32 = 0;
let middleStart: i32 = 0;
let middlePadding: i32 = 0;
let rightPadding: i32 = 0;

/** The sign that is written, or 0. */
export function signOf(isNegative: bool): i32 {
  return isNegative ? 45 : sign === 43 || sign === 32 ? sign : 0;
}

/**
 * Writes all but what comes behind the digits, for which there are `rest` bytes at `restAt`. Of the digits, `count` in number, the first
 * `given` are at an address, the others are zeros. `prefix`: two characters, or 0. False: no memory.
 */
export function layOut(signCode: i32, prefix: i32, digits: usize, given: i32, count: i32, rest: i32, group: i32): bool {
  const head = i32(signCode !== 0) + (prefix !== 0 ? 2 : 0);
  let zeros = 0;
  if (align === EQUALS && fill === ZERO) {
    const least = width - head - rest;
    if (grouping === 0 || count === 0) zeros = max(least - count, 0);
    else while (groupedLength(count + zeros, group) < least) zeros++;
  }
  const total = count + zeros;
  const body = (grouping !== 0 && count > 0 ? groupedLength(total, group) : total) + rest;
  const padding = max(width - head - body, 0);
  leftPadding = align === 62 ? padding : align === 94 ? padding >> 1 : 0;
  middlePadding = align === EQUALS ? padding : 0;
  rightPadding = padding - leftPadding - middlePadding;
  middleStart = leftPadding + head;
  let at = addText(head + body + padding);
  if (at === 0) return false;
  if (leftPadding > 0) at = fillBytes(at, fill, leftPadding);
  if (signCode !== 0) store<u8>(at++, signCode);
  if (prefix !== 0) {
    store<u16>(at, prefix);
    at += 2;
  }
  if (middlePadding > 0) at = fillBytes(at, fill, middlePadding);
  if (grouping !== 0 && count > 0) at = writeGroups(at, zeros, digits, given, total, group);
  else {
    if (zeros > 0) at = fillBytes(at, ZERO, zeros);
    const present = min(given, count);
    copyBytes(at, digits, present);
    at = fillBytes(at + present, ZERO, count - present);
  }
  restAt = at;
  if (rightPadding > 0) fillBytes(at + rest, fill, rightPadding);
  return true;
}

function groupedLength(count: i32, group: i32): i32 {
  return count + (count - 1) / group;
}

function writeGroups(to: usize, zeros: i32, digits: usize, given: i32, total: i32, group: i32): usize {
  let left = total % group;
  if (left === 0) left = group;
  for (let i = 0; i < total; i++) {
    if (left === 0) {
      store<u8>(to++, grouping);
      left = group;
    }
    left--;
    const index = i - zeros;
    store<u8>(to++, index >= 0 && index < given ? load<u8>(digits + index) : <u8>ZERO);
  }
  return to;
}

/** The string that has been laid out; if the fill character does not fit one byte, another one that has it. 0: no memory. */
export function laidOut(): usize {
  const string = writtenString();
  if (fill < 0x100 || leftPadding + middlePadding + rightPadding === 0) return string;
  const wide = fill < 0x10000 ? 1 : 2;
  const length = load<i32>(string, TAIL_SIZE);
  const result = newString(wide, length);
  if (result === 0) return 0;
  const text = result + STR_DATA;
  copyCodes(text, wide, string, 0, 0, length);
  fillCodes(text, wide, 0, leftPadding, fill);
  fillCodes(text, wide, middleStart, middlePadding, fill);
  fillCodes(text, wide, length - rightPadding, rightPadding, fill);
  return result;
}
