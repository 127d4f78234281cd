/// Frame objects: what a program sees of a frame. They keep what does not change; names are looked for in the frame while it is there.

import { FRAME_CODE, FRAME_FUNCTION, FRAME_GENERATOR, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import { type Address, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import {
  defineFields,
  FUNCTION_GLOBALS,
  fixed,
  GENERATOR_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_RUNNING,
  GENERATOR_STATE,
  layoutOf,
  mutable,
} from "@hotpy/object-model";
import type { RootSlot, UpToCalling } from "./context.js";

export const FRAME_OBJECT_CODE = 8;
export const FRAME_OBJECT_GLOBALS = 12;
/** The frame object of the caller, or NULL. */
const FRAME_OBJECT_BACK = 16;
/** `f_trace`, or NULL; and the dict that `f_locals` has given, or NULL. */
export const FRAME_OBJECT_TRACE = 20;
export const FRAME_OBJECT_LOCALS = 24;
/** The generator that the frame is of, where programs have got it from that, or NULL. */
export const FRAME_OBJECT_GENERATOR = 28;
/** Raw: the saved ip, and where the frame lies, 0 where it is on no stack. */
export const FRAME_OBJECT_IP = 32;
const FRAME_OBJECT_ADDRESS = 36;
/** Raw: the line that a trace function is told of, 0: that of the ip; and which events it is not told of, see below. */
export const FRAME_OBJECT_LINE = 40;
export const FRAME_OBJECT_EVENTS = 44;
/** Bits of FRAME_OBJECT_EVENTS. */
export const WITHOUT_LINES = 1;
export const WITH_OPCODES = 2;
const FRAME_OBJECT = defineFields("frame", {
  code: fixed("word", FRAME_OBJECT_CODE),
  globals: fixed("word", FRAME_OBJECT_GLOBALS),
  back: mutable("word", FRAME_OBJECT_BACK),
  trace: mutable("word", FRAME_OBJECT_TRACE),
  locals: mutable("word", FRAME_OBJECT_LOCALS),
  generator: mutable("word", FRAME_OBJECT_GENERATOR),
  ip: mutable("i32", FRAME_OBJECT_IP),
  address: mutable("i32", FRAME_OBJECT_ADDRESS),
  line: mutable("i32", FRAME_OBJECT_LINE),
  events: mutable("i32", FRAME_OBJECT_EVENTS),
});

/** All leaf. */
export interface FrameObjects {
  readonly shape: number;
  /** The frame so many calls above the running one, with all that called it; NULL: there are not so many. */
  above(depth: number): Word;
  /** The frame of a generator. */
  ofGenerator(generator: Word): Word;
  /** The frame of a traceback: that at the address, if it is still there. */
  ofTraceback(code: Address, globals: Word, ip: Address, address: Address): Word;
  /** The frame object of the caller, NULL: there is none. */
  callerOf(frame: Word): Word;
  /** The address of a frame object's frame if that is still on the stack, else 0. */
  addressOf(frame: Word): Address;
  /** From now on this is the frame object of the frame at its address, until that is forgotten. */
  keep(frame: Word): void;
  /** What is kept for the frame at an address, or NULL. */
  keptAt(address: Address): Word;
  /** The frame at an address, whose frame object is kept, is about to leave the stack. */
  forget(address: Address): void;
}

export function createFrameObjects({
  memory,
  shapes,
  objects,
  handles,
  codes,
  continuations,
  heap,
}: UpToCalling): FrameObjects {
  const { i32 } = memory;
  const shape = shapes.define(layoutOf("frame", FRAME_OBJECT), NULL);
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];

  function make(code: Address, globals: Word, back: Word, ip: Address, address: Address): Word {
    const frame = objects.object(shape);
    i32[(frame + FRAME_OBJECT_CODE) >>> 2] = code;
    i32[(frame + FRAME_OBJECT_GLOBALS) >>> 2] = globals;
    i32[(frame + FRAME_OBJECT_BACK) >>> 2] = back;
    i32[(frame + FRAME_OBJECT_IP) >>> 2] = ip;
    i32[(frame + FRAME_OBJECT_ADDRESS) >>> 2] = address;
    return frame;
  }

  /** Where the objects of kept frames are, by the addresses of these. */
  const kept = new Map<Address, RootSlot>();
  const freeSlots: RootSlot[] = [];

  function keptAt(address: Address): Word {
    const slot = kept.get(address);
    if (slot === undefined) return NULL;
    const frame = i32[slot >>> 2];
    if (field(frame, FRAME_OBJECT_CODE) === field(address, FRAME_CODE)) return frame;
    // It has left unnoticed.
    forget(address);
    return NULL;
  }

  function forget(address: Address): void {
    const slot = kept.get(address);
    if (slot === undefined) return;
    i32[(i32[slot >>> 2] + FRAME_OBJECT_ADDRESS) >>> 2] = 0;
    i32[slot >>> 2] = NULL;
    kept.delete(address);
    freeSlots.push(slot);
  }

  const isOfProgram = (frame: Address): boolean =>
    field(frame, FRAME_FUNCTION) !== NULL && !codes.record(field(frame, FRAME_CODE)).isHidden;

  /** Frames of the program, the running one first. */
  function visible(): Address[] {
    const found: Address[] = [];
    for (let frame = i32[STATE_FRAME >>> 2]; frame !== NULL; frame = field(frame, FRAME_PREVIOUS)) {
      if (isOfProgram(frame)) found.push(frame);
    }
    return found;
  }

  function objectsFrom(frames: readonly Address[], depth: number): Word {
    if (depth >= frames.length) return NULL;
    const mark = handles.mark();
    const back = handles.push(NULL);
    for (let index = frames.length - 1; index >= depth; index--) {
      const frame = frames[index];
      const before = keptAt(frame);
      if (before !== NULL) {
        if (field(before, FRAME_OBJECT_BACK) !== handles.get(back))
          heap.storeWord(before, FRAME_OBJECT_BACK, handles.get(back));
        handles.set(back, before);
        continue;
      }
      const globals = field(field(frame, FRAME_FUNCTION), FUNCTION_GLOBALS);
      handles.set(back, make(field(frame, FRAME_CODE), globals, handles.get(back), continuations.realIp(frame), frame));
    }
    const result = handles.get(back);
    handles.release(mark);
    return result;
  }

  function addressOf(frame: Word): Address {
    const generator = field(frame, FRAME_OBJECT_GENERATOR);
    if (generator !== NULL) {
      if (field(generator, GENERATOR_STATE) !== GENERATOR_RUNNING) return 0;
      return visible().find((each) => field(each, FRAME_GENERATOR) === generator) ?? 0;
    }
    const address = field(frame, FRAME_OBJECT_ADDRESS);
    if (address === 0) return 0;
    const isThere = visible().some(
      (each) => each === address && field(each, FRAME_CODE) === field(frame, FRAME_OBJECT_CODE),
    );
    return isThere ? address : 0;
  }

  return {
    shape,
    above: (depth) => objectsFrom(visible(), depth),
    ofGenerator(generator) {
      const fn = field(generator, GENERATOR_FUNCTION);
      const globals = fn === NULL ? NULL : field(fn, FUNCTION_GLOBALS);
      const mark = handles.mark();
      const kept = handles.push(generator);
      const frame = make(
        field(generator, GENERATOR_CODE),
        globals,
        NULL,
        codes.startOf(field(generator, GENERATOR_CODE)),
        0,
      );
      i32[(frame + FRAME_OBJECT_GENERATOR) >>> 2] = handles.get(kept);
      handles.release(mark);
      return frame;
    },
    ofTraceback(code, globals, ip, address) {
      const frames = visible();
      const depth = frames.findIndex((each) => each === address && field(each, FRAME_CODE) === code);
      if (depth < 0) return make(code, globals, NULL, ip, 0);
      return objectsFrom(frames, depth);
    },
    callerOf(frame) {
      const back = field(frame, FRAME_OBJECT_BACK);
      if (back !== NULL || field(frame, FRAME_OBJECT_GENERATOR) === NULL) return back;
      const address = addressOf(frame);
      const frames = visible();
      return address === 0 ? NULL : objectsFrom(frames, frames.indexOf(address) + 1);
    },
    addressOf,
    keep(frame) {
      const address = field(frame, FRAME_OBJECT_ADDRESS);
      if (kept.has(address)) return;
      const slot = freeSlots.pop() ?? objects.root(NULL);
      i32[slot >>> 2] = frame;
      kept.set(address, slot);
    },
    keptAt,
    forget,
  };
}
