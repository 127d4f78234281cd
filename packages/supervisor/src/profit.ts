/// Whether a root trace earns what it costs: its recording, and each time that it is entered and left. One that does
/// little work before it leaves where no bridge can grow is worse than the interpreter.

/** Entries after which a root is judged, again and again. */
const PERIOD = 512;
/** Loop iterations and calls per entry that make up for leaving. */
const ENOUGH_WORK = 12;
/** Loop iterations and calls that make up for recording and compiling: some 20 ns saved by each, 10 ms spent. */
const REPAID = 500_000;

/** Instructions, by the length of the root's own trace, that make up for entering it from the interpreter and returning: 0.4 µs. */
const WORTH_CALLING = 250;
/** Entries in a row that do less. */
const PATIENCE = 32;

export class Profit {
  #entries = 0;
  #work = 0;
  #deadEnds = 0;
  #total = 0;
  #idle = 0;

  /**
   * Notes that the root has run once. Returns whether it should be dropped.
   * @param work loop iterations and calls that it ran
   * @param isDeadEnd it left at an exit that is left to the interpreter for good
   */
  note(work: number, isDeadEnd: boolean): boolean {
    this.#entries++;
    this.#work += work;
    if (isDeadEnd) this.#deadEnds++;
    if (this.#entries < PERIOD) return false;
    const isLoss = this.#deadEnds * 2 > this.#entries && this.#work < this.#entries * ENOUGH_WORK;
    this.#total += this.#work;
    this.#entries = this.#work = this.#deadEnds = 0;
    return isLoss;
  }

  /**
   * Notes that the root has run to its end, entered by the interpreter. Returns whether the interpreter should go on without it for some time: several times
   * in a row it did less than entering costs. What is called by compiled code is not entered by the interpreter, and pays.
   * @param instructions that it ran, roughly
   */
  noteReturn(instructions: number): boolean {
    if (instructions >= WORTH_CALLING) this.#idle = 0;
    else if (++this.#idle >= PATIENCE) {
      this.#idle = 0;
      return true;
    }
    return false;
  }

  /** Whether the root has saved more than its recording has cost. */
  get isRepaid(): boolean {
    return this.#total + this.#work >= REPAID;
  }
}
