import { NULL, type Word } from "@hotpy/memory";
import { type Comparison, type Defining, NOT_PLAIN } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/**
 * Index of the first pair of items at `from` or later that differ, or the shorter length; -1: raised. May collect: operands are
 * handles.
 */
function firstDifference({ realm, lists }: Library, left: number, right: number, from: number): number {
  const { handles } = realm;
  for (let i = from; i < Math.min(lists.length(handles.get(left)), lists.length(handles.get(right))); i++) {
    const equal = realm.equals(lists.item(handles.get(left), i), lists.item(handles.get(right), i));
    if (equal < 0) return -1;
    if (equal === 0) return i;
  }
  return Math.min(lists.length(handles.get(left)), lists.length(handles.get(right)));
}

/** Lexicographic comparison of two lists or two tuples; lists may change meanwhile. */
export function compareSequences(library: Library, comparison: Comparison, left: Word, right: Word): Word {
  const { realm, lists } = library;
  const { plain } = realm;
  const isEquality = comparison === "eq" || comparison === "ne";
  const lengthA = lists.length(left);
  const lengthB = lists.length(right);
  if (isEquality && lengthA !== lengthB) return realm.bool(comparison === "ne");
  const index = plain.firstDifference(left, right);
  if (index < 0) return compareOn(library, comparison, left, right, -1 - index);
  if (index === Math.min(lengthA, lengthB)) return realm.bool(orderHolds(comparison, lengthA - lengthB));
  if (isEquality) return realm.bool(comparison === "ne");
  const a = lists.item(left, index);
  const b = lists.item(right, index);
  const isLess = comparison === "lt" ? plain.less(a, b) : comparison === "gt" ? plain.less(b, a) : NOT_PLAIN;
  return isLess === NOT_PLAIN ? realm.compare(comparison, a, b) : realm.bool(isLess === 1);
}

/** The comparison from items at `from` on, which may run code. */
function compareOn(library: Library, comparison: Comparison, left: Word, right: Word, from: number): Word {
  const { realm, lists } = library;
  const isEquality = comparison === "eq" || comparison === "ne";
  if (!realm.enter(" in comparison")) return NULL;
  const result = library.withHandles(() => {
    const a = realm.handles.push(left);
    const b = realm.handles.push(right);
    const index = firstDifference(library, a, b, from);
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
  realm: Defining,
  type: number,
  meaning: (comparison: Comparison, left: Word, right: Word) => Word,
  only = COMPARISONS,
): void {
  for (const comparison of only) realm.defineComparison(comparison, type, type, (a, b) => meaning(comparison, a, b));
}
