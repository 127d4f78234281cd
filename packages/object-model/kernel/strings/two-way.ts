import { codeAt } from "./text";

/// The two-way algorithm (Crochemore and Perrin): in linear time and constant space whatever the texts are, but slower than looking at many
/// places at once where those do not repeat themselves.

/** Code point `index` of a range of a string, counted from its start, or from its end if `backwards`. */
function read(holder: usize, width: i32, first: i32, last: i32, backwards: bool, index: i32): i32 {
  return codeAt(holder, width, backwards ? last - index : first + index);
}

/** Start less 1 of the greatest suffix of a part, in the order of code points or its reverse; its period in the upper half. */
function greatestSuffix(part: usize, width: i32, length: i32, backwards: bool, reverse: bool): u64 {
  let start = -1;
  let candidate = 0;
  let offset = 1;
  let period = 1;
  while (candidate + offset < length) {
    const a = read(part, width, 0, length - 1, backwards, candidate + offset);
    const b = read(part, width, 0, length - 1, backwards, start + offset);
    if (a === b) {
      if (offset === period) {
        candidate += period;
        offset = 1;
      } else offset++;
    } else if (a < b !== reverse) {
      candidate += offset;
      offset = 1;
      period = candidate - start;
    } else {
      start = candidate++;
      offset = period = 1;
    }
  }
  return ((<u64>period) << 32) | <u64>(<u32>start);
}

/**
 * Offset of the first occurrence of a part in the `count` code points from `first` on, or of the last one if `backwards`, then counted from
 * the end; -1: none.
 */
export function findTwoWay(
  holder: usize,
  width: i32,
  first: i32,
  count: i32,
  part: usize,
  partWidth: i32,
  length: i32,
  backwards: bool,
): i32 {
  const last = first + count - 1;
  const one = greatestSuffix(part, partWidth, length, backwards, false);
  const other = greatestSuffix(part, partWidth, length, backwards, true);
  const chosen = <i32>one > <i32>other ? one : other;
  const middle = <i32>chosen;
  let period = <i32>(chosen >> 32);
  let isPeriodic = middle + 1 + period <= length;
  for (let i = 0; isPeriodic && i <= middle; i++) {
    const a = read(part, partWidth, 0, length - 1, backwards, i);
    isPeriodic = a === read(part, partWidth, 0, length - 1, backwards, i + period);
  }
  if (!isPeriodic) period = max(middle + 1, length - middle - 1) + 1;
  // How many code points of a periodic part are known to match, less 1.
  let known = -1;
  for (let at = 0; at <= count - length; ) {
    let i = max(middle, known) + 1;
    while (
      i < length &&
      read(part, partWidth, 0, length - 1, backwards, i) === read(holder, width, first, last, backwards, at + i)
    )
      i++;
    if (i < length) {
      at += i - middle;
      known = -1;
      continue;
    }
    i = middle;
    while (
      i > known &&
      read(part, partWidth, 0, length - 1, backwards, i) === read(holder, width, first, last, backwards, at + i)
    )
      i--;
    if (i <= known) return at;
    at += period;
    known = isPeriodic ? length - period - 1 : -1;
  }
  return -1;
}
