import { SHAPE_STR1, SHAPE_STR4 } from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";

/// Phrases about objects that helpers are made of. Words are i32 registers.

export const isSmall = (f: FunctionBuilder, word: Reg): Reg => f.binary("i32.and", word, f.i32(1));

/** A small integer as a word. */
export const tagged = (f: FunctionBuilder, value: Reg): Reg =>
  f.binary("i32.or", f.binary("i32.shl", value, f.i32(1)), f.i32(1));

/** Shape id of an object; 0 for NULL, as memory begins with zeros. */
export const shapeOf = (f: FunctionBuilder, object: Reg): Reg =>
  f.binary("i32.shr_u", f.load("i32.load", object, 0), f.i32(8));

/** Whether a shape id is not one of flat strings. */
export const isNoFlatString = (f: FunctionBuilder, shape: Reg): Reg =>
  f.binary("i32.gt_u", f.binary("i32.sub", shape, f.i32(SHAPE_STR1)), f.i32(SHAPE_STR4 - SHAPE_STR1));

/** Address of the word with this index, counted from a base address. */
export const wordAt = (f: FunctionBuilder, base: Reg, index: Reg): Reg =>
  f.binary("i32.add", base, f.binary("i32.shl", index, f.i32(2)));

/** Adds to a raw field of an object. */
export function increase(f: FunctionBuilder, object: Reg, offset: number, by: number): void {
  f.store("i32.store", object, offset, f.binary("i32.add", f.load("i32.load", object, offset), f.i32(by)));
}
