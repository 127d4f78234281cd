import { type ContinuationOpcodes, createContinuations } from "../calls/continuations.js";
import { createReentry } from "../calls/reentry.js";
import { createCodes, type LoaderInstructions } from "../code/codes.js";
import type { Code, UpToValues } from "../context.js";

export function createCode(parts: UpToValues, instructions: LoaderInstructions, opcodes: ContinuationOpcodes): Code {
  const continuations = createContinuations(parts, opcodes);
  return {
    continuations,
    codes: createCodes(parts, instructions),
    reentry: createReentry({ ...parts, continuations }),
  };
}
