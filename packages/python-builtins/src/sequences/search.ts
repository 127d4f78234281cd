import { FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { type NativeDefinition, NOT_PLAIN, READS_CONTENTS } from "@hotpy/python-objects";
import { allGiven } from "../hashed-keys.js";
import type { Library } from "../library.js";

/** Searching lists and tuples by `==`. Where that is written in Python, surrogates search. */
export interface SequenceSearch {
  /** Index of the first equal item within [start, stop); -1: none; less: Python code has to compare. Leaf. */
  indexOf(sequence: Word, item: Word, start: number, stop: number): number;
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

  /** Number of equal items within [start, stop), or until there are `most`; -1: raised. For traces: what runs no Python code is compared here, and nothing moves. */
  function countInTrace(
    sequence: Word,
    item: Word,
    start: number,
    stop: number,
    most: number,
  ): [count: number, at: number] {
    let count = 0;
    let at = start;
    for (; at < stop && at < lists.length(sequence) && count < most; at++) {
      const equal = realm.equals(lists.item(sequence, at), item);
      if (equal < 0) return [-1, at];
      count += equal;
    }
    return [count, at - 1];
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
      frames: true,
      effects: READS_CONTENTS,
      forObjects: { method: "__eq__", call: () => allGiven(surrogate("sequence_has"), 2) },
      run(args) {
        const [sequence, item] = [argument(args, 0), argument(args, 1)];
        const known = containsPlain(sequence, item);
        if (known !== undefined) return known;
        if (!realm.isInTrace()) return realm.tailCall(surrogate("sequence_has"), sequence, item);
        const [count] = countInTrace(sequence, item, 0, NO_END, 1);
        return count < 0 ? NULL : realm.bool(count > 0);
      },
    },
    {
      name: "count",
      parameters: "(self, value, /)",
      frames: true,
      effects: READS_CONTENTS,
      kernel: { 2: realm.pythonKernel.sequenceCount },
      forObjects: { method: "__eq__", call: () => allGiven(surrogate("sequence_count"), 2) },
      run(args) {
        const [sequence, item] = [argument(args, 0), argument(args, 1)];
        const found = plain.count(sequence, item);
        if (found !== NOT_PLAIN) return realm.int(found);
        if (!realm.isInTrace()) return realm.tailCall(surrogate("sequence_count"), sequence, item);
        const [count] = countInTrace(sequence, item, 0, NO_END, NO_END);
        return count < 0 ? NULL : realm.int(count);
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
        call: (given) => (given === 2 ? allGiven(surrogate("sequence_index"), 2) : undefined),
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
          const index = plain.find(handles.get(sequence), handles.get(item), start, stop);
          if (index >= 0) return realm.int(index);
          if (index < -1 && realm.isInTrace()) {
            const [count, at] = countInTrace(handles.get(sequence), handles.get(item), start, stop, 1);
            if (count !== 0) return count < 0 ? NULL : realm.int(at);
          } else if (index < -1)
            return realm.tailCall(
              surrogate("sequence_index_within"),
              handles.get(sequence),
              handles.get(item),
              realm.int(start),
              realm.int(stop),
            );
          if (typeName === "tuple") return realm.raise("ValueError", "tuple.index(x): x not in tuple");
          const shown = realm.repr(handles.get(item));
          return shown === NULL ? NULL : realm.raise("ValueError", `${realm.strings.toJS(shown)} is not in list`);
        }),
    },
  ];

  return { indexOf: plain.find, containsPlain, methods };
}
