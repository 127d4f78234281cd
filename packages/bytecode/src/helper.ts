import type { AliasClass, UNDECIDED } from "@hotpy/object-model";
import type { Kind } from "./core.js";

/**
 * A leaf helper: a function of the VM that compiled code and expansions call by name. It never reaches a safepoint and
 * never throws. On failure it returns NULL: with nothing done at all and nothing pending, so that the interpreter executes the
 * whole instruction again (`fails: "retry"`); or, `fails: "raise"`, either so or with the exception in STATE_PENDING, which is then
 * raised behind the instruction, whatever it has done.
 *
 * A helper that writes `"*"` may change what traces rely on: the trace checks its validity before the next instruction.
 */
export interface LeafHelper {
  readonly name: string;
  readonly args: readonly Kind[];
  readonly result: Kind | "void";
  /** Alias classes of memory that it may read or write; ANYTHING is any. Pure helpers have neither. */
  readonly reads: readonly AliasClass[];
  readonly writes: readonly AliasClass[];
  readonly fails: "never" | "raise" | "retry";
  /** What it writes may be written twice without harm: the instruction that calls it may be executed again. */
  readonly isRepeatable?: true;
  /** The meaning in TypeScript. i64 values are BigInts here. */
  readonly run: (...args: never[]) => number | bigint | void;
  /** `run` catches what is thrown in it, so compiled code calls it as it is; see {@link shield}. */
  readonly isShielded?: true;
  /** It compares two strings: a word equals itself, and no other if both are interned, which compiled code sees without a call. */
  readonly isOfInterned?: true;
  /**
   * The same as a function of a kernel: the WebAssembly function itself, which compiled traces call with no JavaScript between. It
   * takes the arguments and returns an i32, or {@link UNDECIDED}; then `run` is called.
   */
  readonly kernel?: CallableFunction;
}
