/// Files that are read at each start are read into the same memory, one after the other: where memory is touched for the first time, the system
/// clears it, a page at a time, which takes longer than the reading.

import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/** Bytes. What is never touched costs nothing. */
const SIZE = 4 * 1024 * 1024;

let scratch: Buffer | undefined;

/**
 * The bytes of a file, which hold until the next file is read.
 *
 * @throws what Node.js throws where the file cannot be read
 */
export function readIntoScratch(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    if (size > SIZE) return readFileSync(file);
    scratch ??= Buffer.allocUnsafeSlow(SIZE);
    let length = 0;
    while (length < size) {
      const read = readSync(file, scratch, length, size - length, length);
      if (read === 0) break;
      length += read;
    }
    return scratch.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
