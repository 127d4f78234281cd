/// The core instructions: what complex instructions expand into, what traces are made of. This table is the only list
/// of them; the trace text format, the verifiers, the trace interpreter and the backends are typed by it.

import type { Address } from "@hotpy/memory";
import type { Field, FieldKind, Mutability } from "@hotpy/object-model";

/** Kinds of value. `word` is tagged; the others are raw. A condition is an `i32` that is 0 or 1. */
export type Kind = "word" | "i32" | "i64" | "f64";

/** What may be at the end of an instruction's argument list beside values. */
export type Immediate =
  | "none"
  /** A word that never moves: a small integer, an immortal object's address, a shape id, a raw number. */
  | "number"
  /** A 64-bit integer. */
  | "bigint"
  /** A declared field of this kind; one that may change, if the instruction writes it. */
  | `${Exclude<FieldKind, "i64" | "slots">} field`
  /** Name of a leaf helper. */
  | "helper"
  /** Shape id and the layout of a new object. */
  | "object"
  /** A code object's address. */
  | "code";

/** What an instruction may do beyond computing its result; instructions without any are pure and may be moved, shared or dropped. */
export interface Effects {
  /** Has a snapshot; leaves the trace when its condition fails. */
  readonly exit?: true;
  readonly reads?: true;
  readonly writes?: true;
  /** The result is a fresh object or a box: not shared, may be deferred. */
  readonly allocates?: true;
  /** Runs arbitrary code: every fact about memory is lost. */
  readonly calls?: true;
}

export interface CoreDefinition {
  readonly name: string;
  /** Position in the table, from 0: for tables by instruction. */
  readonly number: number;
  /** As written in the table: `i64 i64 -> i64`. */
  readonly signature: string;
  readonly args: readonly Kind[];
  /** The last kind of `args` repeats any number of times (0 included). */
  readonly variadic?: true;
  readonly result: Kind | "void";
  readonly immediate: Immediate;
  readonly effects: Effects;
  /** No effects at all: it may be moved, shared or dropped. */
  readonly isPure: boolean;
  /** One sentence for the reference page. */
  readonly meaning: string;
}

const pure = {} as const;
const exit = { exit: true } as const;

let defined = 0;

/** The literal types of the parameters make {@link CoreArgs}, {@link CoreImmediateOf} and {@link CoreExits} of each instruction. */
function define<const N extends string, const S extends string, const I extends Immediate, const E extends Effects>(
  name: N,
  signature: S,
  immediate: I,
  effects: E,
  meaning: string,
): CoreDefinition & { readonly name: N; readonly signature: S; readonly immediate: I; readonly effects: E } {
  const [left = "", right = "void"] = signature.split("->").map((part) => part.trim());
  const args = left === "" ? [] : left.split(/\s+/);
  const variadic = args.length > 0 && args[args.length - 1].endsWith("*");
  const { exit: exits, reads, writes, allocates, calls }: Effects = effects;
  return {
    name,
    number: defined++,
    signature,
    args: args.map((kind) => kind.replace("*", "") as Kind),
    ...(variadic ? { variadic: true as const } : {}),
    result: (right === "" ? "void" : right) as Kind | "void",
    immediate,
    effects,
    isPure: !exits && !reads && !writes && !allocates && !calls,
    meaning,
  };
}

