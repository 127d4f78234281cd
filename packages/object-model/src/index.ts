export type { Allocator, HostValues } from "./allocator.js";
export * from "./floats/arithmetic.js";
export { type Digits, fixedDigits, roundScaled, shortestDigits, significantDigits } from "./floats/digits.js";
export * as doubleDouble from "./floats/double-double.js";
export * from "./floats/exact.js";
export * as exponential from "./floats/exponential.js";
export { createFloats, type Floats } from "./floats/floats.js";
export { type FloatType, floatHex, floatRepr, formatMagnitude, parseFloatText } from "./floats/format.js";
export { type HexResult, parseHexFloat } from "./floats/hex.js";
export * as trigonometry from "./floats/trigonometry.js";
export * from "./header.js";
export { DEFAULT_MAX_DIGITS, exceedsDigits, type IntegerFault, parseInteger } from "./integers/decimal.js";
export * as int64Halves from "./integers/int64.js";
export {
  bitLengthOf,
  createIntegers,
  divideBig,
  floorDivideBig,
  type Integers,
  moduloBig,
} from "./integers/integers.js";
export { createObjectKernel, kernelHeap, type ObjectKernel } from "./kernel.js";
export * from "./layouts.js";
export * from "./shapes.js";
export { createStrings, type StringOptions, type Strings } from "./strings/strings.js";
export { FLAG_GROWING } from "./strings/text.js";
export * as unicode from "./strings/unicode.js";
