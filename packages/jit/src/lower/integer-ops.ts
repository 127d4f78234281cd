import type { InstructionOf, NamesWith, ValueId } from "@hotpy/trace";
import type { BinaryOp, Reg } from "../lir/lir.js";
import type { Lowerings, LowerOp, OpContext } from "./lowering.js";

/// 64-bit integers. Each checked operation computes first and tests then: the result of a failed one is never used.

type Binary = NamesWith<readonly [ValueId, ValueId]>;

type CheckedBinary = (c: OpContext, a: Reg, b: Reg) => { result: Reg; failed: Reg };

export const plain =
  (name: BinaryOp): LowerOp<InstructionOf<Binary>> =>
  (c, { args }) =>
    c.f.binary(name, c.value(args[0]), c.value(args[1]));

const checked =
  (operate: CheckedBinary): LowerOp<InstructionOf<"i64_add" | "i64_sub" | "i64_mul" | "i64_shl">> =>
  (c, instruction) => {
    const { result, failed } = operate(c, c.value(instruction.args[0]), c.value(instruction.args[1]));
    c.exitIf(failed, instruction.exit);
    return result;
  };

const add: CheckedBinary = ({ f }, a, b) => {
  const result = f.binary("i64.add", a, b);
  const changed = f.binary("i64.and", f.binary("i64.xor", a, result), f.binary("i64.xor", b, result));
  return { result, failed: f.binary("i64.lt_s", changed, f.i64(0n)) };
};

const subtract: CheckedBinary = ({ f }, a, b) => {
  const result = f.binary("i64.sub", a, b);
  const changed = f.binary("i64.and", f.binary("i64.xor", a, b), f.binary("i64.xor", a, result));
  return { result, failed: f.binary("i64.lt_s", changed, f.i64(0n)) };
};

/** Factors of 32 bits cannot overflow; else the product in floats decides, a little early at the very edge. */
const multiply: CheckedBinary = ({ f }, a, b) => {
  const result = f.binary("i64.mul", a, b);
  const failed = f.register("i32");
  f.move(failed, f.i32(0));
  const bias = f.i64(0x80000000n);
  const wide = f.binary("i64.or", f.binary("i64.add", a, bias), f.binary("i64.add", b, bias));
  f.unlikely(f.binary("i64.ge_u", wide, f.i64(0x100000000n)), () => {
    const product = f.binary("f64.mul", f.unary("f64.convert_i64_s", a), f.unary("f64.convert_i64_s", b));
    f.binary("f64.ge", f.unary("f64.abs", product), f.constant("f64", 2 ** 63 - 1024), failed);
  });
  return { result, failed };
};

const shiftLeft: CheckedBinary = ({ f }, a, b) => {
  const result = f.binary("i64.shl", a, b);
  const lost = f.binary("i64.ne", f.binary("i64.shr_s", result, b), a);
  const badCount = f.binary("i64.ge_u", b, f.i64(64n));
  return { result, failed: f.binary("i32.or", lost, badCount) };
};

function powerOfTwo(value: number | bigint | undefined): bigint | undefined {
  return typeof value === "bigint" && value > 0n && (value & (value - 1n)) === 0n ? value : undefined;
}

const bitLength = (value: bigint): bigint => BigInt(value.toString(2).length - 1);

function exitOnZero(c: OpContext, divisor: Reg, instruction: InstructionOf<"i64_floordiv" | "i64_mod">): void {
  const known = c.constant(instruction.args[1]);
  if (known === undefined || known === 0n) c.exitIf(c.f.unary("i64.eqz", divisor), instruction.exit);
}

const floorDivide: LowerOp<InstructionOf<"i64_floordiv">> = (c, instruction) => {
  const { f } = c;
  const [a, b] = instruction.args.map((id) => c.value(id));
  const power = powerOfTwo(c.constant(instruction.args[1]));
  if (power !== undefined) return f.binary("i64.shr_s", a, f.i64(bitLength(power)));
  exitOnZero(c, b, instruction);
  const smallest = f.binary("i64.eq", a, f.i64(-(2n ** 63n)));
  c.exitIf(f.binary("i32.and", smallest, f.binary("i64.eq", b, f.i64(-1n))), instruction.exit);
  const quotient = f.binary("i64.div_s", a, b);
  const rest = f.binary("i64.sub", a, f.binary("i64.mul", quotient, b));
  const round = f.binary(
    "i32.and",
    f.binary("i64.ne", rest, f.i64(0n)),
    f.binary("i64.lt_s", f.binary("i64.xor", rest, b), f.i64(0n)),
  );
  return f.binary("i64.sub", quotient, f.unary("i64.extend_i32_u", round));
};

