/// What a compiler produces: plain data, no memory. A loader of the language places it in linear memory.

/** A constant of a code unit. `tuple` nests; `set`, which never changes, holds numbers, texts and tuples of them; `code` is a function or class body. */
export type Constant =
  | { readonly kind: "none" | "true" | "false" | "ellipsis" }
  | { readonly kind: "int"; readonly value: bigint }
  | { readonly kind: "float"; readonly value: number }
  /** A complex number without a real part, as literals are. */
  | { readonly kind: "complex"; readonly imag: number }
  /** UTF-16 as in JavaScript; lone surrogates stand for themselves. */
  | { readonly kind: "str"; readonly value: string }
  | { readonly kind: "bytes"; readonly value: Uint8Array }
  | { readonly kind: "tuple" | "set"; readonly items: readonly Constant[] }
  | { readonly kind: "code"; readonly unit: CodeUnit };

/** Range of words [start, end) handled at `target` with the operand stack cut to `depth` words, then the exception pushed. */
export interface HandlerRange {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly depth: number;
}

/** Source position of the words [start, end): lines from 1, columns in code points from 0, -1 unknown. */
export interface PositionRange {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

export const CODE_VARARGS = 0x04;
export const CODE_VARKEYWORDS = 0x08;
/** Its frame can be suspended. */
export const CODE_GENERATOR = 0x20;
/** With CODE_GENERATOR: a call makes a coroutine, or an asynchronous generator, around the suspended frame. */
export const CODE_COROUTINE = 0x80;
export const CODE_ASYNC_GENERATOR = 0x200;
/** No cells, no frees, no varargs, no keyword-only parameters: a plain positional call needs only a copy of its arguments. */
export const CODE_SIMPLE = 0x10000;

export interface CodeUnit {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  /** Positional parameters (positional-only included), positional-only ones, keyword-only ones. */
  readonly argumentCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly flags: number;
  /** Frame slots in order: positional parameters, keyword-only, *args, **kwargs, other locals; then own cells; then free cells. */
  readonly localNames: readonly string[];
  readonly cellNames: readonly string[];
  readonly freeNames: readonly string[];
  /** Of a function: the first is its documentation, or none. */
  readonly constants: readonly Constant[];
  /** Names of globals, attributes and imports. */
  readonly names: readonly string[];
  readonly code: Int32Array;
  readonly stackSize: number;
  /** Disjoint, in order of `start`: an instruction has one handler, whose own code names the next one out. */
  readonly handlers: readonly HandlerRange[];
  /** In order of `start`. */
  readonly positions: readonly PositionRange[];
  /** Class body or module: how many distinct attributes `self.x = …` its methods assign (a hint for inline slots). */
  readonly instanceSlotsHint: number;
  /** What a language has found out about it when it was encoded; see `encodeUnit`. */
  readonly notes?: number;
  /** Of one that has been decoded, and not changed since: the encoded form, and where it begins among the words of units. */
  readonly encoded?: { readonly units: EncodedUnits; readonly start: number };
}

/** Units of one file in their encoded form; see `encoding/format.ts`. */
export interface EncodedUnits {
  /** All but the positions. */
  readonly bytes: Uint8Array;
  /** Where each piece of text begins in `text`, and the last one ends. */
  readonly places: Int32Array;
  /** The numbers of pieces that are not ASCII. */
  readonly wide: Int32Array;
  /** The units. */
  readonly words: Int32Array;
  readonly text: Uint8Array;
  /** A piece of text by its number. */
  piece(number: number): string;
  /** The unit that begins there. */
  unit(start: number): CodeUnit;
}

/** A unit of nothing, for those who need few of its parts. */
export const EMPTY_UNIT: CodeUnit = {
  name: "",
  qualname: "",
  filename: "",
  firstLine: 0,
  argumentCount: 0,
  positionalOnlyCount: 0,
  keywordOnlyCount: 0,
  flags: 0,
  localNames: [],
  cellNames: [],
  freeNames: [],
  constants: [],
  names: [],
  code: new Int32Array(0),
  stackSize: 0,
  handlers: [],
  positions: [],
  instanceSlotsHint: 0,
};
