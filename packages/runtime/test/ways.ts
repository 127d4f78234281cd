import { wasmBackend } from "@hotpy/jit";
import { createExpandedLoop, createTracing, type PythonOptions, type TracingOptions } from "../src/index.js";

/** Ways to run a program other than by the loop: all must do what the loop does. */
export const WAYS: Readonly<Record<string, Partial<PythonOptions>>> = {
  "the expansions": { loop: (context, _, step) => createExpandedLoop(context, step) },
  "recorded traces": traced({ passes: [] }),
  "optimised traces": traced({}),
  "compiled traces": traced({ backend: wasmBackend }),
  "compiled traces, each guard failed once": traced({ backend: wasmBackend, chaos: { mode: "once" } }),
  "compiled traces, guards failed at random": traced({
    backend: wasmBackend,
    chaos: { mode: "random", seed: 7, period: 3 },
  }),
};

/** Traces from the third iteration of a loop on. */
function traced(options: TracingOptions): Partial<PythonOptions> {
  const thresholds = { loopThreshold: 3, functionThreshold: 1000, exitThreshold: 2 };
  return { tracing: (context, step) => createTracing(context, step, { verify: true, thresholds, ...options }) };
}
