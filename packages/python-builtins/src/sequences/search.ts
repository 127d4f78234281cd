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
  const { handles, plain } = realm;

  function indexOf(sequence: Word, item: Word, start: number, stop: number): number {
    const found = plain.find(sequence, item, start, stop);
    return found >= -1 ? found : indexOfAny(sequence, item, -2 - found, stop);
  }

  /** The same from an item on that Python code has to compare. */
  function indexOfAny(sequence: Word, item: Word, start: number, stop: number): number {
    return library.withHandles(() => {
      const kept = handles.push(sequence);
      const wanted = handles.push(item);
      for (let i = start; i < stop && i < lists.length(handles.get(kept)); i++) {
        if (realm.isInterrupted()) return RAISED;
        const equal = realm.equals(lists.item(handles.get(kept), i), handles.get(wanted));
        if (equal !== 0) return equal < 0 ? RAISED : i;
      }
      return -1;
    });
  }

  function count(sequence: Word, item: Word): number {
    const found = plain.count(sequence, item);
    return found === NOT_PLAIN ? countAny(sequence, item) : found;
  }

  function countAny(sequence: Word, item: Word): number {
    return library.withHandles(() => {
      const kept = handles.push(sequence);
      const wanted = handles.push(item);
      let found = 0;
      for (let i = 0; i < lists.length(handles.get(kept)); i++) {
        if (realm.isInterrupted()) return RAISED;
        const equal = realm.equals(lists.item(handles.get(kept), i), handles.get(wanted));
        if (equal < 0) return RAISED;
        found += equal;
      }
      return found;
    });
  }

  function containsPlain(sequence: Word, item: Word): Word | undefined {
    const found = plain.find(sequence, item, 0, NO_END);
    return found < -1 ? undefined : found < 0 ? FALSE : TRUE;
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
      kernel: { 2: realm.pythonKernel.sequenceCount },
      run(args) {
        const found = count(argument(args, 0), argument(args, 1));
        return found === RAISED ? NULL : realm.int(found);
      },
    },
    {
      name: "index",
      parameters: "(self, value, start=0, stop=9223372036854775807, /)",
      effects: READS_CONTENTS,
      kernel: { 2: realm.pythonKernel.sequenceIndex },
      run(args) {
        const bounds = slices.boundsNotNone(argument(args, 2), argument(args, 3), () =>
          lists.length(argument(args, 0)),
        );
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
