/** How an exit was left to the interpreter; but for `Raised`, the states of exits' records. */
export enum Left {
  /** Where it is nobody's fault: the end of a trace, or one that is no longer entered. The kernel says so too: EXIT_OPEN. */
  Open = 0,
  /** Where a bridge grows once it has been left there some times more. */
  Counting = 1,
  /** Where one would have grown, had not too much time gone into traces already. */
  Waiting = 2,
  /** Where none will. */
  DeadEnd = 3,
  /** With an exception pending. */
  Raised = 4,
}
