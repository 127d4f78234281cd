/// V8's flags for our own command line; they hold for the whole process, so those who embed us choose their own.

import { setFlagsFromString } from "node:v8";

/**
 * What makes traces runs for a tenth of a second in a process, then hardly ever. V8 11 optimises a function after 67,584 bytes of bytecode
 * have run in it, less than a millisecond: most of that comes too late to be of use, and takes 50 to 150 ms of processor time in its threads. What is hot
 * for long passes the larger budget in a few milliseconds. Later versions count in another way, and have a cheaper compiler in between.
 */
const [PATIENCE, USUAL] = [600_000, 67_584];

/** In V8 11; later versions count in another way. */
const isPatient = process.versions.v8.startsWith("11.");

/**
 * To be called in the thread that runs Python, when its program and what that takes of Node.js has been loaded: V8 refuses code that was kept under other flags, Node.js's own
 * as well as ours.
 */
export function setEngineFlags(): void {
  if (isPatient) setFlagsFromString(`--interrupt-budget=${PATIENCE}`);
}

/** To be called before V8's code is kept. */
export function resetEngineFlags(): void {
  if (isPatient) setFlagsFromString(`--interrupt-budget=${USUAL}`);
}

/**
 * To be called last in a thread. V8 wants to collect its young generation as soon as the thread waits, which it first does when it ends: then all is garbage,
 * and the collection, with the marking that it starts, took 10 to 17 ms.
 */
export function forgoLastCollection(): void {
  if (isPatient) setFlagsFromString("--minor-gc-task-trigger=1000 --no-incremental-marking");
}
