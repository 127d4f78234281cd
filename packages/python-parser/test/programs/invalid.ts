import { ASSIGNMENTS } from "./invalid/assignments.js";
import { BRACKETS } from "./invalid/brackets.js";
import { CALLS } from "./invalid/calls.js";
import { STATEMENTS } from "./invalid/statements.js";
import { TOKENS } from "./invalid/tokens.js";

/** Programs that are not Python, by what is wrong with them. */
export const INVALID_PROGRAMS: { readonly [topic: string]: readonly string[] } = {
  ...BRACKETS,
  ...CALLS,
  ...ASSIGNMENTS,
  ...STATEMENTS,
  ...TOKENS,
};
