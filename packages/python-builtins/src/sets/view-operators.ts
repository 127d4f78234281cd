import { NULL, type Word } from "@hotpy/memory";
import { int64Halves } from "@hotpy/object-model";
import { type Comparison, type NativeDefinition, SHAPE_SET } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { COMPARISONS } from "../sequences/compare.js";
import type { SetOperations } from "./operations.js";
import type { SetTables } from "./table.js";

/** `&`, `|`, `-` and `^` of the keys or items of dicts with any iterable: the result is a set. */
export function defineViewOperators(library: Library, tables: SetTables, operations: SetOperations): void {
  const { realm, withHandles, iterators } = library;
  const { handles } = realm;
  const { int64 } = int64Halves;
  const object = realm.type("object");

  const newSet = (items: number): number => {
    const result = handles.push(operations.create(SHAPE_SET));
    return operations.update(result, items) ? result : -1;
  };

  /** Keys of the right operand that are in the left one. */
  function intersect(left: number, right: number): number {
    const result = handles.push(operations.create(SHAPE_SET));
    const iterator = handles.push(realm.iterate(handles.get(right)));
    if (handles.get(iterator) === NULL) return -1;
    const key = handles.push(NULL);
    for (;;) {
      const item =
        iterators.nextOf(handles.get(iterator))?.(handles.get(iterator)) ?? realm.next(handles.get(iterator));
      if (item === NULL) return realm.pending() === NULL ? result : -1;
      handles.set(key, item);
      const found = realm.contains(handles.get(left), item);
      if (found < 0 || (found === 1 && !(tables.hash(key) && tables.add(result, key, int64.lo, int64.hi) >= 0)))
        return -1;
    }
  }

  const meanings = {
    and: intersect,
    or(left: number, right: number): number {
      const result = newSet(left);
      return result >= 0 && operations.update(result, right) ? result : -1;
    },
    sub(left: number, right: number): number {
      const result = newSet(left);
      return result >= 0 && operations.differenceUpdate(result, right) ? result : -1;
    },
    xor(left: number, right: number): number {
      const result = newSet(left);
      return result >= 0 && operations.symmetricUpdate(result, right) ? result : -1;
    },
  };

  /** Whether all items of one operand are in the other: 1, 0, -1. */
  function isWithin(inner: number, outer: number): number {
    const iterator = handles.push(realm.iterate(handles.get(inner)));
    for (;;) {
      const item = iterators.nextOf(handles.get(iterator))?.(handles.get(iterator)) ?? NULL;
      if (item === NULL) return realm.pending() === NULL ? 1 : -1;
      const found = realm.contains(handles.get(outer), item);
      if (found !== 1) return found;
    }
  }

  function compare(comparison: Comparison, a: Word, b: Word): Word {
    return withHandles(() => {
      const [left, right] = [handles.push(a), handles.push(b)];
      const [inner, outer] = comparison === "ge" || comparison === "gt" ? [right, left] : [left, right];
      const difference = realm.length(handles.get(inner)) - realm.length(handles.get(outer));
      const isPossible =
        comparison === "lt" || comparison === "gt"
          ? difference < 0
          : comparison === "eq" || comparison === "ne"
            ? difference === 0
            : difference <= 0;
      const result = isPossible ? isWithin(inner, outer) : 0;
      return result < 0 ? NULL : realm.bool((result === 1) !== (comparison === "ne"));
    });
  }

  for (const comparison of COMPARISONS) {
    for (const view of [realm.type("dict_keys"), realm.type("dict_items")]) {
      for (const set of [realm.type("set"), realm.type("frozenset")]) {
        const meaning = (a: Word, b: Word): Word => compare(comparison, a, b);
        realm.defineComparison(comparison, view, set, meaning, view);
        realm.defineComparison(comparison, set, view, meaning, view);
      }
    }
  }

  const isDisjoint: NativeDefinition = {
    name: "isdisjoint",
    parameters: "(self, other, /)",
    run: (args) =>
      withHandles(() => {
        const left = handles.push(library.argument(args, 0));
        const iterator = handles.push(realm.iterate(library.argument(args, 1)));
        if (handles.get(iterator) === NULL) return NULL;
        for (;;) {
          const item = realm.next(handles.get(iterator));
          if (item === NULL) return realm.pending() === NULL ? realm.bool(true) : NULL;
          const found = realm.contains(handles.get(left), item);
          if (found !== 0) return found < 0 ? NULL : realm.bool(false);
        }
      }),
  };
  for (const view of [realm.type("dict_keys"), realm.type("dict_items")])
    realm.extendType(view, { methods: [isDisjoint] });

  for (const [operator, run] of Object.entries(meanings)) {
    for (const view of [realm.type("dict_keys"), realm.type("dict_items")]) {
      const meaning = (a: Word, b: Word): Word =>
        withHandles(() => {
          const result = run(handles.push(a), handles.push(b));
          return result < 0 ? NULL : handles.get(result);
        });
      realm.defineOperator(operator as keyof typeof meanings, view, object, meaning);
      // Items of what is no view are looked for in the view.
      const reflected = operator === "and" ? (a: Word, b: Word): Word => meaning(b, a) : meaning;
      realm.defineOperator(operator as keyof typeof meanings, object, view, reflected);
      for (const set of [realm.type("set"), realm.type("frozenset")])
        realm.defineOperator(operator as keyof typeof meanings, set, view, meaning, view);
    }
  }
}
