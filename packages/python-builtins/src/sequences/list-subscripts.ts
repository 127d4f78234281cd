import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, READS_CONTENTS, WRITES_LISTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import type { Collect } from "./collect.js";
import type { SliceParts } from "./slices.js";

/** `list[i]`, `list[i:j:k]`, assignment to and deletion of them. */
export function createListSubscripts(library: Library, collect: Collect): NativeDefinition[] {
  const { realm, lists, slices, argument } = library;
  const { none } = realm;

  /** Index of an item; undefined: raised. */
  function itemIndex(args: Address, action: string): number | undefined {
    const key = argument(args, 1);
    if ((key & 1) === 0 && !isIndex(key)) {
      realm.raise("TypeError", `list indices must be integers or slices, not ${realm.typeName(key)}`);
      return undefined;
    }
    const index = slices.index(key, () => lists.length(argument(args, 0)));
    if (index === -1) realm.raise("IndexError", `list ${action}index out of range`);
    return index === -1 ? undefined : index;
  }

  const indexName = realm.intern("__index__");
  const isIndex = (word: Word): boolean =>
    realm.integers.isInteger(word) || realm.lookupOnType(realm.typeOf(word), indexName) !== NULL;

  const isIterable = (word: Word): boolean =>
    ["__iter__", "__getitem__"].some((name) => realm.lookupOnType(realm.typeOf(word), realm.intern(name)) !== NULL);

  function get(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) {
      const range = slices.range(argument(args, 1), () => lists.length(argument(args, 0)));
      return range === undefined ? NULL : lists.pickList(argument(args, 0), range.start, range.step, range.count);
    }
    const index = itemIndex(args, "");
    return index === undefined ? NULL : lists.item(argument(args, 0), index);
  }

  function set(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) return setSlice(args);
    const index = itemIndex(args, "assignment ");
    if (index === undefined) return NULL;
    lists.setItem(argument(args, 0), index, argument(args, 2));
    return none;
  }

  /** A list of the items of an iterable; NULL: raised. It is made of the iterator, which is asked for an iterator and for its length. */
  function itemsOf(iterable: Word): Word {
    const iterator = realm.iterate(iterable);
    return iterator === NULL ? NULL : realm.listOf(iterator);
  }

  /** Asks for the bounds first and for the items then: each may run Python code that changes the list. */
  function setSlice(args: Address): Word {
    const parts = slices.unpack(argument(args, 1));
    if (parts === undefined) return NULL;
    const given = argument(args, 2);
    const isSequence = lists.isTuple(given) || (lists.isList(given) && given !== argument(args, 0));
    const items = isSequence ? given : (collect.list(given) ?? itemsOf(given));
    if (items !== NULL) return assign(argument(args, 0), parts, items);
    if (!realm.pendingIs("TypeError") || isIterable(argument(args, 2))) return NULL;
    realm.clearPending();
    return realm.raise(
      "TypeError",
      parts.step === 1 ? "can only assign an iterable" : "must assign iterable to extended slice",
    );
  }

  /** Leaf. */
  function assign(list: Word, parts: SliceParts, items: Word): Word {
    const given = lists.length(items);
    const { start, step, count } = slices.resolve(parts, lists.length(list));
    if (step !== 1 && count !== given) {
      return realm.raise(
        "ValueError",
        `attempt to assign sequence of size ${given} to extended slice of size ${count}`,
      );
    }
    lists.assignSlice(list, start, step, count, items);
    return none;
  }

  function remove(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) {
      const range = slices.range(argument(args, 1), () => lists.length(argument(args, 0)));
      if (range === undefined) return NULL;
      lists.deleteSlice(argument(args, 0), range.start, range.step, range.count);
      return none;
    }
    const index = itemIndex(args, "assignment ");
    if (index === undefined) return NULL;
    lists.take(argument(args, 0), index);
    return none;
  }

  return [
    {
      name: "__getitem__",
      parameters: "(self, key, /)",
      effects: READS_CONTENTS,
      kernel: { 2: realm.pythonKernel.sequenceItem },
      run: get,
    },
    { name: "__setitem__", parameters: "(self, key, value, /)", effects: WRITES_LISTS, run: set },
    { name: "__delitem__", parameters: "(self, key, /)", effects: WRITES_LISTS, run: remove },
  ];
}
