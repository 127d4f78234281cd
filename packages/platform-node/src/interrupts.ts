/**
 * The flag by which the thread that owns signals tells the thread that runs Python of Ctrl-C. JavaScript sees no
 * signal while it runs, so the VM polls: after calls of natives, and once per some ten thousand loop iterations or calls.
 */
export class Interrupts {
  private readonly flag: Int32Array;

  /** Without `buffer` a new one is made, to be handed to the other thread. */
  constructor(readonly buffer: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.flag = new Int32Array(buffer);
  }

  /** Called by the owner of signals; also wakes a sleeping thread. */
  raise(): void {
    Atomics.store(this.flag, 0, 1);
    Atomics.notify(this.flag, 0);
  }

  /** Whether an interrupt has come that has not been taken yet. */
  get pending(): boolean {
    return Atomics.load(this.flag, 0) !== 0;
  }

  /** Takes the interrupt: true once for each. */
  take(): boolean {
    return this.pending && Atomics.exchange(this.flag, 0, 0) !== 0;
  }

  /** Waits, at most until an interrupt comes. */
  sleep(milliseconds: number): void {
    Atomics.wait(this.flag, 0, 0, milliseconds);
  }
}
