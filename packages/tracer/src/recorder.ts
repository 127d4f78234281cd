/// The recorder: executes complex instructions of the running frame one by one, by their expansions on the recording
/// machine, until the trace is complete or has to be given up. Frames are real at every instruction boundary.

import type { CoreName, LeafHelper, Meaning } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_IP, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import { Decline, type ExpansionEntry, Raised, RunningFrame } from "@hotpy/interpreter";
import { type Address, type Memory, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { CODE_ARGUMENTS, CODE_LOCALS } from "@hotpy/object-model";
import {
  type Anchor,
  type Exit,
  type Input,
  type LoopParam,
  NO_VALUE,
  startBridge,
  type Trace,
  TraceBuilder,
  type ValueId,
} from "@hotpy/trace";
import { AbortReason } from "./abort-reason.js";
import { InnerLoops } from "./inner-loops.js";
import type { Limits } from "./limits.js";
import { Abort, Finished, type RecordingContext } from "./recording-context.js";
import { RecordingMachine } from "./recording-machine.js";
import { type IsLive, type ShadowFrame, ShadowFrames } from "./shadow-frames.js";

/** What the recorder needs of the VM. */
export interface RecorderEnvironment {
  readonly memory: Memory;
  readonly meanings: Readonly<Record<CoreName, Meaning>>;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  /** The write barrier. */
  barrier(object: Address): void;
  /** Expansions by opcode. */
  readonly expansions: readonly ExpansionEntry[];
  readonly limits: Limits;
  /** Executes one complex instruction of the running frame; 0: an exception left the activation of the loop. */
  step(): number;
  /** Puts an object that may move into the VM's table of constants, and returns its position. */
  constant(word: Word): number;
  /** The loop trace with this anchor. */
  loopTraceAt(code: Address, offset: number): number | undefined;
  /** Whether calls of this code must not be inlined. */
  isNotInlined(code: Address): boolean;
  readonly isLive: IsLive;
  /** The trace will hold only while this object does not change; at `key` (an interned string), if one is given. */
  watch(object: Address, key: Word | undefined): void;
  /** Whether the trace may store at this key of a dict without a report. If so, it is invalidated as soon as something watches the key. */
  claim(dict: Address, key: Word): boolean;
}

/** Where a recording starts. The frame in STATE_FRAME, saved, is about to execute the first instruction. */
export type RecordingStart =
  | {
      readonly kind: "loop" | "function";
      readonly id: number;
      /**
       * It has been tried before: where the recording cannot go on, its trace ends, if there is enough of it, and the interpreter goes on. An attempt that
       * may not is likely to come, the next time, another way round.
       */
      readonly mayLeave?: boolean;
    }
  | {
      readonly kind: "bridge";
      readonly id: number;
      readonly parent: Trace;
      readonly exit: Exit;
      /** The guard that failed has met ever new types: its value's type is not to be guarded again where that can be avoided. */
      readonly isMegamorphic: boolean;
    };

/** What became of a recording. The interpreter goes on from STATE_FRAME; with `raised` an exception is pending. */
export type Outcome =
  | { readonly trace: Trace; readonly raised: boolean }
  | { readonly reason: AbortReason; readonly detail: string; readonly raised: boolean; readonly notToInline?: Address };

/** Frames below the trace's own among which recursion is looked for. */
const FRAMES_SEARCHED = 64;

/** Records one trace. */
export function record(environment: RecorderEnvironment, start: RecordingStart): Outcome {
  return new Recorder(environment, start).run();
}

class Recorder {
  readonly #environment: RecorderEnvironment;
  readonly #start: RecordingStart;
  readonly #frame: RunningFrame;
  readonly #builder: TraceBuilder;
  readonly #machine: RecordingMachine;
  readonly #anchor: Anchor;
  readonly #innerLoops: InnerLoops;
  readonly #waiting: ReadonlySet<Address>;
  /** What the guard that failed has asked about, if it has met ever new types. */
  #megamorphic: ValueId = NO_VALUE;
  #unrolled = 0;
  /** Complex instructions that have begun. */
  #begun = 0;
  /** An exception is pending where the trace has ended. */
  #raised = false;

  constructor(environment: RecorderEnvironment, start: RecordingStart) {
    this.#environment = environment;
    this.#start = start;
    this.#frame = new RunningFrame(environment.memory, environment.barrier);
    this.#frame.load();
    this.#anchor = { code: this.#frame.code, ip: this.#frame.offset(this.#frame.ip) };
    this.#waiting = this.#waitingBelow();
    const parent = start.kind === "bridge" ? { parent: { trace: start.parent.id, exit: start.exit.number } } : {};
    this.#builder = new TraceBuilder({ id: start.id, kind: start.kind, anchor: this.#anchor, ...parent });
    this.#innerLoops = new InnerLoops(this.#builder, environment.isLive);
    const shadow = start.kind === "bridge" ? this.#bridgeFrames(start) : this.#rootFrames();
    this.#machine = new RecordingMachine(this.#context(), this.#builder, this.#frame, shadow, this.#megamorphic);
  }

  run(): Outcome {
    try {
      for (;;) {
        const trace = this.#linked() ?? this.#step();
        if (trace !== undefined) return { trace: this.#innerLoops.settle(trace), raised: this.#raised };
      }
    } catch (error) {
      if (!(error instanceof Abort)) throw error;
      const { reason, detail, raised } = error;
      return { reason, detail, raised, ...this.#notToInline(reason) };
    }
  }

  #context(): RecordingContext {
    const { memory, meanings, helpers, limits, constant, watch, claim, isNotInlined } = this.#environment;
    return {
      memory,
      meanings,
      helpers,
      constant,
      watch,
      claim,
      inlines: (code) => {
        const { shadow } = this.#machine;
        return (
          shadow.depth <= limits.inlineDepth && !shadow.runs(code) && !this.#waiting.has(code) && !isNotInlined(code)
        );
      },
      resumes: (depth, recursion) => depth <= limits.resumeDepth && recursion <= limits.resumedRecursion,
      runCall: (caller) => this.#runCall(caller),
    };
  }

  /* ---- frames at the start ---- */

  /**
   * Code of frames below the trace's own. A call of such code is recursive: inlined, functions that call each other, as those of
   * a tree of objects do, would make a trace for each way through the tree.
   */
  #waitingBelow(): Set<Address> {
    const { i32 } = this.#environment.memory;
    const found = new Set<Address>();
    let frame = this.#frame.frame;
    for (let depth = 0; depth < FRAMES_SEARCHED && frame !== NULL; depth++) {
      frame = i32[(frame + FRAME_PREVIOUS) >>> 2];
      if (frame !== NULL) found.add(i32[(frame + FRAME_CODE) >>> 2]);
    }
    return found;
  }

  #rootFrames(): ShadowFrames {
    const frame = this.#frame;
    const { code, localCount } = frame;
    const { memory, isLive } = this.#environment;
    // A function's other locals are unbound; a loop's dead ones are not needed.
    const isInput =
      this.#start.kind === "function"
        ? (slot: number) => slot < memory.i32[(code + CODE_ARGUMENTS) >>> 2]
        : (slot: number) => slot >= localCount || isLive(code, this.#anchor.ip, slot, false);
    const callee = this.#builder.input("word", "function");
    const slots = Array.from({ length: frame.slotCount }, (_, slot) =>
      isInput(slot) ? this.#builder.input("word", slot) : NO_VALUE,
    );
    return new ShadowFrames(
      [{ code, localCount, function: callee, generator: NO_VALUE, slots, returnOffset: 0 }],
      isLive,
    );
  }

  #bridgeFrames({ parent, exit, isMegamorphic }: Extract<RecordingStart, { kind: "bridge" }>): ShadowFrames {
    const { memory, isLive } = this.#environment;
    const { snapshot, valueOf } = startBridge(this.#builder, parent, exit);
    const [asked] = (exit.instruction?.args ?? []) as readonly ValueId[];
    if (isMegamorphic && asked !== undefined && exit.live.includes(asked)) this.#megamorphic = valueOf(asked);
    return new ShadowFrames(
      snapshot.frames.map(
        (state): ShadowFrame => ({
          code: state.code,
          localCount: memory.i32[(state.code + CODE_LOCALS) >>> 2],
          function: state.function,
          generator: state.generator,
          slots: [...state.slots],
          returnOffset: state.ip,
        }),
      ),
      isLive,
    );
  }

  /* ---- one instruction ---- */

  #step(): Trace | undefined {
    const { expansions, limits } = this.#environment;
    const frame = this.#frame;
    const { name, size, expansion } = expansions[frame.instruction & 0xff];
    const { frame: running, ip } = frame;
    this.#machine.begin();
    this.#begun++;
    if (this.#builder.length > limits.traceLength) return this.#endHere(new Abort(AbortReason.TooLong));
    if (expansion === undefined) return this.#endHere(new Abort(AbortReason.NoExpansion, name));
    frame.next = ip + 4 * size;
    try {
      expansion(this.#machine, frame.instruction >> 8);
    } catch (error) {
      return this.#stopped(error, name);
    }
    frame.save();
    frame.load();
    // The back-edge of a loop without a body jumps to itself.
    return frame.frame === running && frame.ip - ip <= 0 ? this.#wentBack() : undefined;
  }

  /** An expansion that threw has had no effect beyond the operand stack, unless it waited for a call. */
  #stopped(error: unknown, name: string): Trace {
    const frame = this.#frame;
    // The interpreter goes on in the frames that it runs, or has unwound; those in memory are whole.
    if (error instanceof Abort && error.end !== undefined) return this.#endHere(error);
    if (this.#machine.hasEffect) throw new Error(`${name} was given up after its first effect`, { cause: error });
    this.#machine.undo();
    if (!(error instanceof Raised)) frame.next = frame.ip;
    frame.save();
    if (error instanceof Finished) return this.#builder.end(error.end);
    if (error instanceof Raised) return this.#endHere(new Abort(AbortReason.Raised, name, true));
    if (error instanceof Decline) return this.#endHere(new Abort(AbortReason.Declined, `${name}: ${error.message}`));
    if (error instanceof Abort) return this.#endHere(error);
    throw error;
  }

  /** The recording cannot go on. What there is of the trace is kept if it is worth its price; throws the reason otherwise. */
  #endHere(reason: Abort): Trace {
    if (!this.#isWorthKeeping(reason.reason)) throw reason;
    this.#raised = reason.raised;
    return this.#builder.end(reason.end ?? { kind: "leave", exit: this.#builder.exit(this.#machine.snapshot()) });
  }

  #isWorthKeeping(reason: AbortReason): boolean {
    const start = this.#start;
    const { length } = this.#builder;
    const { leaving, traceLength } = this.#environment.limits;
    // An inlined generator's frame may be the bridge's own, and those that wait for it are not recorded: it is left each time that it suspends.
    if (reason === AbortReason.Suspends) return start.kind === "bridge" && this.#begun > 1;
    // Without the call that makes it too long a trace may come to an end of its own.
    if (length > traceLength && "notToInline" in this.#notToInline(AbortReason.TooLong)) return false;
    return start.kind === "bridge" ? length >= leaving.bridge : start.mayLeave === true && length >= leaving.root;
  }

  /** Lets the interpreter run the frame that has just been pushed, until it has returned to `caller`. Otherwise why not. */
  #runCall(caller: Address): ReturnType<RecordingContext["runCall"]> {
    const { step, limits, memory } = this.#environment;
    const { i32 } = memory;
    const returnTo = i32[(caller + FRAME_IP) >>> 2];
    for (let steps = 0; steps < limits.callSteps; steps++) {
      if (step() === 0) return { reason: AbortReason.CallUnwound, raised: true };
      const running = i32[STATE_FRAME >>> 2];
      if (running >>> 0 > caller >>> 0) continue;
      if (running === caller && i32[(caller + FRAME_IP) >>> 2] === returnTo) return undefined;
      return { reason: AbortReason.CallUnwound, raised: false };
    }
    return { reason: AbortReason.LongCall, raised: false };
  }

  /* ---- ends ---- */

  /** A trace that arrives in its base frame at a loop with a trace of its own goes on there. */
  #linked(): Trace | undefined {
    const { shadow } = this.#machine;
    if (shadow.depth > 1 || this.#builder.length === 0) return undefined;
    const offset = this.#frame.offset(this.#frame.ip);
    const target = this.#environment.loopTraceAt(this.#frame.code, offset);
    return target === undefined
      ? undefined
      : this.#builder.end({ kind: "link", target, exit: this.#builder.exit(shadow.snapshot(offset)) });
  }

  /** After a back-edge: the trace is complete, or goes once more round a loop that is not its own. */
  #wentBack(): Trace | undefined {
    const { shadow } = this.#machine;
    const frame = this.#frame;
    const isAnchor = this.#start.kind === "loop" && shadow.depth === 1 && frame.offset(frame.ip) === this.#anchor.ip;
    if (isAnchor) return this.#closeLoop();
    if (shadow.isInlinedGenerator()) {
      const closed = this.#innerLoops.arrive(shadow, frame.offset(frame.ip));
      if (closed !== undefined) return closed;
      this.#machine.forgetMemory();
    }
    if (++this.#unrolled > this.#environment.limits.unrolling) throw new Abort(AbortReason.InnerLoop);
    return undefined;
  }

  /** What has been recorded becomes the body: the names of the inputs become those of the loop's parameters. */
  #closeLoop(): Trace {
    const builder = this.#builder;
    const { top } = this.#machine.shadow;
    const back = top.slots.map((id) => (id === NO_VALUE ? builder.emit("const_word", [], NULL) : id));
    const unrolled = builder.end({ kind: "leave", exit: builder.exit(this.#machine.snapshot()) });
    const params: LoopParam[] = [];
    const inputs = unrolled.inputs.map((input): Input => {
      if (input.source === "function") return input;
      const entry = builder.freshId();
      params.push({ id: input.id, kind: input.kind, entry, back: back[input.source] });
      return { ...input, id: entry };
    });
    const names = new Map(inputs.map(({ source }, index) => [source, unrolled.inputs[index].id]));
    const slots = top.slots.map((_, slot) => names.get(slot) ?? NO_VALUE);
    const head = new ShadowFrames([{ ...top, slots }], this.#environment.isLive).snapshot(this.#anchor.ip);
    const exits = unrolled.exits.slice();
    return {
      ...unrolled,
      inputs,
      prologue: [],
      loop: { params, body: unrolled.prologue, head: exits.push(head) - 1 },
      end: { kind: "loop" },
      exits,
      idLimit: builder.freshId(),
    };
  }

  /** The callee to blame for a trace that is too long: the first that was inlined. */
  #notToInline(reason: AbortReason): { notToInline?: Address } {
    const { shadow } = this.#machine;
    const blamed =
      reason === AbortReason.TooLong ? shadow.at(1) : reason === AbortReason.InnerLoop ? shadow.top : undefined;
    return shadow.depth > 1 && blamed !== undefined && blamed.generator === NO_VALUE
      ? { notToInline: blamed.code }
      : {};
  }
}
