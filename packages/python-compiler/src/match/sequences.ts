import type { ast } from "@hotpy/python-parser";
import type { Unit } from "../unit.js";
import { emitUnpack } from "../unpacking.js";
import type { PatternState } from "./state.js";
import { compileSubpattern, compileSubpatterns, isWildcard } from "./subpatterns.js";
import { ask, compareLength } from "./tests.js";

/** `[a, *_, b]`: a sequence of the right length, whose items match. */
export function compileSequencePattern(unit: Unit, node: ast.MatchSequence, state: PatternState): void {
  const { patterns } = node;
  const stars = patterns.filter((each) => each.kind === "MatchStar");
  if (stars.length > 1) unit.fail(state.place, "multiple starred names in sequence pattern");
  const [star] = stars;
  const at = star === undefined ? -1 : patterns.indexOf(star);

  state.kept++;
  ask(unit, "is_sequence", state.place);
  state.failBy("jump_if_false");
  if (star === undefined || patterns.length > 1) {
    if (star === undefined) compareLength(unit, "compare_eq", patterns.length, state.place);
    else compareLength(unit, "compare_ge", patterns.length - 1, state.place);
    state.failBy("jump_if_false");
  }
  state.kept--;

  const ignoresStar = star?.name === null;
  if (patterns.every((each) => isWildcard(each) || (each === star && ignoresStar))) unit.emit("pop", state.place);
  else if (ignoresStar) matchItems(unit, node, at, state);
  else {
    emitUnpack(unit, state.place, patterns.length, at, "too many expressions in star-unpacking sequence pattern");
    compileSubpatterns(unit, patterns, state);
  }
}

/** The items that are needed one by one, as `*_` takes none. */
function matchItems(unit: Unit, node: ast.MatchSequence, star: number, state: PatternState): void {
  const { patterns } = node;
  const loadSize = (size: number): void => unit.loadConstant({ kind: "int", value: BigInt(size) }, state.place);
  state.kept++;
  patterns.forEach((each, index) => {
    if (index === star || isWildcard(each)) return;
    unit.emit("dup", state.place);
    if (index < star) loadSize(index);
    else {
      ask(unit, "length", state.place);
      loadSize(patterns.length - index);
      unit.emit("binary_sub", state.place);
    }
    unit.emit("load_subscript", state.place);
    compileSubpattern(unit, each, state);
  });
  state.kept--;
  unit.emit("pop", state.place);
}
