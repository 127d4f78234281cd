import { type Address, FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import { defineFields, int64Halves, layoutOf, mutable } from "@hotpy/object-model";
import { type NativeDefinition, READS_CONTENTS, WRITES_SETS } from "@hotpy/python-objects";
import type { NativeNext } from "../iterators.js";
import type { Library } from "../library.js";
import { createDisplay } from "../sequences/display.js";
import { frozenSetHash } from "./hash.js";
import { createSetOperations } from "./operations.js";
import { createSetTables, SET } from "./table.js";
import { defineViewOperators } from "./view-operators.js";

/* Raw: next index, keys expected; then the set, NULL when exhausted. */
const ITERATOR_NEXT = 8;
const ITERATOR_EXPECTED = 12;
const ITERATOR_SET = 16;
const SET_ITERATOR = defineFields("set_iterator", {
  next: mutable("i32", ITERATOR_NEXT),
  expected: mutable("i32", ITERATOR_EXPECTED),
  set: mutable("word", ITERATOR_SET),
});

/** set and frozenset. */
export function defineSetTypes(library: Library): void {
  const { realm, lists, iterators, argument, withHandles } = library;
  const { handles, memory, none, shapes } = realm;
  const { i32 } = memory;
  const { int64 } = int64Halves;
  const tables = createSetTables(library);
  const setShape = shapes.define(layoutOf("set", SET), NULL);
  const frozenShape = shapes.define(layoutOf("frozenset", SET), NULL);
  const operations = createSetOperations(library, tables, new Set([setShape, frozenShape]));
  const display = createDisplay(library);
  const { isSet } = operations;
  const shapeOf = (word: Word): number => i32[word >>> 2] >>> 8;

  /* ---- iteration ---- */
  const iteratorShape = shapes.define(layoutOf("set_iterator", SET_ITERATOR), NULL);

  function iterate(set: Word): Word {
    const iterator = realm.object(iteratorShape);
    i32[(iterator + ITERATOR_EXPECTED) >>> 2] = tables.used(set);
    i32[(iterator + ITERATOR_SET) >>> 2] = set;
    return iterator;
  }

  const next: NativeNext = (iterator) => {
    const set = i32[(iterator + ITERATOR_SET) >>> 2];
    if (set === NULL) return NULL;
    if (tables.used(set) !== i32[(iterator + ITERATOR_EXPECTED) >>> 2]) {
      i32[(iterator + ITERATOR_EXPECTED) >>> 2] = -1;
      return realm.raise("RuntimeError", "Set changed size during iteration");
    }
    const at = tables.nextEntry(set, i32[(iterator + ITERATOR_NEXT) >>> 2]);
    if (at < 0) {
      i32[(iterator + ITERATOR_SET) >>> 2] = NULL;
      return NULL;
    }
    i32[(iterator + ITERATOR_NEXT) >>> 2] = at + 1;
    return tables.keyAt(set, at);
  };
  iterators.register(iteratorShape, next);
  iterators.registerIterable(setShape, iterate);
  iterators.registerIterable(frozenShape, iterate);
  realm.defineType({ name: "set_iterator", shapes: [iteratorShape], next, iterate: (iterator) => iterator });

  /* ---- methods ---- */
  const truth = (answer: number): Word => (answer < 0 ? NULL : realm.bool(answer === 1));
  const fetch = (handle: number): Word => (handle < 0 ? NULL : handles.get(handle));
  /** Runs with the arguments as handles. */
  const kept = (args: Address, count: number, body: (...given: number[]) => Word): Word =>
    withHandles(() => body(...Array.from({ length: count }, (_, i) => handles.push(setOf(argument(args, i))))));

  /** Of a set of a subclass the set: how its class iterates does not matter. */
  function setOf(word: Word): Word {
    const value = word === NULL ? word : realm.valueOf(word);
    return value !== word && isSet(value) ? value : word;
  }

  /** A method of one operand. */
  const method = (
    name: string,
    run: (set: number, other: number) => Word,
    effects = READS_CONTENTS,
  ): NativeDefinition => ({
    name,
    parameters: "(self, other, /)",
    effects,
    run: (args) => kept(args, 2, run),
  });

  /** A method of any number of operands, applied one after the other; `step` returns the handle of the set to go on with, or -1. */
  const chained = (
    name: string,
    start: (set: number) => number,
    step: (set: number, other: number) => number,
    finish: (set: number, self: number) => Word,
    effects = READS_CONTENTS,
  ): NativeDefinition => ({
    name,
    parameters: "(self, *others)",
    effects,
    run: (args) =>
      kept(args, 2, (self, others) => {
        let set = start(self);
        for (let i = 0; i < lists.length(handles.get(others)); i++) {
          set = step(set, handles.push(setOf(lists.item(handles.get(others), i))));
          if (set < 0) return NULL;
        }
        return finish(set, self);
      }),
  });
  const answerSet = (set: number): Word => handles.get(set);
  const answerNone = (): Word => none;
  const sameShape = (set: number): number => shapeOf(handles.get(set));
  const copy = (set: number): number => operations.copy(set, sameShape(set));

  function repr(args: Address): Word {
    const word = realm.valueOf(argument(args, 0));
    const name = realm.typeName(argument(args, 0));
    const isPlain = realm.typeOf(argument(args, 0)) === set;
    if (tables.used(word) === 0) return realm.intern(`${name}()`);
    return display.show(word, `${name}(...)`, (set, add) => {
      add(realm.str(isPlain ? "{" : `${name}({`));
      let isFirst = true;
      for (let at = tables.nextEntry(handles.get(set), 0); at >= 0; at = tables.nextEntry(handles.get(set), at + 1)) {
        if (!isFirst) add(realm.intern(", "));
        isFirst = false;
        const shown = realm.repr(tables.keyAt(handles.get(set), at));
        if (shown === NULL) return false;
        add(shown);
      }
      add(realm.intern(isPlain ? "}" : "})"));
      return true;
    });
  }

  /** The key as a frozenset if it is a set: sets are unhashable, but may be looked for. */
  function searchable(key: number): number {
    return shapeOf(handles.get(key)) === setShape && (handles.get(key) & 1) === 0
      ? operations.copy(key, frozenShape)
      : key;
  }

  function containsPlain(set: Word, key: Word): Word | undefined {
    const answer = tables.containsPlain(set, key);
    return answer === undefined ? undefined : answer === 1 ? TRUE : FALSE;
  }

  function contains(args: Address): Word {
    const answer = containsPlain(argument(args, 0), argument(args, 1));
    if (answer !== undefined) return answer;
    return kept(args, 2, (set, key) => truth(hashed(tables.contains, set, searchable(key))));
  }

  type KeyOperation = (set: number, key: number, lo: number, hi: number) => number;
  /** A key operation after hashing the key; -1: raised. */
  const hashed = (operation: KeyOperation, set: number, key: number): number =>
    tables.hash(key) ? operation(set, key, int64.lo, int64.hi) : -1;

  /** Discards the argument: 1: it was there, 0: it was not, -1: raised. */
  function discard(args: Address): number {
    const answer = tables.discardPlain(argument(args, 0), argument(args, 1));
    if (answer !== undefined) return answer;
    return withHandles(() =>
      hashed(tables.discard, handles.push(argument(args, 0)), searchable(handles.push(argument(args, 1)))),
    );
  }

  const common: NativeDefinition[] = [
    {
      name: "__len__",
      parameters: "(self, /)",
      effects: READS_CONTENTS,
      run: (args) => realm.int(tables.used(argument(args, 0))),
    },
    { name: "__contains__", parameters: "(self, key, /)", effects: READS_CONTENTS, run: contains },
    { name: "__repr__", parameters: "(self, /)", receives: "self", run: repr },
    chained("union", copy, (set, other) => (operations.update(set, other) ? set : -1), answerSet),
    chained("intersection", copy, (set, other) => operations.intersection(set, other, sameShape(set)), answerSet),
    chained("difference", copy, (set, other) => operations.difference(set, other, sameShape(set)), answerSet),
    method("symmetric_difference", (set, other) => fetch(operations.symmetricDifference(set, other, sameShape(set)))),
    method("issubset", (set, other) => {
      const all = operations.asSet(other, setShape);
      return all < 0 ? NULL : truth(operations.isSubset(set, all));
    }),
    method("issuperset", (set, other) => {
      const all = operations.asSet(other, setShape);
      return all < 0 ? NULL : truth(operations.isSubset(all, set));
    }),
    method("isdisjoint", (set, other) => truth(operations.isDisjoint(set, other))),
  ];

  const mutators: NativeDefinition[] = [
    {
      name: "copy",
      parameters: "(self, /)",
      effects: READS_CONTENTS,
      run: (args) => kept(args, 1, (set) => fetch(copy(set))),
    },
    {
      name: "add",
      parameters: "(self, key, /)",
      effects: WRITES_SETS,
      run: (args) =>
        tables.addPlain(argument(args, 0), argument(args, 1)) !== undefined
          ? none
          : kept(args, 2, (set, key) => (hashed(tables.add, set, key) < 0 ? NULL : none)),
    },
    {
      name: "discard",
      parameters: "(self, key, /)",
      effects: WRITES_SETS,
      run: (args) => (discard(args) < 0 ? NULL : none),
    },
    {
      name: "remove",
      parameters: "(self, key, /)",
      effects: WRITES_SETS,
      run(args) {
        const found = discard(args);
        return found < 0 ? NULL : found === 0 ? realm.raiseWith("KeyError", argument(args, 1)) : none;
      },
    },
    {
      name: "pop",
      parameters: "(self, /)",
      effects: WRITES_SETS,
      run: (args) =>
        tables.used(argument(args, 0)) === 0
          ? realm.raiseWith("KeyError", realm.str("pop from an empty set"))
          : tables.pop(argument(args, 0)),
    },
    {
      name: "clear",
      parameters: "(self, /)",
      effects: WRITES_SETS,
      run(args) {
        tables.clear(argument(args, 0));
        return none;
      },
    },
    chained(
      "update",
      (set) => set,
      (set, other) => (operations.update(set, other) ? set : -1),
      answerNone,
      WRITES_SETS,
    ),
    chained(
      "difference_update",
      (set) => set,
      (set, other) => (operations.differenceUpdate(set, other) ? set : -1),
      answerNone,
      WRITES_SETS,
    ),
    chained(
      "intersection_update",
      copy,
      (set, other) => operations.intersection(set, other, sameShape(set)),
      (set, self) => {
        tables.swap(handles.get(set), handles.get(self));
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
        ["__ior__", operations.update],
        ["__isub__", operations.differenceUpdate],
        ["__ixor__", operations.symmetricUpdate],
        [
          "__iand__",
          (set: number, other: number): boolean => {
            const result = operations.intersection(set, other, setShape);
            if (result >= 0) tables.swap(handles.get(result), handles.get(set));
            return result >= 0;
          },
        ],
      ] as const
    ).map(
      ([name, run]): NativeDefinition => ({
        name,
        parameters: "(self, other, /)",
        receives: "self",
        // Half done, a symmetric difference cannot be done again.
        ...(name === "__ixor__" ? {} : { effects: WRITES_SETS }),
        run: (args) =>
          kept(args, 2, (set, other) => {
            if (!isSet(handles.get(other))) return realm.notImplementedWord;
            return run(set, other) ? argument(args, 0) : NULL;
          }),
      }),
    ),
  ];

  const construct = (name: string, shape: number): NativeDefinition => ({
    name,
    parameters: "(cls, iterable=(), /)",
    effects: READS_CONTENTS,
    run: (args) =>
      kept(args, 2, (_, iterable) => {
        const source = handles.get(iterable);
        if (source !== NULL && shape === frozenShape && shapeOf(source) === frozenShape && (source & 1) === 0)
          return source;
        const set = handles.push(tables.create(shape));
        return source === NULL || operations.update(set, iterable) ? handles.get(set) : NULL;
      }),
  });

  const set: Address = realm.defineType({
    name: "set",
    isGeneric: true,
    shapes: [setShape],
    isBase: true,
    empty: () => tables.create(setShape),
    contains: containsPlain,
    construct: construct("set", setShape),
    methods: [
      {
        name: "__init__",
        parameters: "(self, iterable=(), /)",
        run: (args) =>
          kept(args, 2, (set, iterable) => {
            tables.clear(handles.get(set));
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
    isGeneric: true,
    shapes: [frozenShape],
    isBase: true,
    contains: containsPlain,
    construct: construct("frozenset", frozenShape),
    iterate,
    methods: [
      ...common,
      { name: "copy", parameters: "(self, /)", effects: READS_CONTENTS, run: (args) => argument(args, 0) },
      {
        name: "__hash__",
        parameters: "(self, /)",
        run(args) {
          const halves: number[] = [];
          const set = argument(args, 0);
          for (let at = tables.nextEntry(set, 0); at >= 0; at = tables.nextEntry(set, at + 1))
            halves.push(tables.hashLoAt(set, at), tables.hashHiAt(set, at));
          return realm.int(frozenSetHash(halves));
        },
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
  const union = (a: number, b: number, shape: number): number => {
    const result = operations.copy(a, shape);
    return operations.update(result, b) ? result : -1;
  };
  const relation =
    (test: (a: number, b: number) => number) =>
    (a: Word, b: Word): Word =>
      withHandles(() => truth(test(handles.push(a), handles.push(b))));
  const size = (set: number): number => tables.used(handles.get(set));
  const equal = (a: number, b: number): number => (size(a) === size(b) ? operations.isSubset(a, b) : 0);
  const less = (a: number, b: number): number => (size(a) < size(b) ? operations.isSubset(a, b) : 0);
  for (const left of [set, frozen]) {
    for (const right of [set, frozen]) {
      realm.defineOperator("or", left, right, binary(union));
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
  defineViewOperators(library, tables, operations, setShape);
}
