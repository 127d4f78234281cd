import type { InstructionSet } from "@hotpy/bytecode";
import type { Memory } from "@hotpy/memory";

/** Rewriting of instructions to forms that suit what they have seen. */
export interface Quickening {
  opcode(name: string): number;
  /** Gives the instruction at word index `ip` another opcode and sets its first cache words. */
  write(ip: number, opcode: number, ...caches: readonly number[]): void;
  /** Counts a miss in the last of `caches` words; true once an instruction has missed so often that its general form is best. */
  isMegamorphic(ip: number, caches: number): boolean;
}

/** How often an instruction may be specialised again. */
const MOST_MISSES = 16;

export function createQuickening({ i32, u8 }: Memory, instructions: InstructionSet): Quickening {
  return {
    opcode(name) {
      const instruction = instructions.get(name);
      if (instruction === undefined) throw new Error(`no instruction is called ${name}`);
      return instruction.opcode;
    },
    write(ip, opcode, ...caches) {
      u8[ip << 2] = opcode;
      for (let i = 0; i < caches.length; i++) i32[ip + 1 + i] = caches[i];
    },
    isMegamorphic: (ip, caches) => ++i32[ip + caches] > MOST_MISSES,
  };
}
