/// The executable meaning of each core instruction: one table, run by the trace interpreter, by the machine that
/// executes expansions directly and by the recorder. It is the reference for backends; it need not be fast.

import { type Address, FALSE, isSmall, type Memory, NULL, TRUE, tagSmall, untagSmall, type Word } from "@hotpy/memory";
import { BOX_VALUE, type Field, headerWord, SHAPE_FLOAT, SHAPE_INT64 } from "@hotpy/object-model";
import type { CoreName, Kind, ObjectLike } from "./core.js";
import type { LeafHelper } from "./helper.js";

/** A value of a core instruction: an `i64` is a bigint, the other kinds are numbers (words and i32 as signed 32 bits). */
export type CoreValue = number | bigint;

/** Result of an instruction whose condition failed: the trace leaves. */
export const EXIT: unique symbol = Symbol("exit");

export type CoreImmediate = number | bigint | string | Field | ObjectLike | undefined;

/** What an instruction does, given its arguments in order. Results are of the instruction's kind; `undefined` for void. */
export type Meaning = (args: readonly CoreValue[], immediate: CoreImmediate) => CoreValue | typeof EXIT | undefined;

/** What the meanings need beside memory. */
export interface MeaningEnvironment {
  /** Allocates an object of `bytes`, not zeroed; never collects. */
  allocate(bytes: number): Address;
  /** The write barrier, after storing a reference into an object. */
  barrier(object: Address): void;
  /** The leaf helper of this name. */
  helper(name: string): LeafHelper;
  /** Whether the running trace is still valid. */
  isValid(): boolean;
  /** Runs a code object to its end: function, then arguments. The result, or EXIT if it left or raised. */
  callCode(code: Address, args: readonly Word[]): Word | typeof EXIT;
}

const MIN64 = -(2n ** 63n);
const MAX64 = 2n ** 63n - 1n;
const fits64 = (value: bigint): boolean => value >= MIN64 && value <= MAX64;
const checked = (value: bigint): bigint | typeof EXIT => (fits64(value) ? value : EXIT);

/** Quotient rounded towards minus infinity; the divisor is not 0. */
function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Remainder with the divisor's sign; the divisor is not 0. */
function floorRemainder(a: bigint, b: bigint): bigint {
  const remainder = a % b;
  return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder;
}

