/// Compiled code in files of the user's: `DIRECTORY/BUILD/` and the hash of the source.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { CodeCache } from "@hotpy/python-objects";

export interface CodeCacheOptions {
  /** Nothing else may lie in it. It is made when it is first written to. */
  readonly directory: string;
  /** Another for whatever compiles otherwise: a number in hexadecimal digits. */
  readonly build: string;
  /** Whether anything is to be kept; else only what is there is found. */
  readonly isWritten: boolean;
}

/** Builds whose code stays beside that of the one that writes: those that have written last. */
const OTHER_BUILDS = 2;
/** Files of one build beyond which the older half is removed. */
const MOST_FILES = 4000;

/** Files of the cache end with the checksum of what stands before it. */
const CHECKSUM = 4;

/**
 * A cache in a directory. A file that is damaged counts as not there; a directory that cannot be read or written costs only time. Files
 * appear whole, so several processes can share it.
 */
export function createCodeCache({ directory, build, isWritten }: CodeCacheOptions): CodeCache {
  const own = join(directory, build);
  const pathOf = (source: Uint8Array): string => join(own, createHash("sha1").update(source).digest("hex"));
  let isReady = false;

  /** Once in a process, before it first writes. */
  function makeReady(): void {
    if (isReady) return;
    isReady = true;
    if (mkdirSync(own, { recursive: true }) !== undefined) removeOthers(directory, build);
    else removeOldest(own);
  }

  return {
    find(source) {
      try {
        const file = readFileSync(pathOf(source));
        const code = file.subarray(0, file.length - CHECKSUM);
        return crc32(code) === file.readUInt32LE(code.length) ? code : undefined;
      } catch {
        return undefined;
      }
    },
    keep(source, code) {
      if (!isWritten) return;
      try {
        makeReady();
        const checksum = Buffer.alloc(CHECKSUM);
        checksum.writeUInt32LE(crc32(code));
        writeWhole(pathOf(source), Buffer.concat([code, checksum]));
      } catch {
        // Not ours to write, or full: the next run compiles again.
      }
    },
  };
}

/** @throws the system's error, with nothing left behind */
function writeWhole(path: string, bytes: Uint8Array): void {
  const scratch = `${path}.${process.pid}`;
  try {
    writeFileSync(scratch, bytes);
    renameSync(scratch, path);
  } catch (error) {
    rmSync(scratch, { force: true });
    throw error;
  }
}

/** The names in a directory, those that were written last first. */
function newestFirst(directory: string): string[] {
  const times = new Map<string, number>();
  for (const name of readdirSync(directory)) {
    const found = statSync(join(directory, name), { throwIfNoEntry: false });
    if (found !== undefined) times.set(name, found.mtimeMs);
  }
  return [...times.keys()].sort((a, b) => Number(times.get(b)) - Number(times.get(a)));
}

function removeOthers(directory: string, build: string): void {
  const others = newestFirst(directory).filter((name) => name !== build && /^[\da-f]+$/.test(name));
  for (const name of others.slice(OTHER_BUILDS)) rmSync(join(directory, name), { recursive: true, force: true });
}

function removeOldest(own: string): void {
  if (readdirSync(own).length <= MOST_FILES) return;
  for (const name of newestFirst(own).slice(MOST_FILES / 2)) rmSync(join(own, name), { force: true });
}
