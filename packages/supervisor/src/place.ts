/// Places that may become hot, and what came of it: a back-edge, a code object, an exit. Each failure doubles the
/// threshold, a few end it.

import type { Address } from "@hotpy/memory";
import { CODE_COUNTER, CODE_TRACE } from "@hotpy/object-model";

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

  get hasFailed(): boolean {
    return this.#failures > 0;
  }

  fail(): void {
    this.#failures++;
  }

  /** No attempt will ever succeed. */
  giveUp(): void {
    this.#failures = this.attempts;
  }

  /** An attempt has paid: earlier failures say nothing about the next. */
  succeed(): void {
    this.#failures = 0;
  }
}

/** Where a root trace may be installed: a back-edge or a code object. */
export interface Place {
  readonly kind: "loop" | "function";
  readonly backOff: BackOff;
  /** Byte addresses of the countdown and of the word with trace id + 1, by which the interpreter loop enters a root. */
  readonly countdown: Address;
  readonly entry: Address;
  /** Milliseconds, roughly, that have been lost by waiting for a trace. */
  lost: number;
  /** Its trace has been recorded, and is being made in another thread. */
  isWaiting: boolean;
}

/** @param words byte address of the two cache words of a back-edge, or of a code object */
export function createPlace(kind: Place["kind"], words: Address, backOff: BackOff): Place {
  return kind === "loop"
    ? { kind, backOff, countdown: words, entry: words + 4, lost: 0, isWaiting: false }
    : { kind, backOff, countdown: words + CODE_COUNTER, entry: words + CODE_TRACE, lost: 0, isWaiting: false };
}