/** Builds the table over one memory. */
export function createMeanings(
  memory: Pick<Memory, "i32" | "u8" | "f64" | "i64" | "constants">,
  environment: MeaningEnvironment,
): Readonly<Record<CoreName, Meaning>> {
  const { i32, u8, f64, i64 } = memory;

  const isObject = (word: Word): boolean => word !== NULL && !isSmall(word);
  const shapeOf = (object: Address): number => i32[object >>> 2] >>> 8;
  const place = (object: CoreValue, immediate: CoreImmediate, index: CoreValue = 0, scale = 4): number =>
    ((object as Address) >>> 0) + (immediate as Field).offset + (index as number) * scale;

  function box(shape: number): Address {
    const object = environment.allocate(16);
    i32[object >>> 2] = headerWord(shape);
    i32[(object >>> 2) + 1] = 0;
    return object;
  }

  function boxInt(value: bigint): Word {
    if (value >= -0x40000000n && value <= 0x3fffffffn) return tagSmall(Number(value));
    const object = box(SHAPE_INT64);
    i64[(object + BOX_VALUE) >>> 3] = value;
    return object;
  }

  function boxFloat(value: number): Word {
    const object = box(SHAPE_FLOAT);
    f64[(object + BOX_VALUE) >>> 3] = value;
    return object;
  }

  function create(args: readonly CoreValue[], layout: ObjectLike): Address {
    const object = environment.allocate(layout.words * 4);
    const first = object >>> 2;
    i32.fill(0, first, first + layout.words);
    i32[first] = headerWord(layout.shape);
    for (const [index, value] of layout.raw) i32[first + index] = value;
    layout.fields.forEach((index, position) => {
      i32[first + index] = args[position] as Word;
    });
    return object;
  }

  function callLeaf(args: readonly CoreValue[], name: string): CoreValue | typeof EXIT | undefined {
    const helper = environment.helper(name);
    const result = (helper.run as (...values: readonly CoreValue[]) => CoreValue | undefined)(...args);
    return helper.fails !== "never" && result === NULL ? EXIT : result;
  }

  const condition = (value: boolean): number => (value ? 1 : 0);
  const guard = (holds: boolean): typeof EXIT | undefined => (holds ? undefined : EXIT);

  const onInts =
    (operate: (a: bigint, b: bigint) => CoreValue | typeof EXIT): Meaning =>
    ([a, b]) =>
      operate(a as bigint, b as bigint);
  const compareInts =
    (holds: (a: bigint, b: bigint) => boolean): Meaning =>
    ([a, b]) =>
      condition(holds(a as bigint, b as bigint));
  const onRaw =
    (operate: (a: number, b: number) => number): Meaning =>
    ([a, b]) =>
      operate(a as number, b as number) | 0;
  const onFloats =
    (operate: (a: number, b: number) => number): Meaning =>
    ([a, b]) =>
      operate(a as number, b as number);
  const compareFloats =
    (holds: (a: number, b: number) => boolean): Meaning =>
    ([a, b]) =>
      condition(holds(a as number, b as number));
  const onFloat =
    (operate: (a: number) => number): Meaning =>
    ([a]) =>
      operate(a as number);

  return {
    const_word: (_, value) => (value as number) | 0,
    const_object: (_, index) => i32[(memory.constants.start >>> 2) + (index as number)],
    const_i32: (_, value) => (value as number) | 0,
    const_i64: (_, value) => value as bigint,
    const_f64: (_, value) => value as number,

    guard_small: ([word]) => guard(isSmall(word as Word)),
    guard_int: ([word]) => guard(isSmall(word as Word) || (word !== NULL && shapeOf(word as Word) === SHAPE_INT64)),
    guard_shape: ([word], shape) => guard(isObject(word as Word) && shapeOf(word as Word) === shape),
    guard_same: ([word], other) => guard(((word as Word) | 0) === ((other as Word) | 0)),
    guard_not_same: ([word], other) => guard(((word as Word) | 0) !== ((other as Word) | 0)),
    guard_true: ([value]) => guard(value !== 0),
    guard_false: ([value]) => guard(value === 0),
    guard_valid: () => guard(environment.isValid()),

    unbox_int: ([word]) =>
      isSmall(word as Word) ? BigInt(untagSmall(word as Word)) : i64[((word as Word) + BOX_VALUE) >>> 3],
    box_int: ([value]) => boxInt(value as bigint),
    i64_add: onInts((a, b) => checked(a + b)),
    i64_sub: onInts((a, b) => checked(a - b)),
    i64_mul: onInts((a, b) => checked(a * b)),
    i64_floordiv: onInts((a, b) => (b === 0n ? EXIT : checked(floorDivide(a, b)))),
    i64_mod: onInts((a, b) => (b === 0n ? EXIT : floorRemainder(a, b))),
    i64_add_wrap: onInts((a, b) => BigInt.asIntN(64, a + b)),
    i64_sub_wrap: onInts((a, b) => BigInt.asIntN(64, a - b)),
    i64_mul_wrap: onInts((a, b) => BigInt.asIntN(64, a * b)),
    i64_and: onInts((a, b) => a & b),
    i64_or: onInts((a, b) => a | b),
    i64_xor: onInts((a, b) => a ^ b),
    i64_shl: onInts((a, b) => (b < 0n || b > 63n ? EXIT : checked(a << b))),
    i64_shr: onInts((a, b) => (b < 0n ? EXIT : a >> (b > 63n ? 63n : b))),
    i64_neg: ([a]) => checked(-(a as bigint)),
    i64_eq: compareInts((a, b) => a === b),
    i64_ne: compareInts((a, b) => a !== b),
    i64_lt: compareInts((a, b) => a < b),
    i64_le: compareInts((a, b) => a <= b),
    i64_gt: compareInts((a, b) => a > b),
    i64_ge: compareInts((a, b) => a >= b),
    i64_to_f64: ([a]) => Number(a),
    i64_from_i32: ([a]) => BigInt(a as number),
    i64_to_i32: ([a]) => Number(BigInt.asIntN(32, a as bigint)),

    i32_add: onRaw((a, b) => a + b),
    i32_sub: onRaw((a, b) => a - b),
    i32_and: onRaw((a, b) => a & b),
    i32_or: onRaw((a, b) => a | b),
    i32_eq: onRaw((a, b) => condition(a === b)),
    i32_lt: onRaw((a, b) => condition(a < b)),
    i32_not: ([a]) => condition(a === 0),
    check_index: ([index, length]) =>
      (index as bigint) >= 0n && (index as bigint) < BigInt(length as number) ? Number(index) : EXIT,
    word_eq: onRaw((a, b) => condition(a === b)),
    box_bool: ([value]) => (value !== 0 ? TRUE : FALSE),
    small_from_i32: ([value]) => tagSmall(value as number),

    unbox_float: ([word]) => f64[((word as Word) + BOX_VALUE) >>> 3],
    box_float: ([value]) => boxFloat(value as number),
    f64_add: onFloats((a, b) => a + b),
    f64_sub: onFloats((a, b) => a - b),
    f64_mul: onFloats((a, b) => a * b),
    f64_div: onFloats((a, b) => a / b),
    f64_neg: onFloat((a) => -a),
    f64_abs: onFloat(Math.abs),
    f64_sqrt: onFloat(Math.sqrt),
    f64_floor: onFloat(Math.floor),
    f64_ceil: onFloat(Math.ceil),
    f64_eq: compareFloats((a, b) => a === b),
    f64_ne: compareFloats((a, b) => a !== b),
    f64_lt: compareFloats((a, b) => a < b),
    f64_le: compareFloats((a, b) => a <= b),
    f64_gt: compareFloats((a, b) => a > b),
    f64_ge: compareFloats((a, b) => a >= b),
    f64_to_i64: ([a]) => (Number.isFinite(a) ? checked(BigInt(Math.trunc(a as number))) : EXIT),

    load_word: ([object], field) => i32[place(object, field) >>> 2],
    load_i32: ([object], field) => i32[place(object, field) >>> 2],
    load_f64: ([object], field) => f64[place(object, field) >>> 3],
    store_word: ([object, value], field) => {
      i32[place(object, field) >>> 2] = value as Word;
      environment.barrier(object as Address);
      return undefined;
    },
    store_i32: ([object, value], field) => {
      i32[place(object, field) >>> 2] = value as number;
      return undefined;
    },
    load_element: ([object, index], field) => i32[place(object, field, index) >>> 2],
    store_element: ([object, index, value], field) => {
      i32[place(object, field, index) >>> 2] = value as Word;
      environment.barrier(object as Address);
      return undefined;
    },
    load_u8: ([object, index], field) => u8[place(object, field, index, 1)],
    set_shape: ([object], shape) => {
      const header = (object as Address) >>> 2;
      i32[header] = headerWord(shape as number, i32[header] & 0xff);
      return undefined;
    },
    new: (args, layout) => create(args, layout as ObjectLike),

    call_leaf: (args, name) => callLeaf(args, name as string),
    call_code: (args, code) => environment.callCode(code as Address, args as readonly Word[]),
  };
}

/** Whether a JavaScript value is a possible value of this kind. */
export function isOfKind(value: CoreValue, kind: Kind): boolean {
  return kind === "i64"
    ? typeof value === "bigint" && fits64(value)
    : typeof value === "number" && (kind === "f64" || value === (value | 0));
}

let raw: Readonly<Record<CoreName, Meaning>> | undefined;

/** The meanings of raw operations, which need nothing of a VM: no memory, no calls. The others throw, or read nothing of use. */
export function rawMeanings(): Readonly<Record<CoreName, Meaning>> {
  if (raw === undefined) {
    const unavailable = (): never => {
      throw new Error("only raw operations have a meaning without a VM");
    };
    const none = new ArrayBuffer(0);
    raw = createMeanings(
      {
        i32: new Int32Array(none),
        u8: new Uint8Array(none),
        f64: new Float64Array(none),
        i64: new BigInt64Array(none),
        constants: { start: 0, end: 0 },
      },
      {
        allocate: unavailable,
        barrier: unavailable,
        helper: unavailable,
        isValid: unavailable,
        callCode: unavailable,
      },
    );
  }
  return raw;
}
