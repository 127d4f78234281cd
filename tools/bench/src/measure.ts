import { spawn } from "node:child_process";
import { iterationArguments, type Output, parseOutput } from "./protocol.js";
import type { Subject } from "./subject.js";

/** One run of one program. */
export interface Run extends Output {
  /** Wall clock time of the whole process, start included. */
  readonly seconds: number;
}

/** A run that ended with an error, or too late. */
export interface Failure {
  readonly failed: string;
}

export interface Measurement {
  readonly subject: Subject;
  /** One for each round; or, after the first failure, that. */
  readonly runs: readonly Run[] | Failure;
}

export interface MeasureOptions {
  readonly rounds: number;
  readonly iterations: number;
  /**
   * Seconds that one process should take at most: a subject that one iteration shows to be slower runs fewer of them. Then only
   * iterations can be compared, not whole processes.
   */
  readonly longest?: number;
  /** Seconds after which a process is ended. */
  readonly timeout: number;
  /** Told before each run, for a progress display. */
  readonly onRun?: (subject: Subject, round: number) => void;
}

/**
 * Runs a program on every subject, one after the other, in several rounds: what disturbs the machine for a while
 * then disturbs all alike. Each round starts with another subject, so that none always runs after the same one.
 */
export async function measure(
  program: string,
  subjects: readonly Subject[],
  options: MeasureOptions,
): Promise<Measurement[]> {
  const runs = new Map<Subject, Run[] | Failure>(subjects.map((subject) => [subject, []]));
  const iterations = new Map<Subject, number>();
  for (const subject of subjects) iterations.set(subject, await iterationsOf(program, subject, options));
  for (let round = 0; round < options.rounds; round++) {
    for (let i = 0; i < subjects.length; i++) {
      const subject = subjects[(round + i) % subjects.length] as Subject;
      const before = runs.get(subject) as Run[] | Failure;
      if ("failed" in before) continue;
      options.onRun?.(subject, round);
      const run = await runOnce(
        subject,
        [program, ...iterationArguments(iterations.get(subject) as number)],
        options.timeout,
      );
      if ("failed" in run) runs.set(subject, run);
      else before.push(run);
    }
  }
  return subjects.map((subject) => ({ subject, runs: runs.get(subject) as Run[] | Failure }));
}

async function iterationsOf(
  program: string,
  subject: Subject,
  { iterations, longest, timeout }: MeasureOptions,
): Promise<number> {
  if (longest === undefined) return iterations;
  const once = await runOnce(subject, [program, ...iterationArguments(1)], timeout);
  if ("failed" in once) return 1;
  return Math.min(iterations, Math.max(1, Math.floor(longest / once.seconds)));
}

export function runOnce({ command }: Subject, args: readonly string[], timeout: number): Promise<Run | Failure> {
  const [file, ...options] = command;
  return new Promise((resolve) => {
    const started = performance.now();
    // The same seed of string hashes everywhere, so that sets and collisions are the same in each round.
    const env = { ...process.env, PYTHONHASHSEED: "0" };
    const child = spawn(file, [...options, ...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeout * 1000,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", (error) => resolve({ failed: error.message }));
    child.on("close", (code, signal) => {
      const seconds = (performance.now() - started) / 1000;
      if (code === 0) resolve({ seconds, ...parseOutput(stdout, stderr) });
      else if (signal && seconds >= timeout) resolve({ failed: `longer than ${timeout} s` });
      else resolve({ failed: `${signal ?? `exit code ${code}`}: ${stderr.trimEnd().split("\n").at(-1)}` });
    });
  });
}
