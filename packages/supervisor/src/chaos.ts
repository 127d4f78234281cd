/// Chaos testing: every exit that can be forced is forced once, or exits are forced at random, whatever their guards say.

import { type Memory, STATE_FORCED_EXIT } from "@hotpy/memory";
import { canForce, type Helpers } from "@hotpy/trace";
import type { Root, TraceNode } from "./root.js";

/** `once`: each exit is forced the first time it is reached after its turn has come. `random`: about every `period`-th entry forces one. */
export type ChaosOptions =
  | { readonly mode: "once" }
  | { readonly mode: "random"; readonly seed: number; readonly period: number };

export interface Chaos {
  /** Chooses the exit to force while the root runs, or none. */
  beforeEntry(root: Root): void;
  /** Notes that this exit has been taken; returns whether it was by force. */
  noteExit(node: TraceNode, exit: number): boolean;
}

export function createChaos({ i32 }: Memory, helpers: Helpers, options: ChaosOptions): Chaos {
  /** Numbers of exits that have been forced. */
  const forced = new WeakMap<TraceNode, Set<number>>();
  let turn = 0;
  let state = options.mode === "random" ? options.seed | 0 : 0;

  /** Numbers from 0 to below 2^31, the same for the same seed. */
  function random(): number {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return (state >>> 1) & 0x7fffffff;
  }

  function candidates({ nodes }: Root, withForced: boolean): number[] {
    return nodes.flatMap((node) =>
      node
        .exits(helpers)
        .filter((exit) => canForce(exit, helpers) && (withForced || forced.get(node)?.has(exit.number) !== true))
        .map((exit) => keyOf(node, exit.number)),
    );
  }

  return {
    beforeEntry(root) {
      i32[STATE_FORCED_EXIT >>> 2] = 0;
      if (options.mode === "random") {
        if (random() % options.period !== 0) return;
        const all = candidates(root, true);
        if (all.length > 0) i32[STATE_FORCED_EXIT >>> 2] = all[random() % all.length];
        return;
      }
      // Some exits are never reached: the turn goes round.
      const open = candidates(root, false);
      if (open.length > 0) i32[STATE_FORCED_EXIT >>> 2] = open[turn++ % open.length];
    },
    noteExit(node, exit) {
      if (i32[STATE_FORCED_EXIT >>> 2] !== keyOf(node, exit)) return false;
      let numbers = forced.get(node);
      if (numbers === undefined) forced.set(node, (numbers = new Set()));
      numbers.add(exit);
      i32[STATE_FORCED_EXIT >>> 2] = 0;
      return true;
    },
  };
}

/** The value of STATE_FORCED_EXIT for an exit. */
const keyOf = ({ trace }: TraceNode, exit: number): number => (trace.id << 16) | exit;
