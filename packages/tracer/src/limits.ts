/** Bounds of a recording. */
export interface Limits {
  /** Core instructions of a trace. */
  readonly traceLength: number;
  /** Inlined frames, the base frame not counted. */
  readonly inlineDepth: number;
  /** Frames in which a generator is still resumed within the trace: each exit rebuilds all of them. */
  readonly resumeDepth: number;
  /**
   * Frames of its own code in which a generator is still resumed that one of them has made. A search of a tree by recursive generators would get traces for
   * each depth and for each way back, none of which is taken often.
   */
  readonly resumedRecursion: number;
  /** Times that back-edges other than the anchor's are followed. */
  readonly unrolling: number;
  /** Complex instructions that a call which is not inlined may take while the recording waits for it. */
  readonly callSteps: number;
  /**
   * Core instructions that a trace must have to be kept if it ends where the recording cannot go on: a root is entered and left each time, which costs as
   * much as some hundred of them save; a bridge costs only the making.
   */
  readonly leaving: { readonly root: number; readonly bridge: number };
}

export const DEFAULT_LIMITS: Limits = {
  traceLength: 2500,
  inlineDepth: 12,
  resumeDepth: 40,
  resumedRecursion: 2,
  unrolling: 10,
  callSteps: 20_000,
  leaving: { root: 400, bridge: 100 },
};
