import type { LeafHelper } from "@hotpy/bytecode";
import { FLAG_INTERNED, UNDECIDED } from "@hotpy/object-model";
import type { InstructionOf } from "@hotpy/trace";
import type { LirType, Reg, Signature } from "../lir/lir.js";
import type { LowerOp, OpContext } from "./lowering.js";

/// Calls of leaf helpers: the function of a kernel if the helper has one, TypeScript for what that leaves open.

/** Prefixes of the names of imports: helpers in TypeScript, and their functions of kernels. */
export const LEAF_IMPORT = "leaf.";
export const KERNEL_IMPORT = "kernel.";

const lirType = (kind: string): LirType => (kind === "word" ? "i32" : (kind as LirType));

function leafSignature(helper: LeafHelper): Signature {
  return { params: helper.args.map(lirType), result: helper.result === "void" ? undefined : lirType(helper.result) };
}

function callImport(c: OpContext, name: string, signature: Signature, args: readonly Reg[]): Reg {
  c.import(name, signature);
  return c.f.call({ kind: "import", name }, args, signature.result);
}

/** The helper's function of a kernel. */
function callKernel(c: OpContext, helper: LeafHelper, args: readonly Reg[]): Reg {
  const value = callImport(c, KERNEL_IMPORT + helper.name, { ...leafSignature(helper), result: "i32" }, args);
  // One that makes nothing and changes nothing allocates nothing.
  if (helper.result === "word" || helper.writes.length > 0) c.heedRequests();
  return value;
}

/** The helper in TypeScript. It may have allocated without limit, so a request for a collection is heeded. */
function callTypeScript(c: OpContext, helper: LeafHelper, args: readonly Reg[]): Reg {
  const value = callImport(c, LEAF_IMPORT + helper.name, leafSignature(helper), args);
  c.heedRequests();
  return value;
}

/** A comparison of strings, of which a call is needed only where they are different words, and one of them is not interned. */
function callUnlessInterned(c: OpContext, helper: LeafHelper, args: readonly Reg[]): Reg {
  const { f } = c;
  const [left, right] = args;
  const value = f.register("i32");
  f.if(
    f.binary("i32.eq", left, right),
    () => {
      f.move(value, f.i32(1));
    },
    () => {
      const flags = f.binary("i32.and", f.load("i32.load", left, 0), f.load("i32.load", right, 0));
      f.if(
        f.binary("i32.and", flags, f.i32(FLAG_INTERNED)),
        () => {
          f.move(value, f.i32(0));
        },
        () => {
          f.move(value, helper.kernel === undefined ? callTypeScript(c, helper, args) : callKernel(c, helper, args));
        },
      );
    },
  );
  return value;
}

export const callLeaf: LowerOp<InstructionOf<"call_leaf">> = (c, instruction) => {
  const { f } = c;
  const name = instruction.immediate;
  const helper = c.environment.helpers.get(name);
  if (helper === undefined) throw new Error(`a trace calls an unknown leaf helper: ${name}`);
  const args = instruction.args.map((id) => c.value(id));
  if (helper.isOfInterned) return callUnlessInterned(c, helper, args);
  let value: Reg;
  if (helper.kernel === undefined) {
    value = callTypeScript(c, helper, args);
  } else {
    value = f.register("i32");
    f.move(value, callKernel(c, helper, args));
    f.unlikely(f.binary("i32.eq", value, f.i32(UNDECIDED)), () => {
      const result = callTypeScript(c, helper, args);
      if (helper.result !== "void") f.move(value, result);
    });
  }
  if (helper.fails !== "never") c.exitIf(f.unary("i32.eqz", value), instruction.exit);
  return helper.result === "void" ? undefined : value;
};
