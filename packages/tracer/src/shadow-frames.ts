/// The frames of a recording: for each real frame from the base frame up, which value of the trace stands in each slot.

import type { Address } from "@hotpy/memory";
import { type FrameState, NO_VALUE, type Snapshot, type ValueId } from "@hotpy/trace";

/** One frame. Slots: locals and cells, then operands. */
export interface ShadowFrame {
  readonly code: Address;
  /** How many of the slots are locals and cells; the others are operands. */
  readonly localCount: number;
  readonly function: ValueId;
  /** The generator whose frame this is, or NO_VALUE. */
  readonly generator: ValueId;
  readonly slots: ValueId[];
  /** Of a resumed generator: what its slots held in the generator object. */
  loaded?: readonly ValueId[] | undefined;
  /** Of a frame that has called: byte offset of the instruction to return to. */
  returnOffset: number;
}

/**
 * Whether a local slot may be read from the instruction at this byte offset on; of a frame that waits for a call also by handlers of
 * what that raises. Exits do not rebuild dead ones.
 */
export type IsLive = (code: Address, offset: number, slot: number, isWaiting: boolean) => boolean;

/** The stack of shadow frames, base frame first. */
export class ShadowFrames {
  readonly #frames: ShadowFrame[];
  readonly #isLive: IsLive;
  /** States of the frames below the top, which do not change while they wait. */
  readonly #waiting: FrameState[] = [];

  constructor(frames: ShadowFrame[], isLive: IsLive) {
    this.#frames = frames;
    this.#isLive = isLive;
    for (const frame of frames.slice(0, -1)) this.#waiting.push(this.#waitingState(frame));
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

  /** How many frames of this code are on the stack. */
  countOf(code: Address): number {
    let count = 0;
    for (const frame of this.#frames) if (frame.code === code) count++;
    return count;
  }

  /** Whether the top frame is that of a generator that another frame here has resumed, which is not of the same code: no recursion. */
  isInlinedGenerator(): boolean {
    const { code, generator } = this.top;
    return generator !== NO_VALUE && this.depth > 1 && this.countOf(code) === 1;
  }

  /** The frame at this height, 0 the base frame. */
  at(height: number): ShadowFrame {
    return this.#frames[height];
  }

  /** Pushes a frame; the caller, now waiting, will go on at `returnOffset`. */
  push(frame: ShadowFrame, returnOffset: number): void {
    const caller = this.top;
    caller.returnOffset = returnOffset;
    this.#waiting.push(this.#waitingState(caller));
    this.#frames.push(frame);
  }

  pop(): void {
    this.#frames.pop();
    this.#waiting.pop();
  }

  /** The state with the top frame at this offset; `slots` and `liveAt` are those of the top frame where they differ. */
  snapshot(
    offset: number,
    slots = this.top.slots as readonly ValueId[],
    action: Snapshot["action"] = "resume",
    liveAt = offset,
  ): Snapshot {
    const frames = [...this.#waiting, this.#state(this.top, offset, slots, liveAt)];
    return action === "raise" ? { frames, action, retry: liveAt } : { frames, action };
  }

  /** The state while the top frame waits for a call that will return to this offset. */
  snapshotDuringCall(returnOffset: number): Snapshot {
    const top = this.#waitingState({ ...this.top, returnOffset });
    return { frames: [...this.#waiting, top], action: "resume" };
  }

  #waitingState(frame: ShadowFrame): FrameState {
    const { code, returnOffset } = frame;
    return this.#stateOf(frame, returnOffset, frame.slots, (slot) => this.#isLive(code, returnOffset, slot, true));
  }

  #state(frame: ShadowFrame, ip: number, slots: readonly ValueId[] = frame.slots, liveAt = ip): FrameState {
    return this.#stateOf(frame, ip, slots, (slot) => this.#isLive(frame.code, liveAt, slot, false));
  }

  #stateOf(
    { code, localCount, function: callee, generator }: ShadowFrame,
    ip: number,
    slots: readonly ValueId[],
    isLive: (slot: number) => boolean,
  ): FrameState {
    const kept = slots.map((id, slot) => (slot >= localCount || isLive(slot) ? id : NO_VALUE));
    return { code, ip, function: callee, slots: kept, generator };
  }
}