const floorRemainder: LowerOp<InstructionOf<"i64_mod">> = (c, instruction) => {
  const { f } = c;
  const [a, b] = instruction.args.map((id) => c.value(id));
  const power = powerOfTwo(c.constant(instruction.args[1]));
  if (power !== undefined) return f.binary("i64.and", a, f.i64(power - 1n));
  exitOnZero(c, b, instruction);
  const rest = f.binary("i64.rem_s", a, b);
  const otherSign = f.binary(
    "i32.and",
    f.binary("i64.ne", rest, f.i64(0n)),
    f.binary("i64.lt_s", f.binary("i64.xor", rest, b), f.i64(0n)),
  );
  return f.binary("i64.add", rest, f.select(otherSign, b, f.i64(0n)));
};

const shiftRight: LowerOp<InstructionOf<"i64_shr">> = (c, instruction) => {
  const { f } = c;
  const [a, b] = instruction.args.map((id) => c.value(id));
  c.exitIf(f.binary("i64.lt_s", b, f.i64(0n)), instruction.exit);
  const most = f.i64(63n);
  return f.binary("i64.shr_s", a, f.select(f.binary("i64.gt_s", b, most), most, b));
};

const negate: LowerOp<InstructionOf<"i64_neg">> = (c, instruction) => {
  const a = c.value(instruction.args[0]);
  c.exitIf(c.f.binary("i64.eq", a, c.f.i64(-(2n ** 63n))), instruction.exit);
  return c.f.binary("i64.sub", c.f.i64(0n), a);
};

/** `index <u length` covers both ends: a negative index is a large unsigned number, a length never negative. */
const checkIndex: LowerOp<InstructionOf<"check_index">> = (c, instruction) => {
  const { f } = c;
  const [index, length] = instruction.args.map((id) => c.value(id));
  c.exitIf(f.binary("i64.ge_u", index, f.unary("i64.extend_i32_u", length)), instruction.exit);
  return f.unary("i32.wrap_i64", index);
};

export const INTEGER_OPS = {
  i64_add: checked(add),
  i64_sub: checked(subtract),
  i64_mul: checked(multiply),
  i64_add_wrap: plain("i64.add"),
  i64_sub_wrap: plain("i64.sub"),
  i64_mul_wrap: plain("i64.mul"),
  i64_floordiv: floorDivide,
  i64_mod: floorRemainder,
  i64_and: plain("i64.and"),
  i64_or: plain("i64.or"),
  i64_xor: plain("i64.xor"),
  i64_shl: checked(shiftLeft),
  i64_shr: shiftRight,
  i64_neg: negate,
  i64_eq: plain("i64.eq"),
  i64_ne: plain("i64.ne"),
  i64_lt: plain("i64.lt_s"),
  i64_le: plain("i64.le_s"),
  i64_gt: plain("i64.gt_s"),
  i64_ge: plain("i64.ge_s"),
  i64_to_f64: (c, { args }) => c.f.unary("f64.convert_i64_s", c.value(args[0])),
  i64_from_i32: (c, { args }) => c.f.unary("i64.extend_i32_s", c.value(args[0])),
  i64_to_i32: (c, { args }) => c.f.unary("i32.wrap_i64", c.value(args[0])),
  i32_add: plain("i32.add"),
  i32_sub: plain("i32.sub"),
  i32_and: plain("i32.and"),
  i32_or: plain("i32.or"),
  i32_eq: plain("i32.eq"),
  i32_lt: plain("i32.lt_s"),
  i32_not: (c, { args }) => c.f.unary("i32.eqz", c.value(args[0])),
  check_index: checkIndex,
} satisfies Partial<Lowerings>;
