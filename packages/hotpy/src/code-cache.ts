import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { constants, Script } from "node:vm";

/** A script whose code V8 need not compile again at each start. */
export interface CachedScript<T> {
  /** What the expression is. */
  readonly value: T;
  /**
   * To be called when a program has ended: leaves its compiled code beside the script. V8 compiles a function when it is first called, and programs differ
   * in what they call, so some runs add to it.
   */
  save(): void;
}

/** Milliseconds of processor time after which a run has probably called what others have not. */
const LONG_ENOUGH = 300;
/** Runs that add what they have compiled: each costs some 20 milliseconds. */
const RUNS = 8;
/** What has grown by less is not worth writing. V8 may also have dropped functions that were not called for long. */
const GROWTH = 1.02;

/** The file ends with the number of runs that have added to it. */
interface Kept {
  readonly code: Buffer;
  readonly runs: number;
}

/**
 * Compiles a script, an expression as tools/build writes it, with the compiled code that earlier runs have left.
 * Code of another version of V8 is refused by V8 and made anew. A directory that cannot be written costs only the time.
 */
export function runCached<T>(path: string): CachedScript<T> {
  const cache = `${path}.cache`;
  const kept = read(cache);
  // Bundles are ASCII.
  const script = new Script(readFileSync(path, "latin1"), {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(kept === undefined ? {} : { cachedData: kept.code }),
  });
  return {
    value: script.runInThisContext() as T,
    save() {
      const isUsed = kept !== undefined && script.cachedDataRejected !== true;
      const { user, system } = process.cpuUsage();
      if (isUsed && (kept.runs >= RUNS || (user + system) / 1000 < LONG_ENOUGH)) return;
      const made = script.createCachedData();
      const isBetter = !isUsed || made.length > kept.code.length * GROWTH;
      const trailer = Buffer.of(isUsed ? kept.runs + 1 : 0);
      try {
        const scratch = `${cache}.${process.pid}`;
        writeFileSync(scratch, Buffer.concat([isBetter ? made : kept.code, trailer]));
        renameSync(scratch, cache);
      } catch {
        // Not ours to write: the next start compiles again.
      }
    },
  };
}

function read(path: string): Kept | undefined {
  try {
    const file = readFileSync(path);
    // V8 does not say that it refuses no code at all.
    if (file.length < 2) return undefined;
    return { code: file.subarray(0, file.length - 1), runs: file[file.length - 1] };
  } catch {
    return undefined;
  }
}
