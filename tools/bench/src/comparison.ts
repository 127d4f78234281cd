import type { Failure, Measurement, Run } from "./measure.js";
import { type Estimate, estimate, geometricMean, median } from "./statistics.js";

/** What is compared: the whole process with its start, the first iteration in it, or one in the steady state. */
export type Scope = "process" | "first" | "iteration";

/** How fast a subject ran a program, in parts of the base's speed: 2 is twice as fast. */
export interface Comparison {
  readonly program: string;
  readonly subject: string;
  /** Undefined where it did not run, or where the scope is iterations and the program times none. */
  readonly speed: Estimate | undefined;
  /** Why there is no speed. */
  readonly failed?: string;
}

/**
 * Compares all subjects with the first one, round by round, as what ran side by side.
 *
 * @param program its name in the result
 */
export function compare(program: string, measurements: readonly Measurement[], scope: Scope): Comparison[] {
  const base = measurements[0];
  if (!base) return [];
  return measurements.map(({ subject, runs }) => {
    const named = { program, subject: subject.name };
    const failure = failureOf(runs) ?? failureOf(base.runs) ?? differentOutput(base, runs as readonly Run[]);
    if (failure !== undefined) return { ...named, speed: undefined, failed: failure };
    const times = (runs as readonly Run[]).map((run) => time(run, scope));
    const baseTimes = (base.runs as readonly Run[]).map((run) => time(run, scope));
    const ratios = times.flatMap((seconds, round) => {
      const baseSeconds = baseTimes[round];
      return seconds && baseSeconds ? [baseSeconds / seconds] : [];
    });
    return { ...named, speed: ratios.length > 0 ? estimate(ratios) : undefined };
  });
}

/** The geometric mean over programs of one subject's speeds, with that of the lower and the upper quarters. */
export function overall(comparisons: readonly Comparison[]): Estimate | undefined {
  const speeds = comparisons.flatMap(({ speed }) => speed ?? []);
  if (speeds.length === 0) return undefined;
  const mean = (key: keyof Estimate): number => geometricMean(speeds.map((speed) => speed[key]));
  return { median: mean("median"), low: mean("low"), high: mean("high") };
}

/**
 * Seconds of one run. An iteration is taken from the second half of them, when what gets compiled has been;
 * what the warm-up costs is in the whole process.
 */
function time(run: Run, scope: Scope): number | undefined {
  if (scope === "process") return run.seconds;
  if (scope === "first") return run.iterations[0];
  const steady = run.iterations.slice(Math.floor(run.iterations.length / 2));
  return steady.length > 0 ? median(steady) : undefined;
}

function failureOf(runs: readonly Run[] | Failure): string | undefined {
  return "failed" in runs ? runs.failed : undefined;
}

function differentOutput(base: Measurement, runs: readonly Run[]): string | undefined {
  const expected = (base.runs as readonly Run[])[0]?.printed;
  return runs.every(({ printed }) => printed === expected)
    ? undefined
    : `its output differs from that of ${base.subject.name}`;
}
