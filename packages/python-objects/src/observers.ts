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
}

export function createObservers({ i32 }: Memory, { threads }: Pick<Storage, "threads">, objects: Objects): Observers {
  const trace = objects.root(NONE);
  const profile = objects.root(NONE);
  threads.separate(trace, NONE);
  threads.separate(profile, NONE);
  return {
    trace,
    profile,
    ignored: () => false,
    isAny: () => i32[trace >>> 2] !== NONE || i32[profile >>> 2] !== NONE,
  };
}
