import type { Trace } from "./trace.js";

/** A root trace with the bridges that have grown from its exits and from theirs. */
export interface TraceTree {
  readonly root: Trace;
  /** Bridge by {@link exitKey}. */
  readonly bridges: ReadonlyMap<string, Trace>;
}

/** Names an exit: trace id and number. */
export const exitKey = (trace: number, exit: number): string => `${trace}:${exit}`;

/** Instructions of a root and its bridges. */
export function lengthOf({ root, bridges }: TraceTree): number {
  return [root, ...bridges.values()].reduce(
    (sum, { prologue, loop }) => sum + prologue.length + (loop?.body.length ?? 0),
    0,
  );
}
