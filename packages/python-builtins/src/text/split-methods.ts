import { type Address, NULL, type Word } from "@hotpy/memory";
import { SHAPE_STR1, STR_DATA, unicode } from "@hotpy/object-model";
import { type NativeDefinition, PURE, READS_CONTENTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { createCollect } from "../sequences/collect.js";
import { intArgument, limitArgument, requireStr } from "./arguments.js";

/** White space among the characters of one byte. */
const SPACES = Uint8Array.from({ length: 256 }, (_, code) => (unicode.isSpace(code) ? 1 : 0));

/** Methods of str that take it apart, and join. */
export function splitMethods({ realm, lists, iterators, surrogate, argument }: Library): NativeDefinition[] {
  const { strings, memory } = realm;
  const { i32, u8 } = memory;
  const collect = createCollect(realm, lists, iterators);

  const { isSpace } = unicode;

  /** Words of the list being made: nothing that can be called meanwhile splits, too. */
  let parts = new Int32Array(64);

  function keep(count: number, part: Word): number {
    if (count === parts.length) {
      const larger = new Int32Array(count * 2);
      larger.set(parts);
      parts = larger;
    }
    parts[count] = part;
    return count + 1;
  }

  function listOfParts(count: number): Word {
    const list = lists.freshList(count);
    const first = lists.items(list) >>> 2;
    for (let i = 0; i < count; i++) memory.i32[first + i] = parts[i];
    return list;
  }

  function splitSpaceOfBytes(string: Word): Word {
    const base = (string + STR_DATA) >>> 0;
    const end = base + strings.length(string);
    let count = 0;
    let at = base;
    for (;;) {
      while (at < end && SPACES[u8[at]] !== 0) at++;
      if (at === end) return listOfParts(count);
      const start = at;
      do at++;
      while (at < end && SPACES[u8[at]] === 0);
      count = keep(count, strings.substringOfBytes(string, start - base, at - base));
    }
  }

  function splitSpace(string: Word, limit: number): Word {
    if (limit === Infinity && strings.widthOf(string) === 0) return splitSpaceOfBytes(string);
    const length = strings.length(string);
    const isSpaceAt = (index: number): boolean => isSpace(strings.codeAt(string, index));
    let count = 0;
    let at = 0;
    for (;;) {
      while (at < length && isSpaceAt(at)) at++;
      if (at === length) return listOfParts(count);
      const start = at;
      if (count >= limit) return listOfParts(keep(count, strings.substring(string, start, length)));
      while (at < length && !isSpaceAt(at)) at++;
      count = keep(count, strings.substring(string, start, at));
    }
  }

  function splitSpaceFromEnd(string: Word, limit: number): Word {
    const list = lists.create(8);
    let at = strings.length(string);
    for (let splits = 0; ; splits++) {
      while (at > 0 && isSpace(strings.codeAt(string, at - 1))) at--;
      if (at === 0) break;
      const end = at;
      if (splits >= limit) {
        lists.append(list, strings.substring(string, 0, end));
        break;
      }
      while (at > 0 && !isSpace(strings.codeAt(string, at - 1))) at--;
      lists.append(list, strings.substring(string, at, end));
    }
    return reversed(list);
  }

  function reversed(list: Word): Word {
    const first = lists.items(list) >>> 2;
    memory.i32.subarray(first, first + lists.length(list)).reverse();
    return list;
  }

  /** Parts between occurrences of one character of one byte. */
  function splitByByte(string: Word, code: number): Word {
    const base = (string + STR_DATA) >>> 0;
    const end = base + strings.length(string);
    let count = 0;
    let start = base;
    for (let at = base; at < end; at++) {
      if (u8[at] !== code) continue;
      count = keep(count, at === start ? strings.empty : strings.substringOfBytes(string, start - base, at - base));
      start = at + 1;
    }
    return listOfParts(
      keep(count, start === end ? strings.empty : strings.substringOfBytes(string, start - base, end - base)),
    );
  }

  function splitBy(string: Word, separator: Word, limit: number): Word {
    const length = strings.length(string);
    const width = strings.length(separator);
    if (width === 1 && limit === Infinity && strings.widthOf(string) === 0)
      return splitByByte(string, strings.codeAt(strings.flat(separator), 0));
    let count = 0;
    let start = 0;
    while (count < limit) {
      const found = strings.find(string, separator, start, length);
      if (found < 0) break;
      count = keep(count, strings.substring(string, start, found));
      start = found + width;
    }
    return listOfParts(keep(count, strings.substring(string, start, length)));
  }

  function splitByFromEnd(string: Word, separator: Word, limit: number): Word {
    const list = lists.create(8);
    const width = strings.length(separator);
    let end = strings.length(string);
    for (let splits = 0; splits < limit; splits++) {
      const found = strings.findLast(string, separator, 0, end);
      if (found < 0) break;
      lists.append(list, strings.substring(string, found + width, end));
      end = found;
    }
    lists.append(list, strings.substring(string, 0, end));
    return reversed(list);
  }

  const splitter = (name: string, bySpace: typeof splitSpace, bySeparator: typeof splitBy): NativeDefinition => ({
    name,
    parameters: "(self, sep=None, maxsplit=-1)",
    effects: PURE,
    run(args) {
      const limit = limitArgument(realm, argument(args, 2));
      if (limit === undefined) return NULL;
      const string = strings.flat(argument(args, 0));
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
    const string = strings.flat(argument(args, 0));
    const length = strings.length(string);
    const list = lists.create(8);
    for (let start = 0; start < length; ) {
      let end = start;
      while (end < length && !unicode.isLineBreak(strings.codeAt(string, end))) end++;
      let next = end + 1;
      if (end < length - 1 && strings.codeAt(string, end) === 13 && strings.codeAt(string, end + 1) === 10) next++;
      lists.append(list, strings.substring(string, start, keepEnds !== 0 ? Math.min(next, length) : end));
      start = next;
    }
    return list;
  }

  const partitioner = (name: string, isLast: boolean): NativeDefinition => ({
    name,
    parameters: "(self, sep, /)",
    effects: PURE,
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
    const count = lists.length(sequence);
    const items = lists.items(sequence) >>> 2;
    for (let i = 0; i < count; i++) {
      const item = i32[items + i];
      if ((item & 1) === 0 && i32[item >>> 2] >>> 8 === SHAPE_STR1) continue;
      const value = realm.valueOf(item);
      if (strings.isString(value)) {
        // Of a subclass: the text stands in its place in a copy.
        if (value !== item) return joinSequence(separator, lists.mapped(sequence, realm.valueOf));
      } else
        return realm.raise("TypeError", `sequence item ${i}: expected str instance, ${realm.typeName(item)} found`);
    }
    return strings.join(separator, lists.items(sequence), count);
  }

  const joinList = realm.native({
    name: "join_list",
    parameters: "(separator, list, /)",
    effects: READS_CONTENTS,
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
    splitter("split", splitSpace, splitBy),
    splitter("rsplit", splitSpaceFromEnd, splitByFromEnd),
    { name: "splitlines", parameters: "(self, keepends=False)", effects: PURE, run: splitLines },
    partitioner("partition", false),
    partitioner("rpartition", true),
    {
      name: "join",
      parameters: "(self, iterable, /)",
      frames: true,
      effects: READS_CONTENTS,
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
