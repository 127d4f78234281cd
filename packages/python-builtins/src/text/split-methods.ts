import { type Address, isSmall, NULL, untagSmall, type Word } from "@hotpy/memory";
import { type NativeDefinition, PURE, READS_CONTENTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { createCollect } from "../sequences/collect.js";
import { intArgument, limitArgument, requireStr } from "./arguments.js";

/** Methods of str that take it apart, and join. */
export function splitMethods({ realm, lists, iterators, surrogate, argument }: Library): NativeDefinition[] {
  const { strings, pythonKernel: kernel } = realm;
  const collect = createCollect(realm, lists, iterators);

  const splitter = (
    name: string,
    bySpace: (string: Word, limit: number) => Word,
    bySeparator: (string: Word, separator: Word, limit: number) => Word,
    functions: NonNullable<NativeDefinition["kernel"]> = {},
  ): NativeDefinition => ({
    name,
    parameters: "(self, sep=None, maxsplit=-1)",
    effects: PURE,
    kernel: functions,
    run(args) {
      const limit = limitArgument(realm, argument(args, 2));
      if (limit === undefined) return NULL;
      const string = argument(args, 0);
      const separator = argument(args, 1);
      if (separator === NULL || separator === realm.none) return bySpace(string, limit);
      if (!strings.isString(separator))
        return realm.raise("TypeError", `must be str or None, not ${realm.typeName(separator)}`);
      if (strings.length(separator) === 0) return realm.raise("ValueError", "empty separator");
      return bySeparator(string, separator, limit);
    },
  });

  function splitLines(args: Address): Word {
    const keepEnds = argument(args, 1) === NULL ? 0 : intArgument(realm, argument(args, 1));
    if (keepEnds === undefined) return NULL;
    return strings.splitLines(argument(args, 0), keepEnds !== 0);
  }

  const partitioner = (name: string, isLast: boolean): NativeDefinition => ({
    name,
    parameters: "(self, sep, /)",
    effects: PURE,
    kernel: { 2: isLast ? kernel.strPartitionLast : kernel.strPartition },
    run(args) {
      const [string, separator] = [argument(args, 0), argument(args, 1)];
      if (!requireStr(realm, separator)) return NULL;
      const width = strings.length(separator);
      if (width === 0) return realm.raise("ValueError", "empty separator");
      const length = strings.length(string);
      const found = (isLast ? strings.findLast : strings.find)(string, separator, 0, length);
      if (found < 0)
        return realm.tuple(isLast ? [strings.empty, strings.empty, string] : [string, strings.empty, strings.empty]);
      return realm.tuple([
        strings.substring(string, 0, found),
        separator,
        strings.substring(string, found + width, length),
      ]);
    },
  });

  function joinSequence(separator: Word, sequence: Word): Word {
    const joined = strings.tryJoin(separator, lists.items(sequence), lists.length(sequence));
    if (!isSmall(joined)) return joined;
    const index = untagSmall(joined);
    const item = lists.item(sequence, index);
    // Of a subclass: the text stands in its place in a copy.
    if (strings.isString(realm.valueOf(item))) return joinSequence(separator, lists.mapped(sequence, realm.valueOf));
    return realm.raise("TypeError", `sequence item ${index}: expected str instance, ${realm.typeName(item)} found`);
  }

  const joinList = realm.native({
    name: "join_list",
    parameters: "(separator, list, /)",
    effects: READS_CONTENTS,
    kernel: { 2: kernel.strJoin },
    run: (args) => joinSequence(argument(args, 0), argument(args, 1)),
  });

  function join(args: Address): Word {
    const [separator, iterable] = [argument(args, 0), argument(args, 1)];
    if (lists.isList(iterable) || lists.isTuple(iterable)) return joinSequence(separator, iterable);
    const items = collect.list(iterable);
    if (items === undefined) {
      if (!isIterable(iterable)) return realm.raise("TypeError", "can only join an iterable");
      return realm.tailCall(surrogate("join"), separator, iterable, joinList);
    }
    return items === NULL ? NULL : joinSequence(separator, items);
  }

  const isIterable = (word: Word): boolean =>
    ["__iter__", "__getitem__"].some((name) => realm.lookupOnType(realm.typeOf(word), realm.intern(name)) !== NULL);

  return [
    splitter("split", strings.splitSpace, strings.split, {
      1: kernel.strSplit,
      2: kernel.strSplitBy,
      3: kernel.strSplitSome,
    }),
    splitter("rsplit", strings.splitSpaceFromEnd, strings.splitFromEnd, { 3: kernel.strSplitFromEnd }),
    {
      name: "splitlines",
      parameters: "(self, keepends=False)",
      effects: PURE,
      kernel: { 1: kernel.strSplitLines },
      run: splitLines,
    },
    partitioner("partition", false),
    partitioner("rpartition", true),
    {
      name: "join",
      parameters: "(self, iterable, /)",
      frames: true,
      effects: READS_CONTENTS,
      kernel: { 2: kernel.strJoin },
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
