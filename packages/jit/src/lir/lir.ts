/// LIR: what lowering hands to a backend. Typed registers, structured control, loads and stores on linear memory:
/// small enough that a backend is two hundred lines, and the same program whichever backend compiles it.
/// Operators have WebAssembly's names and exactly WebAssembly's meaning.

/** Type of a register. */
export type LirType = "i32" | "i64" | "f64";

/** A register: index in {@link LirFunction.registers}. Registers may be assigned more than once. */
export type Reg = number;

export type UnaryOp =
  | "i32.eqz"
  | "i64.eqz"
  | "i32.wrap_i64"
  | "i64.extend_i32_s"
  | "i64.extend_i32_u"
  | "f64.convert_i64_s"
  | "f64.convert_i32_s"
  | "i64.trunc_sat_f64_s"
  | "f64.neg"
  | "f64.abs"
  | "f64.sqrt"
  | "f64.floor"
  | "f64.ceil"
  | "f64.trunc"
  | "i64.reinterpret_f64"
  | "f64.reinterpret_i64";

export type BinaryOp =
  | "i32.add"
  | "i32.sub"
  | "i32.mul"
  | "i32.and"
  | "i32.or"
  | "i32.xor"
  | "i32.shl"
  | "i32.shr_s"
  | "i32.shr_u"
  | "i32.eq"
  | "i32.ne"
  | "i32.lt_s"
  | "i32.lt_u"
  | "i32.le_s"
  | "i32.le_u"
  | "i32.gt_s"
  | "i32.gt_u"
  | "i32.ge_s"
  | "i32.ge_u"
  | "i64.add"
  | "i64.sub"
  | "i64.mul"
  | "i64.div_s"
  | "i64.rem_s"
  | "i64.and"
  | "i64.or"
  | "i64.xor"
  | "i64.shl"
  | "i64.shr_s"
  | "i64.shr_u"
  | "i64.eq"
  | "i64.ne"
  | "i64.lt_s"
  | "i64.lt_u"
  | "i64.le_s"
  | "i64.gt_s"
  | "i64.ge_s"
  | "i64.ge_u"
  | "f64.add"
  | "f64.sub"
  | "f64.mul"
  | "f64.div"
  | "f64.eq"
  | "f64.ne"
  | "f64.lt"
  | "f64.le"
  | "f64.gt"
  | "f64.ge";

export type LoadOp = "i32.load" | "i32.load8_u" | "i32.load16_u" | "i64.load" | "f64.load";
export type StoreOp = "i32.store" | "i64.store" | "f64.store";

/** What a call reaches. */
export type Callee =
  /** A function of the host or of the helper module, imported by name. */
  | { readonly kind: "import"; readonly name: string }
  /** Another function of the same module, by name. */
  | { readonly kind: "function"; readonly name: string }
  /** Entry `index` (a register) of the shared table of root traces. */
  | { readonly kind: "table"; readonly index: Reg; readonly type: Signature };

export interface Signature {
  readonly params: readonly LirType[];
  readonly result: LirType | undefined;
}

/** Labels name enclosing loops and blocks. */
export type Label = number;

export type Lir =
  | { readonly op: "const"; readonly type: LirType; readonly dst: Reg; readonly value: number | bigint }
  | { readonly op: "unary"; readonly name: UnaryOp; readonly dst: Reg; readonly a: Reg }
  | { readonly op: "binary"; readonly name: BinaryOp; readonly dst: Reg; readonly a: Reg; readonly b: Reg }
  /** dst = condition != 0 ? a : b; both are evaluated. */
  | { readonly op: "select"; readonly dst: Reg; readonly condition: Reg; readonly a: Reg; readonly b: Reg }
  /** Address is base + offset; base is a byte address, unsigned. */
  | { readonly op: "load"; readonly name: LoadOp; readonly dst: Reg; readonly base: Reg; readonly offset: number }
  | { readonly op: "store"; readonly name: StoreOp; readonly base: Reg; readonly offset: number; readonly value: Reg }
  /** All sources are read before any destination is written. */
  | { readonly op: "move"; readonly dsts: readonly Reg[]; readonly srcs: readonly Reg[] }
  | { readonly op: "call"; readonly callee: Callee; readonly args: readonly Reg[]; readonly dst: Reg | undefined }
  /** Replaces this activation by the call. */
  | { readonly op: "tailcall"; readonly callee: Callee; readonly args: readonly Reg[] }
  /** `unlikely`: the branch is a way out. */
  | {
      readonly op: "if";
      readonly condition: Reg;
      readonly then: readonly Lir[];
      readonly else: readonly Lir[];
      readonly unlikely: boolean;
    }
  | { readonly op: "loop"; readonly label: Label; readonly body: readonly Lir[] }
  /** Jumps back to the head of an enclosing loop. */
  | { readonly op: "continue"; readonly label: Label }
  | { readonly op: "return"; readonly value: Reg | undefined };

export interface LirFunction {
  readonly name: string;
  readonly signature: Signature;
  /** Types of all registers; the parameters come first. */
  readonly registers: readonly LirType[];
  /** Every path ends in return, tailcall or continue. */
  readonly body: readonly Lir[];
  readonly exported: boolean;
}

export interface LirModule {
  readonly functions: readonly LirFunction[];
  /** Signatures of the imports that the functions call, by name. */
  readonly imports: ReadonlyMap<string, Signature>;
  /** Pages that the memory import declares (its exact size). */
  readonly pages: number;
}

/** Calls `read` for each register that an instruction reads, in order; nested bodies are instructions of their own. */
export function visitReads(instruction: Lir, read: (register: Reg) => void): void {
  switch (instruction.op) {
    case "const":
    case "loop":
    case "continue":
      return;
    case "unary":
      return read(instruction.a);
    case "binary":
      read(instruction.a);
      return read(instruction.b);
    case "select":
      read(instruction.condition);
      read(instruction.a);
      return read(instruction.b);
    case "load":
      return read(instruction.base);
    case "store":
      read(instruction.base);
      return read(instruction.value);
    case "move":
      for (const register of instruction.srcs) read(register);
      return;
    case "call":
    case "tailcall":
      for (const register of instruction.args) read(register);
      if (instruction.callee.kind === "table") read(instruction.callee.index);
      return;
    case "if":
      return read(instruction.condition);
    case "return":
      if (instruction.value !== undefined) read(instruction.value);
  }
}

/** Calls `write` for each register that an instruction writes, after it has read all that it reads. */
export function visitWrites(instruction: Lir, write: (register: Reg) => void): void {
  switch (instruction.op) {
    case "const":
    case "unary":
    case "binary":
    case "select":
    case "load":
      return write(instruction.dst);
    case "call":
      if (instruction.dst !== undefined) write(instruction.dst);
      return;
    case "move":
      for (const register of instruction.dsts) write(register);
      return;
    default:
      return;
  }
}
