import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { stopsAfter } from "@hotpy/object-model/kernel/work";
import { DONE, NO_MEMORY } from "./outcomes";
import { addText, beginText, dropText, endText } from "./target";
import { addValue } from "./values";

/// `repr` of lists and tuples of numbers, None, True, False and strings of one byte a character.

/** Of so many bytes, about, is an item. */
const EXPECTED: i32 = 8;
/** Items past it are left to who calls, who asks for memory in time. */
const MOST_ITEMS: i32 = 0x1000000;

/** `repr` or `str` of None, True, False, a list, tuple, dict, set or an exception. UNDECIDED and 0 as below. */
export function textOfObject(value: usize, isRepr: bool): usize {
  if (!beginText(4 * EXPECTED)) return 0;
  const outcome = addValue(value, isRepr, -1, -1, false);
  if (outcome === DONE) return endText();
  dropText();
  return outcome === NO_MEMORY ? 0 : UNDECIDED;
}

/**
 * The texts of the words at an address between two characters, with ", " between each two. UNDECIDED: that of an item needs Python code, or has
 * wider characters. 0: no memory.
 */
export function displayPlain(words: usize, count: i32, open: i32, close: i32): usize {
  if (count > MOST_ITEMS) return UNDECIDED;
  if (!beginText(2 + count * EXPECTED)) return 0;
  let outcome = DONE;
  store<u8>(addText(1), open);
  for (let i = 0; i < count && outcome === DONE; i++) {
    if (i > 0) {
      const to = addText(2);
      if (to === 0) outcome = NO_MEMORY;
      else store<u16>(to, 0x202c);
    }
    if (stopsAfter(4)) outcome = NO_MEMORY;
    if (outcome === DONE) outcome = addValue(load<usize>(words + (i << 2)), true, -1, -1, false);
  }
  const end = outcome === DONE ? addText(1) : 0;
  if (end === 0) {
    dropText();
    return outcome === DONE || outcome === NO_MEMORY ? 0 : UNDECIDED;
  }
  store<u8>(end, close);
  return endText();
}
