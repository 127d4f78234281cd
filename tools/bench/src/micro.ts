import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Failure, runOnce } from "./measure.js";
import { type Estimate, estimate } from "./statistics.js";
import type { Subject } from "./subject.js";

/** An operation that takes so little time that it is done many times. */
export interface Operation {
  readonly group: string;
  readonly name: string;
  /** Statements before, whose time does not count. */
  readonly setup: string;
  readonly statement: string;
}

/** One operation in one round on each subject, in the order of the subjects: seconds. */
export interface MicroResult {
  readonly operation: Operation;
  readonly seconds: readonly (readonly number[])[];
}

const directory = join(import.meta.dirname, "../micro");

/** The operations of all lists in `micro/`, or of those in the files whose names have one of the words. */
export function operations(words: readonly string[] = []): Operation[] {
  return readdirSync(directory)
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort()
    .flatMap((name) => parseOperations(readFileSync(join(directory, name), "utf8")));
}

/** @param text lines `name | setup | statement`, under headings `## group`; `#` begins a comment, and ` ¶ ` a new line */
export function parseOperations(text: string): Operation[] {
  let group = "";
  const result: Operation[] = [];
  for (const line of text.split("\n")) {
    if (line.startsWith("## ")) group = line.slice(3).trim();
    if (line.startsWith("#") || line.trim() === "") continue;
    // Operators have bars of their own: only the first two divide the line.
    const [, name, setup, statement] = /^(.*?) \| (.*?) \| (.*)$/.exec(line) ?? [];
    if (name === undefined || setup === undefined || statement === undefined)
      throw new Error(`not "name | setup | statement": ${line}`);
    result.push({ group, name: name.trim(), setup: setup.trim(), statement: statement.trim() });
  }
  return result;
}

/**
 * A program that prints for each operation the seconds that it takes, one a line: the best of some runs of a few milliseconds, less those
 * of an empty loop.
 */
export function microProgram(all: readonly Operation[]): string {
  // Generators, so that what comes before is done once: classes that are made anew for each run are other classes.
  const functions = [{ setup: "pass", statement: "pass" }, ...all].map(
    ({ setup, statement }, i) => `
def run_${i}():
    ${setup.replaceAll(" ¶ ", "\n    ")}
    count = yield
    while True:
        start = clock()
        for _ in range(count):
            ${statement.replaceAll(" ¶ ", "\n            ")}
        count = yield clock() - start
`,
  );
  return `from time import perf_counter as clock
${functions.join("")}
def begun(make):
    generator = make()
    next(generator)
    return generator.send

def best(run):
    count = 16
    while run(count) < 0.002:
        count *= 2
    return min(run(count) for _ in range(5)) / count

runs = [begun(make) for make in [${functions.map((_, i) => `run_${i}`).join(", ")}]]
# Twice, as what comes first runs before anything has been compiled.
times = [best(run) for run in runs]
times = [min(before, best(run)) for before, run in zip(times, runs)]
for time in times[1:]:
    print(max(time - times[0], 1e-10))
`;
}

/** Measures the operations on all subjects, interleaved. */
export async function measureMicro(
  all: readonly Operation[],
  subjects: readonly Subject[],
  rounds: number,
  timeout: number,
): Promise<MicroResult[] | Failure> {
  const place = mkdtempSync(join(tmpdir(), "hotpy-micro-"));
  const program = join(place, "micro.py");
  writeFileSync(program, microProgram(all));
  const seconds = all.map(() => subjects.map((): number[] => []));
  try {
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < subjects.length; i++) {
        const number = (round + i) % subjects.length;
        const subject = subjects[number] as Subject;
        const run = await runOnce(subject, [program], timeout);
        if ("failed" in run) return { failed: `${basename(program)} on ${subject.name}: ${run.failed}` };
        run.printed.split("\n").forEach((line, operation) => {
          if (line !== "") seconds[operation]?.[number]?.push(Number(line));
        });
      }
    }
  } finally {
    rmSync(place, { recursive: true });
  }
  return all.map((operation, i) => ({ operation, seconds: seconds[i] as number[][] }));
}

/** How fast each subject but the first was, in parts of the speed of the first; round by round. */
export function speeds({ seconds: [base = [], ...others] }: MicroResult): Estimate[] {
  return others.map((times) => estimate(times.map((time, round) => (base[round] as number) / time)));
}
