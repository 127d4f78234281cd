import {
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import { type Address, type Memory, NULL, type Word } from "@hotpy/memory";
import { CODE_START, type ShapeTable } from "@hotpy/object-model";
import type { Exit } from "./exits.js";
import { createObjectPrinter } from "./object-graph.js";
import type { Trace } from "./trace.js";

/** How deep objects are printed in the stream of exits. */
const DEPTH = 2;

/**
 * One entry of the stream of exits in check mode: the exit, and the frames that have been rebuilt, from `top` down to
 * `base` (byte addresses). Executors that agree write equal streams.
 */
export function printExit(
  memory: Memory,
  layoutOf: ShapeTable["layout"],
  trace: Trace,
  exit: Exit,
  top: Address,
  base: Address,
): string {
  const frames = printFrames(memory, top, base, createObjectPrinter(memory, layoutOf, { depth: DEPTH }));
  return `exit ${trace.id}.${exit.number} ${exit.snapshot.action}\n${frames}`;
}

/**
 * Frames as text, from `top` down to `base` (byte addresses, both included), their values by `print`: one line a frame,
 * base first. For the stream of exits in check mode.
 */
export function printFrames(memory: Memory, top: Address, base: Address, print: (word: Word) => string): string {
  const { i32 } = memory;
  const addresses: Address[] = [];
  for (let frame = top; frame !== NULL; frame = i32[(frame + FRAME_PREVIOUS) >>> 2]) {
    addresses.unshift(frame);
    if (frame === base) break;
  }
  return addresses
    .map((frame) => {
      const field = (offset: number): number => i32[(frame + offset) >>> 2];
      const code = field(FRAME_CODE);
      const slots: string[] = [];
      for (let place = frame + FRAME_SLOTS; place < field(FRAME_SP); place += 4) slots.push(print(i32[place >>> 2]));
      return (
        `code#${code}+${field(FRAME_IP) - i32[(code + CODE_START) >>> 2]} function ${print(field(FRAME_FUNCTION))} ` +
        `generator ${print(field(FRAME_GENERATOR))} slots ${slots.join(" ")}`
      );
    })
    .join("\n");
}
