/** Bounds of a recording. */
export interface Limits {
  /** Core instructions of a trace. */
  readonly traceLength: number;
  /** Inlined frames, the base frame not counted. */
  readonly inlineDepth: number;
  /** Times that back-edges other than the anchor's are followed. */
  readonly unrolling: number;
  /** Complex instructions that a call which is not inlined may take while the recording waits for it. */
  readonly callSteps: number;
}

export const DEFAULT_LIMITS: Limits = { traceLength: 2500, inlineDepth: 12, unrolling: 10, callSteps: 20_000 };
