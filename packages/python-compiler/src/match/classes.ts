import type { ast } from "@hotpy/python-parser";
import { callInternal } from "../internals.js";
import type { Unit } from "../unit.js";
import { refuseDebug } from "../variables.js";
import type { PatternState } from "./state.js";
import { compileSubpatterns } from "./subpatterns.js";
import { isNotNone } from "./tests.js";

/** `Point(x, y=0)`: an instance of the class, whose attributes match. */
export function compileClassPattern(unit: Unit, node: ast.MatchClass, state: PatternState): void {
  const { cls, patterns, kwd_attrs, kwd_patterns } = node;
  const count = patterns.length + kwd_attrs.length;
  kwd_attrs.forEach((name, index) => {
    refuseDebug(unit, name, kwd_patterns[index], "assign to");
    const again = kwd_attrs.indexOf(name, index + 1);
    if (again >= 0) unit.fail(kwd_patterns[again], `attribute name repeated in class pattern: ${name}`);
  });
  unit.expression(cls);
  unit.loadConstant({ kind: "tuple", items: kwd_attrs.map((value) => ({ kind: "str", value })) }, state.place);
  unit.loadConstant({ kind: "int", value: BigInt(patterns.length) }, state.place);
  callInternal(unit, "attributes_of", 4, state.place);
  state.kept++;
  isNotNone(unit, state.place);
  state.failBy("jump_if_false");
  unit.emit("unpack_sequence", state.place, count);
  state.kept--;
  compileSubpatterns(unit, [...patterns, ...kwd_patterns], state);
}
