import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";

/** The limits of the two counts in the operand of `unpack_ex`. */
const MAX_BEFORE = 255;
const MAX_AFTER = 0xffff;

/**
 * Replaces the iterable on the stack by its items, the first on top; `star` is the index of the one that takes what the others leave,
 * -1: there is none.
 */
export function emitUnpack(unit: Unit, place: Place, count: number, star: number, tooMany: string): void {
  if (star < 0) return unit.emit("unpack_sequence", place, count);
  const after = count - star - 1;
  if (star > MAX_BEFORE || after > MAX_AFTER) unit.fail(place, tooMany);
  unit.emit("unpack_ex", place, star | (after << 8));
}

/** Stores the items of the iterable on the stack to the targets in a tuple or list. */
export function unpackInto(unit: Unit, node: ast.Tuple | ast.List): void {
  const { elts } = node;
  const star = elts.findIndex((element) => element.kind === "Starred");
  emitUnpack(unit, node, elts.length, star, "too many expressions in star-unpacking assignment");
  if (star >= 0 && elts.slice(star + 1).some((element) => element.kind === "Starred"))
    unit.fail(node, "multiple starred expressions in assignment");
  for (const element of elts) unit.expression(element.kind === "Starred" ? element.value : element);
}
