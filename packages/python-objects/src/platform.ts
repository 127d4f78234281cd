import type { Compression } from "./compression.js";
import type { FileSystem } from "./file-system.js";
import type { LineEditor } from "./line-editor.js";
import type { LocaleCalls } from "./locale-calls.js";
import type { Signals } from "./signals.js";
import type { SqliteCalls } from "./sqlite.js";
import type { SystemCalls } from "./system-calls.js";

/** The system refused: the disk is full, nobody reads the pipe, what is read is a directory. Python raises OSError. */
export class SystemFault extends Error {
  override readonly name = "SystemFault";
  /**
   * @param errno Linux's number of the error
   * @param text what `strerror` says of it
   */
  constructor(
    readonly errno: number,
    text: string,
  ) {
    super(text);
  }
}

/** Asks a platform whether the user has interrupted; never, where it has no interrupts. */
export const interruptsOf = ({ interrupted }: Platform): (() => boolean) => interrupted ?? (() => false);

/** What a program may ask about its process and the machine. */
export interface SystemFacts {
  readonly process: number;
  readonly parent: number;
  readonly user: number;
  readonly group: number;
  readonly processors: number;
  readonly host: {
    readonly system: string;
    readonly node: string;
    readonly release: string;
    readonly version: string;
    readonly machine: string;
  };
}

/** Compiled code that is kept from one run to the next. What it cannot do it leaves: it never fails. */
export interface CodeCache {
  /** What has been kept of a source, byte for byte; undefined if nothing. */
  find(source: Uint8Array): Uint8Array | undefined;
  /** Keeps what was made of a source, in place of what was kept of it before. */
  keep(source: Uint8Array, code: Uint8Array): void;
}

/** Everything that Python needs from outside ECMAScript and WebAssembly. Each host (Node, browser, test) has one. */
export interface Platform {
  /** Writes to standard output (1) or standard error (2), all of it, before it returns. @throws SystemFault */
  write(descriptor: 1 | 2, bytes: Uint8Array): void;
  /**
   * A line of standard input with its newline, "" at the end; undefined: the user has interrupted, which is not seen yet. Bytes that are no text stand as
   * lone surrogates, U+DC00 and the byte. @throws SystemFault
   */
  readLine(): string | undefined;
  /**
   * The next bytes of standard input, at most so many and at least one; none at the end; undefined: the user has interrupted. Absent: those of
   * {@link readLine} in UTF-8. @throws SystemFault
   */
  readBytes?(most: number): Uint8Array | undefined;
  /** Seconds since 1970. */
  time(): number;
  /** Nanoseconds of a clock that never goes back. */
  monotonic(): bigint;
  /** Nanoseconds of processor time that this process has used. */
  processTime(): bigint;
  /** Waits. False: the user interrupted, which ended the wait and counts as seen. */
  sleep(milliseconds: number): boolean;
  /** Whether the user has interrupted: true once for each time. Asked after every call of a native, so it must be cheap. */
  interrupted?(): boolean;
  /** Fills the array with random bytes from the system. */
  randomBytes(bytes: Uint8Array): void;
  /** Text of a file; undefined if there is none (tracebacks show source lines). */
  readFile(path: string): string | undefined;
  /** The process and the machine, where there are such. */
  readonly system?: SystemFacts;
  /** Files, where there are any: what imports and `open` use. */
  readonly files?: FileSystem;
  /** Sockets, pipes and processes; undefined: there are none here. */
  systemCalls?(): SystemCalls | undefined;
  /** The system's libraries for compressed data; undefined: there are none here. */
  compression?(): Compression | undefined;
  /** The system's library of SQLite; undefined: there is none here. */
  sqlite?(): SqliteCalls | undefined;
  /** The system's locales; undefined: there are none here. */
  locale?(): LocaleCalls | undefined;
  /** Where the code of modules is kept; undefined: all is compiled anew. */
  readonly codeCache?: CodeCache;
  /** Editing of lines, where there may be a terminal. */
  readonly lineEditor?: LineEditor;
  /** Signals beside the user's interrupt, where there are such. */
  readonly signals?: Signals;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `sys.platform`, e.g. "linux". */
  readonly name: string;
}
