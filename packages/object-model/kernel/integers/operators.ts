import {
  addIntegers,
  floorDivideIntegers,
  moduloIntegers,
  multiplyIntegers,
  powerIntegers,
  subtractIntegers,
} from "./arithmetic";
import { andIntegers, orIntegers, shiftIntegersLeft, shiftIntegersRight, xorIntegers } from "./bits";
import { UNDECIDED } from "./forms";

/**
 * An operator by its number, the order of which is +, -, *, /, //, %, **, <<, >>, &, |, ^: the result; 0: nothing is done, as an
 * operand is no integer, or there is an exception to raise, or no memory.
 */
export function operateOnIntegers(operator: i32, a: usize, b: usize): usize {
  const result = operate(operator, a, b);
  return result === UNDECIDED ? 0 : result;
}

function operate(operator: i32, a: usize, b: usize): usize {
  switch (operator) {
    case 0:
      return addIntegers(a, b);
    case 1:
      return subtractIntegers(a, b);
    case 2:
      return multiplyIntegers(a, b);
    case 4:
      return floorDivideIntegers(a, b);
    case 5:
      return moduloIntegers(a, b);
    case 6:
      return powerIntegers(a, b);
    case 7:
      return shiftIntegersLeft(a, b);
    case 8:
      return shiftIntegersRight(a, b);
    case 9:
      return andIntegers(a, b);
    case 10:
      return orIntegers(a, b);
    case 11:
      return xorIntegers(a, b);
    default:
      return UNDECIDED;
  }
}
