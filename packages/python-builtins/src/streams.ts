import { type Address, NULL, type Word } from "@hotpy/memory";
import { defineFields, FLAG_PINNED, fixed, headerWord, layoutOf, STR_DATA } from "@hotpy/object-model";
import { ERRNO_TYPES, SystemFault } from "@hotpy/python-objects";
import { createKernelOutput } from "./kernel-output.js";
import type { Library } from "./library.js";
import { createOutput } from "./output.js";
import { streamGetters, streamMethods } from "./stream-methods.js";
import { createStreamSettings } from "./stream-settings.js";
import { escapeCode } from "./text/repr.js";
import { createTextInput } from "./text-input.js";

/** Standard streams: text in UTF-8. What is written with a newline to standard error goes out at once. */
export interface Streams {
  readonly stdin: Word;
  readonly stdout: Word;
  readonly stderr: Word;
  /** Writes a str to one of the two. False: raised (a lone surrogate on standard output, a full disk). */
  write(stream: Word, string: Word): boolean;
  isStream(word: Word): boolean;
  /** `sys.stdout` is what this module has under that name: the kernel looks there from now on. */
  lookIn(sys: Word): void;
  /** A line of standard input with its newline, "" at the end; undefined: raised. */
  readLine(): string | undefined;
  /** Bytes of standard input, as `Platform.readBytes` gives them; undefined: raised. */
  readBytes(most: number): Uint8Array | undefined;
  /** Writes bytes to one of the two, past the buffer of text. False: raised. */
  writeBytes(descriptor: number, bytes: Uint8Array): boolean;
  /** Writes what {@link writeBytes} has not. False: raised. */
  flushBytes(descriptor: number): boolean;
  /**
   * Makes the streams objects of the library's class of such streams, too, whose methods must ask them by their attributes; with the exception for
   * operations that a stream has not.
   */
  adopt(textClass: Word, unsupported: Word): void;
  /** How text is encoded and decoded: PYTHONIOENCODING. False: raised, there is no such codec. */
  setEncoding(encoding: string | undefined, errors: string | undefined): boolean;
  /** Has bytes that are no UTF-8 pass through standard input and output, as CPython does in some locales. */
  letBytesThrough(): void;
  /** How the object is made that a stream has as its `buffer`; NULL: raised. */
  setBufferMaker(make: (descriptor: number) => Word): void;
  /** What lets the user edit a line: a function of the prompt that gives the line with its newline, "" at the end. NULL: nobody does, or no user is there. */
  promptReader(): Word;
  setPromptReader(reader: Word): void;
  /** Writes what is buffered to standard output. False: raised. */
  flush(): boolean;
  /** Standard output goes out at once from now on. */
  unbuffer(): void;
  /** Text for the user, after what the program has printed. What the system refuses is dropped, and counts as failed. */
  tell(text: string): void;
  /** Whether an object is standard error, where {@link tell} writes. */
  isStandardError(word: Word): boolean;
  /** At the end of a program: writes what is buffered. False: not all could be written; errors of standard output are reported. */
  finish(): boolean;
}

/** Short strings are copied byte by byte. */
const SHORT = 64;
const STREAM_WORDS = 4;
/** Offset of the raw descriptor. */
const DESCRIPTOR = 8;
const STREAM = defineFields("stream", { descriptor: fixed("i32", DESCRIPTOR) });
const NAMES = ["<stdin>", "<stdout>", "<stderr>"];

const NEWLINE = 10;
const escapedSurrogate = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;
const describe = (descriptor: number): string =>
  `<_io.TextIOWrapper name='${NAMES[descriptor]}' mode='${descriptor === 0 ? "r" : "w"}' encoding='utf-8'>`;

