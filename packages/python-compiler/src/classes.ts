import type { ast } from "@hotpy/python-parser";
import { beginBody } from "./bodies.js";
import { checkKeywords, compileArguments } from "./calls.js";
import { makeClosure } from "./closures.js";
import { applyDecorators } from "./functions.js";
import { Unit } from "./unit.js";
import { loadVariable, storeVariable } from "./variables.js";

/** A class is a call of `__build_class__` with a function that fills the namespace. */
export function compileClass(unit: Unit, node: ast.ClassDef): void {
  unit.expressions(node.decorator_list);
  const firstLine = (node.decorator_list[0] ?? node).lineno;
  const inner = new Unit(unit.context, unit, unit.context.scopeOf(node), node.name, node.name, firstLine);
  compileBody(inner, node, firstLine);
  checkKeywords(unit, node.keywords, node);
  unit.emit("load_build_class", node);
  makeClosure(unit, inner.finish(), 0, node);
  unit.loadText(node.name, node);
  compileArguments(unit, 2, node.bases, node.keywords, node);
  applyDecorators(unit, node.decorator_list);
  storeVariable(unit, node.name, node);
}

function compileBody(unit: Unit, node: ast.ClassDef, firstLine: number): void {
  const start = { lineno: firstLine, end_lineno: firstLine, col_offset: 0, end_col_offset: 0 };
  loadVariable(unit, "__name__", start);
  storeVariable(unit, "__module__", start);
  unit.loadText(unit.qualname, start);
  storeVariable(unit, "__qualname__", start);
  unit.statements(beginBody(unit, node.body));
  if (unit.scope.needsClassCell) {
    unit.emit("load_closure", null, unit.cellSlot("__class__"));
    unit.emit("dup", null);
    unit.emit("store_name", null, unit.nameIndex("__classcell__"));
  } else {
    unit.loadNone(null);
  }
  unit.emit("return", null);
}
