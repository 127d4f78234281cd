import { createExpandingLoop, pollInterrupt } from "@hotpy/interpreter";
import { type Context, interruptsOf } from "@hotpy/python-objects";
import { createRunnableExpansions } from "./expansions.js";

/** The loop that runs every complex instruction by its expansion. */
export function createExpandedLoop(context: Context, step: () => number): () => number {
  const { meanings, table } = createRunnableExpansions(context, context.heap.allocate);
  const { memory, heap, unwinding } = context;
  const interrupted = interruptsOf(context.platform);
  return createExpandingLoop({
    memory,
    meanings,
    expansions: table,
    barrier: heap.barrier,
    step,
    poll: () => pollInterrupt(memory, interrupted),
    unwind: unwinding.unwind,
  });
}
