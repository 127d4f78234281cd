/// Compiled code in files of the user's: `DIRECTORY/BUILD/`, the checksum of the source and its length.

import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
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

/**
 * A file begins with three words: the lengths of source and code in bytes, and the checksum of the code. Then come the source and the code. That the source is
 * the same is seen by comparing it: a hash that is as good as that would need Node.js's module for cryptography, which takes 4 ms of each start.
 */
const HEADER_WORDS = 3;

/**
 * A cache in a directory. A file that is damaged counts as not there; a directory that cannot be read or written costs only time. Files
 * appear whole, so several processes can share it.
 */
export function createCodeCache({ directory, build, isWritten }: CodeCacheOptions): CodeCache {
  const own = join(directory, build);
  const pathOf = (source: Uint8Array): string =>
    join(own, `${crc32(source).toString(16)}-${source.length.toString(16)}`);
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
      let file: number | undefined;
      try {
        file = openSync(pathOf(source), "r");
        return readCode(file, source);
      } catch {
        return undefined;
      } finally {
        if (file !== undefined) closeSync(file);
      }
    },
    keep(source, code) {
      if (!isWritten) return;
      try {
        makeReady();
        const header = Uint32Array.of(source.length, code.length, crc32(code));
        writeWhole(pathOf(source), Buffer.concat([new Uint8Array(header.buffer), source, code]));
      } catch {
        // Not ours to write, or full: the next run compiles again.
      }
    },
  };
}

/** Sources are read into this, to be compared. */
let scratch = Buffer.alloc(0);

/** The code in a file, if it is of this source and whole. */
function readCode(file: number, source: Uint8Array): Uint8Array | undefined {
  const header = new Uint32Array(HEADER_WORDS);
  readSync(file, header);
  const [sourceLength, codeLength, checksum] = header;
  if (sourceLength !== source.length) return undefined;
  if (scratch.length < sourceLength) scratch = Buffer.alloc(2 * sourceLength);
  const isRead = readSync(file, scratch, 0, sourceLength, null) === sourceLength;
  if (!isRead || scratch.compare(source, 0, sourceLength, 0, sourceLength) !== 0) return undefined;
  const code = new Uint8Array(codeLength);
  return readSync(file, code) === codeLength && crc32(code) === checksum ? code : undefined;
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
