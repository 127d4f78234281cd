import type { ast } from "@hotpy/python-parser";
import { literalConstant } from "./constant-values.js";
import type { Unit } from "./unit.js";

/** Puts the value of a literal on the stack. */
export function compileLiteral(unit: Unit, value: ast.ConstantValue, place: ast.Located): void {
  const constant = literalConstant(value);
  if (constant !== null) unit.loadConstant(constant, place);
  else if (value.type === "pieces") {
    for (const piece of value.value) unit.loadConstant({ kind: "str", value: piece }, place);
    unit.emit("build_string", place, value.value.length);
  } else if (value.type === "tuple") {
    for (const item of value.value) compileLiteral(unit, item, place);
    unit.emit("build_tuple", place, value.value.length);
  }
}
