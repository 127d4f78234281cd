/// Repeated `s += x` in linear time, with strings that stay immutable and a collector without reference counts.
///
/// A long sum is a *view*: the first so many bytes of a buffer that has room at its end. Appending to the view that
/// reaches to the end of what is in use writes behind it, in place, and makes a new view of the same buffer, 16 bytes
/// whatever the length. The older view still sees its own prefix. Appending to any other view copies into a new buffer,
/// of twice the size. Everything that needs the text contiguous and exact asks for `flat`, which copies once.
///
/// Measured against a rope: no tree to balance or to flatten recursively, and reading stays an index away.

import type { Memory, Word } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";
import { headerWord } from "../header.js";
import { SHAPE_STR_VIEW, STR_HASH, STR_VIEW_BUFFER, STR_VIEW_SIZE } from "../layouts.js";
import { FLAG_GROWING, type Text } from "./text.js";

/** Below this many code points copying is as cheap as a view. */
const LEAST_VIEW_LENGTH = 1024;
const VIEW_BYTES = 16;

export interface StringAppend {
  /** `left + right`, where the result is likely to be appended to again: it may be a view. */
  append(left: Word, right: Word): Word;
}

export function createStringAppend(
  memory: Memory,
  allocator: Allocator,
  text: Text,
  concat: (left: Word, right: Word) => Word,
): StringAppend {
  const { i32 } = memory;
  const { widthOf } = text;

  const isView = (string: Word): boolean => i32[string >>> 2] >>> 8 === SHAPE_STR_VIEW;

  function append(left: Word, right: Word): Word {
    const leftLength = text.length(left);
    if (leftLength < LEAST_VIEW_LENGTH) return concat(left, right);
    const tail = text.flat(right);
    const tailLength = text.length(tail);
    if (tailLength === 0) return left;
    const room = isView(left) ? roomAfter(left, tail) : 0;
    const length = leftLength + tailLength;
    const buffer = room >= tailLength ? i32[(left + STR_VIEW_BUFFER) >>> 2] : newBuffer(left, leftLength, tail, length);
    text.copy(buffer, leftLength, tail, 0, tailLength);
    const size = length << widthOf(buffer);
    i32[(buffer + STR_HASH) >>> 2] = size;
    return newView(buffer, size);
  }

  /** Code points that fit behind the view in its buffer; 0 if it is not the last view, or the tail is wider. */
  function roomAfter(view: Word, tail: Word): number {
    const buffer = i32[(view + STR_VIEW_BUFFER) >>> 2];
    const used = i32[(view + STR_VIEW_SIZE) >>> 2];
    const isLast = (i32[buffer >>> 2] & FLAG_GROWING) !== 0 && i32[(buffer + STR_HASH) >>> 2] === used;
    if (!isLast || widthOf(tail) > widthOf(buffer)) return 0;
    return (i32[(buffer >>> 2) + 1] - used) >> widthOf(buffer);
  }

  function newBuffer(left: Word, leftLength: number, tail: Word, length: number): Word {
    const source = isView(left) ? i32[(left + STR_VIEW_BUFFER) >>> 2] : left;
    const buffer = text.allocate(Math.max(widthOf(source), widthOf(tail)), length * 2);
    i32[buffer >>> 2] |= FLAG_GROWING;
    text.copy(buffer, 0, source, 0, leftLength);
    return buffer;
  }

  function newView(buffer: Word, size: number): Word {
    const view = allocator.allocate(VIEW_BYTES);
    const at = view >>> 2;
    i32[at] = headerWord(SHAPE_STR_VIEW);
    i32[at + 1] = 0;
    i32[at + (STR_VIEW_SIZE >>> 2)] = size;
    i32[at + (STR_VIEW_BUFFER >>> 2)] = buffer;
    return view;
  }

  return { append };
}
