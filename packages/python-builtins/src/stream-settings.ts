import { NULL, type Word } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";

/** What a program may set of a standard stream by `reconfigure`. */
interface Setting {
  encoding: string;
  errors: string;
  /** What is written for a newline. */
  newline: string;
  lineBuffering: boolean;
  writeThrough: boolean;
}

/** The settings of the three standard streams, and the binary streams below them. */
export interface StreamSettings {
  of(descriptor: number): Readonly<Setting>;
  /** False: raised (there is no such codec). */
  change(descriptor: number, changes: Partial<Setting>): boolean;
  /** Whether text of the stream is not written or read the usual way. */
  isSet(descriptor: number): boolean;
  /** The bytes of a str; undefined: raised. May collect. */
  encode(descriptor: number, string: Word): Uint8Array | undefined;
  /** The text of a bytes object; undefined: raised. May collect. */
  decode(bytes: Word): string | undefined;
  /** Whether what has been written goes out at once. */
  isDue(descriptor: number, bytes: Uint8Array): boolean;
  /** The object that a stream has as its `buffer`; NULL: raised. May collect. */
  buffer(descriptor: number): Word;
  /** Has bytes that are no UTF-8 pass through standard input and output. */
  letBytesThrough(): void;
  /** The stream is no longer used: closed, or its binary stream is the program's own. */
  end(descriptor: number, how: "closed" | "detached"): void;
  isClosed(descriptor: number): boolean;
  isDetached(descriptor: number): boolean;
  /** Whether the stream has ended, which is raised then. */
  hasRefused(descriptor: number): boolean;
  /** Whether the program has asked for it. */
  hasBuffer(descriptor: number): boolean;
  setBufferMaker(make: (descriptor: number) => Word): void;
}

const NEWLINE = 10;

/** `onChange` is called where text of a stream is no longer written or read the usual way. */
export function createStreamSettings(realm: Realm, onChange: (descriptor: number) => void): StreamSettings {
  const { strings, bytes, memory } = realm;
  const { i32 } = memory;
  const settings: Setting[] = [0, 1, 2].map((descriptor) => ({
    encoding: "utf-8",
    errors: descriptor === 2 ? "backslashreplace" : "strict",
    newline: "\n",
    lineBuffering: descriptor === 2,
    writeThrough: false,
  }));
  const changed = [false, false, false];
  const buffers = [0, 1, 2].map(() => realm.root(NULL));
  let make = (_: number): Word => realm.raise("AttributeError", "buffer");

  const ends: ("closed" | "detached" | undefined)[] = [undefined, undefined, undefined];
  /** False: the stream can be used; else raised. */
  function hasRefused(descriptor: number): boolean {
    const end = ends[descriptor];
    if (end === undefined) return false;
    realm.raise(
      "ValueError",
      end === "closed" ? "I/O operation on closed file." : "underlying buffer has been detached",
    );
    return true;
  }

  function codec(method: string, word: Word, { encoding, errors }: Setting): Word {
    // The order of bytes is not marked, as a stream that cannot be positioned may have a beginning already.
    const codecName = /^utf[-_]?(16|32)$/i.test(encoding) ? `${encoding}-le` : encoding;
    return realm.callMethod(word, realm.intern(method), realm.intern(codecName), realm.intern(errors));
  }

  return {
    of: (descriptor) => settings[descriptor],
    change(descriptor, changes) {
      const wanted = { ...settings[descriptor], ...changes };
      if (codec("encode", strings.empty, wanted) === NULL) return false;
      settings[descriptor] = wanted;
      changed[descriptor] = true;
      onChange(descriptor);
      return true;
    },
    isSet: (descriptor) => changed[descriptor],
    letBytesThrough() {
      for (const descriptor of [0, 1]) settings[descriptor] = { ...settings[descriptor], errors: "surrogateescape" };
    },
    end(descriptor, how) {
      ends[descriptor] ??= how;
      changed[descriptor] = true;
      onChange(descriptor);
    },
    isDetached: (descriptor) => ends[descriptor] === "detached",
    isClosed: (descriptor) => ends[descriptor] === "closed",
    hasRefused,
    encode(descriptor, string) {
      if (hasRefused(descriptor)) return undefined;
      const setting = settings[descriptor];
      const { newline } = setting;
      const text =
        newline === "\n" ? string : strings.replace(string, strings.char(NEWLINE), realm.intern(newline), 0x7fffffff);
      const encoded = codec("encode", text, setting);
      return encoded === NULL ? undefined : bytes.toArray(bytes.data(encoded), bytes.size(encoded));
    },
    decode(word) {
      if (hasRefused(0)) return undefined;
      const text = codec("decode", word, settings[0]);
      return text === NULL ? undefined : strings.toJS(text);
    },
    isDue(descriptor, written) {
      const { lineBuffering, writeThrough } = settings[descriptor];
      return writeThrough || (lineBuffering && written.includes(NEWLINE));
    },
    buffer(descriptor) {
      if (ends[descriptor] === "detached" && hasRefused(descriptor)) return NULL;
      const slot = buffers[descriptor] >>> 2;
      // Making it runs the body of a class.
      if (i32[slot] === NULL && realm.isInTrace()) return realm.retryByInterpreter();
      if (i32[slot] === NULL) i32[slot] = make(descriptor);
      return i32[slot];
    },
    hasBuffer: (descriptor) => i32[buffers[descriptor] >>> 2] !== NULL,
    setBufferMaker(given) {
      make = given;
    },
  };
}
