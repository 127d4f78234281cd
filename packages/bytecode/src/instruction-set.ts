import type { ComplexDefinition } from "./complex.js";

/** A complex instruction with its place in an instruction set. */
export type Instruction = ComplexDefinition & { readonly opcode: number };

/** The complex instructions of a language by name, in order of opcode. */
export type InstructionSet = ReadonlyMap<string, Instruction>;

/** A word has 8 bits for the opcode. */
const MAX_INSTRUCTIONS = 256;

/** The argument of an instruction is a signed number of 24 bits. */
export const MIN_ARGUMENT = -(2 ** 23);
export const MAX_ARGUMENT = 2 ** 23 - 1;

/**
 * Gives the definitions opcodes, 0 for the first.
 * @throws Error if there are more than 256, two share a name, or a superinstruction does not fit its parts.
 */
export function createInstructionSet(definitions: readonly ComplexDefinition[]): InstructionSet {
  if (definitions.length > MAX_INSTRUCTIONS)
    throw new Error(`${definitions.length} instructions; an opcode has 8 bits`);
  const set = new Map<string, Instruction>();
  for (const definition of definitions) {
    if (set.has(definition.name)) throw new Error(`two instructions are called ${definition.name}`);
    set.set(definition.name, { ...definition, opcode: set.size });
  }
  for (const instruction of set.values()) if (instruction.fuses) checkSuperinstruction(instruction, set);
  return set;
}

function checkSuperinstruction(instruction: Instruction, set: InstructionSet): void {
  const parts = (instruction.fuses ?? []).map((name) => set.get(name));
  const [first] = parts;
  if (parts.length < 2 || parts.includes(undefined))
    throw new Error(`${instruction.name} must fuse two or more known instructions`);
  if (first?.operand !== instruction.operand || first.caches !== instruction.caches) {
    throw new Error(`${instruction.name} must have the operand and caches of ${first?.name}, whose place it takes`);
  }
}

/** The instructions of a set indexed by opcode. */
export function instructionsByOpcode(set: InstructionSet): readonly Instruction[] {
  return [...set.values()];
}

/** Words that the instruction takes from the operand stack when it does not jump. */
export function popsOf(instruction: ComplexDefinition, argument: number): number {
  return typeof instruction.pops === "number" ? instruction.pops : instruction.pops(argument);
}

/** Words that the instruction leaves on the operand stack when it does not jump. */
export function pushesOf(instruction: ComplexDefinition, argument: number): number {
  return typeof instruction.pushes === "number" ? instruction.pushes : instruction.pushes(argument);
}

/** Change of the operand stack's depth, in words, on the path that jumps. */
export function jumpEffect(instruction: ComplexDefinition, argument: number): number {
  return (
    (instruction.jumpPushes ?? pushesOf(instruction, argument)) -
    (instruction.jumpPops ?? popsOf(instruction, argument))
  );
}

/** Words that the instruction occupies: itself and its inline caches. */
export function sizeOf(instruction: ComplexDefinition): number {
  return 1 + instruction.caches;
}
