import { FALSE, TRACE_VALID, TRUE } from "@hotpy/memory";
import { BOX_VALUE, headerWord, SHAPE_FLOAT, SHAPE_INT64 } from "@hotpy/object-model";
import type { InstructionOf } from "@hotpy/trace";
import type { Reg } from "../lir/lir.js";
import { plain } from "./integer-ops.js";
import type { Lowerings, LowerOp, OpContext } from "./lowering.js";

/// Tagged words: constants, guards, boxes.

/** 1 if the word is small or its header's shape differs from `shape`. NULL has shape 0: memory begins with zeros. */
function lacksShape({ f }: OpContext, word: Reg, shape: number, smallIs: number): Reg {
  const result = f.register("i32");
  f.if(
    f.binary("i32.and", word, f.i32(1)),
    () => {
      f.move(result, f.i32(smallIs));
    },
    () => {
      const id = f.binary("i32.shr_u", f.load("i32.load", word, 0), f.i32(8));
      f.binary("i32.ne", id, f.i32(shape), result);
    },
  );
  return result;
}

/** A fresh 16-byte box with this shape. */
function box(c: OpContext, shape: number): Reg {
  const object = c.allocate(16);
  c.f.store("i32.store", object, 0, c.f.i32(headerWord(shape)));
  c.f.store("i32.store", object, 4, c.f.i32(0));
  return object;
}

const unboxInt: LowerOp<InstructionOf<"unbox_int">> = (c, { args }) => {
  const { f } = c;
  const word = c.value(args[0]);
  const result = f.register("i64");
  f.if(
    f.binary("i32.and", word, f.i32(1)),
    () => {
      f.unary("i64.extend_i32_s", f.binary("i32.shr_s", word, f.i32(1)), result);
    },
    () => {
      f.move(result, f.load("i64.load", word, BOX_VALUE));
    },
  );
  return result;
};

const boxInt: LowerOp<InstructionOf<"box_int">> = (c, { args }) => {
  const { f } = c;
  const value = c.value(args[0]);
  const result = f.register("i32");
  const biased = f.binary("i64.add", value, f.i64(0x40000000n));
  f.if(
    f.binary("i64.lt_u", biased, f.i64(0x80000000n)),
    () => {
      f.binary("i32.or", f.binary("i32.shl", f.unary("i32.wrap_i64", value), f.i32(1)), f.i32(1), result);
    },
    () => {
      const object = box(c, SHAPE_INT64);
      f.store("i64.store", object, BOX_VALUE, value);
      f.move(result, object);
    },
  );
  return result;
};

const boxFloat: LowerOp<InstructionOf<"box_float">> = (c, { args }) => {
  const object = box(c, SHAPE_FLOAT);
  c.f.store("f64.store", object, BOX_VALUE, c.value(args[0]));
  return object;
};

const guardSame =
  (fails: "i32.ne" | "i32.eq"): LowerOp<InstructionOf<"guard_same" | "guard_not_same">> =>
  (c, instruction) => {
    const word = c.value(instruction.args[0]);
    c.exitIf(c.f.binary(fails, word, c.f.i32(instruction.immediate)), instruction.exit);
    return undefined;
  };

export const WORD_OPS = {
  const_word: (c, { immediate }) => c.f.i32(immediate),
  const_object: (c, { immediate }) => c.f.loadAt("i32.load", c.environment.map.constants.start + immediate * 4),
  const_i32: (c, { immediate }) => c.f.i32(immediate),
  const_i64: (c, { immediate }) => c.f.i64(immediate),
  const_f64: (c, { immediate }) => c.f.constant("f64", immediate),

  guard_small: (c, instruction) => {
    const tag = c.f.binary("i32.and", c.value(instruction.args[0]), c.f.i32(1));
    c.exitIf(c.f.unary("i32.eqz", tag), instruction.exit);
    return undefined;
  },
  guard_int: (c, instruction) => {
    c.exitIf(lacksShape(c, c.value(instruction.args[0]), SHAPE_INT64, 0), instruction.exit);
    return undefined;
  },
  guard_shape: (c, instruction) => {
    c.exitIf(lacksShape(c, c.value(instruction.args[0]), instruction.immediate, 1), instruction.exit);
    return undefined;
  },
  guard_same: guardSame("i32.ne"),
  guard_not_same: guardSame("i32.eq"),
  guard_true: (c, instruction) => {
    c.exitIf(c.f.unary("i32.eqz", c.value(instruction.args[0])), instruction.exit);
    return undefined;
  },
  guard_false: (c, instruction) => {
    c.exitIf(c.value(instruction.args[0]), instruction.exit);
    return undefined;
  },
  guard_valid: (c, instruction) => {
    const valid = c.f.loadAt("i32.load", TRACE_VALID + c.trace.id * 4);
    c.exitIf(c.f.unary("i32.eqz", valid), instruction.exit);
    return undefined;
  },

  unbox_int: unboxInt,
  box_int: boxInt,
  unbox_float: (c, { args }) => c.f.load("f64.load", c.value(args[0]), BOX_VALUE),
  box_float: boxFloat,
  box_bool: (c, { args }) => c.f.select(c.value(args[0]), c.f.i32(TRUE), c.f.i32(FALSE)),
  small_from_i32: (c, { args }) =>
    c.f.binary("i32.or", c.f.binary("i32.shl", c.value(args[0]), c.f.i32(1)), c.f.i32(1)),
  word_eq: plain("i32.eq"),
} satisfies Partial<Lowerings>;
