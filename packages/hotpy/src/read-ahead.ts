/// Files that the thread reads first of all, read by the process: it waits anyway while Node.js makes the thread, which takes longer than the reading.

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename, join } from "node:path";

/** What the thread is given: files by name. Each begins with a word that says how far it is, and the file follows. */
export type FilesAhead = Readonly<Record<string, SharedArrayBuffer>>;

/** Values of that word. */
const [READING, READ, FAILED] = [0, 1, 2];
const START = 8;

export interface ReadingAhead {
  readonly files: FilesAhead;
  /** Reads the files, once the thread has been started. */
  read(): void;
}

/** Makes room for the files of a directory; what is not there is left out. */
export function createReadingAhead(directory: string, names: readonly string[]): ReadingAhead {
  const opened = names.flatMap((name) => {
    try {
      const file = openSync(join(directory, name), "r");
      return [{ name, file, bytes: new SharedArrayBuffer(START + fstatSync(file).size) }];
    } catch {
      return [];
    }
  });
  return {
    files: Object.fromEntries(opened.map(({ name, bytes }) => [name, bytes])),
    read() {
      for (const { file, bytes } of opened) {
        const state = new Int32Array(bytes, 0, 1);
        Atomics.store(state, 0, isFilled(file, new Uint8Array(bytes, START)) ? READ : FAILED);
        Atomics.notify(state, 0);
      }
    },
  };
}

function isFilled(file: number, bytes: Uint8Array): boolean {
  try {
    let length = 0;
    for (let count = -1; length < bytes.length && count !== 0; length += count)
      count = readSync(file, bytes, length, bytes.length - length, length);
    closeSync(file);
    return length === bytes.length;
  } catch {
    return false;
  }
}

let ahead = new Map<string, SharedArrayBuffer>();

/** To be called in the thread: what the process reads for it. */
export function takeAhead(files: FilesAhead): void {
  ahead = new Map(Object.entries(files));
}

/** The bytes of a file that the process has read, or is reading; undefined where it does not, and the second time, as they are not kept. */
export function readAhead(path: string): Buffer | undefined {
  const bytes = ahead.get(basename(path));
  if (bytes === undefined) return undefined;
  ahead.delete(basename(path));
  const state = new Int32Array(bytes, 0, 1);
  Atomics.wait(state, 0, READING);
  return Atomics.load(state, 0) === READ ? Buffer.from(bytes, START) : undefined;
}
