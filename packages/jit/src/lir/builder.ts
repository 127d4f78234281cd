import type {
  BinaryOp,
  Callee,
  Label,
  Lir,
  LirFunction,
  LirType,
  LoadOp,
  Reg,
  Signature,
  StoreOp,
  UnaryOp,
} from "./lir.js";

const RESULT_I32 = /^(i32|i64|f64)\.(eqz?|ne|lt|le|gt|ge)(_[su])?$/;

/** Type of an operator's result, which its name tells. */
function resultType(name: UnaryOp | BinaryOp | LoadOp): LirType {
  return RESULT_I32.test(name) ? "i32" : (name.slice(0, 3) as LirType);
}

/** Writes one LIR function, instruction by instruction; nested bodies are written by callbacks. */
export class FunctionBuilder {
  readonly registers: LirType[] = [];
  private code: Lir[] = [];
  private labels = 0;
  private readonly signature: Signature;

  constructor(
    readonly name: string,
    signature: Signature,
    private readonly exported: boolean,
  ) {
    this.signature = signature;
    this.registers.push(...signature.params);
  }

  register(type: LirType): Reg {
    return this.registers.push(type) - 1;
  }

  typeOf(register: Reg): LirType {
    return this.registers[register];
  }

  i32(value: number): Reg {
    return this.constant("i32", value | 0);
  }

  i64(value: bigint): Reg {
    return this.constant("i64", value);
  }

  constant(type: LirType, value: number | bigint): Reg {
    const dst = this.register(type);
    this.code.push({ op: "const", type, dst, value });
    return dst;
  }

  unary(name: UnaryOp, a: Reg, dst = this.register(resultType(name))): Reg {
    this.code.push({ op: "unary", name, dst, a });
    return dst;
  }

  binary(name: BinaryOp, a: Reg, b: Reg, dst = this.register(resultType(name))): Reg {
    this.code.push({ op: "binary", name, dst, a, b });
    return dst;
  }

  select(condition: Reg, a: Reg, b: Reg): Reg {
    const dst = this.register(this.typeOf(a));
    this.code.push({ op: "select", dst, condition, a, b });
    return dst;
  }

  load(name: LoadOp, base: Reg, offset: number): Reg {
    const dst = this.register(resultType(name));
    this.code.push({ op: "load", name, dst, base, offset });
    return dst;
  }

  store(name: StoreOp, base: Reg, offset: number, value: Reg): void {
    this.code.push({ op: "store", name, base, offset, value });
  }

  /** Loads from and stores to a fixed address. */
  loadAt(name: LoadOp, address: number): Reg {
    return this.load(name, this.i32(0), address);
  }

  storeAt(name: StoreOp, address: number, value: Reg): void {
    this.store(name, this.i32(0), address, value);
  }

  move(dst: Reg, src: Reg): void {
    this.moveAll([dst], [src]);
  }

  moveAll(dsts: readonly Reg[], srcs: readonly Reg[]): void {
    if (dsts.length > 0) this.code.push({ op: "move", dsts, srcs });
  }

  call(callee: Callee, args: readonly Reg[], result: LirType | undefined): Reg {
    const dst = result === undefined ? undefined : this.register(result);
    this.code.push({ op: "call", callee, args, dst });
    return dst ?? -1;
  }

  tailcall(callee: Callee, args: readonly Reg[]): void {
    this.code.push({ op: "tailcall", callee, args });
  }

  if(condition: Reg, then: () => void, otherwise?: () => void): void {
    this.branch(condition, then, otherwise, false);
  }

  /** An `if` whose branch is rarely taken. */
  unlikely(condition: Reg, then: () => void): void {
    this.branch(condition, then, undefined, true);
  }

  loop(write: (label: Label) => void): void {
    const label = this.labels++;
    const body = this.nested(() => write(label));
    this.code.push({ op: "loop", label, body });
  }

  continue(label: Label): void {
    this.code.push({ op: "continue", label });
  }

  return(value?: Reg): void {
    this.code.push({ op: "return", value });
  }

  finish(): LirFunction {
    const { name, signature, registers, exported } = this;
    return { name, signature, registers, body: this.code, exported };
  }

  private branch(condition: Reg, then: () => void, otherwise: (() => void) | undefined, unlikely: boolean): void {
    this.code.push({
      op: "if",
      condition,
      unlikely,
      then: this.nested(then),
      else: otherwise === undefined ? [] : this.nested(otherwise),
    });
  }

  private nested(write: () => void): Lir[] {
    const outer = this.code;
    this.code = [];
    write();
    const body = this.code;
    this.code = outer;
    return body;
  }
}
