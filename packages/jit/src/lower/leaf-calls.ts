import type { LeafHelper } from "@hotpy/bytecode";
import type { InstructionOf } from "@hotpy/trace";
import { type HelperFunction, UNDECIDED } from "../helpers/helper-function.js";
import type { LirType, Reg, Signature } from "../lir/lir.js";
import type { LowerOp, OpContext } from "./lowering.js";

/// Calls of leaf helpers: the fast path in compiled code if the helper names one, TypeScript for what that leaves open.

/** Prefixes of the names of imports: helpers in TypeScript, their functions of kernels, and functions of the helper module. */
export const LEAF_IMPORT = "leaf.";
export const KERNEL_IMPORT = "kernel.";
export const FAST_IMPORT = "fast.";

const lirType = (kind: string): LirType => (kind === "word" ? "i32" : (kind as LirType));

function leafSignature(helper: LeafHelper): Signature {
  return { params: helper.args.map(lirType), result: helper.result === "void" ? undefined : lirType(helper.result) };
}

function callImport(c: OpContext, name: string, signature: Signature, args: readonly Reg[]): Reg {
  c.import(name, signature);
  return c.f.call({ kind: "import", name }, args, signature.result);
}

/** The function in compiled code that decides the common cases; undefined: there is none. */
function callFast(c: OpContext, helper: LeafHelper, args: readonly Reg[]): Reg | undefined {
  if (helper.kernel !== undefined) {
    const value = callImport(c, KERNEL_IMPORT + helper.name, { ...leafSignature(helper), result: "i32" }, args);
    // One that makes nothing and changes nothing allocates nothing.
    if (helper.result === "word" || helper.writes.length > 0) c.heedRequests();
    return value;
  }
  const fast = fastPathOf(c, helper);
  return fast === undefined ? undefined : callImport(c, FAST_IMPORT + fast.name, fast.signature, args);
}

/** The helper in TypeScript. It may have allocated without limit, so a request for a collection is heeded. */
function callTypeScript(c: OpContext, helper: LeafHelper, args: readonly Reg[]): Reg {
  const value = callImport(c, LEAF_IMPORT + helper.name, leafSignature(helper), args);
  c.heedRequests();
  return value;
}

function fastPathOf(c: OpContext, helper: LeafHelper): HelperFunction | undefined {
  const fast = helper.fast === undefined ? undefined : c.environment.fastPaths.get(helper.fast);
  if (fast === undefined) return undefined;
  const { params, result = "i32" } = leafSignature(helper);
  if (fast.signature.params.join() !== params.join() || fast.signature.result !== result) {
    throw new Error(`leaf helper ${helper.name} names a fast path of another signature: ${fast.name}`);
  }
  return fast;
}

export const callLeaf: LowerOp<InstructionOf<"call_leaf">> = (c, instruction) => {
  const { f } = c;
  const name = instruction.immediate;
  const helper = c.environment.helpers.get(name);
  if (helper === undefined) throw new Error(`a trace calls an unknown leaf helper: ${name}`);
  const args = instruction.args.map((id) => c.value(id));
  const fast = callFast(c, helper, args);
  let value: Reg;
  if (fast === undefined) {
    value = callTypeScript(c, helper, args);
  } else {
    value = f.register("i32");
    f.move(value, fast);
    f.unlikely(f.binary("i32.eq", value, f.i32(UNDECIDED)), () => {
      const result = callTypeScript(c, helper, args);
      if (helper.result !== "void") f.move(value, result);
    });
  }
  if (helper.fails !== "never") c.exitIf(f.unary("i32.eqz", value), instruction.exit);
  return helper.result === "void" ? undefined : value;
};
