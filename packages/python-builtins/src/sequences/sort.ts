import type { Word } from "@hotpy/memory";
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
  const { handles, heap, memory } = realm;
  const { i32 } = memory;

  function sortBy(keys: Word, items: Word, reverse: boolean): boolean {
    const count = lists.length(items);
    if (count < 2) return true;
    const sorted = realm.plain.sort(keys, items, reverse);
    if (sorted === 0) heap.exhausted();
    if (sorted === 1) return true;
    return withHandles(() => {
      const keptKeys = handles.push(keys);
      const keptItems = handles.push(items);
      const key = (index: number): Word => lists.item(handles.get(keptKeys), index);
      const isLess = (a: number, b: number): boolean => {
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
        mergeSort(order, isLess);
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
