/// Frame objects: what a program sees of a frame. They keep what does not change; names are looked for in the frame while it is there.

import { FRAME_CODE, FRAME_FUNCTION, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import { type Address, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { defineFields, FUNCTION_GLOBALS, fixed, layoutOf } from "@hotpy/object-model";
import type { UpToCalling } from "./context.js";

export const FRAME_OBJECT_CODE = 8;
export const FRAME_OBJECT_GLOBALS = 12;
/** The frame object of the caller, or NULL. */
export const FRAME_OBJECT_BACK = 16;
/** Raw: the saved ip, and where the frame lies, 0 where it is on no stack. */
export const FRAME_OBJECT_IP = 20;
const FRAME_OBJECT_ADDRESS = 24;
const FRAME_OBJECT = defineFields("frame", {
  code: fixed("word", FRAME_OBJECT_CODE),
  globals: fixed("word", FRAME_OBJECT_GLOBALS),
  back: fixed("word", FRAME_OBJECT_BACK),
  ip: fixed("i32", FRAME_OBJECT_IP),
  address: fixed("i32", FRAME_OBJECT_ADDRESS),
});

/** All leaf. */
export interface FrameObjects {
  readonly shape: number;
  /** The frame so many calls above the running one, with all that called it; NULL: there are not so many. */
  above(depth: number): Word;
  /** A frame that is on no stack: of a traceback, or of a generator. */
  of(code: Address, globals: Word, ip: Address): Word;
  /** The address of a frame object's frame if that is still on the stack, else 0. */
  addressOf(frame: Word): Address;
}

export function createFrameObjects({
  memory,
  shapes,
  objects,
  handles,
  codes,
  continuations,
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

  /** Frames of the program, the running one first. */
  function visible(): Address[] {
    const found: Address[] = [];
    for (let frame = i32[STATE_FRAME >>> 2]; frame !== NULL; frame = field(frame, FRAME_PREVIOUS)) {
      const code = field(frame, FRAME_CODE);
      if (field(frame, FRAME_FUNCTION) !== NULL && !codes.record(code).isHidden) found.push(frame);
    }
    return found;
  }

  return {
    shape,
    above(depth) {
      const frames = visible();
      if (depth >= frames.length) return NULL;
      const mark = handles.mark();
      const back = handles.push(NULL);
      for (let index = frames.length - 1; index >= depth; index--) {
        const frame = frames[index];
        const globals = field(field(frame, FRAME_FUNCTION), FUNCTION_GLOBALS);
        handles.set(
          back,
          make(field(frame, FRAME_CODE), globals, handles.get(back), continuations.realIp(frame), frame),
        );
      }
      const result = handles.get(back);
      handles.release(mark);
      return result;
    },
    of: (code, globals, ip) => make(code, globals, NULL, ip, 0),
    addressOf(frame) {
      const address = field(frame, FRAME_OBJECT_ADDRESS);
      const isThere = visible().some(
        (each) => each === address && field(each, FRAME_CODE) === field(frame, FRAME_OBJECT_CODE),
      );
      return isThere ? address : 0;
    },
  };
}
