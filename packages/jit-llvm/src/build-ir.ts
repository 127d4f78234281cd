import type { Lir, LirFunction, LirModule, LirType, Reg, Signature } from "@hotpy/jit";
import type { Bindings, Block, Builder, Context, FunctionType, LlvmFunction, Module, Type, Value } from "./bindings.js";
import { binary, select, unary } from "./operators.js";
import { TAIL } from "./tail-calls.js";

/// LIR to LLVM IR. A register becomes a stack slot, which LLVM's mem2reg turns into SSA; everything else is one to one.

export const TRIPLE = "wasm32-unknown-unknown";
/** Written out because llvm-bindings cannot print the target's own. */
const DATA_LAYOUT = "e-m:e-p:32:32-p10:8:8-p20:8:8-i64:64-n32:64-S128-ni:1:10:20";

/** What every part of building a function uses. */
export interface IrContext {
  readonly llvm: Bindings;
  readonly b: Builder;
  readonly module: Module;
  type(type: LirType): Type;
}

/**
 * Builds and verifies the IR of a module; the result is its text.
 * @throws Error if LLVM's verifier refuses it
 */
export function buildIr(llvm: Bindings, lir: LirModule): string {
  const context = new llvm.LLVMContext();
  const module = new llvm.Module("traces", context);
  module.setTargetTriple(TRIPLE);
  module.setDataLayout(DATA_LAYOUT);
  const b = new llvm.IRBuilder(context);
  const types: Record<LirType, Type> = { i32: b.getInt32Ty(), i64: b.getInt64Ty(), f64: b.getDoubleTy() };
  const ir: IrContext = { llvm, b, module, type: (type) => types[type] };
  const signature = ({ params, result }: Signature): FunctionType =>
    llvm.FunctionType.get(
      result === undefined ? b.getVoidTy() : types[result],
      params.map((type) => types[type]),
      false,
    );
  const declare = (name: string, type: Signature): LlvmFunction =>
    llvm.Function.Create(signature(type), llvm.Function.LinkageTypes.ExternalLinkage, name, module);
  for (const [name, type] of lir.imports) declare(name, type);
  for (const fn of lir.functions) declare(fn.name, fn.signature);
  for (const fn of lir.functions) new FunctionIr(ir, context, fn, signature).build();
  if (llvm.verifyModule(module))
    throw new Error(`LLVM refuses the IR of ${lir.functions[0]?.name}:\n${module.print()}`);
  return finishText(module.print());
}

/**
 * What llvm-bindings cannot say: address 0 is memory like any other (a guard may look at the header of NULL), and
 * calls in tail position replace their caller.
 */
function finishText(text: string): string {
  return text
    .replace(/^(define .*\)) \{$/gm, "$1 null_pointer_is_valid nounwind {")
    .replace(new RegExp(`(%${TAIL}\\d* = )call`, "g"), "$1tail call");
}

class FunctionIr {
  private readonly slots: Value[] = [];
  private readonly heads = new Map<number, Block>();
  private readonly fn: LlvmFunction;
  private readonly constants = new Map<Reg, Extract<Lir, { op: "const" }> | undefined>();

  constructor(
    private readonly ir: IrContext,
    private readonly context: Context,
    private readonly lir: LirFunction,
    private readonly signature: (type: Signature) => FunctionType,
  ) {
    this.fn = ir.module.getFunction(lir.name) as LlvmFunction;
  }

  build(): void {
    const { b, type } = this.ir;
    b.SetInsertPoint(this.block("entry"));
    this.findConstants(this.lir.body);
    this.lir.registers.forEach((registerType, register) => {
      if (this.constants.get(register) !== undefined) return;
      this.slots[register] = b.CreateAlloca(type(registerType), null, `r${register}`);
    });
    this.lir.signature.params.forEach((_, index) => b.CreateStore(this.fn.getArg(index), this.slots[index]));
    if (!this.body(this.lir.body)) b.CreateUnreachable();
  }

  /** Registers assigned once, by a constant. */
  private findConstants(body: readonly Lir[]): void {
    const assigned = (register: Reg, by?: Extract<Lir, { op: "const" }>): void => {
      this.constants.set(register, this.constants.has(register) ? undefined : by);
    };
    for (const instruction of body) {
      if (instruction.op === "const") assigned(instruction.dst, instruction);
      else if (instruction.op === "move") for (const dst of instruction.dsts) assigned(dst);
      else if ("dst" in instruction && instruction.dst !== undefined) assigned(instruction.dst);
      if (instruction.op === "if") {
        this.findConstants(instruction.then);
        this.findConstants(instruction.else);
      } else if (instruction.op === "loop") this.findConstants(instruction.body);
    }
  }

  private block(name: string): Block {
    return this.ir.llvm.BasicBlock.Create(this.context, name, this.fn);
  }

  private get(register: Reg): Value {
    const constant = this.constants.get(register);
    if (constant !== undefined) return this.constant(constant.type, constant.value);
    return this.ir.b.CreateLoad(this.ir.type(this.lir.registers[register]), this.slots[register]);
  }

  private set(register: Reg, value: Value): void {
    this.ir.b.CreateStore(value, this.slots[register]);
  }

  private constant(type: LirType, value: number | bigint): Value {
    const { b, llvm } = this.ir;
    if (type === "i32") return llvm.ConstantInt.get(b.getInt32Ty(), Number(value) | 0, true);
    if (type === "i64") return this.int64(BigInt(value));
    const bits = new BigInt64Array(Float64Array.of(Number(value)).buffer)[0];
    return b.CreateBitCast(this.int64(bits), b.getDoubleTy());
  }

