import { isStoppedAfter } from "@hotpy/object-model/kernel/work";
import { SRE_NO_MATCH, SRE_STOPPED } from "../generated/constants";
import { isInSet } from "./charset";
import { run } from "./machine";
import { INFO, INFO_CHARSET, INFO_PREFIX } from "./opcodes";
import { begin, setResult } from "./stack";
import { at } from "./unit";

/**
 * Matches a pattern, whose code lies at `code`, with characters `start` to `end` of a string with so many bytes each at `data`. `marks` are two
 * for each group. What it works with is the object of `bytes` bytes at `work`: there the result is, if this is not SRE_NO_MATCH, SRE_NO_ROOM or SRE_STOPPED:
 * start, end, number of the last group, marks (-1: not set).
 */
export function matchPattern(
  code: usize,
  data: usize,
  width: i32,
  start: i32,
  end: i32,
  searches: bool,
  isWhole: bool,
  mustAdvance: bool,
  marks: i32,
  work: usize,
  bytes: i32,
): i32 {
  begin(work, bytes, marks);
  if (width === 1) return matchIn<u8>(code, data, start, end, searches, isWhole, mustAdvance);
  if (width === 2) return matchIn<u16>(code, data, start, end, searches, isWhole, mustAdvance);
  return matchIn<u32>(code, data, start, end, searches, isWhole, mustAdvance);
}

function matchIn<T>(
  code: usize,
  data: usize,
  start: i32,
  end: i32,
  searches: bool,
  isWhole: bool,
  mustAdvance: bool,
): i32 {
  if (!searches) {
    const found = run<T>(code, data, start, end, isWhole, mustAdvance);
    if (found >= 0) setResult(start, found);
    return found;
  }
  let least = 0;
  let flags: u32 = 0;
  if (load<u32>(code) === INFO) {
    flags = load<u32>(code + 8);
    least = load<i32>(code + 12);
  }
  for (let index = start; index <= end - least; index++) {
    if ((flags & INFO_PREFIX) !== 0) index = nextPrefix<T>(code + 20, data, index, end - least);
    else if ((flags & INFO_CHARSET) !== 0) index = nextInSet<T>(code + 20, data, index, end - least);
    if (index < 0) return SRE_NO_MATCH;
    const found = run<T>(code, data, index, end, isWhole, mustAdvance && index === start);
    if (found !== SRE_NO_MATCH) {
      if (found >= 0) setResult(index, found);
      return found;
    }
    if ((index & 0xfff) === 0 && isStoppedAfter(0x100000)) return SRE_STOPPED;
  }
  return SRE_NO_MATCH;
}

/** The first place from `index` to `last` where the letters stand with which each match begins; -1: none. */
function nextPrefix<T>(info: usize, data: usize, index: i32, last: i32): i32 {
  const length = load<i32>(info);
  const letters = info + 8;
  const first = load<i32>(letters);
  for (; index <= last; index++) {
    if (at<T>(data, index) !== first) continue;
    let i = 1;
    while (i < length && at<T>(data, index + i) === load<i32>(letters + (i << 2))) i++;
    if (i === length) return index;
  }
  return -1;
}

function nextInSet<T>(set: usize, data: usize, index: i32, last: i32): i32 {
  while (index <= last && !isInSet(set, at<T>(data, index))) index++;
  return index <= last ? index : -1;
}
