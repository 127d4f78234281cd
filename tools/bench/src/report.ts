import { cpus, release } from "node:os";
import type { Measurement } from "./measure.js";
import type { Subject } from "./subject.js";

/** What a run of the tool measured, as the JSON file has it. Times are seconds. */
export interface Report {
  /** Of this format. */
  readonly version: 1;
  readonly date: string;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly system: string };
  /** The first is the base of all ratios. */
  readonly subjects: readonly Subject[];
  readonly programs: readonly {
    readonly program: string;
    readonly results: readonly {
      readonly subject: string;
      readonly failed?: string;
      /** One for each round. */
      readonly runs?: readonly { readonly seconds: number; readonly iterations: readonly number[] }[];
    }[];
  }[];
}

export function report(subjects: readonly Subject[], measured: ReadonlyMap<string, readonly Measurement[]>): Report {
  return {
    version: 1,
    date: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, system: `${process.platform} ${release()}` },
    subjects,
    programs: [...measured].map(([program, measurements]) => ({
      program,
      results: measurements.map(({ subject, runs }) =>
        "failed" in runs
          ? { subject: subject.name, failed: runs.failed }
          : { subject: subject.name, runs: runs.map(({ seconds, iterations }) => ({ seconds, iterations })) },
      ),
    })),
  };
}
