import type { ComplexDefinition, Operand } from "@hotpy/bytecode";

/** The local that holds the namespace of a class body, or of a module that has one of its own. */
export const NAMESPACE = 0;

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
  readonly readsLocals?: readonly number[];
  readonly code: string;
}

/** One instruction; `stack` reads "before -- after", top at the right, e.g. "a b -- r". */
export function define(
  name: string,
  operand: Operand,
  stack: string,
  meaning: string,
  details: Details,
): ComplexDefinition {
  const [before, after] = stack.split("--").map((side) => side.trim().split(/\s+/).filter(Boolean).length);
  const { pops, pushes, caches, ...rest } = details;
  return { name, operand, pops: pops ?? before, pushes: pushes ?? after, caches: caches ?? 0, meaning, ...rest };
}

/**
 * Where an arithmetic instruction's operands and result are, for the ends that such instructions share: the result goes to
 * word index `at`, sp becomes `above`, and execution goes on at `after`; operands begin at `base`, and the instruction
 * itself (in a superinstruction: the part) stands at `opIp`.
 */
export interface Destination {
  readonly at: string;
  readonly above: string;
  readonly after: string;
  readonly base: string;
  readonly opIp: string;
}

/** Text that boxes a float, or hands the operands `a` and `b` over to where wide integers and other objects are dealt with. */
export const boxFloat = (value: string, { at, above, after }: Destination): string =>
  `BOX_FLOAT(${value}, ${at}, ${above}, ${after})`;
export const otherOperands = (operator: number, { at, above, after, base, opIp }: Destination): string =>
  `BINARY_OTHER(${operator}, a, b, ${at}, ${above}, ${after}, ${base}, ${opIp})`;

/** Both operands on the stack, the result in place of them. */
export const ON_STACK: Destination = {
  at: "(sp - 2) | 0",
  above: "(sp - 1) | 0",
  after: "(ip + 3) | 0",
  base: "(sp - 2) | 0",
  opIp: "ip",
};
