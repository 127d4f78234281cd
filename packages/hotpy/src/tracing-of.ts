/// What makes traces, as the settings say. In the bundle this is a part of its own, loaded when the first loop is hot.

import { type Backend, wasmBackend } from "@hotpy/jit";
import type { Memory, MemoryMap } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";
import { createTracing, type Past, type SupervisedTracing, type TracingOptions } from "@hotpy/runtime";
import type { Surroundings } from "./compose.js";
import { passesOf } from "./passes-of.js";
import { isPaced, makesTracesInBackground, type Settings, STEP } from "./settings.js";
import { limitsOf, thresholdsOf } from "./thresholds.js";
import { logTraces } from "./trace-log.js";
import type { TraceThreadData } from "./trace-maker.js";

export interface Watching {
  readonly log: Surroundings["log"] | undefined;
  readonly stats: Surroundings["stats"];
  /** The backend, where it is not the built-in one. */
  readonly llvm: Backend | undefined;
  readonly startTraceThread: Surroundings["startTraceThread"];
}

/** @throws OptionError if a pass does not exist */
export function tracingOf(
  context: Context,
  step: () => number,
  settings: Settings,
  { log, stats, llvm, startTraceThread }: Watching,
  past?: Past,
): SupervisedTracing {
  const { deterministic, chaos } = settings;
  const isCompiled = settings.jit !== "trace" && settings.step >= STEP.machineCode;
  const { passes, step: lastStep } = settings;
  const data: TraceThreadData = { map: mapOf(context.memory), settings: { passes, step: lastStep } };
  const isInBackground = makesTracesInBackground(settings) && llvm === undefined;
  const options: TracingOptions = {
    backend: isCompiled ? (llvm ?? wasmBackend) : undefined,
    passes: passesOf(settings),
    measure: stats?.phases.measure,
    onCall: stats?.onCall,
    onEntry: stats?.onEntry,
    verify: deterministic,
    isPaced: isPaced(settings),
    background:
      isInBackground && startTraceThread !== undefined
        ? { start: () => startTraceThread(data), ...(stats === undefined ? {} : { onTimes: stats.onTimes }) }
        : undefined,
    ...(chaos ? { chaos: { mode: "once" } as const } : {}),
    thresholds: thresholdsOf(settings),
    limits: limitsOf(settings),
    ...(past === undefined ? {} : { past }),
  };
  const tracing = createTracing(context, step, options);
  const placeOf = (code: number, offset: number): string => {
    const { unit } = context.codes.record(code);
    const line = context.codes.positionAt(code, context.codes.startOf(code) + offset + 4)?.line ?? unit.firstLine;
    return `${unit.filename}:${line} in ${unit.qualname}`;
  };
  stats?.follow(tracing.hooks, placeOf);
  if (log !== undefined) logTraces(tracing.hooks, context.shapes.layout, placeOf, log);
  return tracing;
}

/** What of the memory's map compiled code is told. */
const mapOf = ({ size, constants, exits }: Memory): MemoryMap => ({ size, constants, exits });
