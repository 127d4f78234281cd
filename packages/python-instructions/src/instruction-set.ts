import type { ComplexDefinition } from "@hotpy/bytecode";
import { definitions } from "./definitions/index.js";

/** A complex instruction with the number that encodes it. */
export type PythonInstruction = ComplexDefinition & { readonly opcode: number };

/** Python's complex instructions by name. */
export const instructionSet: ReadonlyMap<string, PythonInstruction> = new Map(
  definitions.map((definition, opcode) => [definition.name, { ...definition, opcode }]),
);
