import { FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { type NativeDefinition, NOT_PLAIN, READS_CONTENTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Searching lists and tuples by `==`. Where that is written in Python, surrogates search. */
export interface SequenceSearch {
  /** Index of the first equal item within [start, stop); -1: none; less: for {@link byCode}. Leaf. */
  find(sequence: Word, item: Word, start: number, stop: number): number;
  /** Goes on in a surrogate, for natives with `frames: true`. */
  byCode(surrogate: string, ...args: readonly Word[]): Word;
  /** `item in sequence`, or undefined if Python code has to compare. Leaf. */
  containsPlain(sequence: Word, item: Word): Word | undefined;
  /** The methods that lists and tuples share: `index`, `count`, `__contains__`, `__len__`. */
  methods(typeName: string): NativeDefinition[];
}

/** Past the end of every sequence. */
export const NO_END = 0x7fffffff;

export function createSequenceSearch(library: Library): SequenceSearch {
  const { realm, lists, slices, surrogate, argument } = library;
  const { handles, plain } = realm;

  /** The first equal item from an index on, for traces: what runs no Python code is compared here. -1: none, -2: raised. */
  function findInTrace(sequence: Word, item: Word, start: number, stop: number): number {
    for (let at = start; at < stop; at++) {
      // Stays: a trace calls, so no Python code runs.
      if (at >= lists.length(sequence)) break;
      // Stays: as before.
      const equal = realm.equals(lists.item(sequence, at), item);
      if (equal !== 0) return equal < 0 ? -2 : at;
    }
    return -1;
  }

  function find(sequence: Word, item: Word, start: number, stop: number): number {
    const found = plain.find(sequence, item, start, stop);
    return found < -1 && realm.isInTrace() ? findInTrace(sequence, item, -2 - found, stop) : found;
  }

  /** How many there are; -1: raised. */
  function countInTrace(sequence: Word, item: Word): number {
    let count = 0;
    let at = findInTrace(sequence, item, 0, NO_END);
    // Stays: as before.
    for (; at >= 0; at = findInTrace(sequence, item, at + 1, NO_END)) count++;
    return at === -1 ? count : -1;
  }

  /** What Python code has to compare: a surrogate does it, or, in a trace, the interpreter does the whole call again. */
  const byCode: SequenceSearch["byCode"] = (name, ...args) =>
    realm.isInTrace() ? NULL : realm.tailCall(surrogate(name), ...args);

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
      frames: true,
      effects: READS_CONTENTS,
      forObjects: { method: "__eq__", surrogate: () => surrogate("sequence_has") },
      run(args) {
        const [sequence, item] = [argument(args, 0), argument(args, 1)];
        const index = find(sequence, item, 0, NO_END);
        return index < -1 ? byCode("sequence_has", sequence, item) : realm.bool(index >= 0);
      },
    },
    {
      name: "count",
      parameters: "(self, value, /)",
      frames: true,
      effects: READS_CONTENTS,
      kernel: { 2: realm.pythonKernel.sequenceCount },
      forObjects: { method: "__eq__", surrogate: () => surrogate("sequence_count") },
      run(args) {
        const [sequence, item] = [argument(args, 0), argument(args, 1)];
        const plainly = plain.count(sequence, item);
        const count = plainly === NOT_PLAIN && realm.isInTrace() ? countInTrace(sequence, item) : plainly;
        return count < 0 ? byCode("sequence_count", sequence, item) : realm.int(count);
      },
    },
    {
      name: "index",
      parameters: "(self, value, start=0, stop=9223372036854775807, /)",
      frames: true,
      effects: READS_CONTENTS,
      kernel: { 2: realm.pythonKernel.sequenceIndex },
      forObjects: {
        method: "__eq__",
        surrogate: (count) => (count === 2 ? surrogate("sequence_index") : undefined),
      },
      run: (args) =>
        library.withHandles(() => {
          const sequence = handles.push(argument(args, 0));
          const item = handles.push(argument(args, 1));
          const bounds = slices.boundsNotNone(argument(args, 2), argument(args, 3), () =>
            lists.length(handles.get(sequence)),
          );
          if (bounds === undefined) return NULL;
          const [start, stop] = bounds;
          const index = find(handles.get(sequence), handles.get(item), start, stop);
          if (index >= 0) return realm.int(index);
          if (index < -1) {
            const limits = [realm.int(start), realm.int(stop)];
            return byCode("sequence_index_within", handles.get(sequence), handles.get(item), ...limits);
          }
          if (typeName === "tuple") return realm.raise("ValueError", "tuple.index(x): x not in tuple");
          const shown = realm.repr(handles.get(item));
          return shown === NULL ? NULL : realm.raise("ValueError", `${realm.strings.toJS(shown)} is not in list`);
        }),
    },
  ];

  return { find, byCode, containsPlain, methods };
}
