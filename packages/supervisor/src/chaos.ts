/// Chaos testing: every exit that can be forced is forced once, or exits are forced at random, whatever their guards say.

import { type Memory, STATE_FORCED_EXIT } from "@hotpy/memory";
import { canForce, type Helpers, type TraceTree } from "@hotpy/trace";
import type { TraceTable } from "./trace-table.js";

/** `once`: each exit is forced the first time it is reached after its turn has come. `random`: about every `period`-th entry forces one. */
export type ChaosOptions =
  | { readonly mode: "once" }
  | { readonly mode: "random"; readonly seed: number; readonly period: number };

export interface Chaos {
  /** Chooses the exit to force while the root runs, or none. */
  beforeEntry(tree: TraceTree): void;
  /** Notes that this exit has been taken; answers whether it was by force. */
  noteExit(trace: number, exit: number): boolean;
}

export function createChaos({ i32 }: Memory, table: TraceTable, helpers: Helpers, options: ChaosOptions): Chaos {
  const forced = new Set<number>();
  let turn = 0;
  let state = options.mode === "random" ? options.seed | 0 : 0;

  /** Numbers from 0 to below 2^31, the same for the same seed. */
  function random(): number {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return (state >>> 1) & 0x7fffffff;
  }

  function candidates(tree: TraceTree): number[] {
    return [tree.root, ...tree.bridges.values()].flatMap(({ id }) =>
      table
        .exits(id)
        .filter((exit) => canForce(exit, helpers))
        .map((exit) => (id << 16) | exit.number),
    );
  }

  return {
    beforeEntry(tree) {
      i32[STATE_FORCED_EXIT >>> 2] = 0;
      if (options.mode === "random") {
        if (random() % options.period !== 0) return;
        const all = candidates(tree);
        if (all.length > 0) i32[STATE_FORCED_EXIT >>> 2] = all[random() % all.length];
        return;
      }
      // Some exits are never reached: the turn goes round.
      const open = candidates(tree).filter((exit) => !forced.has(exit));
      if (open.length > 0) i32[STATE_FORCED_EXIT >>> 2] = open[turn++ % open.length];
    },
    noteExit(trace, exit) {
      const key = (trace << 16) | exit;
      if (i32[STATE_FORCED_EXIT >>> 2] !== key) return false;
      forced.add(key);
      i32[STATE_FORCED_EXIT >>> 2] = 0;
      return true;
    },
  };
}
