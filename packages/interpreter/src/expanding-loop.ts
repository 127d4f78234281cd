/// A loop that runs every complex instruction by its expansion into core instructions, on the direct machine. Far slower
/// than the generated loop; both must do the same, which tests every expansion.

import type { CoreName, Meaning } from "@hotpy/bytecode";
import { type Memory, STATE_REQUEST, type Word } from "@hotpy/memory";
import { Decline, Raised } from "./core-machine.js";
import { DirectMachine } from "./core-machine-direct.js";
import { RunningFrame } from "./core-machine-frame.js";
import type { ExpansionEntry } from "./expansions.js";

export interface ExpandingLoopEnvironment {
  readonly memory: Memory;
  readonly meanings: Readonly<Record<CoreName, Meaning>>;
  /** By opcode. */
  readonly expansions: readonly ExpansionEntry[];
  barrier(object: number): void;
  /** The single-step variant of the loop: runs what has no expansion, or declines, and passes safepoints. */
  step(): Word;
  /** Called now and then: looks whether a safepoint is to be asked for. */
  poll(): void;
  /** Goes to the handler of the pending exception; 0 if this activation has none. */
  unwind(): number;
}

/** Instructions between two polls, a power of 2. */
const POLL_STEPS = 1024;

/** Result of the single-step loop: one instruction has been executed, there are more. */
const STEPPED = 2;

/** Runs from the frame in STATE_FRAME, as the generated loop does. */
export function createExpandingLoop(environment: ExpandingLoopEnvironment): () => Word {
  const { memory, meanings, expansions, step, poll, unwind } = environment;
  const { i32 } = memory;
  const frame = new RunningFrame(memory, environment.barrier);
  const machine = new DirectMachine(memory, meanings, frame);

  /** True if the expansion did the instruction; false if the instruction is still to be done. */
  function expand(): boolean {
    const { expansion, size } = expansions[frame.instruction & 0xff];
    if (expansion === undefined || i32[STATE_REQUEST >>> 2] !== 0) return false;
    frame.begin();
    frame.next = frame.ip + 4 * size;
    try {
      expansion(machine, frame.instruction >> 8);
    } catch (error) {
      frame.undo();
      if (!(error instanceof Decline)) throw error;
      return false;
    }
    frame.save();
    return true;
  }

  let steps = 0;
  return function run(): Word {
    for (;;) {
      if ((++steps & (POLL_STEPS - 1)) === 0) poll();
      frame.load();
      try {
        if (expand()) continue;
      } catch (error) {
        if (!(error instanceof Raised)) throw error;
        frame.save();
        if (unwind() === 0) return 0;
        continue;
      }
      const status = step();
      if (status !== STEPPED) return status;
    }
  };
}
