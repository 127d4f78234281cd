import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants, Script } from "node:vm";

/** A script whose code V8 need not compile again at each start. */
export interface CachedScript<T> {
  readonly exports: T;
  /** To be called once what a start needs has run: leaves its compiled code beside the script, unless that is there already. */
  save(): void;
}

/**
 * Runs a CommonJS bundle, a function expression as tools/build writes it, with the compiled code that an earlier start has left.
 * Code of another version of V8 is refused by V8 and made anew. A directory that cannot be written costs only the time.
 */
export function runCached<T>(path: string): CachedScript<T> {
  const cache = `${path}.cache`;
  const cachedData = readIfThere(cache);
  const script = new Script(readFileSync(path, "utf8"), {
    filename: path,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  (script.runInThisContext() as (...parts: unknown[]) => void)(module.exports, createRequire(path), module, path);
  return {
    exports: module.exports as T,
    save() {
      if (cachedData !== undefined && script.cachedDataRejected !== true) return;
      try {
        const scratch = `${cache}.${process.pid}`;
        writeFileSync(scratch, script.createCachedData());
        renameSync(scratch, cache);
      } catch {
        // Not ours to write: the next start compiles again.
      }
    },
  };
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
