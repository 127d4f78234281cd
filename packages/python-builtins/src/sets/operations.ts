/// Set algebra, step by step as CPython 3.11 does it: the order of the result's keys shows.

import { ABSENT } from "@hotpy/dict";
import { NULL, type Word } from "@hotpy/memory";
import { int64Halves, SHAPE_DICT } from "@hotpy/object-model";
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
  const { realm, iterators, lists } = library;
  const { handles, memory, dicts } = realm;
  const { i32 } = memory;
  const { int64 } = int64Halves;
  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
  const isSet = (word: Word): boolean => shapes.has(shapeOf(word));
  const isDict = (word: Word): boolean => shapeOf(word) === SHAPE_DICT;
  const create = (shape: number): number => handles.push(tables.create(shape));
  const size = (set: number): number => tables.used(handles.get(set));

  type Visit = (key: number, lo: number, hi: number) => boolean;

  /** Calls `visit` with a handle and the hash of each item until it returns false; false: it did, or iterating or hashing raised. */
  function each(other: number, visit: Visit): boolean {
    const word = handles.get(other);
    if (isSet(word)) return eachKey(other, visit);
    const key = handles.push(NULL);
    const native = iterators.over(word);
    const next = native === NULL ? realm.next : (iterators.nextOf(native) ?? realm.next);
    const iterator = handles.push(native !== NULL ? native : realm.iterate(word));
    let goes = handles.get(iterator) !== NULL;
    while (goes) {
      const item = next(handles.get(iterator));
      if (item === NULL) break;
      handles.set(key, item);
      goes = tables.hash(key) && visit(key, int64.lo, int64.hi);
    }
    handles.release(key);
    return goes && realm.pending() === NULL;
  }

  function eachKey(set: number, visit: Visit): boolean {
    const key = handles.push(NULL);
    let goes = true;
    for (
      let at = tables.nextEntry(handles.get(set), 0);
      goes && at >= 0;
      at = tables.nextEntry(handles.get(set), at + 1)
    ) {
      const from = handles.get(set);
      handles.set(key, tables.keyAt(from, at));
      goes = visit(key, tables.hashLoAt(from, at), tables.hashHiAt(from, at));
    }
    handles.release(key);
    return goes;
  }

  /** Adds the items of a list or tuple up to the first that needs Python code; returns its index. Leaf. */
  function addPlainItems(set: Word, items: Word): number {
    const count = lists.length(items);
    const first = lists.items(items) >>> 2;
    let i = 0;
    while (i < count && tables.addPlain(set, i32[first + i]) !== undefined) i++;
    return i;
  }

  /** Adds the items of a list, which may change meanwhile, or tuple from an index on. */
  function addItems(set: number, other: number, start: number): boolean {
    const key = handles.push(NULL);
    let goes = true;
    for (let i = start; goes && i < lists.length(handles.get(other)); i++) {
      handles.set(key, lists.item(handles.get(other), i));
      goes = tables.hash(key) && tables.add(set, key, int64.lo, int64.hi) >= 0;
    }
    handles.release(key);
    return goes;
  }

  function update(set: number, other: number): boolean {
    if (isSet(handles.get(other))) return tables.merge(set, other);
    const start =
      lists.isList(handles.get(other)) || lists.isTuple(handles.get(other))
        ? addPlainItems(handles.get(set), handles.get(other))
        : 0;
    if (start > 0) return addItems(set, other, start);
    if (isDict(handles.get(other))) tables.reserve(handles.get(set), dicts.length(handles.get(other)));
    return each(other, (key, lo, hi) => tables.add(set, key, lo, hi) >= 0);
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
    if (isSet(handles.get(from)) && tables.select(handles.get(result), handles.get(from), handles.get(within), true))
      return result;
    const done = each(from, (key, lo, hi) => {
      const found = tables.contains(within, key, lo, hi);
      return found === 0 || (found === 1 && tables.add(result, key, lo, hi) >= 0);
    });
    return done ? result : -1;
  }

  /** Whether a key is in a set or a dict: 1, 0, -1. */
  function isIn(container: number, key: number, lo: number, hi: number): number {
    if (isSet(handles.get(container))) return tables.contains(container, key, lo, hi);
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
    if (isSet(word) && tables.select(handles.get(result), handles.get(set), handles.get(other), false)) return result;
    const done = eachKey(set, (key, lo, hi) => {
      const found = isIn(other, key, lo, hi);
      return found === 1 || (found === 0 && tables.add(result, key, lo, hi) >= 0);
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
    if (!each(removed, (key, lo, hi) => tables.discard(set, key, lo, hi) >= 0)) return false;
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
    // Half done it cannot be done again: in a trace it must be certain that no item has a method `__eq__`.
    const isPlain = (items: number): boolean => each(items, (key) => realm.plain.hash(handles.get(key)));
    if (realm.isInTrace() && !(isPlain(set) && isPlain(keys))) {
      realm.retryByInterpreter();
      return false;
    }
    return each(keys, (key, lo, hi) => {
      const found = tables.discard(set, key, lo, hi);
      return found === 0 ? tables.add(set, key, lo, hi) >= 0 : found === 1;
    });
  }

  return {
    isSet,
    copy,
    update,
    intersection,
    difference,
    differenceUpdate,
    symmetricUpdate,
    asSet,
    symmetricDifference(set, other, shape) {
      const result = create(shape);
      return update(result, other) && symmetricUpdate(result, set) ? result : -1;
    },
    isSubset(set, other) {
      if (size(set) > size(other)) return 0;
      let answer = 1;
      eachKey(set, (key, lo, hi) => {
        answer = tables.contains(other, key, lo, hi);
        return answer === 1;
      });
      return answer;
    },
    isDisjoint(set, other) {
      let answer = 1;
      const done = each(other, (key, lo, hi) => {
        const found = tables.contains(set, key, lo, hi);
        answer = found < 0 ? -1 : 1 - found;
        return answer === 1;
      });
      return !done && answer === 1 ? -1 : answer;
    },
  };
}
