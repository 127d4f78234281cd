import type { BinaryOp, UnaryOp } from "@hotpy/jit";
import type { Value } from "./bindings.js";
import type { IrContext } from "./build-ir.js";

/// WebAssembly's operators in LLVM IR, with WebAssembly's meaning where LLVM leaves it undefined (shift counts).

type UnaryIr = (ir: IrContext, a: Value) => Value;
type BinaryIr = (ir: IrContext, a: Value, b: Value) => Value;

const flag = ({ b }: IrContext, condition: Value): Value => b.CreateZExt(condition, b.getInt32Ty());

const intrinsic =
  (name: string): UnaryIr =>
  ({ llvm, module, b }, a) =>
    b.CreateCall(llvm.Intrinsic.getDeclaration(module, llvm.Intrinsic[name] as number, [b.getDoubleTy()]), [a]);

const UNARY: Record<UnaryOp, UnaryIr> = {
  "i32.eqz": (ir, a) => flag(ir, ir.b.CreateICmpEQ(a, ir.b.getInt32(0))),
  "i64.eqz": (ir, a) => flag(ir, ir.b.CreateICmpEQ(a, ir.llvm.ConstantInt.get(ir.b.getInt64Ty(), 0))),
  "i32.wrap_i64": ({ b }, a) => b.CreateTrunc(a, b.getInt32Ty()),
  "i64.extend_i32_s": ({ b }, a) => b.CreateSExt(a, b.getInt64Ty()),
  "i64.extend_i32_u": ({ b }, a) => b.CreateZExt(a, b.getInt64Ty()),
  "f64.convert_i64_s": ({ b }, a) => b.CreateSIToFP(a, b.getDoubleTy()),
  "f64.convert_i32_s": ({ b }, a) => b.CreateSIToFP(a, b.getDoubleTy()),
  "i64.trunc_sat_f64_s": ({ llvm, module, b }, a) => {
    const types = [b.getInt64Ty(), b.getDoubleTy()];
    return b.CreateCall(llvm.Intrinsic.getDeclaration(module, llvm.Intrinsic.fptosi_sat as number, types), [a]);
  },
  "f64.neg": ({ b }, a) => b.CreateFNeg(a),
  "f64.abs": intrinsic("fabs"),
  "f64.sqrt": intrinsic("sqrt"),
  "f64.floor": intrinsic("floor"),
  "f64.ceil": intrinsic("ceil"),
  "f64.trunc": intrinsic("trunc"),
  "i64.reinterpret_f64": ({ b }, a) => b.CreateBitCast(a, b.getInt64Ty()),
  "f64.reinterpret_i64": ({ b }, a) => b.CreateBitCast(a, b.getDoubleTy()),
};

type Create = {
  [K in keyof IrContext["b"]]: IrContext["b"][K] extends (a: Value, b: Value, name?: string) => Value ? K : never;
}[keyof IrContext["b"]];

const operate =
  (method: Create): BinaryIr =>
  ({ b }, x, y) =>
    b[method](x, y);
const compare =
  (method: Create): BinaryIr =>
  (ir, x, y) =>
    flag(ir, ir.b[method](x, y));

/** Counts wrap at the width, as WebAssembly's do. */
const shift =
  (method: Create, bits: 32 | 64): BinaryIr =>
  ({ b, llvm }, x, y) => {
    const type = bits === 32 ? b.getInt32Ty() : b.getInt64Ty();
    return b[method](x, b.CreateAnd(y, llvm.ConstantInt.get(type, bits - 1)));
  };

/** The remainder by -1 is 0 also of the smallest integer, which LLVM leaves undefined. */
const remainder: BinaryIr = ({ b, llvm }, x, y) => {
  const one = llvm.ConstantInt.get(b.getInt64Ty(), 1);
  const minusOne = llvm.ConstantInt.get(b.getInt64Ty(), -1, true);
  return b.CreateSRem(x, b.CreateSelect(b.CreateICmpEQ(y, minusOne), one, y));
};

const BINARY: Record<BinaryOp, BinaryIr> = {
  "i32.add": operate("CreateAdd"),
  "i32.sub": operate("CreateSub"),
  "i32.mul": operate("CreateMul"),
  "i32.and": operate("CreateAnd"),
  "i32.or": operate("CreateOr"),
  "i32.xor": operate("CreateXor"),
  "i32.shl": shift("CreateShl", 32),
  "i32.shr_s": shift("CreateAShr", 32),
  "i32.shr_u": shift("CreateLShr", 32),
  "i32.eq": compare("CreateICmpEQ"),
  "i32.ne": compare("CreateICmpNE"),
  "i32.lt_s": compare("CreateICmpSLT"),
  "i32.lt_u": compare("CreateICmpULT"),
  "i32.le_s": compare("CreateICmpSLE"),
  "i32.le_u": compare("CreateICmpULE"),
  "i32.gt_s": compare("CreateICmpSGT"),
  "i32.gt_u": compare("CreateICmpUGT"),
  "i32.ge_s": compare("CreateICmpSGE"),
  "i32.ge_u": compare("CreateICmpUGE"),
  "i64.add": operate("CreateAdd"),
  "i64.sub": operate("CreateSub"),
  "i64.mul": operate("CreateMul"),
  "i64.div_s": operate("CreateSDiv"),
  "i64.rem_s": remainder,
  "i64.and": operate("CreateAnd"),
  "i64.or": operate("CreateOr"),
  "i64.xor": operate("CreateXor"),
  "i64.shl": shift("CreateShl", 64),
  "i64.shr_s": shift("CreateAShr", 64),
  "i64.shr_u": shift("CreateLShr", 64),
  "i64.eq": compare("CreateICmpEQ"),
  "i64.ne": compare("CreateICmpNE"),
  "i64.lt_s": compare("CreateICmpSLT"),
  "i64.lt_u": compare("CreateICmpULT"),
  "i64.le_s": compare("CreateICmpSLE"),
  "i64.gt_s": compare("CreateICmpSGT"),
  "i64.ge_s": compare("CreateICmpSGE"),
  "i64.ge_u": compare("CreateICmpUGE"),
  "f64.add": operate("CreateFAdd"),
  "f64.sub": operate("CreateFSub"),
  "f64.mul": operate("CreateFMul"),
  "f64.div": operate("CreateFDiv"),
  "f64.eq": compare("CreateFCmpOEQ"),
  "f64.ne": compare("CreateFCmpUNE"),
  "f64.lt": compare("CreateFCmpOLT"),
  "f64.le": compare("CreateFCmpOLE"),
  "f64.gt": compare("CreateFCmpOGT"),
  "f64.ge": compare("CreateFCmpOGE"),
};

export const unary = (ir: IrContext, name: UnaryOp, a: Value): Value => UNARY[name](ir, a);
export const binary = (ir: IrContext, name: BinaryOp, a: Value, b: Value): Value => BINARY[name](ir, a, b);
export const select = ({ b }: IrContext, condition: Value, x: Value, y: Value): Value =>
  b.CreateSelect(condition, x, y);
