import { ARGUMENT_SHIFT, OPCODE_MASK } from "./encode.js";
import { type Instruction, type InstructionSet, instructionsByOpcode, sizeOf } from "./instruction-set.js";

/** An instruction as found in code. */
export interface Decoded {
  /** Word offset. */
  readonly offset: number;
  readonly instruction: Instruction;
  readonly argument: number;
}

/**
 * The instructions of a piece of code in order.
 * @throws Error at a word that is no instruction, or if the last one's caches are cut off.
 */
export function* decode(code: Int32Array, instructionSet: InstructionSet): Generator<Decoded> {
  const byOpcode = instructionsByOpcode(instructionSet);
  let offset = 0;
  while (offset < code.length) {
    const instruction = byOpcode[code[offset] & OPCODE_MASK];
    if (instruction === undefined)
      throw new Error(`word ${offset}: no instruction has opcode ${code[offset] & OPCODE_MASK}`);
    yield { offset, instruction, argument: code[offset] >> ARGUMENT_SHIFT };
    offset += sizeOf(instruction);
  }
  if (offset > code.length) throw new Error(`word ${offset}: the caches of the last instruction are cut off`);
}
