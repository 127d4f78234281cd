/// How a recorded trace becomes what is executed: the passes, then code. At once, here; or in another thread (see `background.ts`), while
/// the interpreter goes on.

import { type Exit, type PassContext, runPipeline, type Trace, type TraceTree } from "@hotpy/trace";
import type { SupervisorEnvironment } from "./environment.js";

/** What is to be made. */
export interface Order {
  /** As it has been recorded. */
  readonly trace: Trace;
  /** Id of the root of its tree. */
  readonly root: number;
  /** Of a bridge: the trace and the exit that it grows from, and the facts that the trace itself started from. */
  readonly parent:
    | { readonly trace: Trace; readonly exit: Exit; readonly inherited: PassContext["inherited"] }
    | undefined;
}

/** What has been made. */
export interface Made {
  /** Optimised. */
  readonly trace: Trace;
  /** The facts that the passes over it started from. */
  readonly inherited: PassContext["inherited"];
  /** Another thread keeps the trace as a part of its tree. */
  readonly isKeptElsewhere: boolean;
  /** Lets the executor run it. @throws Error if it cannot. */
  install(tree: TraceTree): void;
}

/** Is told what has been made, or why it could not be. Whether it has been installed. */
export type Done = (made: Made | undefined, error: unknown) => boolean;

export interface Maker {
  /** Calls `done` once: at once or from {@link Maker.poll}, with what has been made, or with an error. */
  make(order: Order, done: Done): void;
  /** Hands over what has been finished. Cheap where that is nothing. */
  poll(): void;
  /** So much waits to be made that nothing more should be recorded. */
  readonly isBehind: boolean;
  /** The root is dead, with all its traces. */
  release(root: number): void;
}

/** Makes traces at once. */
export function createMaker({
  objects,
  helpers,
  executor,
  passes,
  chaos,
  verify = false,
  factsAtExit,
}: SupervisorEnvironment): Maker {
  const contextOf = (inherited: PassContext["inherited"]): PassContext => ({
    objects,
    helpers,
    inherited,
    forcedExits: chaos !== undefined,
  });

  function make({ trace: recorded, parent }: Order): Made {
    const inherited = parent && factsAtExit?.(parent.trace, parent.exit.number, contextOf(parent.inherited));
    const trace = runPipeline(recorded, passes, contextOf(inherited), { verify });
    return {
      trace,
      inherited,
      isKeptElsewhere: false,
      install(tree) {
        if (parent === undefined) executor.install(tree);
        else executor.grow(tree, trace, parent.exit);
      },
    };
  }

  return {
    make(order, done) {
      let made: Made;
      try {
        made = make(order);
      } catch (error) {
        done(undefined, error);
        return;
      }
      done(made, undefined);
    },
    poll: () => undefined,
    isBehind: false,
    release: () => undefined,
  };
}
