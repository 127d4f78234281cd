import { FRAME_CODE, FRAME_DEPTH, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import { EXIT_FRAMES_COMPLETE, reserveMemory, STATE_EXIT_TRACE, STATE_FRAME } from "@hotpy/memory";
import { CODE_FLAGS, CODE_UNCOUNTED } from "@hotpy/object-model";
import { expect, test } from "vitest";
import { createLeaving, EXIT_OPEN } from "./recovery.js";

const FRAME_BYTES = 64;
const CODE_BYTES = 128;

test("depths that compiled code has left out are counted from the last frame that has one", () => {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const { i32 } = memory;
  const [counted, uncounted] = [0, 1].map((index) => memory.immortal.start + index * CODE_BYTES);
  i32[(uncounted + CODE_FLAGS) >>> 2] = CODE_UNCOUNTED;
  const [base, ...frames] = [counted, counted, uncounted, counted, counted].map((code, index) => {
    const frame = memory.stack.start + index * FRAME_BYTES;
    i32[(frame + FRAME_CODE) >>> 2] = code;
    i32[(frame + FRAME_PREVIOUS) >>> 2] = index === 0 ? 0 : frame - FRAME_BYTES;
    i32[(frame + FRAME_DEPTH) >>> 2] = 77;
    return frame;
  });
  i32[(base + FRAME_DEPTH) >>> 2] = 0;
  i32[STATE_EXIT_TRACE >>> 2] = EXIT_FRAMES_COMPLETE;
  const { leave } = createLeaving(memory, () => 0);

  i32[STATE_FRAME >>> 2] = frames[3];
  expect(leave(base)).toBe(EXIT_OPEN);
  expect(frames.map((frame) => i32[(frame + FRAME_DEPTH) >>> 2])).toEqual([1, 1, 2, 3]);
  i32[STATE_FRAME >>> 2] = base;
  leave(base);
  expect(i32[(base + FRAME_DEPTH) >>> 2]).toBe(0);
});
