import type { CoreName, CoreValue, LeafHelper, Meaning } from "@hotpy/bytecode";
import type { Address, Memory, Word } from "@hotpy/memory";
import type { TraceEnd, ValueId } from "@hotpy/trace";
import type { AbortReason } from "./abort-reason.js";

/** A value with its name in the trace. The raw value is valid until the end of the complex instruction. */
export interface Recorded {
  readonly id: ValueId;
  readonly value: CoreValue;
}

/**
 * Thrown where the recording cannot go on; `raised`: an exception is pending. It is given up, unless what there is of the trace is worth
 * keeping: that ends before the present instruction, or as `end` says.
 */
export class Abort extends Error {
  constructor(
    readonly reason: AbortReason,
    readonly detail = "",
    readonly raised = false,
    readonly end?: Extract<TraceEnd, { kind: "leave" }>,
  ) {
    super(reason);
  }
}

/** Thrown to end the trace at the present instruction, which has not been executed. */
export class Finished {
  constructor(readonly end: Exclude<TraceEnd, { kind: "loop" }>) {}
}

/** What the machine asks of the VM and of the policy. */
export interface RecordingContext {
  readonly memory: Memory;
  readonly meanings: Readonly<Record<CoreName, Meaning>>;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  /** Puts an object that may move into the VM's table of constants; its position. */
  constant(word: Word): number;
  /** The trace holds only while this object (at this key) does not change. */
  watch(object: Address, key: Word | undefined): void;
  /** Whether the trace may store at this key without telling; from then on who wants to watch the key ends it. */
  claim(dict: Address, key: Word): boolean;
  /** Whether a call of this code is to be inlined here. */
  inlines(code: Address): boolean;
  /** Whether a generator is to be resumed within the trace, above so many frames, of which so many are of its own code and it is made by these. */
  resumes(depth: number, recursion: number): boolean;
  /** Runs the frame that has just been pushed until it has returned to `caller`. Otherwise why that was given up; `raised`: an exception is pending. */
  runCall(caller: Address): { readonly reason: AbortReason; readonly raised: boolean } | undefined;
}
