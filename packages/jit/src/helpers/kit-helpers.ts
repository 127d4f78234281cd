import { STR_CONCAT } from "./concat.js";
import type { HelperFunction } from "./helper-function.js";
import { HAS_NEXT, NEXT } from "./iterators.js";
import { STR_CHAR, STR_CODE, STR_EQUAL, STR_ITEM, STR_LENGTH } from "./strings.js";

/** The kit's fast paths of leaf helpers, over the layouts of object-model and dict, with the parts that they share. */
export const KIT_HELPERS: readonly HelperFunction[] = [
  STR_EQUAL,
  STR_LENGTH,
  STR_ITEM,
  STR_CODE,
  STR_CHAR,
  STR_CONCAT,
  HAS_NEXT,
  NEXT,
];
