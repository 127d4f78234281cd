import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type Arguments, parseArguments } from "./arguments.js";
import { type Comparison, compare, type Scope } from "./comparison.js";
import { driven } from "./driven.js";
import { cpython, hotpy, InterpreterError, pypy } from "./interpreters.js";
import { ladder } from "./ladder.js";
import { type Measurement, measure } from "./measure.js";
import { measureMicro, operations } from "./micro.js";
import { microTable } from "./micro-table.js";
import { picture } from "./picture.js";
import { report } from "./report.js";
import { measureStartup } from "./startup.js";
import type { Subject } from "./subject.js";
import { markdownTable, terminalTable } from "./table.js";

const root = join(import.meta.dirname, "../../..");

/** Seconds. The lower rungs are there to be right and to be read; some take a hundred times as long as others. */
const LONGEST_ON_THE_LADDER = 3;

/** The first is the one that the others are compared with. */
async function subjects(args: Arguments): Promise<Subject[]> {
  if (args.compare.length > 0) return args.compare.map((options) => hotpy(root, options));
  const base = cpython(args.cpython);
  if (args.ladder) return [base, ...(await ladder(root))];
  const rival = args.pypy ? pypy() : undefined;
  return [base, ...(rival ? [rival] : []), hotpy(root, args.options)];
}

async function runStartup(args: Arguments, all: readonly Subject[]): Promise<void> {
  const results = await measureStartup(all, args.rounds, args.timeout);
  const bare = results.get("node");
  for (const [name, result] of results) {
    if ("failed" in result) {
      console.log(`${name}: ${result.failed}`);
      process.exitCode = 1;
      continue;
    }
    const ratio = bare && "median" in bare ? ` = ${(result.median / bare.median).toFixed(2)} × node` : "";
    console.log(
      `${name}: ${(result.median * 1000).toFixed(1)} ms (${(result.low * 1000).toFixed(1)}–${(result.high * 1000).toFixed(1)})${ratio}`,
    );
  }
}

async function runMicro(args: Arguments, all: readonly Subject[]): Promise<void> {
  const results = await measureMicro(operations(args.words), all, args.rounds, args.timeout);
  if ("failed" in results) {
    console.error(results.failed);
    process.exitCode = 1;
  } else console.log(microTable(results, all));
}

async function runPrograms(args: Arguments, all: readonly Subject[]): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "hotpy-bench-"));
  try {
    await measureAndPrint(args, all, driven(args.programs, directory));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function measureAndPrint(args: Arguments, all: readonly Subject[], programs: readonly string[]): Promise<void> {
  const measured = new Map<string, Measurement[]>();
  for (const program of programs) {
    const onRun = (subject: Subject, round: number): void =>
      progress(`${basename(program)}: round ${round + 1} of ${args.rounds}, ${subject.name}`);
    measured.set(
      program,
      await measure(program, all, { ...args, ...(args.ladder ? { longest: LONGEST_ON_THE_LADDER } : {}), onRun }),
    );
  }
  progress("");

  const compareAll = (scope: Scope): Comparison[] =>
    [...measured].flatMap(([program, measurements]) => compare(program, measurements, scope));
  const wholes = compareAll("process");
  const steady = compareAll("iteration");
  const timed = steady.some(({ speed }) => speed);
  const base = (all[0] as Subject).name;
  if (args.ladder) {
    console.log(markdownTable(timed ? steady : wholes, `speed (${base} = 1)`));
  } else {
    console.log(
      `Speed of the whole process (${base} = 1, more is faster; median and quartiles of ${args.rounds} rounds):`,
    );
    console.log(terminalTable(wholes));
    if (timed) {
      console.log("Speed of the first iteration in a process:");
      console.log(terminalTable(compareAll("first")));
      console.log("Speed of one iteration in the steady state:");
      console.log(terminalTable(steady));
    }
  }
  for (const { program, subject, failed } of wholes) {
    if (failed === undefined) continue;
    console.error(`${basename(program)} on ${subject}: ${failed}`);
    process.exitCode = 1;
  }
  if (args.json) writeFileSync(args.json, `${JSON.stringify(report(all, measured), null, 1)}\n`);
  if (args.svg) writeFileSync(args.svg, picture(timed ? steady : wholes, base));
}

/** One line of the terminal, written over by the next. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

try {
  const args = parseArguments(process.argv.slice(2));
  const all = await subjects(args);
  for (const { name, version } of all) console.error(`${name}: ${version}`);
  await (args.startup ? runStartup : args.micro ? runMicro : runPrograms)(args, all);
} catch (error) {
  if (!(error instanceof InterpreterError)) throw error;
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
}
