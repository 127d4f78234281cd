/// Python's threads, as all of them run in one VM: each has a stack of frames, and at safepoints of the interpreter loop another may go on.
///
/// The hardware stack is one, so there is one rule about it. Natives that call Python code enter the loop anew (`calls/reentry.ts`), and these
/// *activations* of the loop lie one above the other whatever thread has made them. Any thread can run in the topmost one; but a thread can
/// only return to its native when the activation that the native waits for is the topmost. A thread that comes to that point too early is
/// *parked*, and the others run.

import type { Stack, Stacks } from "@hotpy/frame-stack";
import { FRAME_SP } from "@hotpy/frame-stack";
import {
  type Address,
  type Memory,
  NULL,
  REQUEST_INTERRUPT,
  REQUEST_LANGUAGE,
  REQUEST_RAISE,
  STATE_CONSTANTS_TOP,
  STATE_FRAME,
  STATE_HANDLED,
  STATE_PENDING,
  STATE_REQUEST,
  type Word,
} from "@hotpy/memory";
import type { Platform } from "../platform.js";
import type { Polled } from "../system-calls.js";

/** A thread that has not ended. */
export interface Thread {
  /** What `get_ident` gives; never used again. */
  readonly ident: number;
}

export interface Threads {
  /** The one that runs. */
  readonly running: Thread;
  readonly main: Thread;
  /** The top frame of each, by its number. Leaf. */
  frames(): ReadonlyMap<number, Address>;
  /** The exception that each handles, or NULL, by its number. Leaf. */
  handled(): ReadonlyMap<number, Word>;
  /** Whether the running thread is within a native that has called Python code: where it waits there, others may not be able to return from theirs. */
  isInNative(): boolean;
  /** Whether a thread is parked: it cannot go on before activations of the loop above its own have ended. */
  isParked(ident: number): boolean;
  /** How many there are, the main one included. */
  readonly count: number;
  /** Milliseconds that one may run while others could. */
  interval: number;
  /** Has a root keep a value for each thread; in others than the running one it is `initial`, which does not move. */
  separate(slot: Address, initial: Word): void;
  /**
   * Makes a thread on a stack of so many bytes. `begin` writes its bottom frame at the address that it gets; the thread goes on from there when its turn
   * comes. Undefined: there is no room.
   */
  start(bytes: number, begin: (frame: Address) => void): Thread | undefined;
  /** The running thread, not the main one, is at its end: another goes on from STATE_FRAME. May wait. */
  end(): void;
  /**
   * The running thread has nothing to do until someone wakes this key (0: nobody will) or a time comes, in milliseconds of {@link now}: at the next safepoint
   * another goes on; or until something has come at one of these descriptors. What waits looks again afterwards, as it may be woken for nothing.
   */
  wait(key: number, until: number, polled?: readonly Polled[]): void;
  /** Lets others run, if they can, from the next safepoint on. */
  yield(): void;
  /** Those that wait for this key may go on. */
  wake(key: number): void;
  /** A key that nothing else has. */
  newKey(): number;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Called before all threads sleep. */
  onIdle: () => void;
  /** No other thread ever runs again: the program is at its end. */
  stop(): void;

  /* For those that run the loop. */

  /** Looks whether the running thread has run long enough. Cheap. */
  poll(): void;
  /** The user has interrupted, which is the main thread's business. */
  interruptMain(): void;
  /** A safepoint of the loop, asked for by REQUEST_LANGUAGE: another thread may go on from STATE_FRAME. May wait. A text: RuntimeError is to be raised. */
  safepoint(): string | undefined;
  /** Runs code that steps through frames of the running thread, which must not change meanwhile. */
  pinned<T>(run: () => T): T;
  /** Runs code that no other thread may see half done, also in activations of the loop that it makes. */
  alone<T>(run: () => T): T;
  /** TypeScript runs the loop on top of this frame: until it ends, by `leave` of what this returns, the activation is the topmost. */
  enter(base: Address): OuterActivation;
  leave(outer: OuterActivation): void;
  /** The loop has ended with this result (NULL: an exception is pending). Whether the topmost activation is the one; else another thread goes on from STATE_FRAME. May wait. */
  leaves(result: Word): boolean;
}

/** What holds again when an activation of the loop has ended. */
export interface OuterActivation {
  readonly thread: ThreadState;
  readonly base: Address;
  readonly pins: number;
}

class ThreadState implements Thread {
  /** What it waits for: see {@link Threads.wait}. */
  isWaiting = false;
  key = 0;
  until = 0;
  polled: readonly Polled[] = [];
  /** Base frame of the activation that must be the topmost before it goes on, or NULL. */
  needs: Address = NULL;
  /** What is to be raised as RuntimeError when it goes on. */
  fault: string | undefined;
  /** The root that keeps the exception with which it is parked, and behind it those of its separate values. */
  constructor(
    readonly ident: number,
    readonly stack: Stack,
    readonly roots: Address,
  ) {}
}

