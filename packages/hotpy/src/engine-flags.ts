/// V8's flags for our own command line; they hold for the whole process, so those who embed us choose their own.

import { setFlagsFromString } from "node:v8";

/**
 * What makes traces runs for a tenth of a second in a process, then hardly ever. V8 11 optimises a function after 67,584 bytes of bytecode
 * have run in it: most of that comes too late to be of use, and took 50 to 150 ms of processor time in its threads, much of it waited for. Later versions
 * count in another way, and have a cheaper compiler in between.
 */
const PATIENCE = "--interrupt-budget=300000";

/** To be called before the thread that runs Python is made. */
export function setEngineFlags(): void {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(PATIENCE);
}
