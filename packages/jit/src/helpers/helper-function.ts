import { FunctionBuilder } from "../lir/builder.js";
import type { LirFunction, Reg, Signature } from "../lir/lir.js";

/// Leaf helpers as compiled code: the common case of an operation, small enough to be written by hand.
///
/// A helper either does the whole operation or returns UNDECIDED with nothing done; then the trace that called it calls
/// the leaf helper in TypeScript, which covers all cases. So a fast path can be left out without any change of meaning,
/// and one function serves all leaf helpers that name it.

/** No word has this value (it is neither odd nor 8-aligned), and no length or condition. */
export const UNDECIDED = -2;

/** A function of the helper module. Functions call each other by name. */
export interface HelperFunction {
  readonly name: string;
  /** The result is an i32: what the leaf helper returns (anything, if that is "void"), or {@link UNDECIDED}. */
  readonly signature: Signature;
  /** Whether traces may call it; the others are parts that helpers share. */
  readonly exported: boolean;
  /** Writes the body. Parameters are the registers 0, 1, … Every path ends in `return` or `continue`. */
  write(f: FunctionBuilder): void;
}

const signatureOf = (parameters: number): Signature => ({
  params: new Array<"i32">(parameters).fill("i32"),
  result: "i32",
});

/** A fast path that leaf helpers can name, over so many words or i32s. */
export const helper = (name: string, parameters: number, write: HelperFunction["write"]): HelperFunction => ({
  name,
  signature: signatureOf(parameters),
  exported: true,
  write,
});

/** A part that helpers share. */
export const part = (name: string, parameters: number, write: HelperFunction["write"]): HelperFunction => ({
  name,
  signature: signatureOf(parameters),
  exported: false,
  write,
});

/** Calls another function of the module. */
export function callPart(f: FunctionBuilder, callee: HelperFunction, ...args: readonly Reg[]): Reg {
  return f.call({ kind: "function", name: callee.name }, args, "i32");
}

/** Returns UNDECIDED if the condition is not 0. */
export function undecidedIf(f: FunctionBuilder, condition: Reg): void {
  f.unlikely(condition, () => f.return(f.i32(UNDECIDED)));
}

export function lowerHelper({ name, signature, exported, write }: HelperFunction): LirFunction {
  const f = new FunctionBuilder(name, signature, exported);
  write(f);
  return f.finish();
}
