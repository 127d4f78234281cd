import type { PaceOptions } from "./pace.js";

/** When things happen. Budgets count events, so runs are reproducible; but for `pace`, where the environment has a clock. */
export interface SupervisorOptions {
  /** Iterations and calls until a loop or function is recorded: primes, so that they do not beat with the program's own periods. */
  readonly loopThreshold: number;
  readonly functionThreshold: number;
  /** Times that an exit is taken until a bridge grows from it. */
  readonly exitThreshold: number;
  /** Recordings of one place that may fail until it is left to the interpreter for good. Each failure doubles the threshold. */
  readonly attempts: number;
  /**
   * Bridges from one place, each grown from the one before, until that place is left to the interpreter: in trees of loops and of
   * functions. Behind each bridge of a function the rest of the function is recorded again, with all that differs there. The last two
   * do without guards of the type that was ever new, where that can be avoided.
   */
  readonly loopRepeats: number;
  readonly functionRepeats: number;
  /** Bridges of one root that double the times that an exit must be taken for one more. */
  readonly cheapBridges: number;
  /** Bridges of one root, all generations together. */
  readonly bridgesPerRoot: number;
  /** Instructions of a root and its bridges after which no more bridges grow: they are compiled into one function. */
  readonly treeLength: number;
  /** Traces that may be recorded in all. */
  readonly traces: number;
  /** Recorded instructions, roughly, that compiled code runs before it returns; see `fuelOf`. */
  readonly fuel: number;
  /** Frames that compiled code may push on the hardware stack. A large function takes some kilobytes of it for each: raise this where the stack is large. */
  readonly nativeDepth: number;
  /** How much time may go into making traces. */
  readonly pace: PaceOptions;
}

export const DEFAULT_OPTIONS: SupervisorOptions = {
  loopThreshold: 1021,
  functionThreshold: 739,
  exitThreshold: 61,
  attempts: 5,
  loopRepeats: 7,
  functionRepeats: 3,
  cheapBridges: 2,
  bridgesPerRoot: 40,
  treeLength: 6000,
  traces: 6000,
  fuel: 4_000_000,
  nativeDepth: 300,
  // What is spent early serves longest: up to 0.3 s in the first half second, and what a program gets beyond 0.25 s its traces must have earned.
  pace: { credit: 100, shareAtFirst: 0.45, share: 0.1, shareLater: 0.2, trial: 250, shareUnearned: 0.04 },
};
