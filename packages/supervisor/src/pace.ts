/// How much of the time goes into making traces. A program may end at any moment, so what has been spent must stay a small part of the
/// time that it has run: places that become hot when too much has been spent already wait, and the hottest are the first to come back.
/// But a place that has lost by waiting some times what a trace costs gets one, as who rents should buy once the rent has come to the price
/// (Karlin et al., Competitive snoopy caching, 1988). In code of ever new types and paths traces are made without end and rarely pay: what is spent
/// beyond a trial, traces must have earned.

/** What a supervisor may spend; all in milliseconds. */
export interface PaceOptions {
  /** May be spent at once. */
  readonly credit: number;
  /** Share of the first second that may be spent beside the credit: traces that are made early serve longest. */
  readonly shareAtFirst: number;
  /** Share of the time from then on. */
  readonly share: number;
  /** Share of the time beyond the first two seconds that may be spent: who has run that long will probably run on. */
  readonly shareLater: number;
  /** May be spent before traces have saved anything. They must have saved what is spent beyond it. */
  readonly trial: number;
  /** Share of the time that may be spent whatever traces have saved. */
  readonly shareUnearned: number;
}

/** Milliseconds after which a program is no longer at its beginning, and after which it is one that runs long. */
const BEGUN = 1000;
const LONG = 2000;

/** Questions that are answered as the one before, once the answer was no: the clock takes some microseconds. */
const PATIENCE = 3;

/** What a trace costs, in milliseconds, until some have been made. */
const FIRST_PRICE = 10;

/** How many times its cost a trace must have been missed: traces lead to further traces, not all of them pay, and an iteration loses less than is counted. */
const CAUTION = 20;

/** Milliseconds that are lost, roughly, by an exit without a bridge, and by an iteration or a call without a trace. */
export const LOST_BY_EXIT = 0.001;
export const LOST_BY_ITERATION = 0.0002;

/** Milliseconds that are saved, roughly, by an instruction of a trace. */
export const SAVED_BY_INSTRUCTION = 1e-6;

export class Pace {
  #spent = 0;
  #made = 0;
  #earned = 0;
  #began: number | undefined;
  #patience = 0;

  /**
   * @param now milliseconds of a clock that never goes back
   * @param start when the program began
   */
  constructor(
    private readonly now: () => number,
    private readonly options: PaceOptions,
    private readonly start = now(),
  ) {}

  /** @param lost milliseconds that the place has lost by waiting */
  allows(lost: number): boolean {
    if (lost > (CAUTION * (this.#spent + FIRST_PRICE)) / (this.#made + 1)) return true;
    if (this.#patience-- > 0) return false;
    const elapsed = this.now() - this.start;
    const isAllowed = this.#spent < Math.min(this.#budget(elapsed), this.#deserved(elapsed));
    this.#patience = isAllowed ? 0 : PATIENCE;
    return isAllowed;
  }

  #budget(elapsed: number): number {
    const { credit, shareAtFirst, share, shareLater } = this.options;
    const late = Math.max(0, elapsed - LONG);
    const first = Math.min(elapsed, BEGUN);
    return credit + first * shareAtFirst + (elapsed - late - first) * share + late * shareLater;
  }

  #deserved(elapsed: number): number {
    const { trial, shareUnearned } = this.options;
    return Math.max(trial + this.#earned, elapsed * shareUnearned);
  }

  /** Traces have saved so many milliseconds, or lost them. */
  earn(milliseconds: number): void {
    this.#earned += milliseconds;
  }

  /** A trace is being made from here on. */
  begin(): void {
    this.#began = this.now();
  }

  /** It is done, or given up. */
  end(): void {
    if (this.#began === undefined) return;
    this.#spent += this.now() - this.#began;
    this.#made++;
    this.#began = undefined;
  }
}
