/// Complex instructions: what a language's compiler emits. The language supplies the definitions; the assembler,
/// disassembler, verifier, loop generator, recorder and reference page are made from them.
///
/// Encoding, one 32-bit word, then `caches` words of inline cache (raw, initially 0):
///
///     31                       8 7        0
///    +--------------------------+----------+
///    |  argument, signed        |  opcode  |
///    +--------------------------+----------+

/** How the argument is to be read. Jumps are in words, relative to the instruction's first word. */
export type Operand = "none" | "count" | "constant" | "name" | "local" | "jump" | "flags";

export interface ComplexDefinition {
  readonly name: string;
  readonly operand: Operand;
  /** Words taken from and left on the operand stack, for this argument (on the path that does not jump). */
  readonly pops: number | ((argument: number) => number);
  readonly pushes: number | ((argument: number) => number);
  /** Effect on the stack when the jump is taken, where it differs: words popped and pushed. */
  readonly jumpPops?: number;
  readonly jumpPushes?: number;
  /** Words of inline cache. */
  readonly caches: number;
  /** Operand "local": the slot is overwritten without being read. Without this mark it counts as read. */
  readonly writesLocal?: true;
  /** Local slots that it reads beside its operand. */
  readonly readsLocals?: readonly number[];
  /** Control never reaches the next instruction. */
  readonly terminal?: true;
  /**
   * A superinstruction: these instructions executed in order. It replaces only the opcode of the first of them; the
   * others stay where they are with their arguments and caches, and the loop reads them there. So positions of errors
   * stay exact, no argument is packed, and a jump may still enter in the middle. Its operand, stack effect and caches
   * are to be declared as those of the first.
   */
  readonly fuses?: readonly string[];
  /**
   * A quickened form: the loop itself (or the loader) writes this opcode over that of the instruction named here, once
   * it has seen operands that suit. Same operand, stack effect and caches; never emitted by a compiler.
   */
  readonly specialises?: string;
  /** One sentence for the reference page. */
  readonly meaning: string;
  /** TypeScript text spliced into the interpreter loop; see the loop generator for what it may name. */
  readonly code: string;
}