const definitions = [
  /* ---- constants ---- */
  define("const_word", "-> word", "number", pure, "A small integer or an object that never moves"),
  define("const_object", "-> word", "number", pure, "Entry of the trace's constant table: an object that may move"),
  define("const_i32", "-> i32", "number", pure, "A raw 32-bit integer"),
  define("const_i64", "-> i64", "bigint", pure, "A raw 64-bit integer"),
  define("const_f64", "-> f64", "number", pure, "A raw float"),

  /* ---- guards ---- */
  define("guard_small", "word", "none", exit, "The word is a small integer"),
  define("guard_int", "word", "none", exit, "The word is an integer that fits 64 bits: small or boxed"),
  define("guard_shape", "word", "number", exit, "The word is an object (not NULL, not small) of this shape"),
  define("guard_same", "word", "number", exit, "The word is exactly this one, which never moves"),
  define("guard_not_same", "word", "number", exit, "The word is not this one, which never moves"),
  define("guard_true", "i32", "none", exit, "The condition holds"),
  define("guard_false", "i32", "none", exit, "The condition does not hold"),
  define("guard_valid", "", "none", exit, "Nothing that this trace watches has changed"),

  /* ---- integers of 64 bits ---- */
  define("unbox_int", "word -> i64", "none", pure, "The integer of a word that guard_int has passed"),
  define("box_int", "i64 -> word", "none", { allocates: true }, "The integer as a word: small if it fits, else boxed"),
  define("i64_add", "i64 i64 -> i64", "none", exit, "Sum; exits on overflow"),
  define("i64_sub", "i64 i64 -> i64", "none", exit, "Difference; exits on overflow"),
  define("i64_mul", "i64 i64 -> i64", "none", exit, "Product; exits on overflow"),
  define("i64_floordiv", "i64 i64 -> i64", "none", exit, "Quotient rounded down; exits on 0 and on overflow"),
  define("i64_mod", "i64 i64 -> i64", "none", exit, "Remainder with the divisor's sign; exits on 0"),
  define("i64_add_wrap", "i64 i64 -> i64", "none", pure, "Sum, wraps: for operands whose ranges are known"),
  define("i64_sub_wrap", "i64 i64 -> i64", "none", pure, "Difference, wraps: for operands whose ranges are known"),
  define("i64_mul_wrap", "i64 i64 -> i64", "none", pure, "Product, wraps: for operands whose ranges are known"),
  define("i64_and", "i64 i64 -> i64", "none", pure, "Bitwise and"),
  define("i64_or", "i64 i64 -> i64", "none", pure, "Bitwise or"),
  define("i64_xor", "i64 i64 -> i64", "none", pure, "Bitwise exclusive or"),
  define("i64_shl", "i64 i64 -> i64", "none", exit, "Shift left; exits unless 0 <= count < 64 and no bit is lost"),
  define(
    "i64_shr",
    "i64 i64 -> i64",
    "none",
    exit,
    "Arithmetic shift right, counts past 63 as 63; exits on a negative count",
  ),
  define("i64_neg", "i64 -> i64", "none", exit, "Negation; exits on overflow"),
  define("i64_eq", "i64 i64 -> i32", "none", pure, "Equal"),
  define("i64_ne", "i64 i64 -> i32", "none", pure, "Not equal"),
  define("i64_lt", "i64 i64 -> i32", "none", pure, "Less, signed"),
  define("i64_le", "i64 i64 -> i32", "none", pure, "Less or equal, signed"),
  define("i64_gt", "i64 i64 -> i32", "none", pure, "Greater, signed"),
  define("i64_ge", "i64 i64 -> i32", "none", pure, "Greater or equal, signed"),
  define("i64_to_f64", "i64 -> f64", "none", pure, "Nearest float, ties to even"),
  define("i64_from_i32", "i32 -> i64", "none", pure, "Sign extension"),
  define("i64_to_i32", "i64 -> i32", "none", pure, "Low 32 bits"),

  /* ---- raw 32-bit integers and conditions ---- */
  define("i32_add", "i32 i32 -> i32", "none", pure, "Sum, wraps"),
  define("i32_sub", "i32 i32 -> i32", "none", pure, "Difference, wraps"),
  define("i32_and", "i32 i32 -> i32", "none", pure, "Bitwise and"),
  define("i32_or", "i32 i32 -> i32", "none", pure, "Bitwise or"),
  define("i32_eq", "i32 i32 -> i32", "none", pure, "Equal"),
  define("i32_lt", "i32 i32 -> i32", "none", pure, "Less, signed"),
  define("i32_not", "i32 -> i32", "none", pure, "1 if 0, else 0"),
  define("check_index", "i64 i32 -> i32", "none", exit, "The index as i32; exits unless 0 <= index < length"),
  define("word_eq", "word word -> i32", "none", pure, "The same word (identity)"),
  define("box_bool", "i32 -> word", "none", pure, "TRUE or FALSE"),
  define("small_from_i32", "i32 -> word", "none", pure, "Tags an i32 known to be in the small range"),

  /* ---- floats ---- */
  define("unbox_float", "word -> f64", "none", pure, "The float of a word that guard_shape FLOAT has passed"),
  define("box_float", "f64 -> word", "none", { allocates: true }, "A new float object"),
  define("f64_add", "f64 f64 -> f64", "none", pure, "Sum"),
  define("f64_sub", "f64 f64 -> f64", "none", pure, "Difference"),
  define("f64_mul", "f64 f64 -> f64", "none", pure, "Product"),
  define("f64_div", "f64 f64 -> f64", "none", pure, "Quotient (the expansion has guarded against 0)"),
  define("f64_neg", "f64 -> f64", "none", pure, "Negation"),
  define("f64_abs", "f64 -> f64", "none", pure, "Absolute value"),
  define("f64_sqrt", "f64 -> f64", "none", pure, "Square root"),
  define("f64_floor", "f64 -> f64", "none", pure, "Largest integral value not above"),
  define("f64_ceil", "f64 -> f64", "none", pure, "Smallest integral value not below"),
  define("f64_eq", "f64 f64 -> i32", "none", pure, "Equal"),
  define("f64_ne", "f64 f64 -> i32", "none", pure, "Not equal"),
  define("f64_lt", "f64 f64 -> i32", "none", pure, "Less"),
  define("f64_le", "f64 f64 -> i32", "none", pure, "Less or equal"),
  define("f64_gt", "f64 f64 -> i32", "none", pure, "Greater"),
  define("f64_ge", "f64 f64 -> i32", "none", pure, "Greater or equal"),
  define("f64_to_i64", "f64 -> i64", "none", exit, "Truncated; exits on nan, infinity and values outside int64"),

  /* ---- memory ---- */
  define("load_word", "word -> word", "word field", { reads: true }, "Tagged field of an object"),
  define("load_i32", "word -> i32", "i32 field", { reads: true }, "Raw field of an object"),
  define("load_f64", "word -> f64", "f64 field", { reads: true }, "Raw float field of an object"),
  define("store_word", "word word", "word field", { writes: true }, "Stores a tagged field, with the write barrier"),
  define("store_i32", "word i32", "i32 field", { writes: true }, "Stores a raw field"),
  define(
    "load_element",
    "word i32 -> word",
    "words field",
    { reads: true },
    "Tagged word at offset + 4 * index of an object with a tail",
  ),
  define(
    "store_element",
    "word i32 word",
    "words field",
    { writes: true },
    "Stores a tagged word at offset + 4 * index, with the write barrier",
  ),
  define("load_u8", "word i32 -> i32", "bytes field", { reads: true }, "Byte at offset + index"),
  define(
    "set_shape",
    "word",
    "number",
    { writes: true },
    "Gives an object another shape of the same size, keeping its header's flags",
  ),
  define(
    "new",
    "word* -> word",
    "object",
    { allocates: true },
    "A new object of this shape; the arguments are its tagged fields in order, raw fields come from the immediate",
  ),

  /* ---- calls ---- */
  define(
    "call_leaf",
    "word* -> word",
    "helper",
    { exit: true, reads: true, writes: true },
    "Calls a leaf helper (never collects); what it may do and return stands with the helper",
  ),
  define(
    "call_code",
    "word word* -> word",
    "code",
    { calls: true, exit: true },
    "Calls the compiled entry of a code object: function, then its arguments; frames are in memory during the call",
  ),
] as const;

