/// What values of an exit are computed from, beside the steps that recovery.ts spells out: the other operations without effects.
/// They take the places of their operands and their result in memory, all as indices of 8 bytes.

import type { CoreName } from "@hotpy/bytecode";
import type { Memory } from "@hotpy/memory";
import { BOX_VALUE } from "@hotpy/object-model";

type Step = (memory: Memory, result: number, left: number, right: number) => void;

const onFloats =
  (compute: (a: number, b: number) => number): Step =>
  ({ f64 }, result, left, right) => {
    f64[result] = compute(f64[left], f64[right]);
  };
const floatsHold =
  (holds: (a: number, b: number) => boolean): Step =>
  ({ i32, f64 }, result, left, right) => {
    i32[2 * result] = holds(f64[left], f64[right]) ? 1 : 0;
  };
const onLongs =
  (compute: (a: bigint, b: bigint) => bigint): Step =>
  ({ i64 }, result, left, right) => {
    // The array keeps the low 64 bits.
    i64[result] = compute(i64[left], i64[right]);
  };
const onInts =
  (compute: (a: number, b: number) => number): Step =>
  ({ i32 }, result, left, right) => {
    i32[2 * result] = compute(i32[2 * left], i32[2 * right]);
  };

const STEPS: Partial<Record<CoreName, Step>> = {
  f64_add: onFloats((a, b) => a + b),
  f64_sub: onFloats((a, b) => a - b),
  f64_mul: onFloats((a, b) => a * b),
  f64_div: onFloats((a, b) => a / b),
  f64_neg: onFloats((a) => -a),
  f64_abs: onFloats(Math.abs),
  f64_sqrt: onFloats(Math.sqrt),
  f64_floor: onFloats(Math.floor),
  f64_ceil: onFloats(Math.ceil),
  f64_eq: floatsHold((a, b) => a === b),
  f64_ne: floatsHold((a, b) => a !== b),
  f64_lt: floatsHold((a, b) => a < b),
  f64_le: floatsHold((a, b) => a <= b),
  f64_gt: floatsHold((a, b) => a > b),
  f64_ge: floatsHold((a, b) => a >= b),
  i64_add_wrap: onLongs((a, b) => a + b),
  i64_sub_wrap: onLongs((a, b) => a - b),
  i64_mul_wrap: onLongs((a, b) => a * b),
  i64_and: onLongs((a, b) => a & b),
  i64_or: onLongs((a, b) => a | b),
  i64_xor: onLongs((a, b) => a ^ b),
  i32_add: onInts((a, b) => a + b),
  i32_sub: onInts((a, b) => a - b),
  i32_and: onInts((a, b) => a & b),
  i32_or: onInts((a, b) => a | b),
  i64_to_i32: onInts((a) => a),
  i64_from_i32({ i32, i64 }, result, left) {
    i64[result] = BigInt(i32[2 * left]);
  },
  i64_to_f64({ i64, f64 }, result, left) {
    f64[result] = Number(i64[left]);
  },
  unbox_int({ i32, i64 }, result, left) {
    const word = i32[2 * left];
    i64[result] = (word & 1) !== 0 ? BigInt(word >> 1) : i64[(word + BOX_VALUE) >>> 3];
  },
  unbox_float({ i32, f64 }, result, left) {
    f64[result] = f64[(i32[2 * left] + BOX_VALUE) >>> 3];
  },
};

const NAMES = Object.keys(STEPS) as CoreName[];
const ALL = NAMES.map((name) => STEPS[name] as Step);

/** The number of an operation; negative: it is not among them. */
export const operationNumber = (op: CoreName): number => NAMES.indexOf(op);

/** Executes the operation of this number. */
export function computeOperation(memory: Memory, number: number, result: number, left: number, right: number): void {
  ALL[number](memory, result, left, right);
}
