import type { ComplexDefinition, Operand } from "@hotpy/bytecode";

/** What {@link define} takes beside name, operand and stack effect. */
export interface Details {
  readonly caches?: number;
  readonly terminal?: true;
  readonly fuses?: readonly string[];
  readonly specialises?: string;
  readonly pops?: (argument: number) => number;
  readonly pushes?: (argument: number) => number;
  readonly jumpPops?: number;
  readonly jumpPushes?: number;
  readonly code: string;
}

/** One instruction; `stack` reads "before -- after", top at the right, e.g. "a b -- r". */
export function define(name: string, operand: Operand, stack: string, meaning: string, details: Details): ComplexDefinition {
  const [before, after] = stack.split("--").map((side) => side.trim().split(/\s+/).filter(Boolean).length);
  const { pops, pushes, caches, ...rest } = details;
  return { name, operand, pops: pops ?? before, pushes: pushes ?? after, caches: caches ?? 0, meaning, ...rest };
}
