import { type Address, FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { BOX_VALUE, madeBy, SHAPE_FLOAT, UNDECIDED } from "@hotpy/object-model";
import { ADVANCE_GENERATOR, type NativeDefinition, NOT_PLAIN, READS_CONTENTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { createCollect } from "../sequences/collect.js";
import { createListSort, MOST_BY_KERNEL } from "../sequences/list-sort.js";
import { intArgument } from "../text/arguments.js";
import { GREATER, LESS } from "./in-loop.js";

/** next, sorted, sum, min, max, any, all. Over builtin containers they work here, else in surrogates. */
export function defineIterationFunctions(library: Library): void {
  const { realm, lists, iterators, surrogate, surrogateFor, argument } = library;
  const { handles, integers, none, memory, pythonKernel: kernel } = realm;
  const made = madeBy(realm.heap);
  const { i32, f64 } = memory;
  const collect = createCollect(realm, lists, iterators);
  const sorting = createListSort(library);
  const nextName = realm.intern("__next__");

  function next(args: Address): Word {
    const iterator = argument(args, 0);
    const native = iterators.nextOf(iterator);
    if (native !== undefined) {
      const item = native(iterator);
      if (item !== NULL || realm.pending() !== NULL) return item;
      return argument(args, 1) !== NULL ? argument(args, 1) : realm.raiseWith("StopIteration");
    }
    const method = realm.lookupOnType(realm.typeOf(iterator), nextName);
    if (method === NULL) return realm.raise("TypeError", `'${realm.typeName(iterator)}' object is not an iterator`);
    if (argument(args, 1) === NULL) return realm.tailCallFound(method, iterator);
    return realm.tailCall(surrogate("next_or"), iterator, argument(args, 1));
  }

  function sorted(args: Address): Word {
    return library.withHandles(() => {
      const iterable = handles.push(argument(args, 0));
      const key = handles.push(argument(args, 1) === NULL ? none : argument(args, 1));
      const reverse = argument(args, 2) === NULL ? 0 : intArgument(realm, argument(args, 2));
      if (reverse === undefined) return NULL;
      const items = collect.list(handles.get(iterable));
      if (items === undefined)
        return realm.tailCall(
          surrogateFor("sorted_of", handles.get(iterable)),
          handles.get(iterable),
          handles.get(key),
          realm.bool(reverse !== 0),
        );
      return items === NULL ? NULL : sorting.sortFresh(items, handles.get(key), reverse !== 0);
    });
  }

  /** After so many items a loop passes a safepoint. */
  const isDue = (count: number): boolean => (count & 1023) === 0;
  const isFloat = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_FLOAT;
  const floatOf = (word: Word): number => f64[(word + BOX_VALUE) >>> 3];

  function sum(args: Address): Word {
    const start = argument(args, 1) === NULL ? realm.int(0) : argument(args, 1);
    const { strings, bytes } = realm;
    const value = realm.valueOf(start);
    if (strings.isString(value) || bytes.isBytes(value) || bytes.isByteArray(value)) {
      const [what, join] = strings.isString(value)
        ? ["strings", "''.join"]
        : [bytes.isBytes(value) ? "bytes" : "bytearray", "b''.join"];
      if (realm.iterate(argument(args, 0)) === NULL) return NULL;
      return realm.raise("TypeError", `sum() can't sum ${what} [use ${join}(seq) instead]`);
    }
    if (lists.isList(argument(args, 0)) || lists.isTuple(argument(args, 0))) {
      const quick = made(kernel.sumPlain(argument(args, 0), start));
      if (quick !== UNDECIDED) return quick;
    }
    const iterator = iterators.over(argument(args, 0));
    if (iterator === NULL) return realm.tailCall(surrogate("sum_of"), argument(args, 0), start);
    return library.withHandles(() => {
      const kept = handles.push(iterator);
      const total = handles.push(start);
      return sumNative(kept, total);
    });
  }

  /** Numbers are added here; the first pair of something else goes through `+`. */
  function sumNative(kept: number, total: number): Word {
    const next = iterators.nextOf(handles.get(kept)) as (iterator: Word) => Word;
    let sum = handles.get(total);
    // Small integers that stay exact in a double.
    let whole = 0;
    for (let count = 1; ; count++) {
      if (isDue(count) && !realm.safepoint()) return NULL;
      sum = handles.get(total);
      const item = next(handles.get(kept));
      if (item === NULL) break;
      if ((item & 1) !== 0 && whole < 2 ** 52 && whole > -(2 ** 52) && integers.isInteger(sum)) {
        whole += item >> 1;
        continue;
      }
      if (whole !== 0) sum = integers.add(sum, integers.fromNumber(whole));
      whole = 0;
      if (integers.isInteger(sum) && integers.isInteger(item)) sum = integers.add(sum, item);
      else if (isFloat(sum) && isFloat(item)) sum = realm.float(floatOf(sum) + floatOf(item));
      else {
        sum = realm.binary("add", sum, item);
        if (sum === NULL) return NULL;
      }
      handles.set(total, sum);
    }
    if (realm.pending() !== NULL) return NULL;
    return whole !== 0 ? integers.add(sum, integers.fromNumber(whole)) : sum;
  }

  /** min and max. */
  function extreme(name: "min" | "max"): NativeDefinition {
    const comparison = name === "min" ? "lt" : "gt";

    /** Whether `a` is to be preferred to `b`: 1, 0, -1. */
    function better(a: Word, b: Word): number {
      const quick = name === "min" ? realm.plain.less(a, b) : realm.plain.less(b, a);
      return quick !== NOT_PLAIN ? quick : realm.compareTruth(comparison, a, b);
    }

    function best(iterator: Word): Word {
      return library.withHandles(() => {
        const kept = handles.push(iterator);
        const next = iterators.nextOf(iterator) as (iterator: Word) => Word;
        const found = handles.push(next(iterator));
        if (handles.get(found) === NULL) return NULL;
        const candidate = handles.push(NULL);
        for (let count = 1; ; count++) {
          if (isDue(count) && !realm.safepoint()) return NULL;
          const item = next(handles.get(kept));
          if (item === NULL) return realm.pending() === NULL ? handles.get(found) : NULL;
          handles.set(candidate, item);
          const isBetter = better(item, handles.get(found));
          if (isBetter < 0) return NULL;
          if (isBetter === 1) handles.set(found, handles.get(candidate));
        }
      });
    }

    /** The best item of a list or tuple by a key that a kernel calls; NULL: nothing is done. Leaf. */
    function bestByKernel(sequence: Word, key: Word): Word {
      const count = lists.length(sequence);
      const call = count === 0 || count > MOST_BY_KERNEL ? undefined : realm.callByKernel(key);
      if (call === undefined) return NULL;
      let found: Word = NULL;
      let foundKey: Word = NULL;
      for (let i = 0; i < count; i++) {
        const item = lists.item(sequence, i);
        const itemKey = call(item);
        if (itemKey === UNDECIDED || itemKey === NULL) return NULL;
        const isBetter =
          i === 0 ? 1 : name === "min" ? realm.plain.less(itemKey, foundKey) : realm.plain.less(foundKey, itemKey);
        if (isBetter === NOT_PLAIN) return NULL;
        if (isBetter === 1) [found, foundKey] = [item, itemKey];
      }
      return found;
    }

    return {
      name,
      parameters: "(*args, key=None, default=None)",
      wording: "unpack",
      frames: true,
      effects: READS_CONTENTS,
      loop: name === "min" ? LESS : GREATER,
      spread: name === "min" ? kernel.callMin : kernel.callMax,
      kernel: { 1: name === "min" ? kernel.callMinOf : kernel.callMaxOf },
      // Of two numbers of one kind: the first one unless the second is less (greater).
      expand(m, [a, b, ...rest], tools) {
        if (a === undefined || b === undefined || rest.length > 0) return undefined;
        const [first, second] = name === "min" ? [b, a] : [a, b];
        if (tools.isFloat(m, a) && tools.isFloat(m, b))
          return m.truth(m.op("f64_lt", [m.op("unbox_float", [first]), m.op("unbox_float", [second])])) ? b : a;
        if (!m.isInt(a) || !m.isInt(b)) return undefined;
        return m.truth(m.op("i64_lt", [m.op("unbox_int", [first]), m.op("unbox_int", [second])])) ? b : a;
      },
      forGenerators: (count) =>
        count !== 1
          ? undefined
          : {
              surrogate: surrogate(`${name}_of`),
              given: [
                { kind: "iterator", index: 0 },
                { kind: "constant", word: FALSE },
                { kind: "constant", word: none },
              ],
            },
      forKeys: {
        key: 1,
        call: (isGiven) =>
          isGiven(2)
            ? undefined
            : {
                surrogate: surrogate(`${name}_by_key`),
                given: [
                  { kind: "anything", index: 0 },
                  { kind: "anything", index: 1 },
                  { kind: "constant", word: FALSE },
                  { kind: "constant", word: none },
                ],
              },
      },
      run(args) {
        const given = argument(args, 0);
        const key = argument(args, 1);
        const otherwise = argument(args, 2);
        const count = lists.length(given);
        if (count === 0) return realm.raise("TypeError", `${name} expected at least 1 argument, got 0`);
        if (count > 1 && otherwise !== NULL) {
          return realm.raise("TypeError", `Cannot specify a default for ${name}() with multiple positional arguments`);
        }
        const iterable = count > 1 ? given : lists.item(given, 0);
        const hasKey = key !== NULL && key !== none;
        const isSequence = lists.isTuple(iterable) || lists.isList(iterable);
        if (!hasKey && isSequence) {
          if (lists.length(iterable) === 0)
            return otherwise !== NULL ? otherwise : realm.raise("ValueError", `${name}() arg is an empty sequence`);
          const quick = kernel.bestPlain(iterable, name === "min");
          if (quick !== UNDECIDED) return quick;
        }
        const known = hasKey && isSequence ? bestByKernel(iterable, key) : NULL;
        if (known !== NULL) return known;
        // Items of which Python code may have to say which is less.
        const isForCode = isSequence && !realm.isInTrace();
        const iterator = hasKey || isForCode ? NULL : iterators.over(iterable);
        if (iterator === NULL) {
          const rest = [realm.bool(otherwise !== NULL), otherwise === NULL ? none : otherwise];
          return hasKey
            ? realm.tailCall(surrogate(`${name}_by_key`), iterable, key, ...rest)
            : realm.tailCall(surrogate(`${name}_of`), iterable, ...rest);
        }
        const result = best(iterator);
        if (result !== NULL || realm.pending() !== NULL) return result;
        // Stays: it is empty, so nothing has run.
        return otherwise !== NULL ? otherwise : realm.raise("ValueError", `${name}() arg is an empty sequence`);
      },
    };
  }

  /** any and all: stop at the first item whose truth is `stop`. */
  const quantifier = (name: "any" | "all", stop: number): NativeDefinition => ({
    name,
    parameters: "(iterable, /)",
    frames: true,
    effects: READS_CONTENTS,
    kernel: { 1: name === "any" ? kernel.callAny : kernel.callAll },
    forGenerators: () => ({ surrogate: surrogate(`${name}_of`), given: [{ kind: "iterator", index: 0 }] }),
    run(args) {
      const iterable = argument(args, 0);
      if (lists.isList(iterable) || lists.isTuple(iterable)) {
        const found = kernel.hasTruth(iterable, stop === 1);
        if (found !== UNDECIDED) return realm.bool((found === TRUE) === (stop === 1));
      }
      const iterator = iterators.over(iterable);
      if (iterator === NULL) return realm.tailCall(surrogate(`${name}_of`), argument(args, 0));
      return library.withHandles(() => {
        const kept = handles.push(iterator);
        const next = iterators.nextOf(iterator) as (iterator: Word) => Word;
        for (let count = 1; ; count++) {
          if (isDue(count) && !realm.safepoint()) return NULL;
          const item = next(handles.get(kept));
          if (item === NULL) return realm.pending() === NULL ? realm.bool(stop === 0) : NULL;
          const truth = realm.truth(item);
          if (truth < 0) return NULL;
          if (truth === stop) return realm.bool(stop === 1);
        }
      });
    },
  });

  const definitions: NativeDefinition[] = [
    {
      name: "next",
      parameters: "(iterator, default=None, /)",
      frames: true,
      resumes: {},
      loop: ADVANCE_GENERATOR,
      kernel: { 1: kernel.callNext, 2: kernel.callNextOr },
      run: next,
      forGenerators: (count) =>
        count !== 2
          ? undefined
          : {
              surrogate: surrogate("next_or"),
              given: [
                { kind: "iterator", index: 0 },
                { kind: "anything", index: 1 },
              ],
            },
    },
    {
      name: "sorted",
      parameters: "(iterable, /, *, key=None, reverse=False)",
      wording: "unpack",
      namesFor: "sort",
      frames: true,
      effects: READS_CONTENTS,
      kernel: { 1: kernel.callSorted, 3: kernel.callSortedBy },
      run: sorted,
      forKeys: {
        key: 1,
        call: () => ({
          surrogate: surrogate("sorted_of"),
          given: [
            { kind: "iterator", index: 0 },
            { kind: "anything", index: 1 },
            { kind: "flag", index: 2 },
          ],
        }),
      },
      forGenerators: () => ({
        surrogate: surrogate("sorted_of"),
        given: [
          { kind: "iterator", index: 0 },
          { kind: "constant", word: none },
          { kind: "constant", word: realm.bool(false) },
        ],
      }),
    },
    {
      name: "sum",
      parameters: "(iterable, /, start=0)",
      frames: true,
      effects: READS_CONTENTS,
      kernel: { 1: kernel.callSum },
      run: sum,
      forGenerators: (count) => ({
        surrogate: surrogate("sum_of"),
        given: [
          { kind: "iterator", index: 0 },
          count === 1 ? { kind: "constant", word: realm.int(0) } : { kind: "integer", index: 1 },
        ],
      }),
    },
    extreme("min"),
    extreme("max"),
    quantifier("any", 1),
    quantifier("all", 0),
  ];
  for (const definition of definitions) realm.defineBuiltin(definition);
}
