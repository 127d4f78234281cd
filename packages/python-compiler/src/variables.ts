import type { Place } from "./errors.js";
import { mangle } from "./mangle.js";
import type { Unit } from "./unit.js";

type Access = "load" | "store" | "delete";

export function loadVariable(unit: Unit, name: string, place: Place): void {
  if (name === "__debug__") unit.loadConstant({ kind: unit.context.isDebug ? "true" : "false" }, place);
  else access(unit, "load", name, place);
}

/** `place` is null in code that the compiler adds, such as the end of an `except … as name`. */
export function storeVariable(unit: Unit, name: string, place: Place | null): void {
  if (place !== null) refuseDebug(unit, name, place, "assign to");
  access(unit, "store", name, place);
}

export function deleteVariable(unit: Unit, name: string, place: Place | null): void {
  if (place !== null) refuseDebug(unit, name, place, "delete");
  access(unit, "delete", name, place);
}

/** `__debug__` is a constant, as a variable, attribute or argument. */
export function refuseDebug(unit: Unit, name: string, place: Place, what: "assign to" | "delete"): void {
  if (name === "__debug__") unit.fail(place, `cannot ${what} __debug__`);
}

function access(unit: Unit, how: Access, name: string, place: Place | null): void {
  const mangled = mangle(unit.className, name);
  const { scope } = unit;
  const variable = scope.variables.get(mangled) ?? "global";
  if (variable === "free" || variable === "cell") {
    const instruction = how === "load" && scope.kind === "class" ? "load_class_cell" : `${how}_cell`;
    unit.emit(instruction, place, unit.cellSlot(mangled));
  } else if (scope.kind === "function" && variable === "local") {
    unit.emit(`${how}_local`, place, unit.localSlot(mangled));
  } else if (unit.hasNamespace && variable !== "explicit global") {
    unit.emit(`${how}_name`, place, unit.nameIndex(mangled));
  } else {
    unit.emit(`${how}_global`, place, unit.nameIndex(mangled));
  }
}
