import { FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { FLAG_INTERNED } from "@hotpy/object-model";
import { type Context, RESUME } from "@hotpy/python-objects";

/** Operators where the loop's short cuts do not apply. */
export interface OperatorOperations {
  binary(operator: number, inPlace: number, a: Word, b: Word): Word;
  unary(operator: number, a: Word): Word;
  not(a: Word): Word;
  compare(comparison: number, a: Word, b: Word): Word;
  /** `bool(w)`; may push a frame. */
  truth(word: Word): Word;
  /** The same, at once. */
  truthNow(word: Word): Word;
}

const ADD = 0;
const EQUAL = 4;
const NOT_EQUAL = 5;

export function createOperatorOperations(context: Context): OperatorOperations {
  const { memory, operators, conversions, continuations, strings, bytes, reentry } = context;
  const { orderOfByteStrings } = context.pythonKernel;
  const { i32 } = memory;
  const { isString } = strings;
  const negate = continuations.define(0, (result) => (result === NULL ? NULL : result === TRUE ? FALSE : TRUE));

  return {
    binary(operator, inPlace, a, b) {
      // Repeated `s += x` is linear: see kernel/strings/append.ts of object-model.
      if (operator === ADD && isString(a) && isString(b)) return strings.append(a, b);
      return inPlace !== 0 ? operators.inPlace(operator, a, b) : operators.binary(operator, a, b);
    },
    unary: operators.unary,
    not(a) {
      continuations.push(negate);
      const result = conversions.truth(a);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    compare(comparison, a, b) {
      if ((comparison === EQUAL || comparison === NOT_EQUAL) && isString(a) && isString(b)) {
        const isEqual = a === b || ((i32[a >>> 2] & i32[b >>> 2] & FLAG_INTERNED) === 0 && strings.equals(a, b));
        return isEqual === (comparison === EQUAL) ? TRUE : FALSE;
      }
      if ((comparison === EQUAL || comparison === NOT_EQUAL) && bytes.isBytes(a) && bytes.isBytes(b))
        return (orderOfByteStrings(a, b) === 0) === (comparison === EQUAL) ? TRUE : FALSE;
      return operators.compare(comparison, a, b);
    },
    truth: conversions.truth,
    truthNow: (word) => reentry.complete(conversions.truth, word, 0, 0),
  };
}
