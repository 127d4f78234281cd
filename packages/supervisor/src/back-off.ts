/// Places that have become hot, and what came of it: each failure doubles the threshold, a few end it.

/** Never reached by counting. */
export const NEVER = 0x7fffffff;

export class BackOff {
  #failures = 0;

  /**
   * @param threshold events until the first attempt
   * @param attempts failures after which the place is given up
   */
  constructor(
    readonly threshold: number,
    readonly attempts: number,
  ) {}

  /** Whether the place is left to the interpreter for good. */
  get isGivenUp(): boolean {
    return this.#failures >= this.attempts;
  }

  /** Events until the next attempt. */
  get next(): number {
    return this.isGivenUp ? NEVER : this.threshold * 2 ** this.#failures;
  }

  fail(): void {
    this.#failures++;
  }

  /** No attempt will ever succeed. */
  giveUp(): void {
    this.#failures = this.attempts;
  }
}
