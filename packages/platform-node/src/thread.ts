import { Worker } from "node:worker_threads";
import { Interrupts } from "./interrupts.js";
import type { LineRequest } from "./line-editor.js";
import { createLineEditorOwner } from "./line-editor-owner.js";
import { createSignalOwner, type SignalRequest } from "./signals.js";

/** MiB of hardware stack for the thread that runs Python: recursive helpers (repr, ==, hash) go deep. */
const STACK_MIB = 256;

/**
 * MiB of JavaScript objects. V8 stops for a collection of everything when memory outside of its heap grows by half of this at once, which the reservation of 4 GiB
 * must not do: it then marks beside the program, and the heap is small.
 */
const OBJECTS_MIB = 9216;

/**
 * MiB of new JavaScript objects: less than V8 would take, as pages of memory that are touched for the first time cost more than the collections that they save.
 */
const NEW_OBJECTS_MIB = 12;

/** Exit code by which the thread says that it ended by an uncaught KeyboardInterrupt. */
export const INTERRUPTED = 130;

/**
 * Runs `entry` in a thread of its own with a large stack, while this one owns the signals: Ctrl-C sets a flag. A second
 * Ctrl-C that finds the first not yet seen ends the process. Resolves to the exit code.
 */
export function runInThread(entry: URL, data: object): Promise<number> {
  const interrupts = new Interrupts();
  const worker = new Worker(entry, {
    workerData: { ...data, interrupts: interrupts.buffer },
    resourceLimits: {
      stackSizeMb: STACK_MIB,
      maxOldGenerationSizeMb: OBJECTS_MIB,
      maxYoungGenerationSizeMb: NEW_OBJECTS_MIB,
    },
    stdin: false,
    // Programs close descriptors that Node.js has not opened, which it would warn of. All end with the process.
    trackUnmanagedFds: false,
  });
  const handleSignals = createSignalOwner(interrupts);
  const editLines = createLineEditorOwner((message) => {
    worker.postMessage(message);
    interrupts.noteEvent();
  });
  worker.on("message", (request: SignalRequest | LineRequest) =>
    "edit" in request ? editLines(request) : handleSignals(request),
  );
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", resolve);
  });
}

/** Ends this process as if it had no handler, so that a shell sees the signal. */
export function endBySignal(signal: "SIGINT"): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
