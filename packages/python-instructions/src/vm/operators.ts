import { type Address, FALSE, isSmall, TRUE, type Word } from "@hotpy/memory";
import {
  BYTES_DATA,
  FIRST_DYNAMIC_SHAPE,
  FLAG_INTERNED,
  SHAPE_BYTES,
  SHAPE_FLOAT,
  TAIL_SIZE,
} from "@hotpy/object-model";
import { BINARY_OPERATORS, COMPARISONS, type Context, RESUME } from "@hotpy/python-objects";
import { KEYED_METHODS, SPECIAL_METHODS, specialMethod } from "../special-methods.js";
import { callKey } from "./attribute-table.js";
import type { AttributeOperations } from "./attributes.js";

/** Operators where the loop's short cuts do not apply. */
export interface OperatorOperations {
  /** Byte addresses of the continuations under which methods of operators and of comparisons are called. */
  readonly attemptContinuation: Address;
  readonly comparisonContinuation: Address;
  /** Byte address of the names of the special methods, in the order of SPECIAL_METHODS. */
  readonly operatorMethods: Address;
  readonly notImplemented: Word;
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

/** @param attributes what remembers, for the loop, the methods that an object's class has */
export function createOperatorOperations(
  context: Context,
  { noteMethod, noteInPlace, noteReflected }: Pick<AttributeOperations, "noteMethod" | "noteInPlace" | "noteReflected">,
): OperatorOperations {
  const {
    memory,
    types,
    traits,
    operators,
    conversions,
    continuations,
    strings,
    bytes,
    objects,
    reentry,
    name: intern,
  } = context;
  const { orderOfByteStrings } = context.pythonKernel;
  const { i32 } = memory;
  const { isString } = strings;
  const names = SPECIAL_METHODS.map((name) => intern(`__${name}__`));
  const inPlaceOperators = BINARY_OPERATORS.map(([name]) => intern(`__i${name}__`));
  const reflectedOperators = BINARY_OPERATORS.map(([name]) => intern(`__r${name}__`));
  const reflectedComparisons = COMPARISONS.map(([, , reflected]) => intern(`__${reflected}__`));
  const isNumber = (word: Word): boolean => isSmall(word) || i32[word >>> 2] >>> 8 <= SHAPE_FLOAT;
  const isInstance = (word: Word): boolean => !isSmall(word) && i32[word >>> 2] >>> 8 >= FIRST_DYNAMIC_SHAPE;
  const operatorMethods = objects.immortal(SHAPE_BYTES, names.length) + BYTES_DATA;
  i32[(operatorMethods - BYTES_DATA + TAIL_SIZE) >>> 2] = names.length * 4;
  i32.set(names, operatorMethods >>> 2);
  for (const method of KEYED_METHODS) {
    const at = specialMethod(method);
    i32[(operatorMethods >>> 2) + at] = callKey(names[at]);
  }

  /** Then kernels know what they may take for granted. */
  function noteTraits(a: Word, b: Word): void {
    traits(types.typeOf(a));
    traits(types.typeOf(b));
  }

  return {
    attemptContinuation: continuations.addressOf(operators.afterAttempt),
    comparisonContinuation: continuations.addressOf(operators.afterComparison),
    operatorMethods,
    notImplemented: objects.notImplemented,
    binary(operator, inPlace, a, b) {
      // Repeated `s += x` is linear: see kernel/strings/append.ts of object-model.
      if (operator === ADD && isString(a) && isString(b)) return strings.append(a, b);
      if (inPlace === 0) noteMethod(a, names[operator]);
      else if (isInstance(a)) noteInPlace(a, names[operator], inPlaceOperators[operator]);
      if (isNumber(a) && isInstance(b)) noteReflected(b, names[operator], reflectedOperators[operator]);
      noteTraits(a, b);
      return inPlace !== 0 ? operators.inPlace(operator, a, b) : operators.binary(operator, a, b);
    },
    unary: operators.unary,
    not(a) {
      continuations.push(operators.afterNot);
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
      const name = names[BINARY_OPERATORS.length + comparison];
      noteMethod(a, name);
      if (isNumber(a) && isInstance(b)) noteReflected(b, name, reflectedComparisons[comparison]);
      noteTraits(a, b);
      return operators.compare(comparison, a, b);
    },
    truth: conversions.test,
    truthNow: (word) => reentry.complete(conversions.truth, word, 0, 0),
  };
}