/** Most roots that have a value for each thread. */
const MOST_SEPARATE = 7;
/** Polls between two looks at the clock. */
const POLLS = 8;
/** A thread inside of a native is let go on for so many intervals, as others may then have to wait for it. */
const INTERVALS_IN_NATIVE = 20;
/** The key of who is never woken. */
const NOBODY = -1;
/** Milliseconds. */
const DEFAULT_INTERVAL = 5;
/** Milliseconds between two looks for the user's interrupt while descriptors are waited for. */
const POLL_SLICE = 20;
const LONGEST_SLEEP = 3_600_000;

const DEADLOCK = "deadlock: every thread waits for another";
const STACKED =
  "deadlock: a thread waits inside of a builtin function for one that has to return from another builtin function first";

export function createThreads({ i32, constants }: Memory, stacks: Stacks, platform: Platform): Threads {
  const request = STATE_REQUEST >>> 2;
  const separate: { readonly slot: Address; readonly initial: Word }[] = [{ slot: STATE_HANDLED, initial: NULL }];
  const freeRoots: Address[] = [];
  const main = new ThreadState(1, stacks.running, newRoots());
  /** In the order of their turns. */
  const all: ThreadState[] = [main];
  let running = main;
  let idents = 1;
  let keys = 0;
  let pins = 0;
  let alones = 0;
  let base: Address = NULL;
  let isInterruptPending = false;
  let isStopped = false;
  let untilLook = POLLS;
  let sliceEnd = 0;

  const now = (): number => Number(platform.monotonic()) / 1e6;

  function newRoots(): Address {
    const used = freeRoots.pop();
    if (used !== undefined) return used;
    const slot = i32[STATE_CONSTANTS_TOP >>> 2];
    const end = slot + 4 * (1 + MOST_SEPARATE);
    if (end > constants.end) throw new RangeError("the constants region is full");
    i32.fill(NULL, slot >>> 2, end >>> 2);
    i32[STATE_CONSTANTS_TOP >>> 2] = end;
    return slot;
  }

  const isInNative = (thread: ThreadState): boolean =>
    base >= thread.stack.start && base < thread.stack.limit && base !== thread.stack.start;

  function isReady(thread: ThreadState, time: number): boolean {
    if (isStopped && thread !== running && thread !== main) return false;
    if (thread.needs !== NULL) return thread.needs === base;
    if (!thread.isWaiting || time >= thread.until || thread.fault !== undefined) return true;
    if (thread.polled.length > 0 && hasCome(thread.polled, 0)) return true;
    return thread === main && isInterruptPending;
  }

  /** Whose turn it is. Sleeps while nobody can go on. */
  function next(): ThreadState {
    for (;;) {
      const time = now();
      const position = all.indexOf(running);
      for (let i = 1; i <= all.length; i++) {
        const thread = all[(position + i) % all.length];
        if (isReady(thread, time)) return thread;
      }
      sleep(time);
    }
  }

  function hasCome(polled: readonly Polled[], milliseconds: number): boolean {
    return (platform.systemCalls?.()?.poll(polled, milliseconds) ?? 0) > 0;
  }

  /** Waits for descriptors, and now and then looks for the user's interrupt, which does not end that. */
  function sleepOver(polled: readonly Polled[], milliseconds: number): void {
    threads.onIdle();
    const end = now() + milliseconds;
    // By the clock: a signal ends a slice early.
    for (let left = milliseconds; left > 0; left = end - now()) {
      if (hasCome(polled, Math.min(left, POLL_SLICE))) return;
      if (platform.interrupted?.() !== true) continue;
      isInterruptPending = true;
      return;
    }
  }

  function sleep(time: number): void {
    let until = Number.POSITIVE_INFINITY;
    for (const thread of all) if (thread.needs === NULL) until = Math.min(until, thread.until);
    const polled = all.flatMap((thread) => (thread.needs === NULL ? thread.polled : []));
    if (polled.length > 0) {
      sleepOver(polled, until - time);
      return;
    }
    if (until === Number.POSITIVE_INFINITY) {
      const blocking = all.find(isInNative);
      const isStacked = all.some((thread) => thread.needs !== NULL) && blocking !== undefined;
      if (isStacked) blocking.fault = STACKED;
      else main.fault = DEADLOCK;
      return;
    }
    threads.onIdle();
    if (!platform.sleep(Math.min(Math.max(0, until - time), LONGEST_SLEEP))) isInterruptPending = true;
  }

  function switchTo(thread: ThreadState): void {
    thread.isWaiting = false;
    thread.polled = [];
    if (thread !== running) {
      // Asked for while it ran, but not yet raised.
      if ((i32[request] & REQUEST_INTERRUPT) !== 0) {
        i32[request] &= ~REQUEST_INTERRUPT;
        isInterruptPending = true;
      }
      separate.forEach(({ slot }, i) => {
        i32[(running.roots >>> 2) + 1 + i] = i32[slot >>> 2];
        i32[slot >>> 2] = i32[(thread.roots >>> 2) + 1 + i];
      });
      stacks.switchTo(thread.stack);
      running = thread;
    }
    thread.needs = NULL;
    if (i32[thread.roots >>> 2] !== NULL) {
      i32[STATE_PENDING >>> 2] = i32[thread.roots >>> 2];
      i32[thread.roots >>> 2] = NULL;
      i32[request] |= REQUEST_RAISE;
    }
    if (thread === main && isInterruptPending) {
      isInterruptPending = false;
      i32[request] |= REQUEST_INTERRUPT;
    }
    if (thread.fault !== undefined) i32[request] |= REQUEST_LANGUAGE;
    sliceEnd = now() + threads.interval * (isInNative(thread) ? INTERVALS_IN_NATIVE : 1);
    untilLook = POLLS;
  }

  function takeFault(): string | undefined {
    const { fault } = running;
    running.fault = undefined;
    return fault;
  }

  const threads: Threads = {
    get running() {
      return running;
    },
    main,
    frames: () =>
      new Map(all.map((each) => [each.ident, each === running ? i32[STATE_FRAME >>> 2] : each.stack.frame])),
    isInNative: () => isInNative(running),
    isParked: (ident) => all.some((each) => each.ident === ident && each.needs !== NULL),
    handled: () =>
      new Map(all.map((each) => [each.ident, i32[(each === running ? STATE_HANDLED : each.roots + 4) >>> 2]])),
    get count() {
      return all.length;
    },
    interval: DEFAULT_INTERVAL,
    onIdle: () => {},
    now,
    separate(slot, initial) {
      if (separate.length === MOST_SEPARATE) throw new RangeError("too many values that each thread has of its own");
      // Threads that there are already have never had another.
      for (const { roots } of all) i32[(roots >>> 2) + 1 + separate.length] = initial;
      separate.push({ slot, initial });
    },
    start(bytes, begin) {
      const stack = isStopped ? undefined : stacks.create(bytes);
      if (stack === undefined) return undefined;
      const thread = new ThreadState(++idents, stack, newRoots());
      separate.forEach(({ initial }, i) => {
        i32[(thread.roots >>> 2) + 1 + i] = initial;
      });
      stack.frame = stack.start;
      begin(stack.start);
      // Its turn is the last.
      all.splice(all.indexOf(running), 0, thread);
      return thread;
    },
    end() {
      const ended = running;
      ended.isWaiting = true;
      ended.key = NOBODY;
      ended.until = Number.POSITIVE_INFINITY;
      const following = next();
      switchTo(following);
      all.splice(all.indexOf(ended), 1);
      i32.fill(NULL, ended.roots >>> 2, (ended.roots >>> 2) + 1 + MOST_SEPARATE);
      freeRoots.push(ended.roots);
      stacks.release(ended.stack);
    },
    wait(key, until, polled = []) {
      running.polled = polled;
      running.isWaiting = true;
      running.key = key;
      running.until = until;
      i32[request] |= REQUEST_LANGUAGE;
    },
    yield() {
      if (all.length === 1) return;
      sliceEnd = 0;
      i32[request] |= REQUEST_LANGUAGE;
    },
    wake(key) {
      for (const thread of all) if (thread.isWaiting && thread.key === key) thread.isWaiting = false;
    },
    newKey: () => ++keys,
    stop() {
      isStopped = true;
    },
    poll() {
      if (all.length === 1 || --untilLook > 0 || isStopped) return;
      untilLook = POLLS;
      if (now() >= sliceEnd) i32[request] |= REQUEST_LANGUAGE;
    },
    interruptMain() {
      isInterruptPending = true;
      i32[request] |= REQUEST_LANGUAGE;
      sliceEnd = 0;
    },
    safepoint() {
      if (i32[STATE_PENDING >>> 2] !== NULL) return undefined;
      i32[request] &= ~REQUEST_LANGUAGE;
      if (pins > 0 || alones > 0) {
        running.isWaiting = false;
        running.polled = [];
        return undefined;
      }
      if (running.fault === undefined && (running.isWaiting || (!isStopped && now() >= sliceEnd))) switchTo(next());
      return takeFault();
    },
    pinned(run) {
      pins++;
      try {
        return run();
      } finally {
        pins--;
      }
    },
    alone(run) {
      alones++;
      try {
        return run();
      } finally {
        alones--;
      }
    },
    enter(frame) {
      const outer = { thread: running, base, pins };
      base = frame;
      pins = 0;
      return outer;
    },
    leave(outer) {
      base = outer.base;
      pins = outer.pins;
      // An error of JavaScript may have come through while another thread ran.
      if (running !== outer.thread) switchTo(outer.thread);
    },
    leaves(result) {
      const frame = i32[STATE_FRAME >>> 2];
      if (frame === base) return true;
      running.needs = frame;
      if (result === NULL) {
        i32[running.roots >>> 2] = i32[STATE_PENDING >>> 2];
        i32[STATE_PENDING >>> 2] = NULL;
      } else {
        const top = i32[(frame + FRAME_SP) >>> 2];
        i32[top >>> 2] = result;
        i32[(frame + FRAME_SP) >>> 2] = top + 4;
      }
      switchTo(next());
      return false;
    },
  };
  return threads;
}
