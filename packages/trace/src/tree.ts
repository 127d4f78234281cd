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

/** What an iteration of a trace's loop, or a call of its function, takes of the fuel: its length as recorded, so that fuel tells how much work has been done. */
export const fuelOf = ({ idLimit }: Trace): number => Math.max(1, idLimit);

/** Fuel of code that must leave as soon as it can: nobody knows any more how much it has used. */
export const FUEL_ENDED = -(2 ** 30);
