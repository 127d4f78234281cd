import { STATE_HASH_SEED } from "@hotpy/memory";
import { STR_DATA, STR_HASH, TAIL_SIZE } from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { part } from "./helper-function.js";

/// The hash of object-model's strings (MurmurHash3 over words), for strings that have none yet: the keys of a program
/// that counts words are new strings.

const multiply = (f: FunctionBuilder, a: Reg, by: number): Reg => f.binary("i32.mul", a, f.i32(by));

const rotate = (f: FunctionBuilder, a: Reg, by: number): Reg =>
  f.binary("i32.or", f.binary("i32.shl", a, f.i32(by)), f.binary("i32.shr_u", a, f.i32(32 - by)));

const xorShift = (f: FunctionBuilder, a: Reg, by: number): Reg =>
  f.binary("i32.xor", a, f.binary("i32.shr_u", a, f.i32(by)));

/** `(string) -> hash`: computes the hash of a flat string, and keeps it in the string. */
export const HASH_STRING = part("hash_string", 1, (f) => {
  const string = 0;
  const size = f.load("i32.load", string, TAIL_SIZE);
  const at = f.register("i32");
  const hash = f.register("i32");
  const end = f.binary("i32.add", string, size);
  f.move(at, string);
  f.move(hash, f.loadAt("i32.load", STATE_HASH_SEED));
  f.if(size, () =>
    f.loop((next) => {
      const mixed = multiply(f, rotate(f, multiply(f, f.load("i32.load", at, STR_DATA), 0xcc9e2d51), 15), 0x1b873593);
      const rotated = rotate(f, f.binary("i32.xor", hash, mixed), 13);
      f.binary("i32.add", multiply(f, rotated, 5), f.i32(0xe6546b64), hash);
      f.binary("i32.add", at, f.i32(4), at);
      f.if(f.binary("i32.lt_u", at, end), () => f.continue(next));
    }),
  );
  const mixed = multiply(f, xorShift(f, f.binary("i32.xor", hash, size), 16), 0x85ebca6b);
  const final = xorShift(f, multiply(f, xorShift(f, mixed, 13), 0xc2b2ae35), 16);
  // 0 says "not computed", and -1 is left to errors.
  const isTaken = f.binary("i32.or", f.unary("i32.eqz", final), f.binary("i32.eq", final, f.i32(-1)));
  const result = f.select(isTaken, f.i32(-2), final);
  f.store("i32.store", string, STR_HASH, result);
  f.return(result);
});
