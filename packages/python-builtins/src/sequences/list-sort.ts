import { type Address, NULL, type Word } from "@hotpy/memory";
import { LIST_ITEMS, LIST_LENGTH } from "@hotpy/object-model";
import type { Library } from "../library.js";
import { intArgument } from "../text/arguments.js";
import { createSort } from "./sort.js";

/** `list.sort` and the natives that its surrogate and that of `sorted` need. */
export interface ListSort {
  /** `list.sort(key=None, reverse=False)`, for natives with frames. */
  sort(args: Address): Word;
  /** Sorts a list that no program sees yet and returns it; or goes on in a surrogate. */
  sortFresh(list: Word, key: Word, reverse: boolean): Word;
}

export function createListSort(library: Library): ListSort {
  const { realm, lists, surrogate, argument } = library;
  const { none, handles, memory, heap } = realm;
  const { i32 } = memory;
  const { sortBy } = createSort(library);

  /** Takes all items out, into a new list: while it is sorted, a list is empty. */
  function takeItems(list: Word): Word {
    const items = lists.create(0);
    const array = i32[(list + LIST_ITEMS) >>> 2];
    i32[(items + LIST_LENGTH) >>> 2] = lists.length(list);
    i32[(items + LIST_ITEMS) >>> 2] = array;
    lists.clear(list);
    return items;
  }

  /** Puts the items back; false if the list is not empty any more, that is, it was changed. */
  function putBack(list: Word, items: Word): boolean {
    const wasUntouched = lists.length(list) === 0;
    i32[(list + LIST_LENGTH) >>> 2] = lists.length(items);
    heap.storeWord(list, LIST_ITEMS, i32[(items + LIST_ITEMS) >>> 2]);
    return wasUntouched;
  }

  const modified = (): Word => realm.raise("ValueError", "list modified during sort");

  const sortPairs = realm.native({
    name: "sort_by_keys",
    parameters: "(keys, items, reverse, /)",
    run: (args) => (sortBy(argument(args, 0), argument(args, 1), realm.truth(argument(args, 2)) === 1) ? none : NULL),
  });

  const putBackNative = realm.native({
    name: "put_back",
    parameters: "(list, items, succeeded, /)",
    run(args) {
      const untouched = putBack(argument(args, 0), argument(args, 1));
      return untouched || argument(args, 2) !== realm.bool(true) ? none : modified();
    },
  });

  function sort(args: Address): Word {
    return library.withHandles(() => {
      // Read before anything runs: what does may overwrite the arguments of natives with frames.
      const list = handles.push(argument(args, 0));
      const key = handles.push(argument(args, 1));
      const reverse = argument(args, 2) === NULL ? 0 : intArgument(realm, argument(args, 2));
      if (reverse === undefined) return NULL;
      const hasKey = handles.get(key) !== NULL && handles.get(key) !== none;
      if (hasKey && realm.isInTrace()) return realm.retryByInterpreter();
      const items = handles.push(takeItems(handles.get(list)));
      if (hasKey) {
        return realm.tailCall(
          surrogate("sort_with_key"),
          handles.get(list),
          handles.get(items),
          handles.get(key),
          realm.bool(reverse !== 0),
          sortPairs,
          putBackNative,
        );
      }
      const sorted = sortBy(handles.get(items), handles.get(items), reverse !== 0);
      const untouched = putBack(handles.get(list), handles.get(items));
      if (!sorted) return NULL;
      return untouched ? none : modified();
    });
  }

  function sortFresh(list: Word, key: Word, reverse: boolean): Word {
    if (key !== NULL && key !== none)
      return realm.tailCall(surrogate("sorted_with_key"), list, key, realm.bool(reverse), sortPairs);
    return library.withHandles(() => {
      const kept = handles.push(list);
      return sortBy(list, list, reverse) ? handles.get(kept) : NULL;
    });
  }

  return { sort, sortFresh };
}
