import { uniteDicts, uniteInto } from "@hotpy/dict/kernel/methods";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { extendList } from "@hotpy/object-model/kernel/lists/change";
import { itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { concatLists, concatTuples, repeatList, repeatTuple } from "@hotpy/object-model/kernel/lists/make";
import { addStrings } from "@hotpy/object-model/kernel/strings/characters";
import { repeatString } from "@hotpy/object-model/kernel/strings/make";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { dataOf, isBytes, sizeOfBytes } from "./bytes/layout";
import { concatBytes, repeatBytes } from "./bytes/make";
import { orderOfByteStrings } from "./bytes/search";
import { isComplex, operateOnComplexes } from "./complexes";
import { equalsPlain } from "./equality";
import {
  FALSE,
  FLAG_WATCHED,
  SHAPE_BYTE_STRING,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_SET,
  SHAPE_TUPLE,
} from "./generated/constants";
import { areMoments, operateOnMoments, orderOfMoments } from "./moments";
import { operateOnNumbers } from "./number-operators";
import { isNumber, orderOfNumbers, UNORDERED } from "./numbers";
import {
  ADD,
  AND,
  DIVIDE,
  EQUAL,
  FLOOR_DIVIDE,
  GREATER,
  LESS,
  LESS_EQUAL,
  MODULO,
  MULTIPLY,
  OR,
  POWER,
  SUBTRACT,
  XOR,
} from "./operator-numbers";
import { lessPlain } from "./plain";
import { firstDifference } from "./search";
import {
  addToUnion,
  differenceOfSets,
  equalSets,
  intersectionOfSets,
  isAnySet,
  symmetricDifferenceOfSets,
  unionOfSets,
} from "./sets/algebra";
import { usedOf } from "./sets/layout";
import { isSubset } from "./sets/many";
import { setIntersect, setSubtract } from "./sets/methods";
import { percentPlain } from "./text/percent";
import { boolIfKnown, boolOf } from "./truth";
import { isEqualAlone } from "./types";

/// Operators of numbers, strings, lists, tuples and sets of exactly these types, as the loop calls them. UNDECIDED: it takes the language's tables; 0: no
/// memory. In both nothing is done that is not done again the same.

/** More repetitions are left to the language, which asks for memory in time. */
const MOST_TIMES: i32 = 1 << 16;

/** A string, list, tuple or bytes so many times. */
function repeat(sequence: usize, count: usize): usize {
  const times = untagSmall(count);
  if (times <= 0 || times > MOST_TIMES) return UNDECIDED;
  if (isFlat(sequence)) return repeatString(sequence, times);
  const shape = shapeOf(sequence);
  if (shape === SHAPE_LIST) return repeatList(sequence, times);
  if (shape === SHAPE_BYTE_STRING)
    return times === 1 ? sequence : repeatBytes(shape, dataOf(sequence), sizeOfBytes(sequence), times);
  if (shape !== SHAPE_TUPLE) return UNDECIDED;
  return times === 1 || lengthOf(sequence) === 0 ? sequence : repeatTuple(sequence, times);
}

function add(a: usize, b: usize, inPlace: bool): usize {
  const shape = shapeOf(a);
  if (shape === SHAPE_LIST) {
    if (inPlace && (shapeOf(b) === SHAPE_LIST || shapeOf(b) === SHAPE_TUPLE)) return extendList(a, b) ? a : 0;
    return shapeOf(b) === SHAPE_LIST ? concatLists(a, b) : UNDECIDED;
  }
  if (shape === SHAPE_TUPLE) {
    if (shapeOf(b) !== SHAPE_TUPLE) return UNDECIDED;
    if (lengthOf(a) === 0) return b;
    return lengthOf(b) === 0 ? a : concatTuples(a, b);
  }
  if (shape === SHAPE_BYTE_STRING && isBytes(b)) return addBytes(a, b);
  return addStrings(a, b);
}

/** bytes and bytes, or a bytearray. */
function addBytes(a: usize, b: usize): usize {
  const sizeOfA = sizeOfBytes(a);
  const sizeOfB = sizeOfBytes(b);
  if (sizeOfB === 0) return a;
  if (sizeOfA === 0 && shapeOf(b) === SHAPE_BYTE_STRING) return b;
  return concatBytes(SHAPE_BYTE_STRING, dataOf(a), sizeOfA, dataOf(b), sizeOfB);
}

/** `a + b` of two strings, lists or tuples. */
export function addSequences(a: usize, b: usize): usize {
  return !isSmall(a | b) ? add(a, b, false) : UNDECIDED;
}

/** `a * b` of a string, list or tuple and a small integer. */
export function multiplySequence(a: usize, b: usize): usize {
  if (((a ^ b) & 1) === 0) return UNDECIDED;
  return isSmall(a) ? repeat(b, a) : repeat(a, b);
}

/** `a op b`, or `a op= b`. */
export function operatePlain(operator: i32, inPlace: i32, a: usize, b: usize): usize {
  if (isNumber(a) && isNumber(b)) return operateOnNumbers(operator, a, b);
  if (isComplex(a) || isComplex(b)) return operateOnComplexes(operator, a, b);
  if (isSmall(a | b)) {
    if (operator !== MULTIPLY || isSmall(a & b)) return UNDECIDED;
    // A list that is repeated in place stays the same object.
    if (isSmall(a)) return repeat(b, a);
    return inPlace !== 0 && shapeOf(a) === SHAPE_LIST ? UNDECIDED : repeat(a, b);
  }
  const moved = operateOnMoments(operator, a, b);
  if (moved !== UNDECIDED) return moved;
  if (operator === ADD) return add(a, b, inPlace !== 0);
  if (operator !== SUBTRACT && operator < AND) return UNDECIDED;
  if (operator === OR && shapeOf(a) === SHAPE_DICT && shapeOf(b) === SHAPE_DICT) {
    if (inPlace === 0) return uniteDicts(a, b);
    // Who watches a dict is told by its own kernel.
    return (load<i32>(a) & FLAG_WATCHED) === 0 ? uniteInto(a, b) : UNDECIDED;
  }
  if (!isAnySet(a) || !isAnySet(b)) return UNDECIDED;
  if (inPlace !== 0 && shapeOf(a) === SHAPE_SET) {
    if (operator === OR) return addToUnion(a, b);
    if (operator === AND) return setIntersect(a, b);
    return operator === SUBTRACT ? setSubtract(a, b) : UNDECIDED;
  }
  if (operator === SUBTRACT) return differenceOfSets(a, b);
  if (operator === AND) return intersectionOfSets(a, b);
  if (operator === OR) return unionOfSets(a, b);
  return operator === XOR ? symmetricDifferenceOfSets(a, b) : UNDECIDED;
}

/* ---- operators by themselves, as traces call them ---- */

export function subtractPlain(a: usize, b: usize): usize {
  return operatePlain(SUBTRACT, 0, a, b);
}
export function dividePlain(a: usize, b: usize): usize {
  return operatePlain(DIVIDE, 0, a, b);
}
export function floorDividePlain(a: usize, b: usize): usize {
  return operatePlain(FLOOR_DIVIDE, 0, a, b);
}
/** Of strings: the text that the other operand gives it. */
export function remainderPlain(a: usize, b: usize): usize {
  return isNumber(a) ? operatePlain(MODULO, 0, a, b) : percentPlain(a, b);
}
export function powerPlain(a: usize, b: usize): usize {
  return operatePlain(POWER, 0, a, b);
}
export function andPlain(a: usize, b: usize): usize {
  return operatePlain(AND, 0, a, b);
}
export function orPlain(a: usize, b: usize): usize {
  return operatePlain(OR, 0, a, b);
}
export function xorPlain(a: usize, b: usize): usize {
  return operatePlain(XOR, 0, a, b);
}

/** The result of `<`, `<=`, `>` or `>=` of two values in this order. */
export function ordered(comparison: i32, order: i32): usize {
  if (comparison === LESS) return boolOf(order < 0);
  if (comparison === LESS_EQUAL) return boolOf(order <= 0);
  return boolOf(comparison === GREATER ? order > 0 : order >= 0);
}

function compareNumbers(comparison: i32, a: usize, b: usize): usize {
  const order = orderOfNumbers(a, b);
  if (order === UNORDERED) return boolOf(comparison > EQUAL);
  return comparison < EQUAL ? ordered(comparison, order) : boolOf((order === 0) === (comparison === EQUAL));
}

/** Two lists, or two tuples. */
function compareSequences(comparison: i32, a: usize, b: usize): usize {
  const lengthA = lengthOf(a);
  const lengthB = lengthOf(b);
  const isEquality = comparison >= EQUAL;
  if (isEquality && lengthA !== lengthB) return boolOf(comparison !== EQUAL);
  const index = firstDifference(a, b);
  if (index < 0) return UNDECIDED;
  if (index === min(lengthA, lengthB))
    return isEquality ? boolOf(comparison === EQUAL) : ordered(comparison, lengthA - lengthB);
  if (isEquality) return boolOf(comparison !== EQUAL);
  const x = load<usize>(itemsOf(a) + (index << 2));
  const y = load<usize>(itemsOf(b) + (index << 2));
  // They differ, so that "or equal" makes no difference.
  const isLess = comparison <= LESS_EQUAL ? lessPlain(x, y) : lessPlain(y, x);
  return boolIfKnown(isLess);
}

function compareSets(comparison: i32, a: usize, b: usize): usize {
  if (comparison >= EQUAL) {
    const same = equalSets(a, b);
    return same < 0 ? UNDECIDED : boolOf((same === 1) === (comparison === EQUAL));
  }
  const smaller = comparison <= LESS_EQUAL ? a : b;
  const larger = comparison <= LESS_EQUAL ? b : a;
  if ((comparison === LESS || comparison === GREATER) && usedOf(smaller) >= usedOf(larger)) return FALSE;
  const within = isSubset(smaller, larger);
  return boolIfKnown(within);
}

/** `a op b` of a comparison: TRUE, FALSE or UNDECIDED. */
export function comparePlain(comparison: i32, a: usize, b: usize): usize {
  if (isNumber(a) && isNumber(b)) return compareNumbers(comparison, a, b);
  if (!isSmall(a | b)) {
    const shape = shapeOf(a);
    if ((shape === SHAPE_LIST || shape === SHAPE_TUPLE) && shapeOf(b) === shape)
      return compareSequences(comparison, a, b);
    if (shape === SHAPE_BYTE_STRING && comparison < EQUAL && shapeOf(b) === shape)
      return ordered(comparison, orderOfByteStrings(a, b));
    if (isAnySet(a) && isAnySet(b)) return compareSets(comparison, a, b);
    if (areMoments(a, b)) {
      const order = orderOfMoments(a, b);
      return comparison < EQUAL ? ordered(comparison, order) : boolOf((order === 0) === (comparison === EQUAL));
    }
  }
  if (comparison < EQUAL) return UNDECIDED;
  if (a === b) return isEqualAlone(a) ? boolOf(comparison === EQUAL) : UNDECIDED;
  const same = equalsPlain(a, b);
  return same < 0 ? UNDECIDED : boolOf((same === 1) === (comparison === EQUAL));
}
