import { UNDECIDED } from "@hotpy/dict";
import { type Address, NULL, type Word } from "@hotpy/memory";
import { int64Halves, madeBy } from "@hotpy/object-model";
import {
  MAKES_SET,
  type NativeDefinition,
  READS_CONTENTS,
  SHAPE_FROZENSET,
  SHAPE_SET,
  WRITES_SETS,
} from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { createCollect } from "../sequences/collect.js";
import { createDisplay } from "../sequences/display.js";
import { ADD, DISCARD } from "./in-loop.js";
import { createSetOperations } from "./operations.js";
import { defineSetIterator } from "./set-iterator.js";
import { createSetTables } from "./table.js";
import { defineViewOperators } from "./view-operators.js";

/** set and frozenset. */
export function defineSetTypes(library: Library): void {
  const { realm, lists, iterators, hashedKeys, surrogate, argument, withHandles } = library;
  const { handles, heap, memory, none, pythonKernel: kernel } = realm;
  const { i32 } = memory;
  const { int64 } = int64Halves;
  const tables = createSetTables(library);
  const operations = createSetOperations(library, tables);
  const display = createDisplay(library);
  const collect = createCollect(realm, lists, iterators);
  const { isSet } = operations;
  const shapeOf = (word: Word): number => i32[word >>> 2] >>> 8;

  const made = madeBy(heap);
  const iterate = defineSetIterator(library);

  /* ---- methods ---- */
  const truth = (result: number): Word => (result < 0 ? NULL : realm.bool(result === 1));
  const fetch = (handle: number): Word => (handle < 0 ? NULL : handles.get(handle));
  /** Runs with the arguments as handles. */
  const kept = (args: Address, count: 1 | 2, body: (first: number, second: number) => Word): Word =>
    withHandles(() => {
      const first = handles.push(setOf(argument(args, 0)));
      return body(first, count === 2 ? handles.push(setOf(argument(args, 1))) : first);
    });

  /** Of a set of a subclass the set: how its class iterates does not matter. */
  function setOf(word: Word): Word {
    const value = word === NULL ? word : realm.valueOf(word);
    return value !== word && isSet(value) ? value : word;
  }

  /** A method of one operand. */
  const method = (
    name: string,
    run: (set: number, other: number) => Word,
    compiled: NonNullable<NativeDefinition["kernel"]>,
  ): NativeDefinition => ({
    name,
    parameters: "(self, other, /)",
    effects: READS_CONTENTS,
    kernel: compiled,
    run: (args) => kept(args, 2, run),
  });

  /** A method of any number of operands, applied one after the other; `step` returns the handle of the set to go on with, or -1; it gets `self` too. */
  const chained = (
    name: string,
    start: (set: number) => number,
    step: (set: number, other: number, self: number) => number,
    finish: (set: number, self: number) => Word,
    effects = READS_CONTENTS,
    compiled: Pick<NativeDefinition, "kernel" | "spread"> = {},
  ): NativeDefinition => ({
    name,
    parameters: "(self, *others)",
    effects,
    ...compiled,
    run: (args) =>
      kept(args, 2, (self, others) => {
        let set = start(self);
        for (let i = 0; i < lists.length(handles.get(others)); i++) {
          set = step(set, handles.push(setOf(lists.item(handles.get(others), i))), self);
          if (set < 0) return NULL;
        }
        return finish(set, self);
      }),
  });
  const answerSet = (set: number): Word => handles.get(set);
  /** A set of its own, also where there has been no operand. The order of keys shows how often a set has been copied, and how. */
  const answerOwn = (set: number, self: number): Word => handles.get(set === self ? copy(set) : set);
  const answerNone = (): Word => none;
  const sameShape = (set: number): number => shapeOf(handles.get(set));
  const copy = (set: number): number => operations.copy(set, sameShape(set));

  function repr(args: Address): Word {
    const word = realm.valueOf(argument(args, 0));
    const name = realm.typeName(argument(args, 0));
    const isPlain = realm.typeOf(argument(args, 0)) === set;
    if (tables.used(word) === 0) return realm.intern(`${name}()`);
    return display.show(word, `${name}(...)`, (_, add) => {
      // They are listed first: a class may iterate over them and count them in its own way.
      const list = handles.push(collect.list(argument(args, 0)) ?? realm.listOf(argument(args, 0)));
      if (handles.get(list) === NULL) return false;
      add(realm.str(isPlain ? "{" : `${name}({`));
      for (let i = 0; i < lists.length(handles.get(list)); i++) {
        if (i > 0) add(realm.intern(", "));
        const shown = realm.repr(lists.item(handles.get(list), i));
        if (shown === NULL) return false;
        add(shown);
      }
      add(realm.intern(isPlain ? "}" : "})"));
      return true;
    });
  }

  function containsPlain(set: Word, key: Word): Word | undefined {
    const result = kernel.setContains(set, key);
    return result === UNDECIDED ? undefined : result;
  }

  function contains(args: Address): Word {
    const result = kernel.setContains(argument(args, 0), argument(args, 1));
    if (result !== UNDECIDED) return result;
    if (hashedKeys.isFor(argument(args, 1))) return hashedKeys.call("set_has", argument(args, 0), argument(args, 1));
    return withHandles(() =>
      truth(searched(tables.contains, handles.push(argument(args, 0)), handles.push(argument(args, 1)))),
    );
  }

  type KeyOperation = (set: number, key: number, lo: number, hi: number) => number;
  /** A key operation after hashing the key; -1: raised. */
  const hashed = (operation: KeyOperation, set: number, key: number): number =>
    tables.hash(key) ? operation(set, key, int64.lo, int64.hi) : -1;

  const isMutableSet = (word: Word): boolean => (word & 1) === 0 && shapeOf(word) === SHAPE_SET;

  /** The same for a key that is looked for: a set is unhashable, if its class does not say otherwise, and stands for a frozenset of its items. */
  function searched(operation: KeyOperation, set: number, key: number): number {
    if (!isMutableSet(handles.get(key))) {
      if (tables.hash(key)) return operation(set, key, int64.lo, int64.hi);
      if (!isMutableSet(realm.valueOf(handles.get(key))) || !realm.pendingIs("TypeError")) return -1;
      realm.clearPending();
    }
    const frozen = operations.copy(handles.push(realm.valueOf(handles.get(key))), SHAPE_FROZENSET);
    return handles.get(frozen) === NULL ? -1 : hashed(operation, set, frozen);
  }

  /** Discards the argument, a key that the kernel leaves: 1: it was there, 0: it was not, -1: raised. */
  const discard = (args: Address): number =>
    withHandles(() => searched(tables.discard, handles.push(argument(args, 0)), handles.push(argument(args, 1))));

  const common: NativeDefinition[] = [
    {
      name: "__len__",
      parameters: "(self, /)",
      effects: READS_CONTENTS,
      run: (args) => realm.int(tables.used(argument(args, 0))),
    },
    {
      name: "__contains__",
      parameters: "(self, key, /)",
      frames: true,
      forObjects: hashedKeys.forTraces({ 2: "set_has" }),
      effects: READS_CONTENTS,
      kernel: { 2: kernel.setContains },
      run: contains,
    },
    { name: "__repr__", parameters: "(self, /)", receives: "self", run: repr },
    chained(
      "union",
      copy,
      (set, other, self) => (handles.get(other) === handles.get(self) || operations.update(set, other) ? set : -1),
      answerSet,
      READS_CONTENTS,
      { kernel: { 2: kernel.setUnionOfAll }, spread: kernel.setUnion },
    ),
    chained(
      "intersection",
      (set) => set,
      (set, other) => operations.intersection(set, other, sameShape(set)),
      answerOwn,
      READS_CONTENTS,
      { kernel: { 2: kernel.setIntersectionOfAll }, spread: kernel.setIntersection },
    ),
    chained(
      "difference",
      (set) => set,
      (set, other, self) => {
        if (set === self) return operations.difference(set, other, sameShape(set));
        return operations.differenceUpdate(set, other) ? set : -1;
      },
      answerOwn,
      READS_CONTENTS,
      { kernel: { 2: kernel.setDifferenceOfAll }, spread: kernel.setDifference },
    ),
    method("symmetric_difference", (set, other) => fetch(operations.symmetricDifference(set, other, sameShape(set))), {
      2: kernel.setSymmetricDifference,
    }),
    method(
      "issubset",
      (set, other) => {
        const all = operations.asSet(other, SHAPE_SET);
        return all < 0 ? NULL : truth(operations.isSubset(set, all));
      },
      { 2: kernel.setIsSubset },
    ),
    method("issuperset", (set, other) => truth(operations.isSuperset(set, other)), { 2: kernel.setIsSuperset }),
    {
      ...method("isdisjoint", (set, other) => truth(operations.isDisjoint(set, other)), { 2: kernel.setIsDisjoint }),
      // The one method that iterates over instances of classes that refine set, as their class does.
      run: (args) =>
        withHandles(() =>
          truth(operations.isDisjoint(handles.push(argument(args, 0)), handles.push(argument(args, 1)))),
        ),
    },
  ];

  const mutators: NativeDefinition[] = [
    {
      name: "copy",
      parameters: "(self, /)",
      effects: READS_CONTENTS,
      kernel: { 1: kernel.setCopy },
      run: (args) => kept(args, 1, (set) => fetch(copy(set))),
    },
    {
      name: "add",
      parameters: "(self, key, /)",
      effects: WRITES_SETS,
      kernel: { 2: kernel.addToSet },
      loop: ADD,
      frames: true,
      forObjects: hashedKeys.forTraces({ 2: "set_add" }),
      run(args) {
        if (made(kernel.addToSet(argument(args, 0), argument(args, 1))) === none) return none;
        if (hashedKeys.isFor(argument(args, 1)))
          return hashedKeys.call("set_add", argument(args, 0), argument(args, 1));
        return withHandles(() =>
          hashed(tables.add, handles.push(argument(args, 0)), handles.push(argument(args, 1))) < 0 ? NULL : none,
        );
      },
    },
    {
      name: "discard",
      parameters: "(self, key, /)",
      effects: WRITES_SETS,
      kernel: { 2: kernel.discardFromSet },
      loop: DISCARD,
      run: (args) =>
        kernel.discardFromSet(argument(args, 0), argument(args, 1)) === none || discard(args) >= 0 ? none : NULL,
    },
    {
      name: "remove",
      parameters: "(self, key, /)",
      effects: WRITES_SETS,
      kernel: { 2: kernel.removeFromSet },
      run(args) {
        if (kernel.removeFromSet(argument(args, 0), argument(args, 1)) === none) return none;
        const found = discard(args);
        return found < 0 ? NULL : found === 0 ? realm.raiseWith("KeyError", argument(args, 1)) : none;
      },
    },
    {
      name: "pop",
      parameters: "(self, /)",
      effects: WRITES_SETS,
      kernel: { 1: kernel.popFromSet },
      run(args) {
        const key = kernel.popFromSet(argument(args, 0));
        return key === UNDECIDED ? realm.raiseWith("KeyError", realm.str("pop from an empty set")) : key;
      },
    },
    {
      name: "clear",
      parameters: "(self, /)",
      effects: WRITES_SETS,
      kernel: { 1: kernel.setClear },
      run(args) {
        operations.clear(argument(args, 0));
        return none;
      },
    },
    {
      ...chained(
        "update",
        (set) => set,
        (set, other) => (operations.update(set, other) ? set : -1),
        answerNone,
        WRITES_SETS,
      ),
      kernel: { 2: kernel.updateSetByAll },
      spread: kernel.updateSetByArguments,
    },
    chained(
      "difference_update",
      (set) => set,
      (set, other) => (operations.differenceUpdate(set, other) ? set : -1),
      answerNone,
      WRITES_SETS,
    ),
    chained(
      "intersection_update",
      (set) => set,
      (set, other) => operations.intersection(set, other, sameShape(set)),
      (set, self) => {
        kernel.swapSets(answerOwn(set, self), handles.get(self));
        return none;
      },
      WRITES_SETS,
    ),
    {
      name: "symmetric_difference_update",
      parameters: "(self, other, /)",
      run: (args) => kept(args, 2, (set, other) => (operations.symmetricUpdate(set, other) ? none : NULL)),
    },
    ...(
      [
        ["__ior__", operations.update, kernel.setUnite],
        ["__isub__", operations.differenceUpdate, kernel.setSubtract],
        ["__ixor__", operations.symmetricUpdate, undefined],
        [
          "__iand__",
          (set: number, other: number): boolean => {
            const result = operations.intersection(set, other, SHAPE_SET);
            if (result >= 0) kernel.swapSets(handles.get(result), handles.get(set));
            return result >= 0;
          },
          kernel.setIntersect,
        ],
      ] as const
    ).map(
      ([name, run, compiled]): NativeDefinition => ({
        name,
        parameters: "(self, other, /)",
        receives: "self",
        // Half done, a symmetric difference cannot be done again.
        ...(compiled === undefined ? {} : { effects: WRITES_SETS, kernel: { 2: compiled } }),
        run: (args) =>
          kept(args, 2, (set, other) => {
            if (!isSet(handles.get(other))) return realm.notImplementedWord;
            return run(set, other) ? argument(args, 0) : NULL;
          }),
      }),
    ),
  ];

  const construct = (
    name: string,
    shape: number,
    compiled: NonNullable<NativeDefinition["kernel"]>,
    ofIterable: (iterable: Word) => Word,
  ): NativeDefinition => ({
    name,
    parameters: "(cls, iterable=(), /)",
    frames: true,
    effects: READS_CONTENTS,
    kernel: compiled,
    run(args) {
      const source = argument(args, 1);
      if (source === NULL) return operations.create(shape);
      if (shape === SHAPE_FROZENSET && (source & 1) === 0 && shapeOf(source) === shape) return source;
      const known = made(kernel.setOfItems(source, shape));
      if (known !== UNDECIDED) return known;
      const items = setOf(source);
      if (!operations.isBuiltin(items)) return ofIterable(items);
      return kept(args, 2, (_, iterable) => {
        const set = handles.push(operations.create(shape));
        return operations.update(set, iterable) ? handles.get(set) : NULL;
      });
    },
  });

  const set: Address = realm.defineType({
    name: "set",
    isWeaklyReferable: true,
    patterns: { isItself: true },
    isGeneric: true,
    shapes: [SHAPE_SET],
    isBase: true,
    empty: () => operations.create(SHAPE_SET),
    contains: containsPlain,
    construct: {
      ...construct("set", SHAPE_SET, { 1: kernel.makeSet, 2: kernel.makeSetOf }, (iterable) =>
        realm.tailCall(surrogate("set_of"), iterable),
      ),
      makes: MAKES_SET,
      forGenerators: () => ({ surrogate: surrogate("set_of"), given: [{ kind: "iterator", index: 0 }] }),
    },
    methods: [
      {
        name: "__init__",
        parameters: "(self, iterable=(), /)",
        run: (args) =>
          kept(args, 2, (set, iterable) => {
            operations.clear(handles.get(set));
            return argument(args, 1) === NULL || operations.update(set, iterable) ? none : NULL;
          }),
      },
      ...common,
      ...mutators,
    ],
    iterate,
    unhashable: true,
  });
  const frozen = realm.defineType({
    name: "frozenset",
    isWeaklyReferable: true,
    patterns: { isItself: true },
    isGeneric: true,
    shapes: [SHAPE_FROZENSET],
    isBase: true,
    contains: containsPlain,
    construct: construct("frozenset", SHAPE_FROZENSET, { 2: kernel.makeFrozenSetOf }, (iterable) =>
      realm.tailCall(surrogate("frozenset_of"), iterable, frozen),
    ),
    iterate,
    methods: [
      ...common,
      { name: "copy", parameters: "(self, /)", effects: READS_CONTENTS, run: (args) => argument(args, 0) },
      {
        name: "__hash__",
        parameters: "(self, /)",
        effects: READS_CONTENTS,
        kernel: { 1: kernel.frozenSetHash },
        run: (args) => made(kernel.frozenSetHash(argument(args, 0))),
      },
    ],
  });
  realm.setBuiltin("set", set);
  realm.setBuiltin("frozenset", frozen);

  /* ---- operators, between sets of both types; the result is of the left one's ---- */
  const binary =
    (run: (a: number, b: number, shape: number) => number) =>
    (a: Word, b: Word): Word =>
      withHandles(() => {
        const [left, right] = [handles.push(a), handles.push(b)];
        return fetch(run(left, right, sameShape(left)));
      });
  const relation =
    (test: (a: number, b: number) => number) =>
    (a: Word, b: Word): Word =>
      withHandles(() => truth(test(handles.push(a), handles.push(b))));
  const size = (set: number): number => tables.used(handles.get(set));
  const equal = (a: number, b: number): number => (size(a) === size(b) ? operations.isSubset(a, b) : 0);
  const less = (a: number, b: number): number => (size(a) < size(b) ? operations.isSubset(a, b) : 0);
  for (const left of [set, frozen]) {
    for (const right of [set, frozen]) {
      realm.defineOperator("or", left, right, binary(operations.union));
      realm.defineOperator("and", left, right, binary(operations.intersection));
      realm.defineOperator("sub", left, right, binary(operations.difference));
      realm.defineOperator("xor", left, right, binary(operations.symmetricDifference));
      realm.defineComparison("eq", left, right, relation(equal));
      realm.defineComparison(
        "ne",
        left,
        right,
        relation((a, b) => {
          const same = equal(a, b);
          return same < 0 ? same : 1 - same;
        }),
      );
      realm.defineComparison("le", left, right, relation(operations.isSubset));
      realm.defineComparison(
        "ge",
        left,
        right,
        relation((a, b) => operations.isSubset(b, a)),
      );
      realm.defineComparison("lt", left, right, relation(less));
      realm.defineComparison(
        "gt",
        left,
        right,
        relation((a, b) => less(b, a)),
      );
    }
  }
  defineViewOperators(library, tables, operations);
}
