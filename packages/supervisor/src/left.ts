/** How an exit was left to the interpreter. */
export enum Left {
  /** Where a bridge may grow some day. */
  Open,
  /** Where one would have grown, had not too much time gone into traces already. */
  Waiting,
  /** Where none will. */
  DeadEnd,
  /** With an exception pending. */
  Raised,
}
