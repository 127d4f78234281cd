/// The thread that makes traces for a Python that runs in another.

import { type Backend, createTreeCompiler, type TreeCode } from "@hotpy/jit";
import type { MemoryMap } from "@hotpy/memory";
import { factsAtExit } from "@hotpy/specialiser";
import { createWorkshop, type Reply, type Request } from "@hotpy/supervisor";
import type { Pass } from "@hotpy/trace";
import { STANDARD_PASSES } from "./passes.js";

/** Options of {@link createTraceWorkshop}. */
export interface TraceWorkshopOptions {
  /** Of the memory of the Python that runs. */
  readonly map: MemoryMap;
  readonly backend: Backend;
  readonly passes?: readonly Pass[];
}

/** What such a thread does with each message from the other; what it returns is the reply. */
export function createTraceWorkshop({
  map,
  backend,
  passes = STANDARD_PASSES,
}: TraceWorkshopOptions): (request: Request) => Reply<TreeCode> | undefined {
  return createWorkshop({
    passes,
    factsAtExit,
    createCompiler: (setting) => createTreeCompiler({ map, backend, ...setting }),
    now: () => performance.now(),
  });
}
