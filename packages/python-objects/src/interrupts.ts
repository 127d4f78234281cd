import { type Memory, type NULL, REQUEST_INTERRUPT, REQUEST_STOPPED, STATE_REQUEST } from "@hotpy/memory";
import type { Context } from "./context.js";
import { interruptsOf, type Platform } from "./platform.js";
import type { Threads } from "./threads/threads.js";

/** When the user's interrupts are taken. */
export interface Interrupts {
  /** The platform, which tells of no interrupt while they wait. */
  readonly platform: Platform;
  /** Runs code that must not be left half done: making a module, say. An interrupt waits until its end, and so do other threads. May collect if `run` may. */
  uninterrupted<T>(run: () => T): T;
  /** From now on an interrupt calls this (false: raised) instead of raising KeyboardInterrupt, and nothing stops for it; undefined: as before. */
  handle(handler: (() => boolean) | undefined): void;
  /** Whether an interrupt calls a handler. */
  isHandled(): boolean;
  /** The interrupt that has come: calls the handler. May collect. False: raised. Only where {@link isHandled}. */
  deliver(): boolean;
}

/** Makes KeyboardInterrupt the pending exception: what asked for it has been heard. Leaf. */
export function raiseInterrupt({ memory, exceptions }: Pick<Context, "memory" | "exceptions">): typeof NULL {
  memory.i32[STATE_REQUEST >>> 2] &= ~(REQUEST_INTERRUPT | REQUEST_STOPPED);
  return exceptions.raise("KeyboardInterrupt", "");
}

export function createInterrupts({ i32 }: Memory, platform: Platform, threads: Threads): Interrupts {
  const interrupted = interruptsOf(platform);
  let waiting = 0;
  let handler: (() => boolean) | undefined;

  /** Whether the running thread is to raise it: only the main one does. */
  function takes(): boolean {
    threads.poll();
    if (waiting > 0 || !interrupted()) return false;
    if (threads.running === threads.main && handler === undefined) return true;
    // The main thread takes it at its next safepoint.
    threads.interruptMain();
    return false;
  }

  return {
    platform: { ...platform, interrupted: takes },
    handle(given) {
      handler = given;
    },
    isHandled: () => handler !== undefined,
    deliver() {
      // Where the platform has told of the interrupt in another way, its flag still stands.
      interrupted();
      return handler?.() === true;
    },
    uninterrupted(run) {
      const asked = i32[STATE_REQUEST >>> 2] & REQUEST_INTERRUPT;
      i32[STATE_REQUEST >>> 2] &= ~REQUEST_INTERRUPT;
      waiting++;
      try {
        return threads.alone(run);
      } finally {
        waiting--;
        i32[STATE_REQUEST >>> 2] |= asked;
      }
    },
  };
}
