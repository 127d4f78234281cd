import {
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import { EXIT_FRAMES_COMPLETE, NULL, STATE_EXIT_TRACE, STATE_FRAME, STATE_NATIVE_BUDGET } from "@hotpy/memory";
import { type FixedObjects, type FrameState, NO_VALUE, type Trace } from "@hotpy/trace";
import type { FunctionBuilder } from "../lir/builder.js";
import type { LirType, Reg, Signature } from "../lir/lir.js";

/// Frames as compiled code passes and writes them.

/** Registers that every root function has: its parameters before the slots. */
export interface FrameRegisters {
  /** Byte address of the base frame. */
  readonly frame: Reg;
  /** Byte address of the frame below it. */
  readonly previous: Reg;
  /** Tagged. */
  readonly function: Reg;
  /** Frames that may still be pushed; see STATE_NATIVE_BUDGET. */
  readonly budget: Reg;
}

const FIXED_PARAMETERS: readonly LirType[] = ["i32", "i32", "i32", "i32"];

/** Position of the first slot among a root function's parameters. */
export const FIRST_SLOT_PARAMETER = FIXED_PARAMETERS.length;

/** Bytes of a frame with `slots` slots in use. */
export const frameBytes = (slots: number): number => FRAME_SLOTS + slots * 4;

/** Frame slots that a root trace takes as parameters, in order: the arguments of a function, the inputs of a loop. */
export function slotParameters(trace: Trace, objects: FixedObjects): readonly number[] {
  if (trace.kind === "function") {
    return Array.from({ length: objects.code(trace.anchor.code).arguments }, (_, index) => index);
  }
  return trace.inputs.flatMap(({ source }) => (source === "function" ? [] : [source]));
}

/** Signature of a root function with so many slot parameters. */
export function rootSignature(slots: number): Signature {
  return { params: [...FIXED_PARAMETERS, ...new Array<LirType>(slots).fill("i32")], result: "i32" };
}

/** Writes the links of a frame that starts at `frame` + `offset`; its depth is left to the kernel that leaves compiled code. */
export function writeHeader(
  f: FunctionBuilder,
  frame: Reg,
  offset: number,
  header: { readonly previous: Reg; readonly code: number; readonly function: Reg; readonly generator: Reg },
): void {
  f.store("i32.store", frame, offset + FRAME_PREVIOUS, header.previous);
  f.store("i32.store", frame, offset + FRAME_CODE, f.i32(header.code));
  f.store("i32.store", frame, offset + FRAME_FUNCTION, header.function);
  f.store("i32.store", frame, offset + FRAME_GENERATOR, header.generator);
}

/** Writes where a frame goes on and how many slots it uses. */
export function writePosition(
  f: FunctionBuilder,
  objects: FixedObjects,
  frame: Reg,
  offset: number,
  state: FrameState,
): void {
  const { start } = objects.code(state.code);
  f.store("i32.store", frame, offset + FRAME_IP, f.i32(start + state.ip));
  f.store(
    "i32.store",
    frame,
    offset + FRAME_SP,
    f.binary("i32.add", frame, f.i32(offset + frameBytes(state.slots.length))),
  );
}

/**
 * Writes the frame of a function that has not begun: header, arguments, the other locals NULL; then leaves to the
 * interpreter with the frames complete.
 */
export function leaveAtEntry(
  f: FunctionBuilder,
  objects: FixedObjects,
  code: number,
  registers: FrameRegisters,
  args: readonly Reg[],
): void {
  const { locals } = objects.code(code);
  const none = f.i32(NULL);
  writeHeader(f, registers.frame, 0, {
    previous: registers.previous,
    code,
    function: registers.function,
    generator: none,
  });
  for (let slot = 0; slot < locals; slot++) {
    f.store("i32.store", registers.frame, frameBytes(slot), args[slot] ?? none);
  }
  const slots = new Array<number>(locals).fill(NO_VALUE);
  writePosition(f, objects, registers.frame, 0, { code, ip: 0, function: NO_VALUE, slots, generator: NO_VALUE });
  leaveWithFramesComplete(f, registers);
}

/** Returns to the supervisor: the base frame, written by now, is the one to go on with. */
export function leaveWithFramesComplete(f: FunctionBuilder, registers: Pick<FrameRegisters, "frame" | "budget">): void {
  f.storeAt("i32.store", STATE_FRAME, registers.frame);
  f.storeAt("i32.store", STATE_NATIVE_BUDGET, registers.budget);
  f.storeAt("i32.store", STATE_EXIT_TRACE, f.i32(EXIT_FRAMES_COMPLETE));
  f.return(f.i32(0));
}
