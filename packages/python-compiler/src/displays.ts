import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";
import { foldConstant, foldFrozenSet, foldTuple } from "./fold.js";
import type { Unit } from "./unit.js";
import { unpackInto } from "./unpacking.js";

/** Longer displays are built piece by piece, to keep the operand stack small (CPython's STACK_USE_GUIDELINE). */
const STACK_GUIDELINE = 30;

const sequences = {
  list: { build: "build_list", add: "list_append", extend: "list_extend" },
  tuple: { build: "build_list", add: "list_append", extend: "list_extend" },
  set: { build: "build_set", add: "set_add", extend: "set_update" },
} as const;

export function compileTuple(unit: Unit, node: ast.Tuple): void {
  if (node.ctx === "Store") return unpackInto(unit, node);
  if (node.ctx === "Del") return unit.expressions(node.elts);
  const constant = foldConstant(unit.context, node);
  if (constant !== null) unit.loadConstant(constant, node);
  else buildSequence(unit, node.elts, "tuple", node);
}

export function compileList(unit: Unit, node: ast.List): void {
  if (node.ctx === "Store") unpackInto(unit, node);
  else if (node.ctx === "Del") unit.expressions(node.elts);
  else buildSequence(unit, node.elts, "list", node);
}

export function compileSet(unit: Unit, node: ast.Set): void {
  buildSequence(unit, node.elts, "set", node);
}

/** Builds a sequence of `pushed` values on the stack and the elements, of which some may be starred. */
export function buildSequence(
  unit: Unit,
  elements: readonly ast.ExprNode[],
  kind: keyof typeof sequences,
  place: Place,
  pushed = 0,
): void {
  const { build, add, extend } = sequences[kind];
  const count = elements.length + pushed;
  if (kind !== "tuple" && pushed === 0 && elements.length > 2 && buildConstantSequence(unit, elements, kind, place))
    return;
  const isBig = count > STACK_GUIDELINE;
  if (!isBig && !elements.some((element) => element.kind === "Starred")) {
    unit.expressions(elements);
    return unit.emit(kind === "tuple" ? "build_tuple" : build, place, count);
  }
  let isBuilt = isBig;
  if (isBig) unit.emit(build, place, pushed);
  elements.forEach((element, index) => {
    if (element.kind === "Starred") {
      if (!isBuilt) unit.emit(build, place, index + pushed);
      isBuilt = true;
      unit.expression(element.value);
      unit.emit(extend, place, 1);
    } else {
      unit.expression(element);
      if (isBuilt) unit.emit(add, place, 1);
    }
  });
  if (kind === "tuple") unit.emit("list_to_tuple", place);
}

/** A list or set of constants is filled from one constant. */
function buildConstantSequence(
  unit: Unit,
  elements: readonly ast.ExprNode[],
  kind: "list" | "set",
  place: Place,
): boolean {
  const tuple = foldTuple(unit.context, elements);
  if (tuple === null) return false;
  const frozen = kind === "set" ? foldFrozenSet(unit.context, elements) : null;
  unit.emit(sequences[kind].build, place, 0);
  if (frozen !== null) {
    unit.loadConstant(frozen, place);
    unit.emit("set_update", place, 1);
    return true;
  }
  if (kind === "set") {
    // CPython has a constant frozenset here too: of the items of a frozenset of the tuple. Each of these three
    // steps may change the order of iteration, which shows when the set is printed.
    unit.emit("build_set", place, 0);
    unit.emit("build_list", place, 0);
    unit.emit("build_set", place, 0);
  }
  unit.loadConstant(tuple, place);
  if (kind === "set") {
    unit.emit("set_update", place, 1);
    unit.emit("list_extend", place, 1);
    unit.emit("set_update", place, 1);
  }
  unit.emit(sequences[kind].extend, place, 1);
  return true;
}

/** Builds a set that is only searched, so that its order is no matter. */
export function buildSearchedSet(unit: Unit, node: ast.Set): void {
  unit.expressions(node.elts);
  unit.emit("build_set", node, node.elts.length);
}

/** Longer dicts are filled pair by pair. */
const MAX_PAIRS = 15;

export function compileDict(unit: Unit, node: ast.Dict): void {
  let isBuilt = false;
  for (let start = 0; start < node.keys.length; ) {
    let end = start;
    while (end < node.keys.length && node.keys[end] !== null) end++;
    if (end > start) {
      buildPairs(unit, node, start, end);
      if (isBuilt) unit.emit("dict_update", node, 1);
      isBuilt = true;
    }
    if (end < node.keys.length) {
      if (!isBuilt) unit.emit("build_map", node, 0);
      isBuilt = true;
      unit.expression(node.values[end]);
      unit.emit("dict_update", node, 1);
    }
    start = end + 1;
  }
  if (!isBuilt) unit.emit("build_map", node, 0);
}

function buildPairs(unit: Unit, node: ast.Dict, start: number, end: number): void {
  const isBig = end - start > MAX_PAIRS;
  if (isBig) unit.emit("build_map", node, 0);
  for (let i = start; i < end; i++) {
    unit.expression(node.keys[i] as ast.ExprNode);
    unit.expression(node.values[i]);
    if (isBig) unit.emit("map_add", node, 1);
  }
  if (!isBig) unit.emit("build_map", node, end - start);
}