/** Name of a core instruction. */
export type CoreName = (typeof definitions)[number]["name"];

type Definition<N extends CoreName> = Extract<(typeof definitions)[number], { readonly name: N }>;

/** `"word* -> word"` is `any number of V`, `"i64 i64 -> i64"` is `[V, V]`. */
type Operands<S extends string, V> = S extends `${infer Left}-> ${string}`
  ? Operands<Left, V>
  : S extends `${infer Text} `
    ? Operands<Text, V>
    : S extends `${string} ${infer Rest}`
      ? readonly [V, ...Operands<Rest, V>]
      : S extends `${string}*`
        ? readonly V[]
        : S extends ""
          ? readonly []
          : readonly [V];

/** The operands of an instruction, each a `V`: a tuple of the length that its definition says. */
export type CoreArgs<N extends CoreName, V> = N extends CoreName ? Operands<Definition<N>["signature"], V> : never;

/** The value at the end of an instruction's arguments. */
export type CoreImmediateOf<N extends CoreName> = N extends CoreName
  ? Definition<N>["immediate"] extends `${infer K extends FieldKind} field`
    ? Field<K, Definition<N>["effects"] extends { readonly writes: true } ? "mutable" : Mutability>
    : ImmediateTypes[Definition<N>["immediate"] & keyof ImmediateTypes]
  : never;

/** `true`: the instruction may leave the trace; `boolean`: that depends on the helper it calls. */
export type CoreExits<N extends CoreName> = N extends "call_leaf"
  ? boolean
  : Definition<N>["effects"] extends { readonly exit: true }
    ? true
    : false;

interface ImmediateTypes {
  readonly none: undefined;
  readonly number: number;
  readonly bigint: bigint;
  readonly helper: string;
  readonly object: ObjectLike;
  readonly code: Address;
}

/** What `new` makes. */
export interface ObjectLike {
  readonly shape: number;
  /** Size in words, header included; even. */
  readonly words: number;
  /** Word indices that the arguments fill, in order; 2 is the first after the header. */
  readonly fields: readonly number[];
  /** Raw words: [word index, value]. Word index 1 is the header's second word (size of a tail). Others are 0. */
  readonly raw: readonly (readonly [number, number])[];
}

/** All core instructions by name, in the order of the reference page. */
export const CORE: ReadonlyMap<string, CoreDefinition> = new Map(definitions.map((d) => [d.name, d]));

/** The definition of a core instruction. */
export function core(name: CoreName): CoreDefinition {
  return CORE.get(name) as CoreDefinition;
}
