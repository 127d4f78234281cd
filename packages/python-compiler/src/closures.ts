import type { CodeUnit } from "@hotpy/bytecode";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";

const CLOSURE = 8;

/** Makes a function of a code unit, with the cells that its scope takes from this one. `flags` tell what is on the stack already. */
export function makeClosure(unit: Unit, code: CodeUnit, flags: number, place: Place): void {
  for (const name of code.freeNames) unit.emit("load_closure", place, unit.cellSlot(name));
  if (code.freeNames.length > 0) unit.emit("build_tuple", place, code.freeNames.length);
  unit.loadConstant({ kind: "code", unit: code }, place);
  unit.emit("make_function", place, flags | (code.freeNames.length > 0 ? CLOSURE : 0));
}
