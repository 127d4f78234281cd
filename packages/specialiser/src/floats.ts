/// Rules of float instructions. Only what is exact for every float, -0.0 and nan included.

import type { CoreName } from "@hotpy/bytecode";
import type { ValueId } from "@hotpy/trace";
import { type Rule, value } from "./rule.js";

/** Doing it twice undoes it. */
const involution =
  (op: CoreName): Rule =>
  (view, [a]) => {
    const source = view.definition(a);
    return source?.op === op ? value((source.args as readonly ValueId[])[0]) : undefined;
  };

/** Doing it twice is doing it once. */
const idempotent =
  (op: CoreName): Rule =>
  (view, [a]) =>
    view.definition(a)?.op === op ? value(a) : undefined;

export const FLOAT_RULES: Partial<Record<CoreName, Rule>> = {
  f64_neg: involution("f64_neg"),
  f64_abs: idempotent("f64_abs"),
  f64_floor: idempotent("f64_floor"),
  f64_ceil: idempotent("f64_ceil"),
};
