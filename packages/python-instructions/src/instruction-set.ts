import { createInstructionSet, type InstructionSet } from "@hotpy/bytecode";
import { definitions } from "./definitions/index.js";

/** Python's complex instructions by name. */
export const instructionSet: InstructionSet = createInstructionSet(definitions);
