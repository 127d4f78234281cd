import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";
import { refuseDebug } from "./variables.js";

/** `object.name` in any context. */
export function compileAttribute(unit: Unit, node: ast.Attribute): void {
  unit.expression(node.value);
  attributeAccess(unit, node, node.ctx);
}

/** Loads, stores or deletes the attribute of the object on the stack. */
export function attributeAccess(unit: Unit, node: ast.Attribute, context: ast.ExprContext): void {
  const place = attributePlace(node, node);
  if (context !== "Load") refuseDebug(unit, node.attr, place, context === "Store" ? "assign to" : "delete");
  unit.emitName(attributeInstruction[context], node.attr, place);
}

const attributeInstruction: Readonly<Record<ast.ExprContext, string>> = {
  Load: "load_attr",
  Store: "store_attr",
  Del: "delete_attr",
};

/** Where errors of an attribute access over several lines are shown: at the line of the name, as CPython does. */
export function attributePlace(node: ast.Located, attribute: ast.Attribute): Place {
  if (node.lineno === attribute.end_lineno) return node;
  const length = [...attribute.attr].length;
  return {
    lineno: attribute.end_lineno,
    end_lineno: node.end_lineno,
    end_col_offset: node.end_col_offset,
    col_offset: Math.max(attribute.end_col_offset - length, -1),
  };
}

/** `object[key]` in any context. */
export function compileSubscript(unit: Unit, node: ast.Subscript): void {
  if (node.ctx === "Load") warnAboutSubscript(unit, node);
  unit.expression(node.value);
  unit.expression(node.slice);
  unit.emit(subscriptInstruction[node.ctx], node);
}

const subscriptInstruction: Readonly<Record<ast.ExprContext, string>> = {
  Load: "load_subscript",
  Store: "store_subscript",
  Del: "delete_subscript",
};

export function compileSlice(unit: Unit, node: ast.Slice): void {
  for (const part of [node.lower, node.upper]) {
    if (part === null) unit.loadNone(node);
    else unit.expression(part);
  }
  if (node.step !== null) unit.expression(node.step);
  unit.emit("build_slice", node, node.step === null ? 2 : 3);
}

/** CPython's SyntaxWarnings about what cannot be subscripted, or not like that. */
function warnAboutSubscript(unit: Unit, { value, slice, ...place }: ast.Subscript): void {
  const type = literalType(value);
  if (type === null) return;
  if (unsubscriptable.has(type)) {
    unit.context.warn(place, `'${type}' object is not subscriptable; perhaps you missed a comma?`);
  } else if (type !== "dict") {
    const index = literalType(slice);
    if (index !== null && index !== "int" && index !== "bool") {
      unit.context.warn(place, `${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`);
    }
  }
}

const unsubscriptable = new Set([
  "NoneType",
  "bool",
  "int",
  "float",
  "complex",
  "ellipsis",
  "function",
  "generator",
  "set",
]);

/** The type of a literal or display, null of other expressions. */
export function literalType(node: ast.ExprNode): string | null {
  switch (node.kind) {
    case "Tuple":
      return "tuple";
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    case "GeneratorExp":
      return "generator";
    case "Lambda":
      return "function";
    case "JoinedStr":
    case "FormattedValue":
      return "str";
    case "Constant":
      if (node.value.type === "None") return "NoneType";
      if (node.value.type === "pieces") return "str";
      return node.value.type === "Ellipsis" ? "ellipsis" : node.value.type;
    default:
      return null;
  }
}
