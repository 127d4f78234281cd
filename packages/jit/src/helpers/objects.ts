import { FLAG_BARRIER, SHAPE_STR1, SHAPE_STR4 } from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg, Signature } from "../lir/lir.js";
import { undecidedIf } from "./helper-function.js";

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

/** Answers UNDECIDED unless the word is an object of this shape. */
export function undecidedUnless(f: FunctionBuilder, word: Reg, shape: number): void {
  undecidedIf(f, isSmall(f, word));
  undecidedIf(f, f.binary("i32.ne", shapeOf(f, word), f.i32(shape)));
}

/** Address of the word with this index, counted from a base address. */
export const wordAt = (f: FunctionBuilder, base: Reg, index: Reg): Reg =>
  f.binary("i32.add", base, f.binary("i32.shl", index, f.i32(2)));

/** Adds to a raw field of an object. */
export function increase(f: FunctionBuilder, object: Reg, offset: number, by: number): void {
  f.store("i32.store", object, offset, f.binary("i32.add", f.load("i32.load", object, offset), f.i32(by)));
}

/** The import that the barrier needs: the slow half of it. */
export const REMEMBER: readonly [string, Signature] = ["remember", { params: ["i32"], result: undefined }];

/** The import that hashes a flat string and keeps the hash in it. */
export const HASH_STRING: readonly [string, Signature] = ["hashString", { params: ["i32"], result: "i32" }];

/** The write barrier: after a store of a reference into an object that may be old. */
export function barrier(f: FunctionBuilder, object: Reg): void {
  f.unlikely(f.binary("i32.and", f.load("i32.load", object, 0), f.i32(FLAG_BARRIER)), () => {
    f.call({ kind: "import", name: REMEMBER[0] }, [object], undefined);
  });
}
