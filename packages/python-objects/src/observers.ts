import { type Memory, NONE, type Word } from "@hotpy/memory";
import type { RootSlot, Storage } from "./context.js";
import type { Objects } from "./objects.js";

/** Functions of programs that are told of what happens: those of `sys.settrace` and `sys.setprofile`, of which each thread has its own, and one for exceptions that are dropped. */
export interface Observers {
  /** A callable or None. */
  readonly trace: RootSlot;
  readonly profile: RootSlot;
  /** Whether the running thread has one. */
  isAny(): boolean;
  /** Given an exception that is dropped, as `exceptionIgnored` of {@link Execution} is, before it is shown. Whether that is all. May collect. */
  ignored: (exception: Word, source: Word, where: string) => boolean;
  /** Tells those that audit of an event; undefined: there are none. False: one has raised an exception. May collect. */
  audit: ((event: string, ...args: readonly Word[]) => boolean) | undefined;
  /** What runs code under observation; whoever makes the loop gives it. */
  readonly observation: Observation | undefined;
  observeBy(observation: Observation): void;
}

/** Running code instruction by instruction, and telling observers of what it does. Functions may collect. */
export interface Observation {
  /**
   * At a safepoint: runs the running thread as long as it is observed, up to the end of this activation of the loop. False: an exception
   * has left the activation. Returns at once where nothing is to be observed.
   */
  run(): boolean;
  /** An exception is pending in the running frame, whose saved ip is past the instruction that raised it. It may be another afterwards. */
  raised(): void;
  /** The running frame is about to be left by the pending exception. */
  left(): void;
  /** `f_lineno` is assigned: a frame goes on where the line begins. The message of a ValueError: it cannot. */
  setLine(frame: Word, line: number): string | undefined;
  /** The running thread's observers hear of what `run` does, though it is one of them that calls it. */
  resuming<T>(run: () => T): T;
}

export function createObservers({ i32 }: Memory, { threads }: Pick<Storage, "threads">, objects: Objects): Observers {
  const trace = objects.root(NONE);
  const profile = objects.root(NONE);
  threads.separate(trace, NONE);
  threads.separate(profile, NONE);
  let observation: Observation | undefined;
  return {
    trace,
    profile,
    ignored: () => false,
    audit: undefined,
    get observation() {
      return observation;
    },
    observeBy(given) {
      observation = given;
    },
    isAny: () => i32[trace >>> 2] !== NONE || i32[profile >>> 2] !== NONE,
  };
}
