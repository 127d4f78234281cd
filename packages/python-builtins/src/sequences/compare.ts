import { NULL, type Word } from "@hotpy/memory";
import type { Comparison, Realm } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** Index of the first pair of items that differ, or the shorter length; -1: raised. May collect: operands are handles. */
function firstDifference({ realm, lists }: Library, left: number, right: number): number {
  const { handles } = realm;
  for (let i = 0; i < Math.min(lists.length(handles.get(left)), lists.length(handles.get(right))); i++) {
    const equal = realm.equals(lists.item(handles.get(left), i), lists.item(handles.get(right), i));
    if (equal < 0) return -1;
    if (equal === 0) return i;
  }
  return Math.min(lists.length(handles.get(left)), lists.length(handles.get(right)));
}

/** Lexicographic comparison of two lists or two tuples; lists may change meanwhile. */
export function compareSequences(library: Library, comparison: Comparison, left: Word, right: Word): Word {
  const { realm, lists } = library;
  const isEquality = comparison === "eq" || comparison === "ne";
  if (isEquality && lists.length(left) !== lists.length(right)) return realm.bool(comparison === "ne");
  if (!realm.enter()) {
    realm.clearPending();
    return realm.raise("RecursionError", "maximum recursion depth exceeded in comparison");
  }
  const result = library.withHandles(() => {
    const a = realm.handles.push(left);
    const b = realm.handles.push(right);
    const index = firstDifference(library, a, b);
    if (index < 0) return NULL;
    const [lengthA, lengthB] = [lists.length(realm.handles.get(a)), lists.length(realm.handles.get(b))];
    if (index >= lengthA || index >= lengthB) return realm.bool(orderHolds(comparison, lengthA - lengthB));
    if (isEquality) return realm.bool(comparison === "ne");
    return realm.compare(comparison, lists.item(realm.handles.get(a), index), lists.item(realm.handles.get(b), index));
  });
  realm.leave();
  return result;
}

/** Whether a comparison holds for operands whose order is this (negative, 0 or positive). */
export function orderHolds(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case "lt":
      return order < 0;
    case "le":
      return order <= 0;
    case "gt":
      return order > 0;
    case "ge":
      return order >= 0;
    case "eq":
      return order === 0;
    case "ne":
      return order !== 0;
  }
}

export const COMPARISONS: readonly Comparison[] = ["lt", "le", "gt", "ge", "eq", "ne"];

/** Defines all six comparisons between objects of one type. */
export function defineComparisons(
  realm: Realm, type: number, meaning: (comparison: Comparison, left: Word, right: Word) => Word, only = COMPARISONS,
): void {
  for (const comparison of only) realm.defineComparison(comparison, type, type, (a, b) => meaning(comparison, a, b));
}
