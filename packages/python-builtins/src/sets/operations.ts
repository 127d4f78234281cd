/// Set algebra, step by step as CPython 3.11 does it: the order of the result's keys shows.

import { ABSENT, UNDECIDED } from "@hotpy/dict";
import { NONE, NULL, type Word } from "@hotpy/memory";
import { int64Halves, madeBy, SHAPE_DICT } from "@hotpy/object-model";
import { SET_MASK, SHAPE_FROZENSET, SHAPE_SET } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import type { SetTables } from "./table.js";

/** Operations on sets given as handles; other operands are handles of any iterables. All may collect. */
export interface SetOperations {
  isSet(word: Word): boolean;
  /** An empty set of a shape. */
  create(shape: number): Word;
  /** Removes all keys. */
  clear(set: Word): void;
  /** Handle of a new set with the same keys, of a shape. */
  copy(set: number, shape: number): number;
  /** Adds all items. False: raised. */
  update(set: number, other: number): boolean;
  /** Whether an iterable is of a builtin type, so that its items are there without Python code. Leaf. */
  isBuiltin(iterable: Word): boolean;
  /** Handle of the result, or -1 (raised). */
  union(set: number, other: number, shape: number): number;
  intersection(set: number, other: number, shape: number): number;
  difference(set: number, other: number, shape: number): number;
  symmetricDifference(set: number, other: number, shape: number): number;
  differenceUpdate(set: number, other: number): boolean;
  symmetricUpdate(set: number, other: number): boolean;
  /** 1, 0 or -1 (raised). */
  isSubset(set: number, other: number): number;
  isDisjoint(set: number, other: number): number;
  isSuperset(set: number, other: number): number;
  /** Handle of a set of the items: `other` itself if it is a set; -1: raised. */
  asSet(other: number, shape: number): number;
}

