import type { Platform } from "@hotpy/python-objects";

/** What the page gives a running Python. */
export interface BrowserOptions {
  /** Text written to standard output (1) or standard error (2), in pieces as the program writes it. */
  write(descriptor: 1 | 2, text: string): void;
  /** A line for `input()` with its newline; "" (the default) is the end of input. */
  readLine?(): string;
  /** Files that the program may read, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The platform of a Web Worker. Waiting blocks the worker, so `time.sleep` needs one. */
export function createBrowserPlatform(options: BrowserOptions): Platform {
  const decoders = { 1: new TextDecoder(), 2: new TextDecoder() };
  return {
    write: (descriptor, bytes) => options.write(descriptor, decoders[descriptor].decode(bytes, { stream: true })),
    readLine: () => options.readLine?.() ?? "",
    time: () => (performance.timeOrigin + performance.now()) / 1000,
    monotonic: () => nanoseconds(performance.now()),
    // Browsers do not tell the processor time: the time since the start is the nearest thing.
    processTime: () => nanoseconds(performance.now()),
    sleep: waitFor,
    randomBytes: (bytes) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
    readFile: (path) => options.files?.[path],
    environment: {},
    name: "emscripten",
  };
}

const nanoseconds = (milliseconds: number): bigint => BigInt(Math.round(milliseconds * 1e6));

/** Without SharedArrayBuffer (a page that is not cross-origin isolated) nothing can block but computing. */
function waitFor(milliseconds: number): boolean {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  return true;
}
