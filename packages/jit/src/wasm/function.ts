import type { Lir, LirFunction, Reg, Signature } from "../lir/lir.js";
import { Bytes } from "./bytes.js";
import { assignLocals, type ConstInstruction, findUses, type RegisterUses } from "./locals.js";
import {
  BINARY,
  BR,
  CALL,
  CALL_INDIRECT,
  ELSE,
  END,
  F64_CONST,
  I32_CONST,
  I64_CONST,
  IF,
  LOAD,
  LOCAL_GET,
  LOCAL_SET,
  LOOP,
  RETURN,
  RETURN_CALL,
  RETURN_CALL_INDIRECT,
  SELECT,
  STORE,
  UNARY,
  UNREACHABLE,
  VALUE_TYPE,
  VOID_BLOCK,
} from "./opcodes.js";

/** What a function needs to know of its module. */
export interface ModuleIndices {
  functionIndex(kind: "import" | "function", name: string): number;
  typeIndex(signature: Signature): number;
}

/**
 * Encodes one function body. A register becomes a local (shared, where lives do not overlap), except that constants are encoded where they are used and
 * a value used once, by the next instruction as its first operand, stays on WebAssembly's stack.
 */
export function encodeFunction(fn: LirFunction, module: ModuleIndices): Bytes {
  return new FunctionEncoder(fn, module).encode();
}

class FunctionEncoder {
  private readonly out = new Bytes();
  private readonly uses: RegisterUses;
  private locals: Int32Array = new Int32Array(0);
  /** Register whose value was just computed and lies on the stack, not yet in its local. */
  private onStack: Reg = -1;
  /** Loop labels and ifs that enclose the present point; undefined for an if. */
  private readonly nesting: (number | undefined)[] = [];

  constructor(
    private readonly fn: LirFunction,
    private readonly module: ModuleIndices,
  ) {
    this.uses = findUses(fn);
    // Parameters are written by the call.
    for (let index = 0; index < fn.signature.params.length; index++) this.uses.writes[index]++;
  }

  encode(): Bytes {
    const { locals, groups } = assignLocals(this.fn, this.uses, (register) => !this.isConstant(register));
    this.locals = locals;
    this.out.u32(groups.length);
    for (const [type, count] of groups) this.out.u32(count).byte(VALUE_TYPE[type]);
    this.body(this.fn.body);
    // Every path has ended in return, tail call or branch; the validator wants the fall-through to be typed.
    this.out.byte(UNREACHABLE).byte(END);
    return this.out;
  }

  private isConstant(register: Reg): boolean {
    return this.uses.constants[register] !== undefined && this.uses.writes[register] === 1;
  }

  private body(body: readonly Lir[]): void {
    for (const instruction of body) this.instruction(instruction);
    this.spill();
  }

  /** Puts a value that still lies on the stack into its local. */
  private spill(): void {
    if (this.onStack < 0) return;
    this.out.byte(LOCAL_SET).u32(this.locals[this.onStack]);
    this.onStack = -1;
  }

  private pushArguments({ args, callee }: Extract<Lir, { op: "call" | "tailcall" }>): void {
    this.push(callee.kind === "table" ? [...args, callee.index] : args);
  }

  private push(registers: readonly Reg[]): void {
    if (registers.length === 0) this.spill();
    else this.pushFirst(registers[0]);
    for (let index = 1; index < registers.length; index++) this.get(registers[index]);
  }

  /** The first operand of an instruction: it may lie on the stack already. */
  private pushFirst(register: Reg): void {
    if (register === this.onStack) {
      this.onStack = -1;
      return;
    }
    this.spill();
    this.get(register);
  }

  private get(register: Reg): void {
    const constant = this.isConstant(register) ? this.uses.constants[register] : undefined;
    if (constant === undefined) this.out.byte(LOCAL_GET).u32(this.locals[register]);
    else if (constant.type === "i32") this.out.byte(I32_CONST).s32(Number(constant.value));
    else if (constant.type === "i64") this.out.byte(I64_CONST).s64(BigInt(constant.value));
    else this.out.byte(F64_CONST).f64(Number(constant.value));
  }

