import { Label } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";
import { compileLiteral } from "../literals.js";
import type { Unit } from "../unit.js";
import { compileClassPattern } from "./classes.js";
import { compileMappingPattern } from "./mappings.js";
import { compileSequencePattern } from "./sequences.js";
import { PatternState } from "./state.js";

/** Matches the value on top of the stack, which it takes; jumps to a failure of the state if it does not match. */
export function compilePattern(unit: Unit, node: ast.PatternNode, state: PatternState): void {
  unit.context.depth.enter();
  state.place = node;
  compileKind(unit, node, state);
  unit.context.depth.leave();
}

function compileKind(unit: Unit, node: ast.PatternNode, state: PatternState): void {
  switch (node.kind) {
    case "MatchValue":
      return compileValue(unit, node, state);
    case "MatchSingleton":
      return compileSingleton(unit, node, state);
    case "MatchSequence":
      return compileSequencePattern(unit, node, state);
    case "MatchMapping":
      return compileMappingPattern(unit, node, state);
    case "MatchClass":
      return compileClassPattern(unit, node, state);
    case "MatchStar":
      return state.capture(node.name);
    case "MatchAs":
      return compileAs(unit, node, state);
    case "MatchOr":
      return compileOr(unit, node, state);
  }
}

/** Signed and complex numbers are operations until they are folded. */
const VALUES: ReadonlySet<string> = new Set<ast.ExprNode["kind"]>(["Constant", "Attribute", "UnaryOp", "BinOp"]);

function compileValue(unit: Unit, node: ast.MatchValue, state: PatternState): void {
  if (!VALUES.has(node.value.kind)) unit.fail(state.place, "patterns may only match literals and attribute lookups");
  unit.expression(node.value);
  unit.emit("compare_eq", state.place);
  state.failBy("jump_if_false");
}

function compileSingleton(unit: Unit, node: ast.MatchSingleton, state: PatternState): void {
  compileLiteral(unit, node.value, state.place);
  unit.emit("is_same", state.place);
  state.failBy("jump_if_false");
}

function compileAs(unit: Unit, node: ast.MatchAs, state: PatternState): void {
  if (node.pattern === null) {
    if (!state.allowsIrrefutable) {
      const what = node.name === null ? "wildcard" : `name capture '${node.name}'`;
      unit.fail(state.place, `${what} makes remaining patterns unreachable`);
    }
    return state.capture(node.name);
  }
  state.kept++;
  unit.emit("dup", state.place);
  compilePattern(unit, node.pattern, state);
  state.kept--;
  state.capture(node.name);
}

/** Each alternative matches a copy of the value, and binds the same names; their values are brought into one order. */
function compileOr(unit: Unit, node: ast.MatchOr, state: PatternState): void {
  const matched = new Label();
  let names: readonly string[] | undefined;
  node.patterns.forEach((each, index) => {
    const alternative = new PatternState(unit, each, index === node.patterns.length - 1 && state.allowsIrrefutable);
    unit.emit("dup", state.place);
    compilePattern(unit, each, alternative);
    names ??= [...alternative.captured];
    state.place = alternative.place;
    reorder(unit, alternative, names);
    unit.jump("jump", matched, state.place);
    alternative.placeFailures();
  });
  unit.emit("pop", state.place);
  state.failBy("jump");

  unit.place(matched);
  const bound = names ?? [];
  const depth = bound.length + 1 + state.kept + state.captured.length;
  for (const name of bound) {
    state.rotate(depth);
    state.addName(name);
  }
  unit.emit("pop", state.place);
}

/** Brings the captured values of an alternative into the order of `names`. */
function reorder(unit: Unit, alternative: PatternState, names: readonly string[]): void {
  const { captured } = alternative;
  if (captured.length !== names.length || names.some((name) => !captured.includes(name)))
    unit.fail(alternative.place, "alternative patterns bind different names");
  for (let at = names.length - 1; at >= 0; at--) {
    const from = captured.indexOf(names[at]);
    if (from === at) continue;
    const moved = captured.splice(0, from + 1);
    captured.splice(at - from, 0, ...moved);
    for (const _ of moved) alternative.rotate(at + 1);
  }
}