  /** In halves: llvm-bindings takes constants as JavaScript numbers. */
  private int64(value: bigint): Value {
    const { b, llvm } = this.ir;
    const half = (bits: bigint): Value => llvm.ConstantInt.get(b.getInt64Ty(), Number(BigInt.asUintN(32, bits)), false);
    if (BigInt.asIntN(32, value) === value) return llvm.ConstantInt.get(b.getInt64Ty(), Number(value), true);
    return b.CreateOr(b.CreateShl(half(value >> 32n), half(32n)), half(value));
  }

  /** The pointer to base + offset. */
  private pointer(base: Reg, offset: number, to: Type): Value {
    const { b, llvm } = this.ir;
    const pointer = llvm.PointerType.get(to, 0);
    const constant = this.constants.get(base);
    if (constant !== undefined) return b.CreateIntToPtr(b.getInt32((Number(constant.value) + offset) | 0), pointer);
    const bytes = b.CreateIntToPtr(this.get(base), llvm.PointerType.get(b.getInt8Ty(), 0));
    return b.CreateBitCast(b.CreateInBoundsGEP(b.getInt8Ty(), bytes, b.getInt32(offset)), pointer);
  }

  private condition(register: Reg): Value {
    return this.ir.b.CreateICmpNE(this.get(register), this.ir.b.getInt32(0));
  }

  /** Writes a body; true if control never reaches its end. */
  private body(body: readonly Lir[]): boolean {
    for (const instruction of body) if (this.instruction(instruction)) return true;
    return false;
  }

  private instruction(instruction: Lir): boolean {
    const { ir } = this;
    const { b } = ir;
    switch (instruction.op) {
      case "const":
        if (this.constants.get(instruction.dst) === undefined)
          this.set(instruction.dst, this.constant(instruction.type, instruction.value));
        return false;
      case "unary":
        this.set(instruction.dst, unary(ir, instruction.name, this.get(instruction.a)));
        return false;
      case "binary":
        this.set(instruction.dst, binary(ir, instruction.name, this.get(instruction.a), this.get(instruction.b)));
        return false;
      case "select":
        this.set(
          instruction.dst,
          select(ir, this.condition(instruction.condition), this.get(instruction.a), this.get(instruction.b)),
        );
        return false;
      case "load":
        this.set(instruction.dst, this.load(instruction));
        return false;
      case "store": {
        const type = ir.type(instruction.name.slice(0, 3) as LirType);
        b.CreateStore(this.get(instruction.value), this.pointer(instruction.base, instruction.offset, type));
        return false;
      }
      case "move": {
        const values = instruction.srcs.map((register) => this.get(register));
        instruction.dsts.forEach((register, index) => this.set(register, values[index]));
        return false;
      }
      case "call": {
        const result = this.call(instruction.callee, instruction.args, "");
        if (instruction.dst !== undefined) this.set(instruction.dst, result);
        return false;
      }
      case "tailcall":
        b.CreateRet(this.call(instruction.callee, instruction.args, TAIL));
        return true;
      case "if":
        return this.branch(instruction);
      case "loop": {
        const head = this.block(`loop${instruction.label}`);
        this.heads.set(instruction.label, head);
        b.CreateBr(head);
        b.SetInsertPoint(head);
        return this.body(instruction.body);
      }
      case "continue":
        b.CreateBr(this.heads.get(instruction.label) as Block);
        return true;
      case "return":
        if (instruction.value === undefined) b.CreateRetVoid();
        else b.CreateRet(this.get(instruction.value));
        return true;
    }
  }

  private load(instruction: Extract<Lir, { op: "load" }>): Value {
    const { b, type } = this.ir;
    const narrow =
      instruction.name === "i32.load8_u"
        ? b.getInt8Ty()
        : instruction.name === "i32.load16_u"
          ? b.getInt16Ty()
          : undefined;
    const loaded = narrow ?? type(instruction.name.slice(0, 3) as LirType);
    const value = b.CreateLoad(loaded, this.pointer(instruction.base, instruction.offset, loaded));
    return narrow === undefined ? value : b.CreateZExt(value, b.getInt32Ty());
  }

  private call(callee: Extract<Lir, { op: "call" }>["callee"], registers: readonly Reg[], name: string): Value {
    const { b, llvm, module } = this.ir;
    const args = registers.map((register) => this.get(register));
    if (callee.kind !== "table") return b.CreateCall(module.getFunction(callee.name) as LlvmFunction, args, name);
    const type = this.signature(callee.type);
    // A function pointer of wasm32 is an index in the table.
    return b.CreateCall(type, b.CreateIntToPtr(this.get(callee.index), llvm.PointerType.get(type, 0)), args, name);
  }

  private branch(instruction: Extract<Lir, { op: "if" }>): boolean {
    const { b } = this.ir;
    const then = this.block("then");
    const otherwise = instruction.else.length > 0 ? this.block("else") : undefined;
    const join = this.block("join");
    b.CreateCondBr(this.condition(instruction.condition), then, otherwise ?? join);
    const write = (block: Block, body: readonly Lir[]): boolean => {
      b.SetInsertPoint(block);
      const ended = this.body(body);
      if (!ended) b.CreateBr(join);
      return ended;
    };
    const thenEnded = write(then, instruction.then);
    const elseEnded = otherwise !== undefined && write(otherwise, instruction.else);
    b.SetInsertPoint(join);
    if (thenEnded && elseEnded) b.CreateUnreachable();
    return thenEnded && elseEnded;
  }
}
