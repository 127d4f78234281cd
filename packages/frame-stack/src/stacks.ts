/// Several stacks of frames, for languages with threads of their own. They share the memory's region for frames: the first grows from its
/// start, the others are cut off from its end. One of them runs: STATE_FRAME and STATE_STACK_LIMIT are its.

import { type Address, type Memory, NULL, STATE_FRAME, STATE_STACK_LIMIT } from "@hotpy/memory";
import { STACK_RESERVE, visitFramesFrom } from "./frame-stack.js";
import { FRAME_SP } from "./layout.js";

/** A stack of frames. */
export interface Stack {
  /** Byte address of its bottom frame. */
  readonly start: Address;
  /** Its frames may not reach past this byte address. */
  limit: Address;
  /** Its top frame, saved, while it does not run; NULL: it has none. */
  frame: Address;
}

export interface Stacks {
  readonly running: Stack;
  /** The one that runs at first. */
  readonly first: Stack;
  /** A further stack of so many bytes, without frames. Undefined: there is no room. */
  create(bytes: number): Stack | undefined;
  /** Gives a stack that does not run back. */
  release(stack: Stack): void;
  /** Leaves the running stack, whose top frame is saved, and goes on in another. */
  switchTo(stack: Stack): void;
  /** Visits the tagged words of all frames, as ranges of byte addresses. */
  visitFrameRoots(visit: (start: Address, end: Address) => void): void;
}

/** Bytes that the first stack keeps above its top frame when others are made. */
const KEPT_FOR_FIRST = 1 << 20;

export function createStacks({ i32, stack: region }: Memory): Stacks {
  const first: Stack = { start: region.start, limit: region.end - STACK_RESERVE, frame: NULL };
  const all = new Set<Stack>([first]);
  /** Stacks that have been given back, by their size in bytes. */
  const free = new Map<number, Stack[]>();
  let running = first;
  /** Where the stacks begin that have been cut off. */
  let cut = first.limit;

  function place(bytes: number): Stack | undefined {
    const used = free.get(bytes)?.pop();
    if (used !== undefined) return used;
    const top = running === first ? i32[STATE_FRAME >>> 2] : first.frame;
    const end = top === NULL ? first.start : i32[(top + FRAME_SP) >>> 2];
    const start = cut - bytes;
    if (start - end < KEPT_FOR_FIRST) return undefined;
    first.limit = cut = start;
    if (running === first) i32[STATE_STACK_LIMIT >>> 2] = start;
    return { start, limit: start + bytes, frame: NULL };
  }

  return {
    first,
    get running() {
      return running;
    },
    create(bytes) {
      const stack = place(bytes);
      if (stack !== undefined) all.add(stack);
      return stack;
    },
    release(stack) {
      all.delete(stack);
      stack.frame = NULL;
      const bytes = stack.limit - stack.start;
      const others = free.get(bytes);
      if (others === undefined) free.set(bytes, [stack]);
      else others.push(stack);
    },
    switchTo(stack) {
      running.frame = i32[STATE_FRAME >>> 2];
      running = stack;
      i32[STATE_FRAME >>> 2] = stack.frame;
      i32[STATE_STACK_LIMIT >>> 2] = stack.limit;
    },
    visitFrameRoots(visit) {
      for (const stack of all) visitFramesFrom(i32, stack === running ? i32[STATE_FRAME >>> 2] : stack.frame, visit);
    },
  };
}
