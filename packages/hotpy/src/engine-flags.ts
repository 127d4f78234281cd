/// V8's flags for our own command line; they hold for the whole process, so those who embed us choose their own.

import { setFlagsFromString } from "node:v8";

/**
 * What makes traces runs for a tenth of a second in a process, then hardly ever. V8 11 optimises a function after 67,584 bytes of bytecode
 * have run in it: most of that comes too late to be of use, and took 50 to 150 ms of processor time in its threads, much of it waited for. Later versions
 * count in another way, and have a cheaper compiler in between.
 */
const PATIENCE = "--interrupt-budget=300000";

/**
 * To be called in the thread that runs Python, before it runs what is kept of V8's code, which V8 refuses under other flags. Not before that
 * thread is made: V8 then refuses Node.js's own code, and the thread's start takes 25 ms more.
 */
export function setEngineFlags(): void {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(PATIENCE);
}
