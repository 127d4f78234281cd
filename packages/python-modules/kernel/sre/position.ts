import { isWord } from "./characters";
import {
  AT_BEGINNING,
  AT_BEGINNING_LINE,
  AT_BEGINNING_STRING,
  AT_BOUNDARY,
  AT_END,
  AT_END_LINE,
  AT_END_STRING,
  AT_LOC_BOUNDARY,
  AT_LOC_NON_BOUNDARY,
  AT_NON_BOUNDARY,
  AT_UNI_BOUNDARY,
} from "./opcodes";
import { at } from "./unit";

/** Whether a place in a string is what AT asks for. */
export function isAt<T>(what: u32, data: usize, index: i32, end: i32): bool {
  switch (what) {
    case AT_BEGINNING:
    case AT_BEGINNING_STRING:
      return index === 0;
    case AT_BEGINNING_LINE:
      return index === 0 || at<T>(data, index - 1) === 10;
    case AT_END:
      return index === end || (end - index === 1 && at<T>(data, index) === 10);
    case AT_END_LINE:
      return index === end || at<T>(data, index) === 10;
    case AT_END_STRING:
      return index === end;
    case AT_BOUNDARY:
    case AT_LOC_BOUNDARY:
      return end > 0 && isBoundary<T>(data, index, end, false);
    case AT_NON_BOUNDARY:
    case AT_LOC_NON_BOUNDARY:
      return end > 0 && !isBoundary<T>(data, index, end, false);
    case AT_UNI_BOUNDARY:
      return end > 0 && isBoundary<T>(data, index, end, true);
    default:
      return end > 0 && !isBoundary<T>(data, index, end, true);
  }
}

function isBoundary<T>(data: usize, index: i32, end: i32, isUnicode: bool): bool {
  const before = index > 0 && isWord(at<T>(data, index - 1), isUnicode);
  const here = index < end && isWord(at<T>(data, index), isUnicode);
  return before !== here;
}
