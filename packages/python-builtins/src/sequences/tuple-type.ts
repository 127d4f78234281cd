import { type Address, NULL, type Word } from "@hotpy/memory";
import { int64Halves, SHAPE_TUPLE, SHAPE_TUPLE_ITERATOR } from "@hotpy/object-model";
import { MAKES_TUPLE, READS_CONTENTS } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { createCollect } from "./collect.js";
import { compareSequences, defineComparisons } from "./compare.js";
import { createDisplay } from "./display.js";
import { defineConcatenation } from "./operators.js";
import { createSequenceSearch } from "./search.js";

/** tuple. */
export function defineTupleType(library: Library): void {
  const { realm, lists, slices, iterators, surrogate, surrogateFor, argument } = library;
  const { handles } = realm;
  const collect = createCollect(realm, lists, iterators);
  const search = createSequenceSearch(library);
  const display = createDisplay(library);
  const indexName = realm.intern("__index__");

  const toTuple = realm.native({
    name: "tuple_of_list",
    parameters: "(list, /)",
    effects: READS_CONTENTS,
    run: (args) => lists.pickTuple(argument(args, 0), 0, 1, lists.length(argument(args, 0))),
  });

  function construct(args: Address): Word {
    const iterable = argument(args, 1);
    if (iterable === NULL) return realm.tuple([]);
    if (lists.isTuple(iterable)) return iterable;
    const list = collect.list(iterable);
    if (list === undefined) return realm.tailCall(surrogateFor("tuple_of", iterable), iterable, toTuple);
    return list === NULL ? NULL : lists.pickTuple(list, 0, 1, lists.length(list));
  }

  function getItem(args: Address): Word {
    const key = argument(args, 1);
    const length = lists.length(argument(args, 0));
    if (slices.isSlice(key)) {
      const range = slices.range(key, () => length);
      if (range === undefined) return NULL;
      if (range.step === 1 && range.count === length) return argument(args, 0);
      return lists.pickTuple(argument(args, 0), range.start, range.step, range.count);
    }
    if (!realm.integers.isInteger(key) && realm.lookupOnType(realm.typeOf(key), indexName) === NULL) {
      return realm.raise("TypeError", `tuple indices must be integers or slices, not ${realm.typeName(key)}`);
    }
    const index = slices.index(key, () => length);
    if (index === undefined) return NULL;
    return index < 0 ? realm.raise("IndexError", "tuple index out of range") : lists.item(argument(args, 0), index);
  }

  /** Hashes of the items, then of them together. */
  function hash(args: Address): Word {
    const { integers } = realm;
    const { int64 } = int64Halves;
    const count = lists.length(argument(args, 0));
    const halves: number[] = [];
    if (realm.plain.hash(argument(args, 0))) return integers.fromHalves(int64.lo, int64.hi);
    if (!realm.enter()) return NULL;
    const mark = handles.mark();
    const kept = handles.push(argument(args, 0));
    for (let i = 0; i < count; i++) {
      const word = realm.hash(lists.item(handles.get(kept), i));
      if (word === NULL) break;
      halves.push(integers.lowHalf(word), integers.highHalf(word));
    }
    handles.release(mark);
    realm.leave();
    if (halves.length < count * 2) return NULL;
    realm.plain.hashOfTuple(halves);
    return integers.fromHalves(int64.lo, int64.hi);
  }

  const tuple = realm.defineType({
    name: "tuple",
    patterns: { collection: "sequence", isItself: true },
    isGeneric: true,
    shapes: [SHAPE_TUPLE],
    isBase: true,
    contains: search.containsPlain,
    construct: {
      name: "tuple",
      parameters: "(cls, iterable=(), /)",
      frames: true,
      effects: READS_CONTENTS,
      makes: MAKES_TUPLE,
      run: construct,
      forGenerators: () => ({
        surrogate: surrogate("tuple_of"),
        given: [
          { kind: "iterator", index: 0 },
          { kind: "constant", word: toTuple },
        ],
      }),
    },
    methods: [
      ...search.methods("tuple"),
      {
        name: "__getitem__",
        parameters: "(self, key, /)",
        effects: READS_CONTENTS,
        kernel: { 2: realm.pythonKernel.sequenceItem },
        run: getItem,
      },
      { name: "__hash__", parameters: "(self, /)", run: hash },
      { name: "__repr__", parameters: "(self, /)", run: (args) => display.sequence(argument(args, 0), "(", ")") },
    ],
    iterate: (self) => iterators.overSequence(SHAPE_TUPLE_ITERATOR, self),
  });
  defineComparisons(realm, tuple, (comparison, a, b) => compareSequences(library, comparison, a, b));
  defineConcatenation(library, tuple, "tuple");
}
