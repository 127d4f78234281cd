import type { InstructionOf, NamesWith, ValueId } from "@hotpy/trace";
import type { UnaryOp } from "../lir/lir.js";
import { plain } from "./integer-ops.js";
import type { Lowerings, LowerOp } from "./lowering.js";

const unary =
  (name: UnaryOp): LowerOp<InstructionOf<NamesWith<readonly [ValueId]>>> =>
  (c, { args }) =>
    c.f.unary(name, c.value(args[0]));

/** Truncation saturates: a value outside int64 (or nan) shows by the comparison, not by a trap. */
const truncate: LowerOp<InstructionOf<"f64_to_i64">> = (c, instruction) => {
  const { f } = c;
  const a = c.value(instruction.args[0]);
  const inside = f.binary(
    "i32.and",
    f.binary("f64.ge", a, f.constant("f64", -(2 ** 63))),
    f.binary("f64.lt", a, f.constant("f64", 2 ** 63)),
  );
  c.exitIf(f.unary("i32.eqz", inside), instruction.exit);
  return f.unary("i64.trunc_sat_f64_s", a);
};

export const FLOAT_OPS = {
  f64_add: plain("f64.add"),
  f64_sub: plain("f64.sub"),
  f64_mul: plain("f64.mul"),
  f64_div: plain("f64.div"),
  f64_neg: unary("f64.neg"),
  f64_abs: unary("f64.abs"),
  f64_sqrt: unary("f64.sqrt"),
  f64_floor: unary("f64.floor"),
  f64_ceil: unary("f64.ceil"),
  f64_eq: plain("f64.eq"),
  f64_ne: plain("f64.ne"),
  f64_lt: plain("f64.lt"),
  f64_le: plain("f64.le"),
  f64_gt: plain("f64.gt"),
  f64_ge: plain("f64.ge"),
  f64_to_i64: truncate,
} satisfies Partial<Lowerings>;
