/// Loops of generators that a trace has inlined. What resumes a generator cannot call it in place of inlining, and a loop that goes round
/// several times until it yields, as that of a generator expression with a condition, would be unrolled by a bridge for each number of
/// times. So the trace gets a loop that stays in the generator's frame; what resumed it waits below.

import { NULL } from "@hotpy/memory";
import {
  copyOf,
  type FrameState,
  type Instruction,
  type LoopParam,
  mapIds,
  mapSnapshot,
  NO_VALUE,
  type Snapshot,
  type Trace,
  type TraceBuilder,
  type ValueId,
} from "@hotpy/trace";
import type { IsLive, ShadowFrame, ShadowFrames } from "./shadow-frames.js";

/** Where the recording has come to the head of such a loop for the first time. */
interface Head {
  readonly frame: ShadowFrame;
  /** Byte offset of the first instruction of an iteration. */
  readonly offset: number;
  /** How many instructions had been recorded. */
  readonly start: number;
  /** What the slots hold from there on, as parameters of the loop to be. */
  readonly params: readonly { readonly slot: number; readonly id: ValueId; readonly entry: ValueId }[];
  readonly snapshot: Snapshot;
}

export class InnerLoops {
  readonly #builder: TraceBuilder;
  readonly #isLive: IsLive;
  readonly #heads: Head[] = [];

  constructor(builder: TraceBuilder, isLive: IsLive) {
    this.#builder = builder;
    this.#isLive = isLive;
  }

  /**
   * The recording is at the head of a loop in the top frame. For the first time: the slots get new names, of which nothing is known; what is
   * known of memory has to be forgotten. For the second time: the trace, which ends in the loop.
   */
  arrive(shadow: ShadowFrames, offset: number): Trace | undefined {
    const head = this.#heads.find((each) => each.frame === shadow.top && each.offset === offset);
    if (head !== undefined) return this.#close(head, shadow);
    const { top } = shadow;
    const params: { slot: number; id: ValueId; entry: ValueId }[] = [];
    top.slots.forEach((id, slot) => {
      if (slot < top.localCount && !this.#isLive(top.code, offset, slot, false)) return;
      params.push({ slot, id: this.#builder.freshId(), entry: this.#valueOf(id) });
    });
    const loaded = top.loaded?.slice();
    for (const { slot, id } of params) {
      if (loaded?.[slot] === top.slots[slot]) loaded[slot] = id;
      top.slots[slot] = id;
    }
    top.loaded = loaded;
    this.#heads.push({ frame: top, offset, start: this.#builder.length, params, snapshot: shadow.snapshot(offset) });
    return undefined;
  }

  /** A trace in which no loop has closed: what had been named anew has its old names. */
  settle(trace: Trace): Trace {
    return this.#heads.length === 0 ? trace : this.#rename(trace, undefined);
  }

  #valueOf(id: ValueId): ValueId {
    return id === NO_VALUE ? this.#builder.emit("const_word", [], NULL) : id;
  }

  #close(head: Head, shadow: ShadowFrames): Trace {
    const { slots } = shadow.top;
    const params = head.params.map(
      ({ id, entry, slot }): LoopParam => ({ id, kind: "word", entry, back: this.#valueOf(slots[slot]) }),
    );
    const exit = this.#builder.exit(head.snapshot);
    const trace = this.#builder.end({ kind: "leave", exit });
    const [prologue, body] = [trace.prologue.slice(0, head.start), trace.prologue.slice(head.start)];
    const closed = this.#rename(
      { ...trace, prologue, loop: { params, body, head: exit }, end: { kind: "loop" } },
      head,
    );
    this.#heads.length = 0;
    return closed;
  }

  /** Gives the parameters of all heads, but for that of the loop which the trace has, the names of what they are on entry. */
  #rename(trace: Trace, kept: Head | undefined): Trace {
    const entries = new Map<ValueId, ValueId>();
    for (const head of this.#heads)
      if (head !== kept) for (const { id, entry } of head.params) entries.set(id, entries.get(entry) ?? entry);
    const name = (id: ValueId): ValueId => entries.get(id) ?? id;
    function renamed(instruction: Instruction): Instruction {
      const args = mapIds(instruction.args, name);
      return args === instruction.args ? instruction : copyOf(instruction, instruction.id, args);
    }
    const frames = new Map<FrameState, FrameState>();
    const snapshots = new Map<Snapshot, Snapshot>();
    function stateWith(snapshot: Snapshot): Snapshot {
      let found = snapshots.get(snapshot);
      if (found === undefined) snapshots.set(snapshot, (found = mapSnapshot(snapshot, name, frames)));
      return found;
    }
    const { prologue, loop, end, exits } = trace;
    return {
      ...trace,
      prologue: prologue.map(renamed),
      ...(loop && {
        loop: {
          ...loop,
          params: loop.params.map((param) => ({ ...param, entry: name(param.entry), back: name(param.back) })),
          body: loop.body.map(renamed),
        },
      }),
      end: end.kind === "return" ? { ...end, value: name(end.value) } : end,
      exits: exits.map((snapshot) => snapshot && stateWith(snapshot)),
    };
  }
}
