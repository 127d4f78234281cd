import type { ast } from "@hotpy/python-parser";
import type { Unit } from "./unit.js";

/** The limits of the two counts in the operand of `unpack_ex`. */
const MAX_BEFORE = 255;
const MAX_AFTER = 0xffff;

/** Stores the items of the iterable on the stack to the targets in a tuple or list. */
export function unpackInto(unit: Unit, node: ast.Tuple | ast.List): void {
  const { elts } = node;
  const star = elts.findIndex((element) => element.kind === "Starred");
  if (star < 0) {
    unit.emit("unpack_sequence", node, elts.length);
  } else {
    const after = elts.length - star - 1;
    if (star > MAX_BEFORE || after > MAX_AFTER) unit.fail(node, "too many expressions in star-unpacking assignment");
    if (elts.slice(star + 1).some((element) => element.kind === "Starred"))
      unit.fail(node, "multiple starred expressions in assignment");
    unit.emit("unpack_ex", node, star | (after << 8));
  }
  for (const element of elts) unit.expression(element.kind === "Starred" ? element.value : element);
}
