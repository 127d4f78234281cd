import { type Memory, NULL, STATE_HASH, type Word } from "@hotpy/memory";
import { int64Halves } from "@hotpy/object-model";
import type { PythonKernel } from "../kernel.js";

/** An operand is not plain. */
export const NOT_PLAIN = -1;

/**
 * Equality, order and hash of *plain* values without any call: numbers, strings, None, and tuples of plain values.
 * They are most keys of dicts and sets, and most of what is sorted. All leaf.
 */
export interface Plain {
  /** `a == b` as in containers, identity first: 1, 0, or NOT_PLAIN. */
  equals(a: Word, b: Word): number;
  /** `a < b`: 1, 0, or NOT_PLAIN. */
  less(a: Word, b: Word): number;
  /** CPython's 64-bit hash in the accumulator `int64Halves.int64`; false: not plain. */
  hash(word: Word): boolean;
  /**
   * Index of the first item of a list or tuple at `start` or later, before `end`, that equals a value; -1: none. Less than -1: the
   * value is not equal to the items before that at -2 less the result, and that one or the value is not plain.
   */
  find(sequence: Word, value: Word, start: number, end: number): number;
  /** How many items of a list or tuple equal a value, or NOT_PLAIN. */
  count(sequence: Word, value: Word): number;
  /** Index of the first pair of items of two lists or tuples that differ, or the shorter length; negative: a pair is not plain, that at -1 less the result. */
  firstDifference(a: Word, b: Word): number;
  /**
   * Sorts a list, stably, by the keys in a list as long, or by itself, in their order or in the reverse one: 1; 0: there is no memory; or
   * NOT_PLAIN: Python code must compare keys. In both of these nothing is done.
   */
  sort(keys: Word, items: Word, reverse: boolean): number;
  /** The state of a sort of so many items, at least 2, for the other two: an object that is no value of Python. 0: no memory. */
  beginSort(count: number, reverse: boolean): Word;
  /**
   * Goes on with a sort, the kernel's function itself. `work` is a list of four: two keys, the state, the list of all keys. True: the outcome of
   * `work[0] < work[1]` is asked for, a bool; False: the order has been found. All leaf.
   */
  resumeSort(work: Word, outcome: Word): Word;
  /** Puts the items of a list in the order that has been found, or in that in which the sort was given up. */
  endSort(state: Word, items: Word, reverse: boolean): void;
  /** The hash of a tuple whose items have these hashes, the low and the high half of each in turn; in the accumulator. */
  hashOfTuple(halves: readonly number[]): void;
}

export function createPlain({ i32 }: Memory, kernel: PythonKernel): Plain {
  const { int64 } = int64Halves;
  const accumulate = (): void => {
    int64.lo = i32[STATE_HASH >>> 2];
    int64.hi = i32[(STATE_HASH >>> 2) + 1];
  };
  return {
    equals: kernel.equalsPlain,
    less: kernel.lessPlain,
    find: kernel.findPlain,
    count: kernel.countPlain,
    firstDifference: kernel.firstDifference,
    sort: kernel.sortPlain,
    beginSort: kernel.beginSort,
    resumeSort: kernel.resumeSort,
    endSort: kernel.endSort,
    hash(word) {
      if (word === NULL || !kernel.hashPlain(word)) return false;
      accumulate();
      return true;
    },
    hashOfTuple(halves) {
      kernel.beginTupleHash();
      for (let i = 0; i < halves.length; i += 2) kernel.extendTupleHash(halves[i], halves[i + 1]);
      kernel.endTupleHash(halves.length >>> 1);
      accumulate();
    },
  };
}
