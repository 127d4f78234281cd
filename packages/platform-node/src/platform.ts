import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import type { Compression, LocaleCalls, Platform, SqliteCalls, SystemCalls } from "@hotpy/python-objects";
import { loadLibrary } from "./c-library.js";
import { createCompression } from "./compression.js";
import { asFault } from "./faults.js";
import { createNodeFiles } from "./files.js";
import { Interrupts } from "./interrupts.js";
import { createLineEditor } from "./line-editor.js";
import { LineReader } from "./line-reader.js";
import { createLocaleCalls } from "./locale.js";
import { createRandomBytes } from "./random-bytes.js";
import { createSignals } from "./signals.js";
import { createSqlite } from "./sqlite.js";
import { createSystemCalls } from "./system-calls.js";
import { systemFacts } from "./system-facts.js";
import { isTerminal } from "./terminals.js";

const STDIN = 0;

/** The Node.js platform. With `interrupts`, the user can interrupt what runs and sleeps. */
export function createNodePlatform(interrupts?: Interrupts): Platform & Required<Pick<Platform, "files">> {
  let compression: Compression | "none" | undefined;
  let sqlite: SqliteCalls | "none" | undefined;
  let locale: LocaleCalls | "none" | undefined;
  let systemCalls: SystemCalls | "none" | undefined;
  const files = createNodeFiles();
  const signals = interrupts === undefined ? undefined : createSignals(interrupts);
  const lines = interrupts === undefined ? undefined : createLineEditor(interrupts);
  const input = new LineReader(createInput(interrupts ?? new Interrupts()));
  return {
    write(descriptor, bytes) {
      writeAll(descriptor, bytes);
      lines?.noteOutput(bytes);
    },
    readLine: () => input.readLine(),
    readBytes: (most) => input.readBytes(most),
    time: () => (performance.timeOrigin + performance.now()) / 1000,
    monotonic: () => process.hrtime.bigint(),
    processTime() {
      const { user, system } = process.cpuUsage();
      return BigInt(user + system) * 1000n;
    },
    sleep(milliseconds) {
      const watched = interrupts ?? new Interrupts();
      watched.sleep(milliseconds);
      return !watched.take();
    },
    ...(interrupts === undefined ? {} : { interrupted: () => interrupts.take() }),
    randomBytes: createRandomBytes(),
    readFile(path) {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return undefined;
      }
    },
    files,
    ...(lines === undefined ? {} : { lineEditor: lines.editor }),
    ...(signals === undefined ? {} : { signals }),
    system: systemFacts,
    systemCalls() {
      systemCalls ??= createSystemCalls(files) ?? "none";
      return systemCalls === "none" ? undefined : systemCalls;
    },
    compression() {
      compression ??= createCompression() ?? "none";
      return compression === "none" ? undefined : compression;
    },
    sqlite() {
      sqlite ??= createSqlite() ?? "none";
      return sqlite === "none" ? undefined : sqlite;
    },
    locale() {
      if (locale === undefined) {
        const library = loadLibrary();
        locale = library === undefined ? "none" : createLocaleCalls(library);
      }
      return locale === "none" ? undefined : locale;
    },
    environment: process.env,
    name: process.platform,
  };
}

/** Standard output may be a pipe that is full for the moment: written until all is out. */
function writeAll(descriptor: 1 | 2, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw asFault(error as NodeJS.ErrnoException);
      pause();
    }
  }
}

/** Longest wait between two looks whether there is input, in milliseconds. */
const LONGEST_WAIT = 16;

/** What reads standard input: how many bytes, 0 at the end, -1 where the user interrupts. */
function createInput(interrupts: Interrupts): (bytes: Uint8Array) => number {
  let descriptor: number | undefined;
  return (bytes) => {
    descriptor ??= openInput();
    for (let wait = 1; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      if (interrupts.pending) return -1;
      try {
        return readSync(descriptor, bytes);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "EOF") return 0;
        if (code !== "EAGAIN") throw asFault(error as NodeJS.ErrnoException);
        interrupts.sleep(wait);
      }
    }
  };
}

/**
 * Terminals and pipes are opened once more, so that reading does not block: else an interrupt would be seen when the next line comes. Who shares
 * standard input with this process does not notice.
 */
function openInput(): number {
  try {
    if (isTerminal(STDIN) || fstatSync(STDIN).isFIFO())
      return openSync("/dev/stdin", constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOCTTY ?? 0));
  } catch {
    // It is read as it is.
  }
  return STDIN;
}

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);

/** Bytes of a file, or of standard input for "-". @throws the system's error */
export function readSource(path: string): Uint8Array {
  const descriptor = path === "-" ? STDIN : openSync(path, "r");
  try {
    return readFileSync(descriptor);
  } finally {
    if (descriptor !== STDIN) closeSync(descriptor);
  }
}
