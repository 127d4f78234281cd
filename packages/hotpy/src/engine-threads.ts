/// V8's own threads beside the one that runs Python, in our own command line; those who embed us choose for themselves.

import { readdirSync } from "node:fs";
import { setPriority } from "node:os";

/** Low enough that the thread that runs Python hardly waits for a processor; V8 still gets its code before a short program has ended. */
const NICENESS = 5;

/**
 * Leaves the processors to the thread that runs Python. To be called before that thread starts.
 *
 * A program of a second with 50 traces has V8 optimise for half a second in four threads: on two processors the program waited a seventh of its time for
 * one of them. (V8's collector may have threads: with one alone eight programs took 4 % more time where nothing else ran.)
 */
export function restrainEngineThreads(): void {
  // Elsewhere threads have no priority that a process can set.
  if (process.platform !== "linux") return;
  try {
    for (const thread of readdirSync("/proc/self/task"))
      if (Number(thread) !== process.pid) setPriority(Number(thread), NICENESS);
  } catch {
    // No /proc, as in some containers, or a thread has ended.
  }
}
