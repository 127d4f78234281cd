import type { Place } from "../errors.js";
import { callInternal } from "../internals.js";
import type { Unit } from "../unit.js";

/** Pushes what a function says of the value on top, which stays. */
export function ask(unit: Unit, name: "is_sequence" | "is_mapping" | "length", place: Place): void {
  unit.emit("dup", place);
  callInternal(unit, name, 1, place);
}

/** Compares the length of the value on top, which stays, with a number. */
export function compareLength(unit: Unit, comparison: "compare_eq" | "compare_ge", size: number, place: Place): void {
  ask(unit, "length", place);
  unit.loadConstant({ kind: "int", value: BigInt(size) }, place);
  unit.emit(comparison, place);
}

/** Whether the value on top, which stays, is not None. */
export function isNotNone(unit: Unit, place: Place): void {
  unit.emit("dup", place);
  unit.loadNone(place);
  unit.emit("is_same", place, 1);
}
