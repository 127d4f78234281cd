import { NULL } from "@hotpy/memory";
import { type LoopOperation, type NativeDefinition, PURE } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { toDouble } from "./convert.js";

/** Of floats. */
export const SQUARE_ROOT: LoopOperation = {
  name: "square_root",
  text: `
  if (count === 1 && IS_OBJECT(x) && IS_FLOAT(x) && FLOAT_OF(x) >= 0)
    BOX_FLOAT(Math.sqrt(FLOAT_OF(x)), cut, (cut + 1) | 0, after)`,
};

/** `math.sqrt`. It stands here as the loop knows it, which is made with the builtins and without modules. */
export function squareRoot({ realm, argument }: Library): NativeDefinition {
  return {
    name: "sqrt",
    parameters: "(x, /)",
    effects: PURE,
    loop: SQUARE_ROOT,
    kernel: { 1: realm.pythonKernel.mathSqrt },
    expand(m, [value, ...rest], tools) {
      const float = value === undefined || rest.length > 0 ? undefined : tools.toFloat(m, value);
      if (float === undefined || !m.truth(m.op("f64_ge", [float, m.f64(0)]))) return undefined;
      return m.op("box_float", [m.op("f64_sqrt", [float])]);
    },
    run(args) {
      const x = toDouble(realm, argument(args, 0));
      if (x === undefined) return NULL;
      return x < 0 ? realm.raise("ValueError", "math domain error") : realm.float(Math.sqrt(x));
    },
  };
}
