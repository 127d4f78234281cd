export { dictHash, equalsPlain, hashPlain, lessPlain } from "./plain";
export { countPlain, findPlain, firstDifference } from "./search";
export { sortPlain } from "./sort";
export {
  isAlnum,
  isAlpha,
  isAscii,
  isDecimal,
  isDigit,
  isIdentifier,
  isLowerCase,
  isNumeric,
  isPrintable,
  isSpace,
  isTitleCase,
  isUpperCase,
} from "./str-predicates";
export { formatBraces } from "./text/braces";
export { floatOfText, roundFloat, roundToWhole } from "./text/calls";
export { displayPlain } from "./text/display";
export { formatDigits, formatPlain, paddedString } from "./text/format";
export { textOfNumber } from "./text/numbers";
export { percentDigits, percentPlain } from "./text/percent";
export { beginSort, endSort, resumeSort } from "./timsort/index";
export { beginTupleHash, endTupleHash, extendTupleHash } from "./tuple-hash";
