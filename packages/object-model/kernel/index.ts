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
export { hashInteger } from "./integers/hash";
export { gcdIntegers, invertModuloIntegers, squareRootOfInteger } from "./integers/number-theory";
export { operateOnIntegers } from "./integers/operators";
export { powerModuloIntegers } from "./integers/power-modulo";
export { integerToBase, integerToDecimal, textOfInteger } from "./integers/to-text";
export { compareStrings, equalStrings } from "./strings/compare";
export { hashString } from "./strings/hash";
