import { type Address, NULL, type Word } from "@hotpy/memory";
import { FLAG_PINNED, headerWord, STR_DATA } from "@hotpy/object-model";
import type { Library } from "./library.js";
import { escapeCode } from "./text/repr.js";

/** Standard output and error: text in UTF-8, output buffered. */
export interface Streams {
  readonly stdin: Word;
  readonly stdout: Word;
  readonly stderr: Word;
  /** Writes a str to one of the two. False: raised (a lone surrogate on standard output). */
  write(stream: Word, string: Word): boolean;
  isStream(word: Word): boolean;
  /** Writes what is buffered; to be called at exit. */
  flush(): void;
}

const BUFFER_BYTES = 32 * 1024;
const STREAM_WORDS = 4;
/** Offset of the raw descriptor. */
const DESCRIPTOR = 8;
const NAMES = ["<stdin>", "<stdout>", "<stderr>"];

export function defineStreams({ realm, argument }: Library): Streams {
  const { memory, strings, platform, none } = realm;
  const { i32, u8 } = memory;
  const shape = realm.shapes.define(
    { name: "text-stream", fixedWords: STREAM_WORDS, refStart: 2, refEnd: 2, tail: 0 },
    NULL,
  );
  const buffer = new Uint8Array(BUFFER_BYTES);
  let used = 0;

  const descriptorOf = (stream: Word): number => i32[(stream + DESCRIPTOR) >>> 2];
  const isStream = (word: Word): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;

  function flush(): void {
    if (used > 0) platform.write(1, buffer.subarray(0, used));
    used = 0;
  }

  function writeOut(bytes: Uint8Array): void {
    if (used + bytes.length > BUFFER_BYTES) flush();
    if (bytes.length > BUFFER_BYTES) platform.write(1, bytes);
    else {
      buffer.set(bytes, used);
      used += bytes.length;
    }
  }

  function firstSurrogate(string: Word): number {
    for (let i = 0; i < strings.length(string); i++) if ((strings.codeAt(string, i) & 0x1ff800) === 0xd800) return i;
    return -1;
  }

  function write(stream: Word, word: Word): boolean {
    const string = strings.flat(word);
    if (descriptorOf(stream) === 2) {
      flush();
      platform.write(2, strings.toUtf8(string, escapeCode));
      return true;
    }
    if (strings.isAscii(string)) {
      const size = strings.length(string);
      const start = (string + STR_DATA) >>> 0;
      if (size < 64 && used + size <= BUFFER_BYTES) for (let i = 0; i < size; i++) buffer[used++] = u8[start + i];
      else writeOut(u8.slice(start, start + size));
      return true;
    }
    const surrogate = strings.widthOf(string) === 0 ? -1 : firstSurrogate(string);
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
    writeOut(strings.toUtf8(string));
    return true;
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

  function writeMethod(args: Address): Word {
    const text = argument(args, 1);
    if (!strings.isString(text))
      return realm.raise("TypeError", `write() argument must be str, not ${realm.typeName(text)}`);
    if (descriptorOf(argument(args, 0)) === 0) return realm.raise("ValueError", "not writable");
    return write(argument(args, 0), text) ? realm.int(strings.length(text)) : NULL;
  }

  realm.defineType({
    name: "TextIOWrapper",
    module: "_io",
    shapes: [shape],
    methods: [
      { name: "write", parameters: "(self, text, /)", run: writeMethod },
      {
        name: "flush",
        parameters: "(self, /)",
        run(args) {
          if (descriptorOf(argument(args, 0)) === 1) flush();
          return none;
        },
      },
      {
        name: "readline",
        parameters: "(self, size=-1, /)",
        run: (args) =>
          descriptorOf(argument(args, 0)) === 0
            ? realm.str(platform.readLine())
            : realm.raise("ValueError", "not readable"),
      },
      { name: "isatty", parameters: "(self, /)", run: () => realm.bool(false) },
      { name: "fileno", parameters: "(self, /)", run: (args) => realm.int(descriptorOf(argument(args, 0))) },
      { name: "writable", parameters: "(self, /)", run: (args) => realm.bool(descriptorOf(argument(args, 0)) !== 0) },
      { name: "readable", parameters: "(self, /)", run: (args) => realm.bool(descriptorOf(argument(args, 0)) === 0) },
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const descriptor = descriptorOf(argument(args, 0));
          return realm.str(
            `<_io.TextIOWrapper name='${NAMES[descriptor]}' mode='${descriptor === 0 ? "r" : "w"}' encoding='utf-8'>`,
          );
        },
      },
    ],
    getters: [
      { name: "name", get: (self) => realm.str(NAMES[descriptorOf(self)]) },
      { name: "encoding", get: () => realm.str("utf-8") },
      { name: "closed", get: () => realm.bool(false) },
    ],
    next(stream) {
      const line = descriptorOf(stream) === 0 ? platform.readLine() : "";
      return line === "" ? NULL : realm.str(line);
    },
    iterate: (stream) => stream,
  });
  const [stdin, stdout, stderr] = [0, 1, 2].map(create);
  return { stdin, stdout, stderr, write, isStream, flush };
}
