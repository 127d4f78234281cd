import { FLAG_BARRIER, headerWord } from "@hotpy/object-model";
import type { InstructionOf } from "@hotpy/trace";
import type { LoadOp, Reg } from "../lir/lir.js";
import { callLeaf } from "./leaf-calls.js";
import type { Lowerings, LowerOp, OpContext } from "./lowering.js";

/// Fields, elements and new objects.

const load =
  (name: LoadOp): LowerOp<InstructionOf<"load_word" | "load_i32" | "load_f64">> =>
  (c, instruction) =>
    c.f.load(name, c.value(instruction.args[0]), instruction.immediate.offset);

function elementBase(c: OpContext, { args }: InstructionOf<"load_element" | "store_element">): Reg {
  return c.f.binary("i32.add", c.value(args[0]), c.f.binary("i32.shl", c.value(args[1]), c.f.i32(2)));
}

/** The write barrier; a small integer needs none, an object allocated since the last safepoint neither. */
function barrier(c: OpContext, objectId: number, valueId: number): void {
  if (c.isFresh(objectId) || (Number(c.constant(valueId) ?? 0) & 1) === 1) return;
  const { f } = c;
  const object = c.value(objectId);
  const flags = f.binary("i32.and", f.load("i32.load", object, 0), f.i32(FLAG_BARRIER));
  c.import("remember", { params: ["i32"], result: undefined });
  f.unlikely(flags, () => {
    f.call({ kind: "import", name: "remember" }, [object], undefined);
  });
}

const storeWord: LowerOp<InstructionOf<"store_word">> = (c, instruction) => {
  const [object, value] = instruction.args;
  c.f.store("i32.store", c.value(object), instruction.immediate.offset, c.value(value));
  barrier(c, object, value);
  return undefined;
};

const storeElement: LowerOp<InstructionOf<"store_element">> = (c, instruction) => {
  const [object, , value] = instruction.args;
  c.f.store("i32.store", elementBase(c, instruction), instruction.immediate.offset, c.value(value));
  barrier(c, object, value);
  return undefined;
};

const create: LowerOp<InstructionOf<"new">> = (c, instruction) => {
  const { f } = c;
  const layout = instruction.immediate;
  const words = new Map<number, Reg>(layout.raw.map(([index, value]) => [index, f.i32(value)]));
  layout.fields.forEach((index, position) => words.set(index, c.value(instruction.args[position])));
  const object = c.allocate(layout.words * 4);
  f.store("i32.store", object, 0, f.i32(headerWord(layout.shape)));
  for (let index = 1; index < layout.words; index++) {
    f.store("i32.store", object, index * 4, words.get(index) ?? f.i32(0));
  }
  return object;
};

const setShape: LowerOp<InstructionOf<"set_shape">> = (c, instruction) => {
  const { f } = c;
  const object = c.value(instruction.args[0]);
  const flags = f.binary("i32.and", f.load("i32.load", object, 0), f.i32(0xff));
  f.store("i32.store", object, 0, f.binary("i32.or", flags, f.i32(instruction.immediate << 8)));
  return undefined;
};

export const MEMORY_OPS = {
  set_shape: setShape,
  load_word: load("i32.load"),
  load_i32: load("i32.load"),
  load_f64: load("f64.load"),
  store_word: storeWord,
  store_i32: (c, instruction) => {
    const [object, value] = instruction.args.map((id) => c.value(id));
    c.f.store("i32.store", object, instruction.immediate.offset, value);
    return undefined;
  },
  load_element: (c, instruction) => c.f.load("i32.load", elementBase(c, instruction), instruction.immediate.offset),
  store_element: storeElement,
  load_u8: (c, instruction) => {
    const [object, index] = instruction.args.map((id) => c.value(id));
    return c.f.load("i32.load8_u", c.f.binary("i32.add", object, index), instruction.immediate.offset);
  },
  new: create,
  call_leaf: callLeaf,
  call_code: (c, instruction) => c.callCode(instruction),
} satisfies Partial<Lowerings>;
