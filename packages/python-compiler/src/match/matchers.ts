import type { Place } from "../errors.js";
import type { Unit } from "../unit.js";

/** The functions that `match` is made of, as the operand of `load_matcher` numbers them. */
const MATCHERS = ["is_sequence", "is_mapping", "length", "values_of", "rest_of", "attributes_of"] as const;
type Matcher = (typeof MATCHERS)[number];

/** Calls one with the value on top, which stays below the result. */
export function callMatcher(unit: Unit, name: Matcher, place: Place): void {
  unit.emit("dup", place);
  callMatcherWith(unit, name, 1, place);
}

/** Calls one with the `count` values on top. */
export function callMatcherWith(unit: Unit, name: Matcher, count: number, place: Place): void {
  unit.emit("load_matcher", place, MATCHERS.indexOf(name));
  unit.emit("rotate", place, count + 1);
  unit.emit("call", place, count);
}

/** Compares the length of the value on top, which stays, with a number. */
export function compareLength(unit: Unit, comparison: "compare_eq" | "compare_ge", size: number, place: Place): void {
  callMatcher(unit, "length", place);
  unit.loadConstant({ kind: "int", value: BigInt(size) }, place);
  unit.emit(comparison, place);
}

/** Whether the value on top, which stays, is not None. */
export function isNotNone(unit: Unit, place: Place): void {
  unit.emit("dup", place);
  unit.loadNone(place);
  unit.emit("is_same", place, 1);
}
