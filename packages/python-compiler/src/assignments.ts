import type { ast } from "@hotpy/python-parser";
import { attributeAccess } from "./accesses.js";
import { keepsAnnotationTexts } from "./future.js";
import { mangle } from "./mangle.js";
import { binaryInstruction, IN_PLACE } from "./operators.js";
import type { Unit } from "./unit.js";
import { unparse } from "./unparse/unparse.js";
import { loadVariable, refuseDebug, storeVariable } from "./variables.js";

export function compileAssign(unit: Unit, node: ast.Assign): void {
  if (compileParallel(unit, node)) return;
  unit.expression(node.value);
  node.targets.forEach((target, index) => {
    if (index < node.targets.length - 1) unit.emit("dup", node);
    unit.expression(target);
  });
}

/** `a, b = b, a` needs no tuple: the values stay on the stack, and CPython makes no tuple of up to three either. */
function compileParallel(unit: Unit, { targets: [target], targets, value }: ast.Assign): boolean {
  if (targets.length > 1 || value.kind !== "Tuple" || (target.kind !== "Tuple" && target.kind !== "List")) return false;
  const count = target.elts.length;
  if (count < 2 || count > 3 || value.elts.length !== count) return false;
  if ([...target.elts, ...value.elts].some((element) => element.kind === "Starred")) return false;
  unit.expressions(value.elts);
  const names = target.elts.map((element) => (element.kind === "Name" ? element.id : null));
  if (!names.includes(null) && new Set(names).size === count) {
    // The order in which different variables are bound cannot be observed.
    unit.expressions(target.elts.toReversed());
    return true;
  }
  if (count === 3) unit.emit("rotate", value, 3);
  unit.emit("swap", value);
  unit.expressions(target.elts);
  return true;
}

/** The object and key of the target are evaluated once. */
export function compileAugmentedAssignment(unit: Unit, node: ast.AugAssign): void {
  const { target } = node;
  const operate = () => {
    unit.expression(node.value);
    unit.emit(binaryInstruction[node.op], node, IN_PLACE);
  };
  switch (target.kind) {
    case "Name":
      loadVariable(unit, target.id, target);
      operate();
      storeVariable(unit, target.id, target);
      break;
    case "Attribute":
      unit.expression(target.value);
      unit.emit("dup", target);
      attributeAccess(unit, target, "Load");
      operate();
      unit.emit("swap", target);
      attributeAccess(unit, target, "Store");
      break;
    case "Subscript":
      unit.expression(target.value);
      unit.expression(target.slice);
      unit.emit("dup_two", target);
      unit.emit("load_subscript", target);
      operate();
      unit.emit("rotate", target, 3);
      unit.emit("store_subscript", target);
      break;
  }
}

export function compileAnnotatedAssignment(unit: Unit, node: ast.AnnAssign): void {
  const { target, annotation, value } = node;
  if (value !== null) {
    unit.expression(value);
    unit.expression(target);
  }
  // Functions do not evaluate annotations of their variables.
  const evaluates = unit.scope.kind !== "function";
  if (target.kind === "Name") {
    refuseDebug(unit, target.id, target, "assign to");
    if (node.simple === 1 && evaluates) {
      if (keepsAnnotationTexts(unit)) unit.loadText(unparse(annotation), annotation);
      else unit.expression(annotation);
      loadVariable(unit, "__annotations__", node);
      unit.loadText(mangle(unit.className, target.id), node);
      unit.emit("store_subscript", node);
    }
  } else if (value === null) {
    evaluateTargetParts(unit, target);
  }
  if (node.simple === 0 && evaluates && !keepsAnnotationTexts(unit)) evaluateOnly(unit, annotation);
}

/** An attribute or subscript that is only annotated is looked at as far as its parts. */
function evaluateTargetParts(unit: Unit, target: ast.Attribute | ast.Subscript): void {
  if (target.kind === "Attribute") refuseDebug(unit, target.attr, target, "assign to");
  evaluateOnly(unit, target.value);
  if (target.kind === "Subscript") evaluateIndex(unit, target.slice);
}

function evaluateIndex(unit: Unit, index: ast.ExprNode): void {
  if (index.kind === "Tuple") {
    for (const element of index.elts) evaluateIndex(unit, element);
  } else if (index.kind === "Slice") {
    for (const part of [index.lower, index.upper, index.step]) if (part !== null) evaluateOnly(unit, part);
  } else {
    evaluateOnly(unit, index);
  }
}

function evaluateOnly(unit: Unit, node: ast.ExprNode): void {
  unit.expression(node);
  unit.emit("pop", null);
}
