import { FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { type NativeDefinition, NOT_PLAIN, READS_CONTENTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Searching lists and tuples by `==`, which may run Python code and change the list. */
export interface SequenceSearch {
  /** Index of the first equal item within [start, stop); -1: none, -2: raised. */
  indexOf(sequence: Word, item: Word, start: number, stop: number): number;
  /** Number of equal items, -2: raised. */
  count(sequence: Word, item: Word): number;
  /** `item in sequence`, or undefined if Python code has to compare. Leaf. */
  containsPlain(sequence: Word, item: Word): Word | undefined;
  /** The methods that lists and tuples share: `index`, `count`, `__contains__`, `__len__`. */
  methods(typeName: string): NativeDefinition[];
}

const RAISED = -2;
/** Past the end of every sequence. */
export const NO_END = 0x7fffffff;

export function createSequenceSearch(library: Library): SequenceSearch {
  const { realm, lists, slices, argument } = library;
  const {
    handles,
    memory: { i32 },
    plain: { equals: plainEquals },
  } = realm;

  /** Nearly all items are compared without running code, and nothing moves: the others are left to `indexOfAny`. */
  function indexOf(sequence: Word, item: Word, start: number, stop: number): number {
    const first = lists.items(sequence) >>> 2;
    const end = Math.min(stop, lists.length(sequence));
    for (let i = start; i < end; i++) {
      const stored = i32[first + i];
      if (stored === item) return i;
      // Two different small integers.
      if ((stored & item & 1) !== 0) continue;
      const equal = plainEquals(stored, item);
      if (equal === 1) return i;
      if (equal === NOT_PLAIN) return indexOfAny(sequence, item, i, stop);
    }
    return -1;
  }

  function indexOfAny(sequence: Word, item: Word, start: number, stop: number): number {
    return library.withHandles(() => {
      const kept = handles.push(sequence);
      const wanted = handles.push(item);
      for (let i = start; i < stop && i < lists.length(handles.get(kept)); i++) {
        const equal = realm.equals(lists.item(handles.get(kept), i), handles.get(wanted));
        if (equal !== 0) return equal < 0 ? RAISED : i;
      }
      return -1;
    });
  }

  function count(sequence: Word, item: Word): number {
    const first = lists.items(sequence) >>> 2;
    const length = lists.length(sequence);
    let found = 0;
    for (let i = 0; i < length; i++) {
      const equal = plainEquals(i32[first + i], item);
      if (equal === NOT_PLAIN) return countAny(sequence, item, i, found);
      found += equal;
    }
    return found;
  }

  function countAny(sequence: Word, item: Word, start: number, foundBefore: number): number {
    return library.withHandles(() => {
      const kept = handles.push(sequence);
      const wanted = handles.push(item);
      let found = foundBefore;
      for (let i = start; i < lists.length(handles.get(kept)); i++) {
        const equal = realm.equals(lists.item(handles.get(kept), i), handles.get(wanted));
        if (equal < 0) return RAISED;
        found += equal;
      }
      return found;
    });
  }

  function containsPlain(sequence: Word, item: Word): Word | undefined {
    const first = lists.items(sequence) >>> 2;
    const length = lists.length(sequence);
    for (let i = 0; i < length; i++) {
      const stored = i32[first + i];
      if (stored === item) return TRUE;
      if ((stored & item & 1) !== 0) continue;
      const equal = plainEquals(stored, item);
      if (equal !== 0) return equal === 1 ? TRUE : undefined;
    }
    return FALSE;
  }

  const methods = (typeName: string): NativeDefinition[] => [
    {
      name: "__len__",
      parameters: "(self, /)",
      effects: READS_CONTENTS,
      run: (args) => realm.int(lists.length(argument(args, 0))),
    },
    {
      name: "__contains__",
      parameters: "(self, key, /)",
      effects: READS_CONTENTS,
      run(args) {
        const index = indexOf(argument(args, 0), argument(args, 1), 0, NO_END);
        return index === RAISED ? NULL : realm.bool(index >= 0);
      },
    },
    {
      name: "count",
      parameters: "(self, value, /)",
      effects: READS_CONTENTS,
      run(args) {
        const found = count(argument(args, 0), argument(args, 1));
        return found === RAISED ? NULL : realm.int(found);
      },
    },
    {
      name: "index",
      parameters: "(self, value, start=0, stop=9223372036854775807, /)",
      effects: READS_CONTENTS,
      run(args) {
        const bounds = slices.boundsNotNone(argument(args, 2), argument(args, 3), lists.length(argument(args, 0)));
        if (bounds === undefined) return NULL;
        const index = indexOf(argument(args, 0), argument(args, 1), bounds[0], bounds[1]);
        if (index === RAISED) return NULL;
        if (index >= 0) return realm.int(index);
        if (typeName === "tuple") return realm.raise("ValueError", "tuple.index(x): x not in tuple");
        const shown = realm.repr(argument(args, 1));
        return shown === NULL ? NULL : realm.raise("ValueError", `${realm.strings.toJS(shown)} is not in list`);
      },
    },
  ];

  return { indexOf, count, containsPlain, methods };
}
