import { createRequire } from "node:module";

/// The part of llvm-bindings (0.4.2) that we use, as types of our own: the package is built by the developers' set-up
/// and absent from a user's install, so nothing may depend on it at compile time.

/** Handles are opaque; their classes are checked by llvm-bindings itself. */
export interface Type {
  readonly type?: unique symbol;
}
export interface Value {
  readonly value?: unique symbol;
}
export interface Block {
  readonly block?: unique symbol;
}
export interface FunctionType extends Type {
  readonly signature?: unique symbol;
}

export interface LlvmFunction extends Value {
  getArg(index: number): Value;
}

export interface Module {
  setTargetTriple(triple: string): void;
  setDataLayout(layout: string): void;
  getFunction(name: string): LlvmFunction | null;
  print(): string;
}

type Binary = (a: Value, b: Value, name?: string) => Value;
type Cast = (value: Value, type: Type, name?: string) => Value;

export interface Builder {
  SetInsertPoint(block: Block): void;
  getInt1Ty(): Type;
  getInt8Ty(): Type;
  getInt16Ty(): Type;
  getInt32Ty(): Type;
  getInt64Ty(): Type;
  getDoubleTy(): Type;
  getVoidTy(): Type;
  getInt32(value: number): Value;
  CreateAdd: Binary;
  CreateSub: Binary;
  CreateMul: Binary;
  CreateSDiv: Binary;
  CreateSRem: Binary;
  CreateAnd: Binary;
  CreateOr: Binary;
  CreateXor: Binary;
  CreateShl: Binary;
  CreateAShr: Binary;
  CreateLShr: Binary;
  CreateFAdd: Binary;
  CreateFSub: Binary;
  CreateFMul: Binary;
  CreateFDiv: Binary;
  CreateICmpEQ: Binary;
  CreateICmpNE: Binary;
  CreateICmpSLT: Binary;
  CreateICmpSLE: Binary;
  CreateICmpSGT: Binary;
  CreateICmpSGE: Binary;
  CreateICmpULT: Binary;
  CreateICmpULE: Binary;
  CreateICmpUGT: Binary;
  CreateICmpUGE: Binary;
  CreateFCmpOEQ: Binary;
  CreateFCmpUNE: Binary;
  CreateFCmpOLT: Binary;
  CreateFCmpOLE: Binary;
  CreateFCmpOGT: Binary;
  CreateFCmpOGE: Binary;
  CreateTrunc: Cast;
  CreateSExt: Cast;
  CreateZExt: Cast;
  CreateSIToFP: Cast;
  CreateBitCast: Cast;
  CreateIntToPtr: Cast;
  CreateFNeg(value: Value, name?: string): Value;
  CreateSelect(condition: Value, a: Value, b: Value, name?: string): Value;
  CreateAlloca(type: Type, size?: null, name?: string): Value;
  CreateLoad(type: Type, pointer: Value, name?: string): Value;
  CreateStore(value: Value, pointer: Value): Value;
  CreateInBoundsGEP(type: Type, pointer: Value, index: Value, name?: string): Value;
  CreateCall(callee: LlvmFunction, args: readonly Value[], name?: string): Value;
  CreateCall(type: FunctionType, callee: Value, args: readonly Value[], name?: string): Value;
  CreateBr(target: Block): Value;
  CreateCondBr(condition: Value, then: Block, otherwise: Block): Value;
  CreateRet(value: Value): Value;
  CreateRetVoid(): Value;
  CreateUnreachable(): Value;
}

/** An opaque LLVM context. */
export interface Context {
  readonly context?: unique symbol;
}

export interface Bindings {
  readonly LLVMContext: new () => Context;
  readonly Module: new (name: string, context: Context) => Module;
  readonly IRBuilder: new (context: Context) => Builder;
  readonly BasicBlock: { Create(context: Context, name: string, parent: LlvmFunction): Block };
  readonly Function: {
    readonly LinkageTypes: { readonly ExternalLinkage: number };
    Create(type: FunctionType, linkage: number, name: string, module: Module): LlvmFunction;
  };
  readonly FunctionType: { get(result: Type, params: readonly Type[], variadic: boolean): FunctionType };
  readonly PointerType: { get(type: Type, addressSpace: number): Type };
  readonly ConstantInt: { get(type: Type, value: number, signed?: boolean): Value };
  readonly Intrinsic: {
    readonly [name: string]: number | ((module: Module, id: number, types: readonly Type[]) => LlvmFunction);
    getDeclaration(module: Module, id: number, types: readonly Type[]): LlvmFunction;
  };
  verifyModule(module: Module): boolean;
}

/**
 * Loads llvm-bindings.
 * @throws Error saying how to get it, where it is not installed
 */
export function loadBindings(): Bindings {
  try {
    return createRequire(import.meta.url)("llvm-bindings") as Bindings;
  } catch (error) {
    throw new Error(
      "the LLVM backend needs the npm package llvm-bindings, which is built against LLVM 14's headers " +
        `(Debian: g++ cmake make llvm-14-dev zlib1g-dev): ${(error as Error).message.split("\n")[0]}`,
    );
  }
}
