import { floatFloorDivide, floatModulo } from "@hotpy/object-model/kernel/floats/division";
import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { operateOnIntegers } from "@hotpy/object-model/kernel/integers/operators";
import { boxFinite, powerOfDoubles } from "./elementary";
import { floatOf, isFloat } from "./numbers";
import { ADD, DIVIDE, FLOOR_DIVIDE, MODULO, MULTIPLY, POWER, SUBTRACT } from "./operator-numbers";

/// Operators of numbers that are not of one kind: of integers with bools, of floats with integers; and those of floats that take more than an
/// instruction.

/** Integers up to here are doubles exactly. */
const EXACT: i64 = 1 << 53;

function isExact(value: i64): bool {
  return value <= EXACT && value >= -EXACT;
}

/** Squares and square roots are rounded once; others take tables. */
function power(a: f64, b: f64): usize {
  if (b === 2) return boxFinite(a * a);
  return b === 0.5 && a > 0 && isFinite(a) ? boxFloat(sqrt(a)) : powerOfDoubles(a, b);
}

function operateOnFloats(operator: i32, a: f64, b: f64): usize {
  if (operator === ADD) return boxFloat(a + b);
  if (operator === SUBTRACT) return boxFloat(a - b);
  if (operator === MULTIPLY) return boxFloat(a * b);
  if (operator === POWER) return power(a, b);
  if (b === 0) return UNDECIDED;
  if (operator === DIVIDE) return boxFloat(a / b);
  if (operator === FLOOR_DIVIDE) return boxFloat(floatFloorDivide(a, b));
  return operator === MODULO ? boxFloat(floatModulo(a, b)) : UNDECIDED;
}

/** `a op b` of two numbers. UNDECIDED: the language's tables say what there is to say; 0: no memory. */
export function operateOnNumbers(operator: i32, a: usize, b: usize): usize {
  if (isInteger(a) && isInteger(b)) {
    if (operator === DIVIDE) {
      if (isBig(a) || isBig(b)) return UNDECIDED;
      const x = valueOf(a);
      const y = valueOf(b);
      // With more digits there would be two roundings.
      return y === 0 || !isExact(x) || !isExact(y) ? UNDECIDED : boxFloat(<f64>x / <f64>y);
    }
    const result = operateOnIntegers(operator, a, b);
    return result === 0 ? UNDECIDED : result;
  }
  if ((isInteger(a) && isBig(a)) || (isInteger(b) && isBig(b))) return UNDECIDED;
  return operateOnFloats(
    operator,
    isFloat(a) ? floatOf(a) : <f64>valueOf(a),
    isFloat(b) ? floatOf(b) : <f64>valueOf(b),
  );
}
