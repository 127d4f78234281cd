/** Signals beyond the first word of those that are noted. */
const WORD = 32;
/** Places in the buffer: the flag, the signals in two words, how many requests the owner of signals has done, and how many events there were. */
const [FLAG, SIGNALS, DONE, EVENTS] = [0, 1, 3, 4];
const WORDS = 5;
const SIGINT = 2;
/** Milliseconds. */
const LONGEST_REQUEST = 2000;

/**
 * The flag by which the thread that owns signals tells the thread that runs Python of Ctrl-C. JavaScript sees no
 * signal while it runs, so the VM polls: after calls of natives, and once per some ten thousand loop iterations or calls.
 */
export class Interrupts {
  private readonly flag: Int32Array;

  /** Without `buffer` a new one is made, to be handed to the other thread. */
  constructor(readonly buffer: SharedArrayBuffer = new SharedArrayBuffer(4 * WORDS)) {
    this.flag = new Int32Array(buffer);
  }

  /** Notes a signal; called by the owner of signals. Also wakes a sleeping thread. */
  raise(signal = SIGINT): void {
    Atomics.or(this.flag, SIGNALS + (signal >>> 5), 1 << (signal % WORD));
    Atomics.store(this.flag, FLAG, 1);
    Atomics.notify(this.flag, FLAG);
    this.noteEvent();
  }

  /** Something has come that the other thread may wait for, a signal or a message. */
  noteEvent(): void {
    Atomics.add(this.flag, EVENTS, 1);
    Atomics.notify(this.flag, EVENTS);
  }

  /** How many events there were. */
  get events(): number {
    return Atomics.load(this.flag, EVENTS);
  }

  /** Waits until there have been more events than these. */
  awaitEvent(seen: number): void {
    Atomics.wait(this.flag, EVENTS, seen);
  }

  /** The signals that have been noted since the last time. */
  takeSignals(): number[] {
    const found: number[] = [];
    for (const word of [0, 1]) {
      const bits = Atomics.exchange(this.flag, SIGNALS + word, 0);
      for (let bit = 0; bit < WORD; bit++) if ((bits & (1 << bit)) !== 0) found.push(word * WORD + bit);
    }
    return found;
  }

  /** Whether a signal has been noted and not taken. */
  isNoted(signal: number): boolean {
    return (Atomics.load(this.flag, SIGNALS + (signal >>> 5)) & (1 << (signal % WORD))) !== 0;
  }

  /** Has the owner of signals do something, and waits until it is done. */
  request(send: () => void): void {
    const before = Atomics.load(this.flag, DONE);
    send();
    Atomics.wait(this.flag, DONE, before, LONGEST_REQUEST);
  }

  /** Called by the owner of signals when it has done what was asked for. */
  done(): void {
    Atomics.add(this.flag, DONE, 1);
    Atomics.notify(this.flag, DONE);
  }

  /** Whether an interrupt has come that has not been taken yet. */
  get pending(): boolean {
    return Atomics.load(this.flag, FLAG) !== 0;
  }

  /** Takes the interrupt: true once for each. */
  take(): boolean {
    return this.pending && Atomics.exchange(this.flag, FLAG, 0) !== 0;
  }

  /** Waits, at most until an interrupt comes. */
  sleep(milliseconds: number): void {
    Atomics.wait(this.flag, FLAG, 0, milliseconds);
  }
}
