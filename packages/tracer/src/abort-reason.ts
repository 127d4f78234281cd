/** Why a recording was given up. The program has lost nothing: the interpreter goes on where the recorder stopped. */
export enum AbortReason {
  NoExpansion = "the instruction has no expansion into core instructions",
  Declined = "the expansion does not apply to these operands",
  Raised = "an exception was raised",
  TooLong = "the trace became too long",
  TooDeep = "generators resume each other too deeply",
  InnerLoop = "a loop without a trace of its own went round too often",
  LongCall = "a call that is not inlined took too long",
  CallUnwound = "a call that is not inlined ended by an exception",
  Suspends = "a generator's own frame suspends or ends, which only traces of its consumers follow",
  Changed = "something that the trace relies on changed while it was recorded",
}

/** Whether another attempt at the same place would fail in the same way. */
export function isHopeless(reason: AbortReason): boolean {
  return reason === AbortReason.Suspends;
}
