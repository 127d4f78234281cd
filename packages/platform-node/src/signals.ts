import { constants } from "node:os";
import { parentPort } from "node:worker_threads";
import type { Disposition, Signals } from "@hotpy/python-objects";
import type { Interrupts } from "./interrupts.js";

/** What the thread that runs Python asks of the owner of signals. */
export interface SignalRequest {
  readonly signal: number;
  /** "settled": that it looks what has come, whatever the signal. */
  readonly disposition: Disposition | "settled";
}

const NAMES = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name as NodeJS.Signals]));
const SIGINT = 2;

/** Signals as the thread that runs Python sees them; undefined: no other thread owns them. */
export function createSignals(interrupts: Interrupts): Signals | undefined {
  const port = parentPort;
  if (port === null) return undefined;
  const noted = new Set([SIGINT]);
  const ask = (request: SignalRequest): void => interrupts.request(() => port.postMessage(request));
  return {
    dispose(signal, disposition) {
      if (!NAMES.has(signal)) return false;
      if (disposition === "noted") noted.add(signal);
      else noted.delete(signal);
      ask({ signal, disposition });
      return true;
    },
    settle: () => ask({ signal: 0, disposition: "settled" }),
    note: (signal) => interrupts.raise(signal),
    take: () => interrupts.takeSignals(),
    expect(signal) {
      if (!noted.has(signal)) return;
      const end = performance.now() + 100;
      const nothing = new Int32Array(new SharedArrayBuffer(4));
      while (!interrupts.isNoted(signal) && performance.now() < end) Atomics.wait(nothing, 0, 0, 0.2);
    },
  };
}

/** In the thread that owns signals: does what the other asks. */
export function createSignalOwner(interrupts: Interrupts): (request: SignalRequest) => void {
  const listeners = new Map<number, () => void>();
  function listen(signal: number, listener: () => void): void {
    forget(signal);
    listeners.set(signal, listener);
    process.on(NAMES.get(signal) as NodeJS.Signals, listener);
  }
  function forget(signal: number): void {
    const listener = listeners.get(signal);
    if (listener !== undefined) process.off(NAMES.get(signal) as NodeJS.Signals, listener);
    listeners.delete(signal);
  }
  listen(SIGINT, () => {
    // A second one that finds the first not yet seen ends the process.
    if (interrupts.isNoted(SIGINT) && interrupts.pending) {
      forget(SIGINT);
      process.kill(process.pid, "SIGINT");
    }
    interrupts.raise(SIGINT);
  });
  const interrupt = listeners.get(SIGINT) as () => void;

  return ({ signal, disposition }) => {
    // A signal may have come with this message; then the event loop takes it up when it looks again, which it does before the second of these.
    if (disposition === "settled") {
      setImmediate(() => setImmediate(() => interrupts.done()));
      return;
    }
    if (disposition === "default") forget(signal);
    else if (disposition === "ignored") listen(signal, () => {});
    else listen(signal, signal === SIGINT ? interrupt : () => interrupts.raise(signal));
    interrupts.done();
  };
}
