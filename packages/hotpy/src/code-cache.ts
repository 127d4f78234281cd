import { closeSync, fstatSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import { constants, Script } from "node:vm";
import { readAhead } from "./read-ahead.js";
import { readIntoScratch } from "./scratch.js";

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
  /** Holds until the next file is read. */
  readonly code: Buffer;
  /** Bytes of the code. */
  readonly size: number;
  readonly runs: number;
}

/**
 * Compiles a script, an expression as tools/build writes it, with the compiled code that earlier runs have left.
 * Code of another version of V8 is refused by V8 and made anew. A directory that cannot be written costs only the time.
 */
export function runCached<T>(path: string): CachedScript<T> {
  const cache = `${path}.cache`;
  // Bundles are ASCII.
  const source = (readAhead(path) ?? readIntoScratch(path)).toString("latin1");
  const kept = read(cache);
  const script = new Script(source, {
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
      const runs = isUsed ? kept.runs + 1 : 0;
      try {
        if (isUsed && made.length <= kept.size * GROWTH) return noteRuns(cache, runs);
        const scratch = `${cache}.${process.pid}`;
        writeFileSync(scratch, Buffer.concat([made, Buffer.of(runs)]));
        renameSync(scratch, cache);
      } catch {
        // Not ours to write: the next start compiles again.
      }
    },
  };
}

function read(path: string): Kept | undefined {
  try {
    const file = readAhead(path) ?? readIntoScratch(path);
    // V8 does not say that it refuses no code at all.
    if (file.length < 2) return undefined;
    const size = file.length - 1;
    return { code: file.subarray(0, size), size, runs: file[size] };
  } catch {
    return undefined;
  }
}

/** Leaves the code as it is. */
function noteRuns(path: string, runs: number): void {
  const file = openSync(path, "r+");
  try {
    writeSync(file, Buffer.of(runs), 0, 1, fstatSync(file).size - 1);
  } finally {
    closeSync(file);
  }
}
