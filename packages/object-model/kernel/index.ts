export { floatFloorDivide, floatModulo } from "./floats/division";
export { commonLogarithmOf, exponentialOf, logarithmOf } from "./floats/exponential";
export { floatFromText, roundToPlaces } from "./floats/from-text";
export { powerOf } from "./floats/powers";
export {
  arcCosineOf,
  arcSineOf,
  arcTangentOf,
  arcTangentOfTwo,
  cosineOf,
  cosineOfReduced,
  sineOf,
  sineOfReduced,
  tangentOf,
  tangentOfReduced,
} from "./floats/trigonometry";
export { allocate } from "./heap";
export {
  absoluteInteger,
  addIntegers,
  compareIntegers,
  divmodIntegers,
  floorDivideIntegers,
  moduloIntegers,
  multiplyIntegers,
  negateInteger,
  powerIntegers,
  signOfInteger,
  subtractIntegers,
} from "./integers/arithmetic";
export {
  andIntegers,
  bitCountOfInteger,
  bitLengthOfInteger,
  invertInteger,
  orIntegers,
  shiftIntegersLeft,
  shiftIntegersRight,
  xorIntegers,
} from "./integers/bits";
export { integerFromBytes, integerToBytes } from "./integers/bytes";
export { compareWithDouble, divideToDouble, integerFromDouble, integerToDouble } from "./integers/floats";
export { finish as finishBig, integerFromHalves, newBig } from "./integers/forms";
export { integerFromText } from "./integers/from-text";
export { gcdIntegers, invertModuloIntegers, squareRootOfInteger } from "./integers/number-theory";
export { operateOnIntegers } from "./integers/operators";
export { powerModuloIntegers } from "./integers/power-modulo";
export { integerToBase, integerToDecimal, textOfInteger } from "./integers/to-text";
export {
  appendToList,
  assignSlice,
  deleteSlice,
  extendList,
  insertIntoList,
  popFromList,
  repeatInPlace,
  resizeList,
  reverseList,
  takeFromList,
} from "./lists/change";
export { clearList, createList, freshList, freshTuple } from "./lists/layout";
export {
  concatLists,
  concatTuples,
  listFrom,
  pickList,
  pickTuple,
  repeatList,
  repeatTuple,
  tupleFrom,
} from "./lists/make";
export { appendStrings } from "./strings/append";
export { changeCase } from "./strings/case";
export {
  addStrings,
  characterAt,
  characterOfCode,
  codeOfCharacter,
  hasNextCharacter,
  nextCharacter,
} from "./strings/characters";
export { compareStrings, equalStrings, orderOfStrings } from "./strings/compare";
export { countString } from "./strings/find-all";
export { hashString } from "./strings/hash";
export { createInterned, internNarrow, internString } from "./strings/intern";
export { charAt, concatStrings, joinStrings, padString, repeatString, stride, substring } from "./strings/make";
export { expandTabs, zeroFill } from "./strings/pad";
export { replaceString } from "./strings/replace";
export { findCode, findLastString, findString, matchesAt } from "./strings/search";
export {
  splitLines,
  splitSpace,
  splitSpaceFromEnd,
  splitString,
  splitStringFromEnd,
  stripCodes,
  stripSpace,
} from "./strings/split";
export { lengthOf as lengthOfString } from "./strings/text";
