import { isSmall, NULL, type Word } from "@hotpy/memory";
import { int64Halves, SHAPE_FUNCTION, SHAPE_TUPLE, shapeIdOf, TAIL_SIZE, TUPLE_ITEMS } from "@hotpy/object-model";
import type { UpToProtocols } from "../context.js";
import { COMPARISONS } from "../protocols/operator-names.js";
import type { Plain } from "../protocols/plain.js";
import type { Arithmetic } from "./arithmetic.js";
import { immediateMethods } from "./immediate.js";
import type { Comparison } from "./operator-types.js";

/** Tuples that lie deeper in each other are hashed without frames. */
const MOST_DEPTH = 20;

/** Equality, order and hash. May collect, but for `plain`. */
export interface Comparing {
  /** Equality, order and hash of values that need no call. */
  readonly plain: Plain;
  /** `hash(w)`: CPython's 64-bit value as an int word, or NULL. */
  hash(word: Word): Word;
  /** Whether the `__hash__` of an object is written in Python, or it is a tuple that holds such an object. Leaf. */
  isHashedByCode(word: Word): boolean;
  /** `a == b` as 1 or 0, -1 raised. Identity counts as equal, as in containers. */
  equals(a: Word, b: Word): number;
  compare(operator: Comparison, a: Word, b: Word): Word;
  /** `a < b` and the like as 1 or 0, -1 raised. */
  compareTruth(operator: Comparison, a: Word, b: Word): number;
}

export function createComparing(parts: UpToProtocols, { truth }: Pick<Arithmetic, "truth">): Comparing {
  const { memory, integers, operators, conversions, types, name: intern } = parts;
  const { complete } = parts.reentry;
  const immediate = immediateMethods(parts);
  const hashName = intern("__hash__");
  const numbers = new Map(COMPARISONS.map(([name], i) => [name, i]));
  /** Tuples as deep as the kernel's. */
  function isHashedByCode(word: Word, depth: number): boolean {
    if (isSmall(word)) return false;
    if (shapeIdOf(memory, word) === SHAPE_TUPLE) return depth < MOST_DEPTH && holdsHashedByCode(word, depth + 1);
    const found = types.lookup(types.typeOf(word), hashName);
    return found !== NULL && shapeIdOf(memory, found) === SHAPE_FUNCTION;
  }
  function holdsHashedByCode(tuple: Word, depth: number): boolean {
    const first = (tuple + TUPLE_ITEMS) >>> 2;
    const end = first + memory.i32[(tuple + TAIL_SIZE) >>> 2];
    for (let i = first; i < end; i++) if (isHashedByCode(memory.i32[i], depth)) return true;
    return false;
  }
  const compare: Comparing["compare"] = (operator, a, b) =>
    complete(operators.compare, numbers.get(operator) as number, a, b);
  return {
    plain: conversions.plain,
    hash(word) {
      if (conversions.plain.hash(word)) return integers.fromHalves(int64Halves.int64.lo, int64Halves.int64.hi);
      return immediate(word, hashName) ? conversions.hash(word) : complete(conversions.hash, word, 0, 0);
    },
    isHashedByCode: (word) => isHashedByCode(word, 0),
    equals: conversions.equals,
    compare,
    compareTruth: (operator, a, b) => truth(compare(operator, a, b)),
  };
}
