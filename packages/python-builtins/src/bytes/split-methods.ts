import { type Address, isSmall, NULL, untagSmall, type Word } from "@hotpy/memory";
import { type NativeDefinition, READS_BUFFERS, READS_CONTENTS } from "@hotpy/python-objects";
import { createCollect } from "../sequences/collect.js";
import { intArgument, limitArgument } from "../text/arguments.js";
import type { BytesKit } from "./kit.js";

/** Methods that take bytes apart, and join. */
export function splitMethods(kit: BytesKit): NativeDefinition[] {
  const { library, shape, name: typeName, self, required, part, copy, made } = kit;
  const { realm, lists, iterators, surrogate, argument } = library;
  const { pythonKernel, buffers, bytes, handles } = realm;
  const collect = createCollect(realm, lists, iterators);

  const splitter = (
    name: string,
    fromEnd: boolean,
    kernel: NonNullable<NativeDefinition["kernel"]>,
  ): NativeDefinition => ({
    name,
    kernel,
    parameters: "(self, sep=None, maxsplit=-1)",
    effects: READS_BUFFERS,
    run(args) {
      const limit = limitArgument(realm, argument(args, 2));
      if (limit === undefined) return NULL;
      const separator = argument(args, 1);
      const { data, size } = self(args);
      if (separator === NULL || separator === realm.none)
        return made(pythonKernel.splitSpaceOfBytes(shape, data, size, limit, fromEnd));
      const gap = required(args, 1);
      if (gap === undefined) return NULL;
      if (gap.size === 0) return realm.raise("ValueError", "empty separator");
      return made(pythonKernel.splitBytes(shape, data, size, gap.data, gap.size, limit, fromEnd));
    },
  });

  function splitLines(args: Address): Word {
    const keepEnds = argument(args, 1) === NULL ? 0 : intArgument(realm, argument(args, 1));
    if (keepEnds === undefined) return NULL;
    const { data, size } = self(args);
    return made(pythonKernel.splitLinesOfBytes(shape, data, size, keepEnds !== 0));
  }

  const partitioner = (name: string, isLast: boolean): NativeDefinition => ({
    name,
    parameters: "(self, sep, /)",
    effects: READS_BUFFERS,
    run(args) {
      const gap = required(args, 1);
      if (gap === undefined) return NULL;
      if (gap.size === 0) return realm.raise("ValueError", "empty separator");
      const { data, size } = self(args);
      const search = isLast ? pythonKernel.findLastBytes : pythonKernel.findBytes;
      const found = search(data, 0, size, gap.data, gap.size);
      if (found < 0) {
        const whole = part(args, 0, size);
        const nothing = [copy(data, 0), copy(data, 0)];
        return realm.tuple(isLast ? [...nothing, whole] : [whole, ...nothing]);
      }
      const separator = typeName === "bytes" ? argument(args, 1) : copy(gap.data, gap.size);
      return realm.tuple([part(args, 0, found), separator, part(args, found + gap.size, size)]);
    },
  });

  /** Joins what a list or a tuple holds, which is changed if it is a copy of ours. */
  function joinSequence(separatorWord: Word, sequence: Word): Word {
    const [data, size] = [bytes.data(separatorWord), bytes.size(separatorWord)];
    const count = lists.length(sequence);
    const only = count === 1 ? lists.item(sequence, 0) : NULL;
    if (typeName === "bytes" && only !== NULL && bytes.isBytes(only)) return only;
    const joined = made(pythonKernel.joinBytes(shape, data, size, lists.items(sequence), count));
    if (!isSmall(joined)) return joined;
    const index = untagSmall(joined);
    const item = lists.item(sequence, index);
    if (buffers.bytes(item) === undefined) {
      realm.clearPending();
      const wanted = "expected a bytes-like object";
      return realm.raise("TypeError", `sequence item ${index}: ${wanted}, ${realm.typeName(item)} found`);
    }
    // Others have their bytes stand in their place in a copy.
    let failed = false;
    const copies = lists.mapped(sequence, (word) => {
      if (bytes.isBytes(word) || bytes.isByteArray(word) || buffers.typeOf(word) === undefined || failed) return word;
      const found = buffers.required(word);
      if (found !== undefined) return bytes.from(shape, found.data, found.size);
      failed = true;
      return word;
    });
    return failed ? NULL : joinSequence(separatorWord, copies);
  }

  const joinList = realm.native({
    name: "join_list",
    parameters: "(separator, list, /)",
    run: (args) => joinSequence(realm.valueOf(argument(args, 0)), argument(args, 1)),
  });

  function join(args: Address): Word {
    const [separator, iterable] = [argument(args, 0), argument(args, 1)];
    if (lists.isList(iterable) || lists.isTuple(iterable)) return joinSequence(separator, iterable);
    const mark = handles.mark();
    const kept = handles.push(separator);
    const items = collect.list(iterable);
    const now = handles.get(kept);
    handles.release(mark);
    if (items === undefined) {
      if (!isIterable(iterable)) return realm.raise("TypeError", "can only join an iterable");
      return realm.tailCall(surrogate("join"), separator, iterable, joinList);
    }
    return items === NULL ? NULL : joinSequence(now, items);
  }

  const isIterable = (word: Word): boolean =>
    ["__iter__", "__getitem__"].some((name) => realm.lookupOnType(realm.typeOf(word), realm.intern(name)) !== NULL);

  return [
    splitter("split", false, {
      1: pythonKernel.bytesSplit,
      2: pythonKernel.bytesSplitAt,
      3: pythonKernel.bytesSplitAtMost,
    }),
    splitter("rsplit", true, {
      1: pythonKernel.bytesSplitRight,
      2: pythonKernel.bytesSplitRightAt,
      3: pythonKernel.bytesSplitRightAtMost,
    }),
    {
      name: "splitlines",
      parameters: "(self, keepends=False)",
      kernel: { 1: pythonKernel.bytesSplitLines },
      effects: READS_BUFFERS,
      run: splitLines,
    },
    partitioner("partition", false),
    partitioner("rpartition", true),
    {
      name: "join",
      parameters: "(self, iterable_of_bytes, /)",
      frames: true,
      kernel: { 2: pythonKernel.bytesJoin },
      effects: { reads: [...READS_CONTENTS.reads, ...READS_BUFFERS.reads], writes: [] },
      run: join,
      forGenerators: () => ({
        surrogate: surrogate("join"),
        given: [
          { kind: "anything", index: 0 },
          { kind: "iterator", index: 1 },
          { kind: "constant", word: joinList },
        ],
      }),
    },
  ];
}
