import type { ast } from "@hotpy/python-parser";
import type { Place } from "../errors.js";
import { foldConstant } from "../fold.js";
import { callInternal } from "../internals.js";
import type { Unit } from "../unit.js";
import { constantText as literalText } from "../unparse/constant-text.js";
import { complexKey, complexParts } from "./complex-keys.js";
import { constantText, equalityKey } from "./constant-keys.js";
import type { PatternState } from "./state.js";
import { compileSubpatterns } from "./subpatterns.js";
import { ask, compareLength, isNotNone } from "./tests.js";

/** `{key: pattern, **rest}`: a mapping that has all the keys, whose values match. */
export function compileMappingPattern(unit: Unit, node: ast.MatchMapping, state: PatternState): void {
  const { keys, patterns, rest } = node;
  state.kept++;
  ask(unit, "is_mapping", state.place);
  state.failBy("jump_if_false");
  if (keys.length === 0 && rest === null) {
    state.kept--;
    return unit.emit("pop", state.place);
  }
  if (keys.length > 0) {
    compareLength(unit, "compare_ge", keys.length, state.place);
    state.failBy("jump_if_false");
  }
  checkKeys(unit, node, state.place);
  // The subject and a tuple of the keys stay below the values.
  unit.expressions(keys);
  unit.emit("build_tuple", state.place, keys.length);
  unit.emit("dup_two", state.place);
  callInternal(unit, "values_of", 2, state.place);
  state.kept += 2;
  isNotNone(unit, state.place);
  state.failBy("jump_if_false");
  unit.emit("unpack_sequence", state.place, keys.length);
  state.kept--;
  compileSubpatterns(unit, patterns, state);
  state.kept -= 2;
  if (rest === null) {
    unit.emit("pop", state.place);
    return unit.emit("pop", state.place);
  }
  callInternal(unit, "rest_of", 2, state.place);
  state.capture(rest);
}

/** Keys are literals, each once, or names with dots. */
function checkKeys(unit: Unit, node: ast.MatchMapping, place: Place): void {
  const seen = new Set<string>();
  for (const key of node.keys) {
    if (key.kind === "Attribute") continue;
    const { text, shown } = keyOf(unit, key, place);
    if (seen.has(text)) unit.fail(place, `mapping pattern checks duplicate key (${shown})`);
    seen.add(text);
  }
}

/** What a literal key is equal to, as a text, and its `repr`. */
function keyOf(unit: Unit, key: ast.ExprNode, place: Place): { text: string; shown: string } {
  const parts = complexParts(key);
  if (parts?.hasImaginary) return complexKey(parts);
  if (key.kind === "Constant" && key.value.type === "pieces")
    return { text: `pieces ${JSON.stringify(key.value.value)}`, shown: literalText(key) };
  const constant = foldConstant(unit.context, key);
  return constant === null
    ? unit.fail(place, "mapping pattern keys may only match literals and attribute lookups")
    : { text: equalityKey(constant), shown: constantText(constant) };
}
