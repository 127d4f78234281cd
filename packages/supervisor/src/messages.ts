/// What the thread of the program and the thread that makes traces tell each other: plain data, which `postMessage` copies.

import type { LeafHelper } from "@hotpy/bytecode";
import type { ObjectsTold, PassContext, Trace } from "@hotpy/trace";

/** One end of a connection between two threads. Messages arrive in order. */
export interface Channel {
  send(message: object): void;
  /** The other end has begun to take messages: what is sent is soon done. */
  isReady(): boolean;
  /** The next message that has arrived, or undefined. Does not wait; cheap where there is none. */
  receive(): unknown;
}

/** What is known of a helper where it cannot be called. */
export type HelperTold = Omit<LeafHelper, "run" | "kernel"> & { readonly hasKernel: boolean };

/** What comes with each trace. */
interface About {
  readonly root: number;
  readonly objects: ObjectsTold;
  /** Helpers that have not been told of before. */
  readonly helpers: readonly HelperTold[];
}

/** A trace is to be made. */
export interface Make extends About {
  readonly kind: "make";
  readonly order: number;
  /** As it has been recorded. */
  readonly trace: Trace;
}

/** A trace has been made here: others may grow from it and link to it. In order of age. */
export interface Keep extends About {
  readonly kind: "keep";
  /** Optimised. */
  readonly trace: Trace;
  readonly inherited: PassContext["inherited"];
}

/** The root is dead: its ids may come again. */
export interface Release {
  readonly kind: "release";
  readonly root: number;
}

/** To the thread that makes traces. */
export type Request = Make | Keep | Release;

/** From the thread that makes traces; for each `make` in order. */
export type Reply<Code> = {
  readonly order: number;
  /** Milliseconds by phase. */
  readonly times: Readonly<Record<string, number>>;
} & ({ readonly trace: Trace; readonly code: Code } | { readonly error: string });

export function tellHelper(helper: LeafHelper): HelperTold {
  const { name, args, result, reads, writes, fails, isRepeatable, isShielded, isOfInterned, kernel } = helper;
  return {
    name,
    args,
    result,
    reads,
    writes,
    fails,
    hasKernel: kernel !== undefined,
    ...(isRepeatable === undefined ? {} : { isRepeatable }),
    ...(isShielded === undefined ? {} : { isShielded }),
    ...(isOfInterned === undefined ? {} : { isOfInterned }),
  };
}

/** A helper as passes and compilers see it: it is never called. */
export function helperFrom({ hasKernel, ...told }: HelperTold): LeafHelper {
  const run = (): never => {
    throw new Error(`the helper ${told.name} is in another thread`);
  };
  return { ...told, run, ...(hasKernel ? { kernel: run } : {}) };
}
