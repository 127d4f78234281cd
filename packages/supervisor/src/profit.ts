/// Whether a root trace earns what it costs: its recording, and each time that it is entered and left. One that does
/// little work before it leaves where no bridge can grow is worse than the interpreter.

/** Entries after which a root is judged, again and again. */
const PERIOD = 512;
/** Instructions that make up for recording and compiling: a nanosecond or two saved by each, 10 ms spent. */
const REPAID = 8_000_000;

/** What entering a root from the interpreter and returning costs, and entering and leaving at an exit: in instructions of traces, some nanoseconds saved by each. */
const RETURNING = 450;
const LEAVING = 900;

/** Instructions that a visit by the interpreter gains, less what entering and leaving cost. */
export function gainOf(instructions: number, hasReturned: boolean): number {
  return instructions - (hasReturned ? RETURNING : LEAVING);
}

/** The root rests when its visits have lost so much. */
const DEBT = 12_000;
/** What is left of the debt after a rest: who does not mend rests again soon. */
const DEBT_AFTER = 9_000;
/** Visits that have gained more than this gain nothing more: what a program did long ago says little. */
const FORTUNE = 12_000;
/** Each rest is twice as long as the one before, so many times. */
const DOUBLINGS = 3;
/** Rests in a row after which there is no hope that visits ever pay. */
const HOPELESS = 12;

export class Profit {
  #entries = 0;
  #deadEnds = 0;
  #total = 0;
  #balance = 0;
  #rests = 0;

  /**
   * Notes that the root has run once. Returns whether it should be dropped.
   * @param work instructions that it ran, as recorded
   * @param isDeadEnd it left at an exit that is left to the interpreter for good
   */
  note(work: number, isDeadEnd: boolean): boolean {
    this.#total += work;
    this.#entries++;
    if (isDeadEnd) this.#deadEnds++;
    if (this.#entries < PERIOD) return false;
    const isLoss = this.#deadEnds * 2 > this.#entries && this.#rests >= HOPELESS;
    this.#entries = this.#deadEnds = 0;
    return isLoss;
  }

  /**
   * Notes that the interpreter has entered the root. Returns how long it should go on without it, in rests: 0 if the root may be entered again at once. What
   * compiled code calls or links to is not entered by the interpreter, and pays.
   * @param gain see {@link gainOf}
   */
  visit(gain: number): number {
    this.#balance = Math.min(FORTUNE, this.#balance + gain);
    if (this.#balance >= FORTUNE) this.#rests = 0;
    if (this.#balance > -DEBT) return 0;
    this.#balance = -DEBT_AFTER;
    return 2 ** Math.min(this.#rests++, DOUBLINGS);
  }

  /** Whether the root has saved more than its recording has cost. */
  get isRepaid(): boolean {
    return this.#total >= REPAID;
  }
}
