/// Set algebra, step by step as CPython 3.11 does it: the order of the result's keys shows.

import { ABSENT } from "@hotpy/dict";
import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT } from "@hotpy/object-model";
import type { Library } from "../library.js";
import type { SetTables } from "./table.js";

/** Operations on sets given as handles; other operands are handles of any iterables. All may collect. */
export interface SetOperations {
  isSet(word: Word): boolean;
  /** Handle of a new set with the same keys, of a shape. */
  copy(set: number, shape: number): number;
  /** Adds all items. False: raised. */
  update(set: number, other: number): boolean;
  /** Handle of the result, or -1 (raised). */
  intersection(set: number, other: number, shape: number): number;
  difference(set: number, other: number, shape: number): number;
  symmetricDifference(set: number, other: number, shape: number): number;
  differenceUpdate(set: number, other: number): boolean;
  symmetricUpdate(set: number, other: number): boolean;
  /** 1, 0 or -1 (raised). */
  isSubset(set: number, other: number): number;
  isDisjoint(set: number, other: number): number;
  /** Handle of a set of the items: `other` itself if it is a set; -1: raised. */
  asSet(other: number, shape: number): number;
}

export function createSetOperations(library: Library, tables: SetTables, shapes: ReadonlySet<number>): SetOperations {
  const { realm, iterators } = library;
  const { handles, memory, dicts } = realm;
  const { i32 } = memory;
  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
  const isSet = (word: Word): boolean => shapes.has(shapeOf(word));
  const isDict = (word: Word): boolean => shapeOf(word) === SHAPE_DICT;
  const create = (shape: number): number => handles.push(tables.create(shape));
  const size = (set: number): number => tables.used(handles.get(set));

  /** Calls `visit` with a handle of each item until it answers false; false: it did, or iterating raised. */
  function each(other: number, visit: (key: number) => boolean): boolean {
    const word = handles.get(other);
    if (isSet(word)) return eachKey(other, visit);
    const key = handles.push(NULL);
    const native = iterators.over(word);
    const iterator = handles.push(native !== NULL ? native : realm.iterate(word));
    let goes = handles.get(iterator) !== NULL;
    while (goes) {
      const item = native !== NULL ? iterators.nextOf(handles.get(iterator))?.(handles.get(iterator)) ?? NULL : realm.next(handles.get(iterator));
      if (item === NULL) break;
      handles.set(key, item);
      goes = visit(key);
    }
    handles.release(key);
    return goes && realm.pending() === NULL;
  }

  function eachKey(set: number, visit: (key: number) => boolean): boolean {
    const key = handles.push(NULL);
    let goes = true;
    for (let at = tables.nextEntry(handles.get(set), 0); goes && at >= 0; at = tables.nextEntry(handles.get(set), at + 1)) {
      handles.set(key, tables.keyAt(handles.get(set), at));
      goes = visit(key);
    }
    handles.release(key);
    return goes;
  }

  function update(set: number, other: number): boolean {
    if (isSet(handles.get(other))) return tables.merge(set, other);
    if (isDict(handles.get(other))) tables.reserve(handles.get(set), dicts.length(handles.get(other)));
    return each(other, (key) => tables.add(set, key) >= 0);
  }

  function copy(set: number, shape: number): number {
    const result = create(shape);
    tables.merge(result, set);
    return result;
  }

  function asSet(other: number, shape: number): number {
    if (isSet(handles.get(other))) return other;
    const result = create(shape);
    return update(result, other) ? result : -1;
  }

  function intersection(set: number, other: number, shape: number): number {
    if (handles.get(set) === handles.get(other)) return copy(set, shape);
    const result = create(shape);
    let [from, within] = [other, set];
    if (isSet(handles.get(other)) && size(other) > size(set)) [from, within] = [set, other];
    const done = each(from, (key) => {
      const found = tables.contains(within, key);
      return found === 0 || (found === 1 && tables.add(result, key) >= 0);
    });
    return done ? result : -1;
  }

  /** Whether a key is in a set or a dict: 1, 0, -1. */
  function isIn(container: number, key: number): number {
    if (isSet(handles.get(container))) return tables.contains(container, key);
    const entry = dicts.find(handles.get(container), handles.get(key));
    return entry >= 0 ? 1 : entry === ABSENT ? 0 : -1;
  }

  function difference(set: number, other: number, shape: number): number {
    const word = handles.get(other);
    const otherSize = isSet(word) ? tables.used(word) : isDict(word) ? dicts.length(word) : -1;
    // A set much larger than the other is copied, and the few common keys are taken out.
    if (otherSize < 0 || size(set) >> 2 > otherSize) {
      const result = copy(set, shape);
      return differenceUpdate(result, other) ? result : -1;
    }
    const result = create(shape);
    const done = eachKey(set, (key) => {
      const found = isIn(other, key);
      return found === 1 || (found === 0 && tables.add(result, key) >= 0);
    });
    return done ? result : -1;
  }

  function differenceUpdate(set: number, other: number): boolean {
    if (handles.get(set) === handles.get(other)) {
      tables.clear(handles.get(set));
      return true;
    }
    let removed = other;
    if (isSet(handles.get(other)) && size(other) >> 3 > size(set)) {
      removed = intersection(set, other, shapeOf(handles.get(set)));
      if (removed < 0) return false;
    }
    if (!each(removed, (key) => tables.discard(set, key) >= 0)) return false;
    tables.sweep(handles.get(set));
    return true;
  }

  function symmetricUpdate(set: number, other: number): boolean {
    if (handles.get(set) === handles.get(other)) {
      tables.clear(handles.get(set));
      return true;
    }
    const keys = isDict(handles.get(other)) ? other : asSet(other, shapeOf(handles.get(set)));
    if (keys < 0) return false;
    return each(keys, (key) => {
      const found = tables.discard(set, key);
      return found === 0 ? tables.add(set, key) >= 0 : found === 1;
    });
  }

  return {
    isSet, copy, update, intersection, difference, differenceUpdate, symmetricUpdate, asSet,
    symmetricDifference(set, other, shape) {
      const result = create(shape);
      return update(result, other) && symmetricUpdate(result, set) ? result : -1;
    },
    isSubset(set, other) {
      if (size(set) > size(other)) return 0;
      let answer = 1;
      eachKey(set, (key) => {
        answer = tables.contains(other, key);
        return answer === 1;
      });
      return answer;
    },
    isDisjoint(set, other) {
      let answer = 1;
      const done = each(other, (key) => {
        const found = tables.contains(set, key);
        answer = found < 0 ? -1 : 1 - found;
        return answer === 1;
      });
      return !done && answer === 1 ? -1 : answer;
    },
  };
}
