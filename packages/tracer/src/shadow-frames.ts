/// The frames of a recording: for each real frame from the base frame up, which value of the trace stands in each slot.

import { type FrameState, NO_VALUE, type Snapshot, type ValueId } from "@hotpy/trace";
import type { Address } from "@hotpy/memory";

/** One frame. Slots: locals and cells, then operands. */
export interface ShadowFrame {
  readonly code: Address;
  readonly function: ValueId;
  /** The generator whose frame this is, or NO_VALUE. */
  readonly generator: ValueId;
  readonly slots: ValueId[];
  /** Of a resumed generator: what its slots held in the generator object. */
  readonly loaded?: readonly ValueId[];
  /** Of a frame that has called: byte offset of the instruction to return to. */
  returnOffset: number;
}

/** The stack of shadow frames, base frame first. */
export class ShadowFrames {
  readonly #frames: ShadowFrame[];
  /** States of the frames below the top, which do not change while they wait. */
  readonly #waiting: FrameState[] = [];

  constructor(frames: ShadowFrame[]) {
    this.#frames = frames;
    for (const frame of frames.slice(0, -1)) this.#waiting.push(stateOf(frame, frame.returnOffset, frame.slots));
  }

  get top(): ShadowFrame {
    return this.#frames[this.#frames.length - 1];
  }

  get depth(): number {
    return this.#frames.length;
  }

  /** Whether a frame of this code is on the stack. */
  runs(code: Address): boolean {
    return this.#frames.some((frame) => frame.code === code);
  }

  /** The frame at this height, 0 the base frame. */
  at(height: number): ShadowFrame {
    return this.#frames[height];
  }

  /** Pushes a frame; the caller, now waiting, will go on at `returnOffset`. */
  push(frame: ShadowFrame, returnOffset: number): void {
    const caller = this.top;
    caller.returnOffset = returnOffset;
    this.#waiting.push(stateOf(caller, returnOffset, caller.slots));
    this.#frames.push(frame);
  }

  pop(): void {
    this.#frames.pop();
    this.#waiting.pop();
  }

  /** The state with the top frame at this offset, its slots as given. */
  snapshot(offset: number, slots: readonly ValueId[], action: Snapshot["action"] = "resume"): Snapshot {
    return { frames: [...this.#waiting, stateOf(this.top, offset, slots)], action, handled: NO_VALUE };
  }
}

function stateOf(frame: ShadowFrame, ip: number, slots: readonly ValueId[]): FrameState {
  return { code: frame.code, ip, function: frame.function, slots: [...slots], generator: frame.generator };
}
