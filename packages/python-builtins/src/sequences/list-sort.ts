import { type Address, NULL, type Word } from "@hotpy/memory";
import { FIRST_DYNAMIC_SHAPE, LIST_ITEMS, LIST_LENGTH, TAIL_SIZE, UNDECIDED } from "@hotpy/object-model";
import { type KeyedCall, LIST_CONTENTS, NOT_PLAIN, WRITES_LISTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { intArgument } from "../text/arguments.js";

/**
 * `list.sort` and what `sorted` needs of it. Lists of plain values are sorted by the kernel at one go. For other keys, and where there is a
 * key function, surrogates go on: they compare what the kernel's steps ask for, so that all comparisons are made by Python's code alone.
 */
export interface ListSort {
  /** `list.sort(key=None, reverse=False)`, for natives with frames. */
  sort(args: Address): Word;
  /** Sorts a list that no program sees yet and returns it; or goes on in a surrogate. */
  sortFresh(list: Word, key: Word, reverse: boolean): Word;
  /** `list.sort` with a key, for traces. */
  readonly forKeys: KeyedCall;
}

/** Items of the list that stands for a sort in the surrogates: two keys to compare, the kernel's state, all keys. */
const WORK_ITEMS = 4;
const WORK_STATE = 2;
const WORK_KEYS = 3;

/** More calls are left to a surrogate, where the user can interrupt them. */
export const MOST_BY_KERNEL = 1 << 14;

export function createListSort(library: Library): ListSort {
  const { realm, lists, surrogate, argument } = library;
  const { none, memory, heap, plain, pythonKernel } = realm;
  const { i32 } = memory;
  const [getterName, indicesName] = ["itemgetter", "_items"].map(realm.intern);

  /** Takes all items out, into a new list: while it is sorted, a list is empty. */
  function takeItems(list: Word): Word {
    const items = lists.create(0);
    const array = i32[(list + LIST_ITEMS) >>> 2];
    i32[(items + LIST_LENGTH) >>> 2] = lists.length(list);
    i32[(items + LIST_ITEMS) >>> 2] = array;
    lists.clear(list);
    return items;
  }

  /** Whether a list has had no item since it was emptied, or has been cleared since. */
  const isUntouched = (list: Word): boolean =>
    lists.length(list) === 0 && i32[(i32[(list + LIST_ITEMS) >>> 2] + TAIL_SIZE) >>> 2] === 0;

  const isTrue = (word: Word): boolean => word === realm.bool(true);

  /** The list that stands for a sort, see `resumeSort`. */
  function beginSort(keys: Word, count: number, reverse: boolean): Word {
    const state = plain.beginSort(count, reverse);
    if (state === 0) heap.exhausted();
    const work = lists.freshList(WORK_ITEMS);
    for (let i = 0; i < WORK_STATE; i++) lists.setItem(work, i, none);
    lists.setItem(work, WORK_STATE, state);
    lists.setItem(work, WORK_KEYS, keys);
    return work;
  }

  /**
   * Sorts at one go: true, or false where a comparison may run Python code; then nothing is done. In a trace such comparisons are tried, as
   * they are refused where they would.
   */
  function sortAtOnce(keys: Word, items: Word, reverse: boolean): boolean {
    const sorted = plain.sort(keys, items, reverse);
    if (sorted === 0) heap.exhausted();
    if (sorted !== NOT_PLAIN) return true;
    const work = beginSort(keys, lists.length(items), reverse);
    const isInTrace = realm.isInTrace();
    let outcome = none;
    while (isTrue(plain.resumeSort(work, outcome))) {
      // Stays: a trace calls, so no Python code runs.
      const less = isInTrace ? realm.compareTruth("lt", lists.item(work, 0), lists.item(work, 1)) : -1;
      if (less < 0) return false;
      outcome = realm.bool(less === 1);
    }
    plain.endSort(lists.item(work, WORK_STATE), items, reverse);
    return true;
  }

  const whole = realm.native({
    name: "sort_by_keys",
    parameters: "(keys, items, reverse, /)",
    effects: WRITES_LISTS,
    kernel: { 3: pythonKernel.sortByKeys },
    run(args) {
      const sorted = plain.sort(argument(args, 0), argument(args, 1), isTrue(argument(args, 2)));
      return sorted === 0 ? heap.exhausted() : realm.bool(sorted !== NOT_PLAIN);
    },
  });

  const begin = realm.native({
    name: "begin_sort",
    parameters: "(keys, items, reverse, /)",
    run(args) {
      const [keys, items, reverse] = [argument(args, 0), argument(args, 1), isTrue(argument(args, 2))];
      const count = lists.length(items);
      // What has been tried before: keys that are not all plain. A trace may compare some of the others.
      const isDone = count < 2 || (keys !== items && realm.isInTrace() && sortAtOnce(keys, items, reverse));
      return isDone ? none : beginSort(keys, count, reverse);
    },
  });

  const resume = realm.native({
    name: "resume_sort",
    parameters: "(work, outcome, /)",
    effects: { reads: LIST_CONTENTS, writes: LIST_CONTENTS },
    kernel: { 2: plain.resumeSort },
    run: (args) => plain.resumeSort(argument(args, 0), argument(args, 1)),
  });

  const end = realm.native({
    name: "end_sort",
    parameters: "(work, items, reverse, /)",
    run(args) {
      plain.endSort(lists.item(argument(args, 0), WORK_STATE), argument(args, 1), isTrue(argument(args, 2)));
      return none;
    },
  });

  const putBack = realm.native({
    name: "put_back",
    parameters: "(list, items, succeeded, /)",
    run(args) {
      const [list, items] = [argument(args, 0), argument(args, 1)];
      const untouched = isUntouched(list);
      i32[(list + LIST_LENGTH) >>> 2] = lists.length(items);
      heap.storeWord(list, LIST_ITEMS, i32[(items + LIST_ITEMS) >>> 2]);
      if (untouched || !isTrue(argument(args, 2))) return none;
      return realm.raise("ValueError", "list modified during sort");
    },
  });

  const take = realm.native({
    name: "take_items",
    parameters: "(list, /)",
    run: (args) => takeItems(argument(args, 0)),
  });

  const forKeys: KeyedCall = {
    key: 1,
    call: () => ({
      surrogate: surrogate("sort_by_key"),
      given: [
        { kind: "anything", index: 0 },
        { kind: "anything", index: 1 },
        { kind: "flag", index: 2 },
        ...[take, whole, begin, resume, end, putBack].map((word) => ({ kind: "constant", word }) as const),
      ],
    }),
  };

  const hasKey = (key: Word): boolean => key !== NULL && key !== none;

  /** Whether it may be one of the standard library's own making. */
  const isInstance = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 >= FIRST_DYNAMIC_SHAPE;

  /** The index in an `operator.itemgetter` of one item; NULL: what is kept is something else. May collect. */
  function indexOfGetter(kept: number): Word {
    if (!isInstance(realm.handles.get(kept))) return NULL;
    const operator = realm.loadedModule("operator");
    if (operator === NULL) return NULL;
    const getter = realm.findAttribute(operator, getterName);
    if (realm.typeOf(realm.handles.get(kept)) !== getter) return NULL;
    const indices = realm.findAttribute(realm.handles.get(kept), indicesName);
    return lists.isTuple(indices) && lists.length(indices) === 1 ? lists.item(indices, 0) : NULL;
  }

  /**
   * Sorts at one go by a key that takes an item of each list or tuple. False: nothing is done, as it is another key, or finding or comparing
   * the items may run Python code. May collect.
   */
  function sortByItem(keptList: number, keptKey: number, reverse: boolean): boolean {
    const index = indexOfGetter(keptKey);
    if (index === NULL) return false;
    const list = realm.handles.get(keptList);
    const keys = pythonKernel.itemsAt(list, index);
    if (keys === UNDECIDED) return false;
    const sorted = keys === 0 ? 0 : plain.sort(keys, list, reverse);
    if (sorted === 0) heap.exhausted();
    return sorted !== NOT_PLAIN;
  }

  /** The same by a key that is a builtin function, type or method, which a kernel calls. Leaf. */
  function sortByKernel(list: Word, key: Word, reverse: boolean): boolean {
    const count = lists.length(list);
    const call = count > MOST_BY_KERNEL ? undefined : realm.callByKernel(key);
    if (call === undefined) return false;
    const keys = lists.freshList(count);
    for (let i = 0; i < count; i++) {
      const result = call(lists.item(list, i));
      if (result === UNDECIDED || result === NULL) return false;
      lists.setItem(keys, i, result);
    }
    const sorted = plain.sort(keys, list, reverse);
    if (sorted === 0) heap.exhausted();
    return sorted !== NOT_PLAIN;
  }

  /** Sorts a list that is kept, by a key that is, where no Python code need run; false: nothing is done. May collect. */
  function sortPlainly(list: number, key: number, reverse: boolean): boolean {
    if (hasKey(realm.handles.get(key)))
      return sortByKernel(realm.handles.get(list), realm.handles.get(key), reverse) || sortByItem(list, key, reverse);
    const items = realm.handles.get(list);
    return sortAtOnce(items, items, reverse);
  }

  function sort(args: Address): Word {
    const [list, key] = [argument(args, 0), argument(args, 1)];
    return library.withHandles(() => {
      // Read before anything runs: what does may overwrite the arguments of natives with frames.
      const keptList = realm.handles.push(list);
      const keptKey = realm.handles.push(hasKey(key) ? key : none);
      const reverse = argument(args, 2) === NULL ? 0 : intArgument(realm, argument(args, 2));
      if (reverse === undefined) return NULL;
      if (sortPlainly(keptList, keptKey, reverse !== 0)) return none;
      if (realm.isInTrace()) return realm.retryByInterpreter();
      const target = realm.handles.get(keptList);
      const items = takeItems(target);
      return realm.tailCall(
        surrogate("sort_list"),
        target,
        items,
        realm.handles.get(keptKey),
        realm.bool(reverse !== 0),
        whole,
        begin,
        resume,
        end,
        putBack,
      );
    });
  }

  function sortFresh(list: Word, key: Word, reverse: boolean): Word {
    return library.withHandles(() => {
      const [keptList, keptKey] = [list, hasKey(key) ? key : none].map(realm.handles.push);
      const isSorted = sortPlainly(keptList, keptKey, reverse);
      const items = realm.handles.get(keptList);
      if (isSorted) return items;
      const given = realm.handles.get(keptKey);
      return realm.tailCall(surrogate("sorted_list"), items, given, realm.bool(reverse), whole, begin, resume, end);
    });
  }

  return { sort, sortFresh, forKeys };
}
