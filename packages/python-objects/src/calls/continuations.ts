/// What a frame does with the result of its callee other than pushing it. A continuation is visible in the frame: its
/// saved ip lies in a row of one-word instructions outside all code (`continue_with k`), and on the operand stack lie
/// the words that the continuation keeps, then the real ip:
///
///     ... | word 1 | ... | word n | real ip: word index << 1 | 1 |      FRAME_IP -> continue_with k
///
/// When the callee returns, the loop pushes the result and executes that instruction; when it raises, the unwinder
/// calls the same handler with NULL.

import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import { type Address, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { BYTES_DATA, FLAG_PINNED, headerWord, SHAPE_BYTES } from "@hotpy/object-model";
import type { Storage } from "../context.js";
import { ENDING_SHIFT, ENDS_OUTSIDE } from "./endings.js";

/**
 * Takes the callee's result, NULL if it raised, and the word index of the first word kept (read them before pushing
 * anything). The frame has its real ip again, and the words are off the stack. The result is that of a protocol operation.
 */
export type ContinuationHandler = (result: Word, state: number) => Word;

/** Opcodes of the instructions that continuations consist of. */
export interface ContinuationOpcodes {
  readonly continue_with: number;
  readonly finish_init: number;
  readonly leave_loop: number;
}

export interface Continuations {
  /** Saved ip of a frame under which TypeScript has entered the loop. */
  readonly leaveLoop: Address;
  /** Registers a handler that keeps `words` words; returns its number. `ending`: how the loop ends it where it can; see endings.ts. */
  define(words: number, handler: ContinuationHandler, ending?: number): number;
  /** The one for `__init__`: keeps the instance, which becomes the result; the loop executes it inline. */
  defineInit(handler: ContinuationHandler): number;
  /** Puts a continuation on the running frame, whose ip and sp are saved. */
  push(continuation: number, first?: Word, second?: Word, third?: Word, fourth?: Word): void;
  /** What a frame with this continuation has as saved ip: for expansions, which do by themselves what `push` does. */
  addressOf(continuation: number): Address;
  /** Ends the continuation of the running frame with this result. */
  finish(result: Word): Word;
  /** TypeScript that has put continuations on the running frame has thrown: takes them off, so that the frame raises where it stands. */
  abandon(): void;
  /** Does this saved ip belong to a continuation (or to {@link leaveLoop})? */
  isContinuation(ip: Address): boolean;
  /** Saved ip of a frame, looked up behind its continuations if it has any. */
  realIp(frame: Address): Address;
  /** What lies behind the continuations of a saved ip and stack pointer: the real ip, or {@link leaveLoop}. */
  behind(ip: Address, sp: Address): Address;
  /** TypeScript enters the loop under a frame that stands at this real ip, and has {@link leaveLoop} in its place. */
  enter(frame: Address, ip: Address): void;
  /** The innermost activation of the loop that has been entered is over. */
  leave(): void;
}

const MOST_CONTINUATIONS = 64;

export function createContinuations(
  { memory, heap }: Pick<Storage, "memory" | "heap">,
  opcodes: ContinuationOpcodes,
): Continuations {
  const { i32 } = memory;
  const bytes = heap.allocateImmortal(8 + MOST_CONTINUATIONS * 4);
  i32[bytes >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
  i32[(bytes >>> 2) + 1] = MOST_CONTINUATIONS * 4;
  const start = bytes + BYTES_DATA;
  const end = start + MOST_CONTINUATIONS * 4;
  const handlers: ContinuationHandler[] = [];
  const words: number[] = [];

  function define(opcode: number, count: number, handler: ContinuationHandler, ending = ENDS_OUTSIDE): number {
    const number = handlers.push(handler) - 1;
    if (number >= MOST_CONTINUATIONS) throw new RangeError("too many continuations");
    words.push(count);
    i32[(start >>> 2) + number] = opcode | ((number | (ending << ENDING_SHIFT)) << 8);
    return number;
  }

  /** Frames from which TypeScript has entered the loop, the innermost last, and where they stand. Arrays: entering allocates nothing. */
  const entered: Address[] = [];
  const places: Address[] = [];
  const leave = define(opcodes.leave_loop, 0, () => NULL);
  const leaveLoop = start + leave * 4;

  function behind(saved: Address, sp: Address): Address {
    let ip = saved;
    let top = sp >>> 2;
    while (ip >= start && ip < end && ip !== leaveLoop) {
      const count = words[(ip - start) >>> 2];
      ip = (i32[top - 1] >>> 1) << 2;
      top -= count + 1;
    }
    return ip;
  }

  return {
    leaveLoop,
    define: (count, handler, ending) => define(opcodes.continue_with, count, handler, ending),
    defineInit: (handler) => define(opcodes.finish_init, 1, handler),
    push(continuation, first, second, third, fourth) {
      const frame = i32[STATE_FRAME >>> 2];
      let top = i32[(frame + FRAME_SP) >>> 2] >>> 2;
      if (first !== undefined) i32[top++] = first;
      if (second !== undefined) i32[top++] = second;
      if (third !== undefined) i32[top++] = third;
      if (fourth !== undefined) i32[top++] = fourth;
      i32[top++] = (i32[(frame + FRAME_IP) >>> 2] >>> 1) | 1;
      i32[(frame + FRAME_SP) >>> 2] = top << 2;
      i32[(frame + FRAME_IP) >>> 2] = start + continuation * 4;
    },
    addressOf: (continuation) => start + continuation * 4,
    finish(result) {
      const frame = i32[STATE_FRAME >>> 2];
      const continuation = (i32[(frame + FRAME_IP) >>> 2] - start) >>> 2;
      const ip = (i32[(frame + FRAME_SP) >>> 2] >>> 2) - 1;
      const state = ip - words[continuation];
      i32[(frame + FRAME_IP) >>> 2] = (i32[ip] >>> 1) << 2;
      i32[(frame + FRAME_SP) >>> 2] = state << 2;
      return handlers[continuation](result, state);
    },
    abandon() {
      const frame = i32[STATE_FRAME >>> 2];
      for (;;) {
        const at = i32[(frame + FRAME_IP) >>> 2];
        if (at < start || at >= end || at === leaveLoop) return;
        const ip = (i32[(frame + FRAME_SP) >>> 2] >>> 2) - 1;
        i32[(frame + FRAME_IP) >>> 2] = (i32[ip] >>> 1) << 2;
        i32[(frame + FRAME_SP) >>> 2] = (ip - words[(at - start) >>> 2]) << 2;
      }
    },
    isContinuation: (ip) => ip >= start && ip < end,
    realIp(frame) {
      const ip = behind(i32[(frame + FRAME_IP) >>> 2], i32[(frame + FRAME_SP) >>> 2]);
      if (ip !== leaveLoop) return ip;
      const innermost = entered.lastIndexOf(frame);
      return innermost < 0 ? ip : places[innermost];
    },
    behind,
    enter(frame, ip) {
      entered.push(frame);
      places.push(ip);
    },
    leave() {
      entered.pop();
      places.pop();
    },
  };
}
