export { type Allocator, type HostValues, madeBy } from "./allocator.js";
export * from "./fields.js";
export * from "./floats/arithmetic.js";
export * from "./floats/exact.js";
export * as exponential from "./floats/exponential.js";
export { createFloats, type Floats } from "./floats/floats.js";
export { floatHex, type HexResult, parseHexFloat } from "./floats/hex.js";
export * as trigonometry from "./floats/trigonometry.js";
export * from "./header.js";
export * as int64Halves from "./integers/int64.js";
export {
  createIntegers,
  DEFAULT_MAX_DIGITS,
  type IntegerFault,
  type Integers,
  UNDECIDED,
} from "./integers/integers.js";
export { createObjectKernel, kernelHeap, type ObjectKernel } from "./kernel.js";
export * from "./layout.js";
export * from "./layouts.js";
export * from "./shapes.js";
export {
  CASE_CAPITALIZE,
  CASE_FOLD,
  CASE_LOWER,
  CASE_SWAP,
  CASE_TITLE,
  CASE_UPPER,
} from "./strings/case.js";
export { numberText } from "./strings/number-text.js";
export { createStrings, type StringOptions, type Strings } from "./strings/strings.js";
export { FLAG_GROWING, FLAG_SUM } from "./strings/text.js";
