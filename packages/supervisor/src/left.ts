/** How an exit was left to the interpreter. */
export enum Left {
  /** Where it is nobody's fault: the end of a trace, or one that is no longer entered. */
  Open,
  /** Where a bridge grows once it has been left there some times more. */
  Counting,
  /** Where one would have grown, had not too much time gone into traces already. */
  Waiting,
  /** Where none will. */
  DeadEnd,
  /** With an exception pending. */
  Raised,
}