export function defineStreams(library: Library): Streams {
  const { realm, argument } = library;
  const { memory, strings, platform, none } = realm;
  const { i32, u8 } = memory;
  const shape = realm.shapes.define(layoutOf("text-stream", STREAM), NULL);
  const kernelOutput = createKernelOutput(realm);
  const out = createOutput(platform, 1, kernelOutput.text);
  const err = createOutput(platform, 2);

  const descriptorOf = (stream: Word): number => i32[(stream + DESCRIPTOR) >>> 2];
  const isStream = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;

  /** Runs what may meet a fault of the system; undefined: raised. */
  function guarded<T>(run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof SystemFault)) throw error;
      const exception = realm.call(realm.type("OSError"), realm.int(error.errno), realm.str(error.message));
      if (exception !== NULL) realm.raiseObject(exception);
      return undefined;
    }
  }

  const flush = (): boolean => guarded(() => (out.flush(), true)) === true;
  /** What the platform has read; undefined: raised, such as KeyboardInterrupt. */
  function read<T>(run: () => T | undefined): T | undefined {
    for (;;) {
      const result = guarded(run);
      if (result !== undefined || realm.pending() !== NULL) return result;
      if (!realm.takeInterrupt()) return undefined;
    }
  }
  const readBytes = (most: number): Uint8Array | undefined =>
    read(() => {
      if (platform.readBytes !== undefined) return platform.readBytes(most);
      const line = platform.readLine();
      return line === undefined ? undefined : new TextEncoder().encode(line);
    });
  const settings = createStreamSettings(realm, (descriptor) => {
    if (descriptor === 1) kernelOutput.stop();
  });
  const input = createTextInput(realm, settings, () => read(platform.readLine));
  const { readLine } = input;
  const writeTo = (output: typeof out, bytes: Uint8Array): boolean =>
    guarded(() => (output.write(bytes), true)) === true;

  /** What the program has printed comes first where both go to the same place. A fault there shows when the program flushes. */
  function flushQuietly(output: typeof out): boolean {
    try {
      output.flush();
      return true;
    } catch (error) {
      if (!(error instanceof SystemFault)) throw error;
      return false;
    }
  }

  function tell(text: string): void {
    flushQuietly(out);
    try {
      err.write(new TextEncoder().encode(text.replace(/\p{Surrogate}/gu, escapedSurrogate)));
    } catch (error) {
      if (!(error instanceof SystemFault)) throw error;
    }
    flushQuietly(err);
  }

  function finish(): boolean {
    try {
      out.flush();
    } catch (error) {
      if (!(error instanceof SystemFault)) throw error;
      const type = ERRNO_TYPES.get(error.errno) ?? "OSError";
      tell(`Exception ignored in: ${describe(1)}\n${type}: [Errno ${error.errno}] ${error.message}\n`);
      flushQuietly(err);
      return false;
    }
    return flushQuietly(err);
  }

  function firstSurrogate(string: Word): number {
    for (let i = 0; i < strings.length(string); i++) if ((strings.codeAt(string, i) & 0x1ff800) === 0xd800) return i;
    return -1;
  }

  /** Writes text as the program has asked for. */
  function writeSet(descriptor: number, string: Word): boolean {
    const bytes = settings.encode(descriptor, string);
    if (bytes === undefined || !writeTo(descriptor === 1 ? out : err, bytes)) return false;
    return !settings.isDue(descriptor, bytes) || guarded(() => ((descriptor === 1 ? out : err).flush(), true)) === true;
  }

  function write(stream: Word, word: Word): boolean {
    const string = strings.flat(word);
    if (settings.isSet(descriptorOf(stream))) return writeSet(descriptorOf(stream), string);
    if (descriptorOf(stream) === 2) {
      flushQuietly(out);
      const bytes = strings.toUtf8(string, escapeCode);
      return writeTo(err, bytes) && (!bytes.includes(NEWLINE) || guarded(() => (err.flush(), true)) === true);
    }
    if (strings.isAscii(string)) {
      const size = strings.length(string);
      const start = (string + STR_DATA) >>> 0;
      const at = size < SHORT ? out.reserve(size) : -1;
      if (at < 0) return writeTo(out, u8.slice(start, start + size));
      for (let i = 0; i < size; i++) out.buffer[at + i] = u8[start + i];
      return true;
    }
    const surrogate = strings.widthOf(string) === 0 ? -1 : firstSurrogate(string);
    if (surrogate >= 0 && settings.of(1).errors !== "strict") return writeSet(1, string);
    if (surrogate >= 0) {
      realm.raiseWith(
        "UnicodeEncodeError",
        realm.str("utf-8"),
        string,
        realm.int(surrogate),
        realm.int(surrogate + 1),
        realm.str("surrogates not allowed"),
      );
      return false;
    }
    return writeTo(out, strings.toUtf8(string));
  }

  /** Streams neither move nor die. */
  function create(descriptor: number): Word {
    const stream = realm.heap.allocateImmortal(STREAM_WORDS * 4);
    const at = stream >>> 2;
    i32[at] = headerWord(shape, FLAG_PINNED);
    i32[at + 1] = 0;
    i32[at + (DESCRIPTOR >>> 2)] = descriptor;
    i32[at + 3] = 0;
    return stream;
  }

  /** Raises what the library has for operations that a stream has not. */
  const unsupported = (message: string): Word => {
    const type = i32[unsupportedType >>> 2];
    if (type === NULL) return realm.raise("ValueError", message);
    const exception = realm.call(type, realm.str(message));
    return exception === NULL ? NULL : realm.raiseObject(exception);
  };

  function writeMethod(args: Address): Word {
    const text = argument(args, 1);
    if (!strings.isString(text))
      return realm.raise("TypeError", `write() argument must be str, not ${realm.typeName(text)}`);
    if (settings.hasRefused(descriptorOf(argument(args, 0)))) return NULL;
    if (descriptorOf(argument(args, 0)) === 0) return unsupported("not writable");
    const length = strings.length(text);
    return write(argument(args, 0), text) ? realm.int(length) : NULL;
  }

  const unsupportedType = realm.root(NULL);
  const streamType = realm.defineType({
    name: "TextIOWrapper",
    module: "_io",
    shapes: [shape],
    methods: [
      {
        name: "write",
        parameters: "(self, text, /)",
        kernel: { 2: realm.pythonKernel.writeOutput },
        run: writeMethod,
      },
      {
        name: "flush",
        parameters: "(self, /)",
        run(args) {
          const descriptor = descriptorOf(argument(args, 0));
          if (settings.hasRefused(descriptor)) return NULL;
          const isDone = descriptor === 0 || guarded(() => ((descriptor === 1 ? out : err).flush(), true)) === true;
          return isDone ? none : NULL;
        },
      },
      ...streamMethods(library, settings, input, descriptorOf, write, unsupported),
      {
        name: "isatty",
        parameters: "(self, /)",
        run: (args) =>
          settings.hasRefused(descriptorOf(argument(args, 0)))
            ? NULL
            : realm.bool(platform.files?.isTerminal(descriptorOf(argument(args, 0))) === true),
      },
      {
        name: "fileno",
        parameters: "(self, /)",
        run: (args) =>
          settings.hasRefused(descriptorOf(argument(args, 0))) ? NULL : realm.int(descriptorOf(argument(args, 0))),
      },
      { name: "writable", parameters: "(self, /)", run: (args) => realm.bool(descriptorOf(argument(args, 0)) !== 0) },
      { name: "readable", parameters: "(self, /)", run: (args) => realm.bool(descriptorOf(argument(args, 0)) === 0) },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          return realm.str(describe(descriptorOf(argument(args, 0))));
        },
      },
    ],
    getters: [
      { name: "name", get: (self) => realm.str(NAMES[descriptorOf(self)]) },
      ...streamGetters(realm, settings, descriptorOf),
      { name: "closed", get: (self) => realm.bool(settings.isClosed(descriptorOf(self))) },
    ],
    next(stream) {
      // What has been read cannot be read again.
      if (realm.isInTrace()) return realm.retryByInterpreter();
      const line = descriptorOf(stream) === 0 ? readLine() : "";
      return line === undefined || line === "" ? NULL : realm.str(line);
    },
    iterate: (stream) => stream,
  });
  const promptReader = realm.root(NULL);
  const [stdin, stdout, stderr] = [0, 1, 2].map(create);
  kernelOutput.start(stdout);
  return {
    stdin,
    stdout,
    stderr,
    write,
    isStream,
    lookIn: kernelOutput.lookIn,
    readLine,
    readBytes,
    writeBytes: (descriptor, bytes) =>
      guarded(() => ((descriptor === 1 ? out : err).writeBinary(bytes), true)) === true,
    flushBytes: (descriptor) => guarded(() => ((descriptor === 1 ? out : err).flushBinary(), true)) === true,
    promptReader: () => (platform.lineEditor?.isUsable() === true ? i32[promptReader >>> 2] : NULL),
    setPromptReader(reader) {
      i32[promptReader >>> 2] = reader;
    },
    adopt(textClass, exception) {
      realm.adoptBase(streamType, textClass);
      i32[unsupportedType >>> 2] = exception;
    },
    letBytesThrough: settings.letBytesThrough,
    setEncoding: (encoding, errors) =>
      [0, 1, 2].every((descriptor) =>
        settings.change(descriptor, {
          ...(encoding === undefined ? {} : { encoding }),
          // Standard error can always be written to.
          ...(errors === undefined || descriptor === 2 ? {} : { errors }),
        }),
      ),
    setBufferMaker: settings.setBufferMaker,
    flush,
    unbuffer() {
      kernelOutput.stop();
      out.unbuffer();
    },
    tell,
    isStandardError: (word) => isStream(word) && descriptorOf(word) === 2,
    finish,
  };
}
