/// What makes traces, as the settings say. In the bundle this is a part of its own, loaded when the first loop is hot.

import { type Backend, wasmBackend } from "@hotpy/jit";
import type { Context } from "@hotpy/python-objects";
import { createTracing, type Past, STANDARD_PASSES, type SupervisedTracing, type TracingOptions } from "@hotpy/runtime";
import type { Pass } from "@hotpy/trace";
import type { Surroundings } from "./compose.js";
import { OptionError, type Settings, STEP } from "./settings.js";
import { thresholdsOf } from "./thresholds.js";
import { logTraces } from "./trace-log.js";

export interface Watching {
  readonly log: Surroundings["log"] | undefined;
  readonly stats: Surroundings["stats"];
  /** The backend, where it is not the built-in one. */
  readonly llvm: Backend | undefined;
}

/** @throws OptionError if a pass does not exist */
export function tracingOf(
  context: Context,
  step: () => number,
  settings: Settings,
  { log, stats, llvm }: Watching,
  past?: Past,
): SupervisedTracing {
  const { deterministic, threshold, gcStress, chaos } = settings;
  const isCompiled = settings.jit !== "trace" && settings.step >= STEP.machineCode;
  const options: TracingOptions = {
    backend: isCompiled ? (llvm ?? wasmBackend) : undefined,
    passes: passesOf(settings),
    measure: stats?.phases.measure,
    onCall: stats?.onCall,
    onEntry: stats?.onEntry,
    verify: deterministic,
    isPaced: !deterministic && threshold === undefined && gcStress === 0 && !chaos,
    ...(chaos ? { chaos: { mode: "once" } as const } : {}),
    thresholds: thresholdsOf(settings),
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

function passesOf({ passes, step }: Settings): readonly Pass[] {
  if (passes !== undefined) return passes.map(passByName);
  if (step < STEP.specialiser) return [];
  return STANDARD_PASSES.filter(({ name }) => step >= STEP.escapeAnalysis || name === "specialiser");
}

function passByName(name: string): Pass {
  const pass = STANDARD_PASSES.find((candidate) => candidate.name === name);
  if (pass !== undefined) return pass;
  const names = [...new Set(STANDARD_PASSES.map((known) => known.name))];
  throw new OptionError(`-X passes: there is no pass ${name}; there are ${names.join(", ")}`);
}
