import { isSmall, type Word } from "@hotpy/memory";
import { BOX_VALUE, SHAPE_FLOAT, SHAPE_STR1, STR_DATA } from "@hotpy/object-model";
import { NOT_PLAIN } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { mergeSort } from "./merge-sort.js";

/** Thrown by a comparison that raised; caught where the sort began. */
const RAISED = Symbol("a comparison raised");

/** Characters that a prefix of strings has, by their width. */
const NARROW = 6;
const WIDE = 2;

export interface Sort {
  /**
   * Sorts `items` (a list) in place and stably by `keys` (a list as long, or `items` itself). False: raised, and the items are as
   * before. May collect: compares with `<`, as Python does.
   */
  sortBy(keys: Word, items: Word, reverse: boolean): boolean;
}

export function createSort({ realm, lists, withHandles }: Library): Sort {
  const { handles, memory, strings } = realm;
  const { i32, f64, u8 } = memory;

  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);

  /**
   * Numbers in the order of the keys: of numbers themselves, of strings their first characters, of tuples that of their first items.
   * Undefined if keys are of different kinds or of another.
   */
  function prefixesOf(keys: Word, count: number): Float64Array | undefined {
    const first = lists.items(keys) >>> 2;
    const areTuples = lists.isTuple(i32[first]);
    const prefixes = new Float64Array(count);
    let characters = 0;
    for (let i = 0; i < count; i++) {
      let key = i32[first + i];
      if (lists.isTuple(key) !== areTuples) return undefined;
      if (areTuples) {
        if (lists.length(key) === 0) return undefined;
        key = lists.item(key, 0);
      }
      const isNumeric = isNumber(key);
      if (i === 0 && !isNumeric) characters = charactersOf(first, count, areTuples);
      if (isNumeric !== (characters === 0)) return undefined;
      prefixes[i] = isSmall(key)
        ? key >> 1
        : isNumeric
          ? f64[(key + BOX_VALUE) >>> 3]
          : characters === NARROW
            ? narrowPrefix(key)
            : widePrefix(key);
      if (prefixes[i] !== prefixes[i]) return undefined;
    }
    return prefixes;
  }

  /** How many characters a prefix has: NARROW if all keys (or their first items) are strings of one byte a character, WIDE of others; 0: not strings. */
  function charactersOf(first: number, count: number, areTuples: boolean): number {
    let result = NARROW;
    for (let i = 0; i < count; i++) {
      const key =
        areTuples && lists.isTuple(i32[first + i]) && lists.length(i32[first + i]) > 0
          ? lists.item(i32[first + i], 0)
          : i32[first + i];
      if (!strings.isString(key)) return 0;
      if (shapeOf(key) !== SHAPE_STR1) result = WIDE;
    }
    return result;
  }

  /** A number in the order of the first six characters. */
  function narrowPrefix(string: Word): number {
    const length = strings.length(string);
    const base = (string + STR_DATA) >>> 0;
    let prefix = 0;
    for (let i = 0; i < NARROW; i++) prefix = prefix * 257 + (i < length ? u8[base + i] + 1 : 0);
    return prefix;
  }

  function widePrefix(word: Word): number {
    const string = strings.flat(word);
    const length = strings.length(string);
    return (
      (length > 0 ? (strings.codeAt(string, 0) + 1) * 0x200000 : 0) + (length > 1 ? strings.codeAt(string, 1) + 1 : 0)
    );
  }

  /** Sorts a list of small integers, if it is one: they are in the order of their words, and equal ones are the same. */
  function sortSmall(items: Word, reverse: boolean): boolean {
    const count = lists.length(items);
    const first = lists.items(items) >>> 2;
    for (let i = 0; i < count; i++) if ((i32[first + i] & 1) === 0) return false;
    let sorted = 1;
    while (
      sorted < count &&
      (reverse ? i32[first + sorted - 1] >= i32[first + sorted] : i32[first + sorted - 1] <= i32[first + sorted])
    )
      sorted++;
    if (sorted === count) return true;
    const words = i32.subarray(first, first + count).sort();
    if (reverse) words.reverse();
    return true;
  }

  /** Numbers are their own prefixes: if those are equal, so are they. */
  const never = (): boolean => false;
  const isNumber = (word: Word): boolean => shapeOf(word) === 0 || shapeOf(word) === SHAPE_FLOAT;

  function sortBy(keys: Word, items: Word, reverse: boolean): boolean {
    const count = lists.length(items);
    if (count < 2) return true;
    if (keys === items && sortSmall(items, reverse)) return true;
    return withHandles(() => {
      const keptKeys = handles.push(keys);
      const keptItems = handles.push(items);
      const key = (index: number): Word => lists.item(handles.get(keptKeys), index);
      const general = (a: number, b: number): boolean => {
        const quick = realm.plain.less(key(a), key(b));
        if (quick !== NOT_PLAIN) return quick === 1;
        const less = realm.compareTruth("lt", key(a), key(b));
        if (less < 0) throw RAISED;
        return less === 1;
      };
      const order = new Int32Array(count);
      // Reversed before and after, equal keys keep their order.
      for (let i = 0; i < count; i++) order[i] = reverse ? count - 1 - i : i;
      try {
        const prefixes = prefixesOf(keys, count);
        mergeSort(order, { prefixes, less: prefixes !== undefined && isNumber(lists.item(keys, 0)) ? never : general });
      } catch (error) {
        if (error !== RAISED) throw error;
        return false;
      }
      if (reverse) order.reverse();
      permute(handles.get(keptItems), order);
      return true;
    });
  }

  function permute(items: Word, order: Int32Array): void {
    const first = lists.items(items) >>> 2;
    const old = i32.slice(first, first + order.length);
    for (let i = 0; i < order.length; i++) i32[first + i] = old[order[i]];
    // The barrier of the whole array.
    lists.setItem(items, 0, old[order[0]]);
  }

  return { sortBy };
}
