import type { ast } from "@hotpy/python-parser";
import type { Unit } from "./unit.js";

const CONVERSIONS: Readonly<Record<ast.FormattedValue["conversion"], number>> = { [-1]: 0, 115: 1, 114: 2, 97: 3 };
const HAS_SPEC = 4;

export function compileJoinedString(unit: Unit, node: ast.JoinedStr): void {
  unit.expressions(node.values);
  if (node.values.length !== 1) unit.emit("build_string", node, node.values.length);
}

export function compileFormattedValue(unit: Unit, node: ast.FormattedValue): void {
  unit.expression(node.value);
  if (node.format_spec !== null) unit.expression(node.format_spec);
  unit.emit("format_value", node, CONVERSIONS[node.conversion] | (node.format_spec === null ? 0 : HAS_SPEC));
}
