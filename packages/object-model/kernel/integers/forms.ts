import {
  BIG_LIMBS,
  BOX_VALUE,
  FLAG_LAYOUT,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_INT64,
  SMALL_MAX,
  SMALL_MIN,
  STATE_ALLOC_TOP,
  STATE_LIMBS,
  TAIL_SIZE,
  TRUE,
} from "../generated/constants";
import { headerOf, shapeOf } from "../header";
import { allocate } from "../heap";
import { isSmall, tagSmall, untagSmall } from "../words";
import { isStopped } from "../work";
import { significant } from "./limbs";

/// The forms of integers: a tagged word, a boxed 64-bit integer or limbs, the smallest that holds the value; and bools.

/** The operands are no integers, or what to do with them is not the kernel's to say: nothing is done. No word has this value. */
export const UNDECIDED: usize = -2;

/** The words of 0 and 1. */
export const SMALL_ZERO: usize = 1;
export const SMALL_ONE: usize = 3;

const BOX_BYTES = 16;
/** No integer has more limbs: 2**30 bits. */
export const MOST_LIMBS: i32 = 1 << 25;

/** An integer of any form, or a bool. */
export function isInteger(word: usize): bool {
  if (isSmall(word)) return true;
  if (word === 0) return false;
  const shape = shapeOf(word);
  return shape === SHAPE_INT64 || shape === SHAPE_BIGINT || shape === SHAPE_BOOL;
}

/** Has limbs. */
export function isBig(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_BIGINT;
}

export function isBool(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_BOOL;
}

/** The value of an integer without limbs. */
export function valueOf(word: usize): i64 {
  if (isSmall(word)) return <i64>untagSmall(word);
  return shapeOf(word) === SHAPE_INT64 ? load<i64>(word, BOX_VALUE) : <i64>(word === TRUE);
}

export function isNegative(word: usize): bool {
  return isBig(word) ? (load<i32>(word) & FLAG_LAYOUT) !== 0 : valueOf(word) < 0;
}

/** Where the limbs of an integer's magnitude are. Those without limbs have them in one of two places, 0 and 1, until it is used again. */
export function limbsOf(word: usize, place: i32): usize {
  if (isBig(word)) return word + BIG_LIMBS;
  const value = valueOf(word);
  const at = STATE_LIMBS + (place << 3);
  store<u64>(at, value < 0 ? <u64>-value : <u64>value);
  return at;
}

/** Number of limbs of an integer's magnitude. */
export function countOf(word: usize): i32 {
  if (isBig(word)) return load<i32>(word, TAIL_SIZE) >> 2;
  const value = valueOf(word);
  const magnitude = value < 0 ? <u64>-value : <u64>value;
  return magnitude > 0xffffffff ? 2 : i32(magnitude !== 0);
}

/* ---- making integers; 0: no memory ---- */

export function fromInt64(value: i64): usize {
  if (value >= SMALL_MIN && value <= SMALL_MAX) return tagSmall(<i32>value);
  const box = allocate(BOX_BYTES);
  if (box === 0) return 0;
  store<i32>(box, headerOf(SHAPE_INT64));
  store<i32>(box, 0, 4);
  store<i64>(box, value, BOX_VALUE);
  return box;
}

/** The integer of the low and the high half of 64 bits. */
export function integerFromHalves(low: i32, high: i32): usize {
  return fromInt64(((<i64>high) << 32) | <i64>(<u32>low));
}

function sizeFor(limbs: i32): usize {
  return (BIG_LIMBS + (limbs << 2) + 7) & ~7;
}

/** An object with room for so many limbs, to be filled and finished. */
export function newBig(limbs: i32): usize {
  if (limbs > MOST_LIMBS || isStopped()) return 0;
  const room = max(limbs, 2);
  const big = allocate(sizeFor(room));
  if (big === 0) return 0;
  store<i32>(big, headerOf(SHAPE_BIGINT));
  store<i32>(big, room << 2, TAIL_SIZE);
  return big;
}

/** Gives back what lies behind the first `size` bytes of an object of `room` bytes, if it was allocated last. */
function trim(object: usize, room: usize, size: usize): void {
  if (load<usize>(STATE_ALLOC_TOP) === object + room) store<usize>(STATE_ALLOC_TOP, object + size);
}

/** The integer of a new object's first `limbs` limbs, zeros on top or not, in its smallest form. */
export function finish(big: usize, limbs: i32, negative: bool): usize {
  if (isStopped()) return 0;
  const room = sizeFor(load<i32>(big, TAIL_SIZE) >> 2);
  const count = significant(big + BIG_LIMBS, limbs);
  if (count <= 2) {
    const magnitude = count === 2 ? load<u64>(big, BIG_LIMBS) : count === 1 ? <u64>load<u32>(big, BIG_LIMBS) : <u64>0;
    if (magnitude < 0x8000000000000000 || (negative && magnitude === 0x8000000000000000)) {
      const value = negative ? -(<i64>magnitude) : <i64>magnitude;
      if (value >= SMALL_MIN && value <= SMALL_MAX) {
        trim(big, room, 0);
        return tagSmall(<i32>value);
      }
      // A box takes what an object of two limbs takes.
      store<i32>(big, headerOf(SHAPE_INT64));
      store<i32>(big, 0, 4);
      store<i64>(big, value, BOX_VALUE);
      trim(big, room, BOX_BYTES);
      return big;
    }
  }
  return finishBig(big, count, negative);
}

/** The same, of limbs that are known to be outside 64 bits, without zeros on top. */
export function finishBig(big: usize, count: i32, negative: bool): usize {
  if (negative) store<i32>(big, headerOf(SHAPE_BIGINT) | FLAG_LAYOUT);
  trim(big, sizeFor(load<i32>(big, TAIL_SIZE) >> 2), sizeFor(count));
  store<i32>(big, count << 2, TAIL_SIZE);
  return big;
}

/* ---- scratch memory ---- */

function scratchBytes(limbs: i32): usize {
  return (max(limbs, 1) * 4 + 7) & ~7;
}

/** Room for so many limbs while an operation runs: what is asked for last is given back first. */
export function takeScratch(limbs: i32): usize {
  return allocate(scratchBytes(limbs));
}

export function giveBack(scratch: usize, limbs: i32): void {
  trim(scratch, scratchBytes(limbs), 0);
}
