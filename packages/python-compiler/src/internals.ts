import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";

/** The functions that only compiled code calls, as the operand of `load_internal` numbers them. */
export const INTERNAL_FUNCTIONS = [
  "is_sequence",
  "is_mapping",
  "length",
  "values_of",
  "rest_of",
  "attributes_of",
  "awaitable",
  "async_iterator",
  "async_next",
  "wrap_yielded",
  "match_group",
  "unhandled_of",
] as const;
type InternalFunction = (typeof INTERNAL_FUNCTIONS)[number];

/** Calls one with the `count` values on top. */
export function callInternal(unit: Unit, name: InternalFunction, count: number, place: Place | null): void {
  unit.emit("load_internal", place, INTERNAL_FUNCTIONS.indexOf(name));
  unit.emit("rotate", place, count + 1);
  unit.emit("call", place, count);
}
