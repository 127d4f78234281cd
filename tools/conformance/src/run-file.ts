import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { FileOutcome, Outcome } from "./outcome.js";

const runner = fileURLToPath(new URL("../src/run_tests.py", import.meta.url));

/** A program that has ended this often in one file is not asked for its remaining tests. */
const MAX_CRASHES = 40;
/** Milliseconds that a program may take to end after its last test. */
const GRACE = 5000;

export interface RunOptions {
  /** An interpreter, with options. */
  readonly command: readonly string[];
  /** The directory that has CPython's package `test`. */
  readonly library: string;
  /** Seconds that a single test may take. */
  readonly limit: number;
  /** Names of tests that are not run. */
  readonly leftOut?: readonly string[];
}

/** Runs one file of tests, such as `test_list`; again without the test that ended the program, where one did. */
export async function runFile(name: string, options: RunOptions): Promise<FileOutcome> {
  const tests = new Map<string, Outcome>();
  const leftOut = [...(options.leftOut ?? [])];
  for (let crashes = 0; crashes < MAX_CRASHES; crashes++) {
    const end = await runOnce(name, { ...options, leftOut }, tests);
    if (end.kind === "unloaded") return { unloaded: end.reason, tests };
    if (end.kind === "finished") return { tests };
    if (end.test === undefined) return { unloaded: end.reason, tests };
    tests.set(end.test, { kind: end.kind, reason: end.reason });
    leftOut.push(...tests.keys());
  }
  return { unloaded: `the program ended ${MAX_CRASHES} times`, tests };
}

type End =
  | { readonly kind: "finished" }
  | { readonly kind: "unloaded"; readonly reason: string }
  | { readonly kind: "crashed" | "late"; readonly test: string | undefined; readonly reason: string };

async function runOnce(name: string, options: RunOptions, tests: Map<string, Outcome>): Promise<End> {
  const directory = mkdtempSync(join(tmpdir(), "hotpy-conformance-"));
  const [program, ...words] = options.command;
  const child = spawn(program!, [...words, runner, name, ...(options.leftOut ?? [])], {
    cwd: directory,
    env: { ...process.env, PYTHONPATH: options.library, PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: what tests start ends with them.
    detached: true,
  });
  let end: End | undefined;
  let running: string | undefined;
  let lastError = "";
  let late = false;
  const stop = () => {
    late = true;
    kill(child.pid);
  };
  // Importing the file may take as long as a test.
  let timer = setTimeout(stop, options.limit * 1000);

  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith("@@\t")) return;
    const [, word, test = "", reason = ""] = line.split("\t");
    clearTimeout(timer);
    if (word === "end") {
      end = { kind: "finished" };
      // Threads that tests have left behind may keep the program from ending. All that counts has been said.
      timer = setTimeout(() => kill(child.pid), GRACE);
      return;
    }
    timer = setTimeout(stop, options.limit * 1000);
    if (word === "begin") running = test;
    else if (word === "unloaded") end = { kind: "unloaded", reason };
    else {
      running = undefined;
      tests.set(test, { kind: word as Outcome["kind"], reason });
    }
  });
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (line.trim() !== "") lastError = line.trim();
  });
  const code = await new Promise<number | string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (status, signal) => resolve(status ?? signal ?? "unknown"));
    // A process that tests have left behind may hold the pipes open.
    child.on("exit", () => setTimeout(() => kill(child.pid), 500).unref());
  });
  clearTimeout(timer);
  rmSync(directory, { recursive: true, force: true });
  if (late) return { kind: "late", test: running, reason: `takes over ${options.limit} s` };
  return end ?? { kind: "crashed", test: running, reason: lastError || `ended with ${code}` };
}

/** Ends a group of processes; no error where it is gone. */
function kill(group: number | undefined): void {
  if (group === undefined) return;
  try {
    process.kill(-group, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
