export { wasmBackend } from "@hotpy/jit";
export { type ImportOptions, installModules } from "@hotpy/python-modules";
export { type CodeCache, NotImplementedByHotPy, type Platform } from "@hotpy/python-objects";
export { createExpandedLoop } from "./expanded-loop.js";
export { createLateTracing, type Past } from "./late-tracing.js";
export { measuredCollector } from "./measured.js";
export { STANDARD_PASSES } from "./passes.js";
export {
  createPython,
  type Outcome,
  type Python,
  type PythonOptions,
  type RunOptions,
  type Tracing,
} from "./python.js";
export { createTraceWorkshop, type TraceWorkshopOptions } from "./trace-thread.js";
export { createTracing, type SupervisedTracing, type TracingOptions } from "./tracing.js";