export function createSetOperations(library: Library, tables: SetTables): SetOperations {
  const { realm, iterators, lists } = library;
  const { heap, handles, memory, dicts, pythonKernel: kernel } = realm;
  const { i32 } = memory;
  const { int64 } = int64Halves;
  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
  const isSet = (word: Word): boolean => {
    const shape = shapeOf(word);
    return shape === SHAPE_SET || shape === SHAPE_FROZENSET;
  };
  const isDict = (word: Word): boolean => shapeOf(word) === SHAPE_DICT;
  const size = (set: number): number => tables.used(handles.get(set));
  const made = madeBy(heap);
  const create = (shape: number): Word => made(kernel.createSet(shape));

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
      if (item === NULL || realm.isInterrupted()) break;
      handles.set(key, item);
      goes = tables.hash(key) && visit(key, int64.lo, int64.hi);
    }
    handles.release(key);
    return goes && realm.pending() === NULL;
  }

  function eachKey(set: number, visit: Visit): boolean {
    let goes = true;
    for (
      let at = kernel.nextInSet(handles.get(set), 0);
      goes && at >= 0;
      at = kernel.nextInSet(handles.get(set), at + 1)
    )
      goes = visitSlot(set, at, visit);
    return goes;
  }

  function visitSlot(set: number, slot: number, visit: Visit): boolean {
    const from = handles.get(set);
    const key = handles.push(tables.keyAt(from, slot));
    const goes = visit(key, tables.hashLoAt(from, slot), tables.hashHiAt(from, slot));
    handles.release(key);
    return goes;
  }

  /**
   * Has the kernel go through the entries of a container from number 0 on, and does with `one` what it leaves because Python code
   * must run. That may change the container, so what is the end is asked anew. False: raised.
   */
  function inSteps(
    set: number,
    other: number,
    go: (set: Word, other: Word, from: number) => number,
    endOf: (other: Word) => number,
    one: (entry: number) => boolean,
  ): boolean {
    for (let entry = 0; ; entry++) {
      entry = go(handles.get(set), handles.get(other), entry);
      if (entry === ABSENT) heap.exhausted();
      if (entry >= endOf(handles.get(other))) return true;
      if (!one(entry)) return false;
    }
  }

  const endOfSet = (set: Word): number => i32[(set + SET_MASK) >>> 2] + 1;

  /** Adds any key. False: raised. */
  function addKey(set: number, word: Word): boolean {
    const key = handles.push(word);
    const done = tables.hash(key) && tables.add(set, key, int64.lo, int64.hi) >= 0;
    handles.release(key);
    return done;
  }

  const addSet = (set: number, other: number): boolean =>
    inSteps(set, other, kernel.addSetKeys, endOfSet, (slot) =>
      visitSlot(other, slot, (key, lo, hi) => tables.add(set, key, lo, hi) >= 0),
    );

  const addDict = (set: number, other: number): boolean =>
    inSteps(set, other, kernel.addDictKeys, dicts.entryEnd, (entry) =>
      addKey(set, dicts.keyAt(handles.get(other), entry)),
    );

  const addSequence = (set: number, other: number): boolean =>
    inSteps(set, other, kernel.addItems, lists.length, (index) => addKey(set, lists.item(handles.get(other), index)));

  /** Adds what is left of an iterator. */
  function addRest(set: number, iterator: number): boolean {
    const next = iterators.nextOf(handles.get(iterator)) ?? realm.next;
    for (;;) {
      const item = next(handles.get(iterator));
      if (item === NULL) return realm.pending() === NULL;
      if (realm.isInterrupted()) return false;
      if (made(kernel.addToSet(handles.get(set), item)) !== NONE && !addKey(set, item)) return false;
    }
  }

  const isBuiltin = (word: Word): boolean =>
    isSet(word) || isDict(word) || lists.isList(word) || lists.isTuple(word) || iterators.over(word) !== NULL;

  function update(set: number, other: number): boolean {
    const word = handles.get(other);
    if (isSet(word)) return addSet(set, other);
    if (isDict(word)) return addDict(set, other);
    if (lists.isList(word) || lists.isTuple(word)) return addSequence(set, other);
    const native = iterators.over(word);
    const iterator = handles.push(native !== NULL ? native : realm.iterate(word));
    const done = handles.get(iterator) !== NULL && addRest(set, iterator);
    handles.release(iterator);
    return done;
  }

  function copy(set: number, shape: number): number {
    return handles.push(made(kernel.copySet(handles.get(set), shape)));
  }

  function asSet(other: number, shape: number): number {
    if (isSet(handles.get(other))) return other;
    const result = handles.push(create(shape));
    return update(result, other) ? result : -1;
  }

  /** Handle of a set of the keys of one set that are in another, or that are not; -1: it takes Python code to tell. */
  function select(from: number, within: number, wanted: boolean, shape: number): number {
    const selected = made(kernel.selectKeys(handles.get(from), handles.get(within), wanted, shape));
    return selected === UNDECIDED ? -1 : handles.push(selected);
  }

  /** 1, 0 or -1 (raised). */
  function isSubset(set: number, other: number): number {
    const known = kernel.isSubset(handles.get(set), handles.get(other));
    if (known !== UNDECIDED) return known;
    let result = 1;
    eachKey(set, (key, lo, hi) => {
      result = tables.contains(other, key, lo, hi);
      return result === 1;
    });
    return result;
  }

  function intersection(set: number, other: number, shape: number): number {
    if (handles.get(set) === handles.get(other)) return copy(set, shape);
    let [from, within] = [other, set];
    if (isSet(handles.get(other)) && size(other) > size(set)) [from, within] = [set, other];
    if (isSet(handles.get(from))) {
      const known = select(from, within, true, shape);
      if (known >= 0) return known;
    }
    const result = handles.push(create(shape));
    let isComplete = false;
    const done = each(from, (key, lo, hi) => {
      const found = tables.contains(within, key, lo, hi);
      if (found === 1 && tables.add(result, key, lo, hi) < 0) return false;
      // All are found: an iterator need not go on, and may have no end.
      isComplete = found === 1 && !isSet(handles.get(from)) && size(result) >= size(within);
      return found >= 0 && !isComplete;
    });
    return done || isComplete ? result : -1;
  }

  /** Whether each item of `other` is in the set (1), or is not (0), as `wanted` says: 1, 0, -1: raised. The first that is otherwise decides. */
  function allAre(wanted: number, set: number, other: number): number {
    let result = 1;
    const done = each(other, (key, lo, hi) => {
      const found = tables.contains(set, key, lo, hi);
      result = found < 0 ? -1 : found === wanted ? 1 : 0;
      return result === 1;
    });
    return !done && result === 1 ? -1 : result;
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
    if (isSet(word)) {
      const known = select(set, other, false, shape);
      if (known >= 0) return known;
    }
    const result = handles.push(create(shape));
    const done = eachKey(set, (key, lo, hi) => {
      const found = isIn(other, key, lo, hi);
      return found === 1 || (found === 0 && tables.add(result, key, lo, hi) >= 0);
    });
    return done ? result : -1;
  }

  function clear(set: Word): void {
    if (!kernel.clearSet(set)) heap.exhausted();
  }

  function differenceUpdate(set: number, other: number): boolean {
    if (handles.get(set) === handles.get(other)) {
      clear(handles.get(set));
      return true;
    }
    let removed = other;
    if (isSet(handles.get(other)) && size(other) >> 3 > size(set)) {
      removed = intersection(set, other, shapeOf(handles.get(set)));
      if (removed < 0) return false;
    }
    const discard: Visit = (key, lo, hi) => tables.discard(set, key, lo, hi) >= 0;
    const done = isSet(handles.get(removed))
      ? inSteps(set, removed, kernel.discardSetKeys, endOfSet, (slot) => visitSlot(removed, slot, discard))
      : each(removed, discard);
    if (done && !kernel.sweepSet(handles.get(set))) heap.exhausted();
    return done;
  }

  function symmetricUpdate(set: number, other: number): boolean {
    if (handles.get(set) === handles.get(other)) {
      clear(handles.get(set));
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
    const toggle: Visit = (key, lo, hi) => {
      const found = tables.discard(set, key, lo, hi);
      return found === 0 ? tables.add(set, key, lo, hi) >= 0 : found === 1;
    };
    return isSet(handles.get(keys))
      ? inSteps(set, keys, kernel.toggleSetKeys, endOfSet, (slot) => visitSlot(keys, slot, toggle))
      : each(keys, toggle);
  }

  return {
    isSet,
    union(set, other, shape) {
      const result = copy(set, shape);
      // The table of the copy does not grow then.
      return handles.get(set) === handles.get(other) || update(result, other) ? result : -1;
    },
    create,
    clear,
    copy,
    update,
    isBuiltin,
    intersection,
    difference,
    differenceUpdate,
    symmetricUpdate,
    asSet,
    symmetricDifference(set, other, shape) {
      const result = handles.push(create(shape));
      return update(result, other) && symmetricUpdate(result, set) ? result : -1;
    },
    isSubset,
    isDisjoint(set, other) {
      if (isSet(handles.get(other))) {
        const known = kernel.isDisjoint(handles.get(set), handles.get(other));
        if (known !== UNDECIDED) return known;
      }
      return allAre(0, set, other);
    },
    isSuperset: (set, other) => (isSet(handles.get(other)) ? isSubset(other, set) : allAre(1, set, other)),
  };
}
