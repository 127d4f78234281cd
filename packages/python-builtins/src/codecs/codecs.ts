import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import type { Machine, Making, Raising } from "@hotpy/python-objects";
import { ByteBuffer } from "./byte-buffer.js";
import { CHARMAPS } from "./charmaps.js";
import { CodeBuffer } from "./code-buffer.js";
import type { Codec, Fault } from "./codec.js";
import { ERROR_HANDLERS, type ErrorHandler, type Replacement } from "./error-handlers.js";
import { encodingModule, isTextEncoding } from "./names.js";
import { ascii, charmap, latin1 } from "./one-byte.js";
import { utf8, utf8WithMark } from "./utf8.js";
import { utf16, utf16BigEndian, utf16LittleEndian, utf32, utf32BigEndian, utf32LittleEndian } from "./utf16-32.js";

/** Text to bytes and back. Leaf. */
export interface Codecs {
  /** `str.encode`: a bytes object, or NULL. Encoding and errors are str words, or NULL: UTF-8, strict. */
  encode(string: Word, encoding: Word, errors: Word): Word;
  /** `bytes.decode` of bytes in memory: a str, or NULL. */
  decode(data: Address, size: number, encoding: Word, errors: Word): Word;
}

/** Encodings by the name of CPython's module. */
const CODECS: Readonly<Record<string, Codec>> = {
  utf_8: utf8,
  utf_8_sig: utf8WithMark,
  ascii,
  latin_1: latin1,
  utf_16: utf16,
  utf_16_le: utf16LittleEndian,
  utf_16_be: utf16BigEndian,
  utf_32: utf32,
  utf_32_le: utf32LittleEndian,
  utf_32_be: utf32BigEndian,
};

export function createCodecs(realm: Machine & Making & Raising): Codecs {
  const { strings, bytes: objects, pythonKernel } = realm;
  const made = madeBy(realm.heap);
  const known = new Map<string, Codec>();

  function codecOf(module: string): Codec {
    const codec = CODECS[module];
    if (codec !== undefined) return codec;
    const upper = CHARMAPS[module];
    return upper === undefined ? realm.notImplemented(`the encoding ${module}`) : charmap(upper);
  }

  /** The codec of that name; undefined: raised. */
  function find(encoding: Word, how: "encode" | "decode"): Codec | undefined {
    if (encoding === NULL) return utf8;
    const name = strings.toJS(encoding);
    const present = known.get(name);
    if (present !== undefined) return present;
    const module = encodingModule(name);
    if (module === undefined) {
      realm.raise("LookupError", `unknown encoding: ${name}`);
      return undefined;
    }
    if (!isTextEncoding(module)) {
      const advice = `use codecs.${how}() to handle arbitrary codecs`;
      realm.raise("LookupError", `'${name}' is not a text encoding; ${advice}`);
      return undefined;
    }
    const codec = codecOf(module);
    known.set(name, codec);
    return codec;
  }

  /** What a handler makes of a fault; undefined: raised. */
  function handled(
    errors: Word,
    how: "encode" | "decode",
    raise: () => Word,
    handle: (handler: ErrorHandler) => Replacement | undefined,
  ): Replacement | undefined {
    const name = errors === NULL ? "strict" : strings.toJS(errors);
    const handler = Object.hasOwn(ERROR_HANDLERS, name) ? ERROR_HANDLERS[name] : undefined;
    if (handler === undefined) {
      realm.raise("LookupError", `unknown error handler name '${name}'`);
      return undefined;
    }
    if (handler[how] === undefined) {
      const exception = how === "encode" ? "UnicodeEncodeError" : "UnicodeDecodeError";
      realm.raise("TypeError", `don't know how to handle ${exception} in error callback`);
      return undefined;
    }
    const replacement = handle(handler);
    if (replacement === undefined) raise();
    return replacement;
  }

  const raiseFault = (exception: string, codec: Codec, object: Word, { start, end, reason }: Fault): Word =>
    realm.raiseWith(exception, realm.str(codec.name), object, realm.int(start), realm.int(end), realm.str(reason));

  function encodeWith(codec: Codec, given: Word, errors: Word): Word {
    const string = strings.flat(given);
    const length = strings.length(string);
    const text = Int32Array.from({ length }, (_, i) => strings.codeAt(string, i));
    const out = new ByteBuffer(realm.heap);
    for (const byte of codec.mark ?? []) out.push(byte);
    for (let at = 0; at < length; ) {
      if (codec.encodeCode(text[at], out.push)) {
        at++;
        continue;
      }
      let end = at + 1;
      if (codec.joinsFaults) while (end < length && !codec.encodeCode(text[end], () => {})) end++;
      const fault: Fault = { start: at, end, reason: codec.reason };
      const raise = (): Word => raiseFault("UnicodeEncodeError", codec, string, fault);
      const replacement = handled(errors, "encode", raise, (handler) => handler.encode?.(codec, text, fault));
      if (replacement === undefined) return NULL;
      for (const byte of replacement.bytes ?? []) out.push(byte);
      for (const code of replacement.codes ?? []) if (!codec.encodeCode(code, out.push)) return raise();
      at = replacement.next;
    }
    return objects.fromArray(out.finish());
  }

  function decodeWith(given: Codec, data: Address, size: number, errors: Word): Word {
    const whole = objects.toArray(data, size);
    const { codec, from, cut } = given.resolve?.(whole) ?? { codec: given, from: 0 };
    const bytes = cut ? whole.subarray(from) : whole;
    const codes = new CodeBuffer(realm);
    const isDone = codec.decode(
      bytes,
      cut ? 0 : from,
      (code) => codes.push(code),
      (fault) => {
        const raise = (): Word => raiseFault("UnicodeDecodeError", codec, objects.fromArray(bytes), fault);
        const replacement = handled(errors, "decode", raise, (handler) => handler.decode?.(codec, bytes, fault));
        if (replacement === undefined) return -1;
        for (const code of replacement.codes ?? []) codes.push(code);
        return replacement.next;
      },
    );
    return isDone ? codes.finish() : NULL;
  }

  /** The commonest encodings, where nothing is at fault; else UNDECIDED. */
  function encodePlain(codec: Codec, string: Word): Word {
    if (codec === utf8) return made(pythonKernel.encodeUtf8(string));
    if (codec === ascii) return made(pythonKernel.encodeNarrow(string, 128));
    return codec === latin1 ? made(pythonKernel.encodeNarrow(string, 256)) : UNDECIDED;
  }

  function decodePlain(codec: Codec, data: Address, size: number): Word {
    if (codec === utf8) return made(pythonKernel.decodeUtf8(data, size));
    if (codec === ascii) return made(pythonKernel.decodeNarrow(data, size, 128));
    return codec === latin1 ? made(pythonKernel.decodeNarrow(data, size, 256)) : UNDECIDED;
  }

  return {
    encode(string, encoding, errors) {
      const codec = find(encoding, "encode");
      if (codec === undefined) return NULL;
      const plain = encodePlain(codec, string);
      return plain === UNDECIDED ? encodeWith(codec, string, errors) : plain;
    },
    decode(data, size, encoding, errors) {
      const codec = find(encoding, "decode");
      if (codec === undefined) return NULL;
      const plain = decodePlain(codec, data, size);
      return plain === UNDECIDED ? decodeWith(codec, data, size, errors) : plain;
    },
  };
}
