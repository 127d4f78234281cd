/// Parts of the VM that tell how long they take, made of parts that do not.

import type { Collector } from "@hotpy/gc";
import { type Address, EXIT_FRAMES_COMPLETE, type Memory, NULL, STATE_EXIT_TRACE, type Word } from "@hotpy/memory";
import type { Executor, Measure } from "@hotpy/supervisor";

/**
 * How a root trace ended: its frame has returned; it left at an exit; or it stopped where all frames are in memory, at a call of code without a
 * trace or for want of fuel or room.
 */
export type EntryListener = (root: number, end: "returned" | "left" | "stopped") => void;

/** What an executor does to make code is the phase `lowering`, but for the phases within; what it runs is `traces`. */
export function measuredExecutor(
  executor: Executor,
  measure: Measure,
  { i32 }: Memory,
  onEntry: EntryListener | undefined,
): Executor {
  function watchedEnter(root: number, frame: Address): Word {
    const result = measure("traces", () => executor.enter(root, frame));
    const isComplete = i32[STATE_EXIT_TRACE >>> 2] === EXIT_FRAMES_COMPLETE;
    onEntry?.(root, result !== NULL ? "returned" : isComplete ? "stopped" : "left");
    return result;
  }
  return {
    install: (tree) => measure("lowering", () => executor.install(tree)),
    grow: (tree, bridge, from) => measure("lowering", () => executor.grow(tree, bridge, from)),
    remove: executor.remove,
    enter: watchedEnter,
  };
}

/** Collections are the phase `collecting`. */
export function measuredCollector(collector: Collector, measure: Measure): Collector {
  return {
    ...collector,
    attach(services) {
      const attached = collector.attach(services);
      const { collect } = attached;
      return Object.assign(attached, {
        collect: (kind: Parameters<typeof collect>[0]) => measure("collecting", () => collect.call(attached, kind)),
      });
    },
  };
}
