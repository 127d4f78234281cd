import type { Word } from "@hotpy/memory";
import { BOX_VALUE, SHAPE_FLOAT } from "@hotpy/object-model";
import { NOT_PLAIN } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { mergeSort } from "./merge-sort.js";

/** Thrown by a comparison that raised; caught where the sort began. */
const RAISED = Symbol("a comparison raised");

export interface Sort {
  /**
   * Sorts `items` (a list) in place and stably by `keys` (a list as long, or `items` itself). False: raised, and the items are as
   * before. May collect: compares with `<`, as Python does.
   */
  sortBy(keys: Word, items: Word, reverse: boolean): boolean;
}

export function createSort({ realm, lists, withHandles }: Library): Sort {
  const { handles, memory, strings } = realm;
  const { i32, f64 } = memory;

  /** "Less" for keys of one kind that need no Python code; undefined if they are mixed or of another kind. */
  function specialOrder(keys: Word, count: number): ((a: number, b: number) => boolean) | undefined {
    const first = lists.items(keys) >>> 2;
    const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
    const shape = shapeOf(i32[first]);
    const all = (test: (word: Word) => boolean): boolean => {
      for (let i = 0; i < count; i++) if (!test(i32[first + i])) return false;
      return true;
    };
    if (shape === 0 || shape === SHAPE_FLOAT) {
      if (!all((word) => shapeOf(word) === 0 || shapeOf(word) === SHAPE_FLOAT)) return undefined;
      const values = new Float64Array(count);
      for (let i = 0; i < count; i++) {
        const word = i32[first + i];
        values[i] = (word & 1) !== 0 ? word >> 1 : f64[(word + BOX_VALUE) >>> 3];
      }
      return (a, b) => values[a] < values[b];
    }
    if (strings.isString(i32[first]) && all(strings.isString)) {
      // Nothing collects while strings are compared: words stay valid.
      const words = i32.slice(first, first + count).map((word) => strings.flat(word));
      const prefixes = Float64Array.from(words, prefixOf);
      return (a, b) => (prefixes[a] !== prefixes[b] ? prefixes[a] < prefixes[b] : strings.compare(words[a], words[b]) < 0);
    }
    return undefined;
  }

  /** A number in the order of the first two characters: it decides most comparisons. */
  function prefixOf(string: Word): number {
    const length = strings.length(string);
    return (length > 0 ? (strings.codeAt(string, 0) + 1) * 0x200000 : 0) + (length > 1 ? strings.codeAt(string, 1) + 1 : 0);
  }

  function sortBy(keys: Word, items: Word, reverse: boolean): boolean {
    const count = lists.length(items);
    if (count < 2) return true;
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
        mergeSort(order, specialOrder(keys, count) ?? general);
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