  private set(register: Reg): void {
    if (this.uses.reads[register] === 1 && this.uses.writes[register] === 1) this.onStack = register;
    else this.out.byte(LOCAL_SET).u32(this.locals[register]);
  }

  private instruction(instruction: Lir): void {
    const { out } = this;
    switch (instruction.op) {
      case "const":
        if (this.isConstant(instruction.dst)) return;
        this.spill();
        this.constantInto(instruction);
        return;
      case "unary":
        this.pushFirst(instruction.a);
        out.raw(UNARY[instruction.name]);
        this.set(instruction.dst);
        return;
      case "binary":
        this.pushFirst(instruction.a);
        this.get(instruction.b);
        out.byte(BINARY[instruction.name]);
        this.set(instruction.dst);
        return;
      case "select":
        this.pushFirst(instruction.a);
        this.get(instruction.b);
        this.get(instruction.condition);
        out.byte(SELECT);
        this.set(instruction.dst);
        return;
      case "load": {
        this.pushFirst(instruction.base);
        const [opcode, alignment] = LOAD[instruction.name];
        out.byte(opcode).u32(alignment).u32(instruction.offset);
        this.set(instruction.dst);
        return;
      }
      case "store": {
        this.pushFirst(instruction.base);
        this.get(instruction.value);
        const [opcode, alignment] = STORE[instruction.name];
        out.byte(opcode).u32(alignment).u32(instruction.offset);
        return;
      }
      case "move":
        this.push(instruction.srcs);
        for (let index = instruction.dsts.length - 1; index >= 0; index--) {
          out.byte(LOCAL_SET).u32(this.locals[instruction.dsts[index]]);
        }
        return;
      case "call":
        this.pushArguments(instruction);
        this.callee(instruction.callee, CALL, CALL_INDIRECT);
        if (instruction.dst !== undefined) this.set(instruction.dst);
        return;
      case "tailcall":
        this.pushArguments(instruction);
        this.callee(instruction.callee, RETURN_CALL, RETURN_CALL_INDIRECT);
        return;
      case "if":
        this.pushFirst(instruction.condition);
        this.nesting.push(undefined);
        out.byte(IF).byte(VOID_BLOCK);
        this.body(instruction.then);
        if (instruction.else.length > 0) {
          out.byte(ELSE);
          this.body(instruction.else);
        }
        out.byte(END);
        this.nesting.pop();
        return;
      case "loop":
        this.spill();
        this.nesting.push(instruction.label);
        out.byte(LOOP).byte(VOID_BLOCK);
        this.body(instruction.body);
        out.byte(END);
        this.nesting.pop();
        return;
      case "continue":
        this.spill();
        out.byte(BR).u32(this.nesting.length - 1 - this.nesting.lastIndexOf(instruction.label));
        return;
      case "return":
        if (instruction.value !== undefined) this.pushFirst(instruction.value);
        else this.spill();
        out.byte(RETURN);
    }
  }

  private constantInto(instruction: ConstInstruction): void {
    const { out } = this;
    if (instruction.type === "i32") out.byte(I32_CONST).s32(Number(instruction.value));
    else if (instruction.type === "i64") out.byte(I64_CONST).s64(BigInt(instruction.value));
    else out.byte(F64_CONST).f64(Number(instruction.value));
    out.byte(LOCAL_SET).u32(this.locals[instruction.dst]);
  }

  private callee(callee: Extract<Lir, { op: "call" }>["callee"], direct: number, indirect: number): void {
    if (callee.kind === "table") this.out.byte(indirect).u32(this.module.typeIndex(callee.type)).u32(0);
    else this.out.byte(direct).u32(this.module.functionIndex(callee.kind, callee.name));
  }
}
