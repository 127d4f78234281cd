import type { Exit, Trace, ValueId } from "@hotpy/trace";
import type { Reg } from "../lir/lir.js";

/** Facts about the straight run of code being written; a bridge starts from its parent's at the exit. */
export interface RunState {
  readonly trace: Trace;
  readonly exits: readonly Exit[];
  readonly registers: Map<ValueId, Reg>;
  readonly constants: Map<ValueId, number | bigint>;
  /** Objects that this activation has allocated since its last call. */
  fresh: Set<ValueId>;
  /** What this activation has written to its frames: register by byte offset from the base frame. */
  written: Map<number, Reg>;
}

/** Names of the two functions of a root trace: the trace, and its entry from TypeScript. */
export const rootName = (id: number): string => `trace${id}`;
export const entryName = (id: number): string => `enter${id}`;
