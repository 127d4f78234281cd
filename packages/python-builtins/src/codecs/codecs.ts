import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import type { Library } from "../library.js";
import { ByteBuffer } from "./byte-buffer.js";
import { CHARMAPS } from "./charmaps.js";
import { CodeBuffer } from "./code-buffer.js";
import type { Codec, Fault, Input } from "./codec.js";
import { ERROR_HANDLERS, type ErrorHandler, type Replacement } from "./error-handlers.js";
import { rawUnicodeEscape, unicodeEscape } from "./escapes.js";
import { encodingModule, isTextEncoding } from "./names.js";
import { ascii, charmap, latin1 } from "./one-byte.js";
import { utf7 } from "./utf7.js";
import { utf8, utf8WithMark } from "./utf8.js";
import { utf16, utf16BigEndian, utf16LittleEndian, utf32, utf32BigEndian, utf32LittleEndian } from "./utf16-32.js";

/**
 * Functions written in Python, and what programs extend: the registry of encodings and of error handlers. See the module `_codecs`.
 *
 * - `handle(errors, exception)`: what the handler of that name makes of a fault, where to go on, and the exception's object;
 * - `text_encode(text, encoding, errors)`, `text_decode(data, encoding, errors)`: by the registry alone. `errors` may be None.
 *
 * May collect.
 */
export type CodecRegistry = (name: "handle" | "text_encode" | "text_decode") => Word;

/** Text to bytes and back. Runs Python code for encodings and error handlers that programs define. */
export interface Codecs {
  /** `str.encode`: a bytes object, or NULL. Encoding and errors are str words, or NULL: UTF-8, strict. */
  encode(string: Word, encoding: Word, errors: Word): Word;
  /** `bytes.decode` of bytes in memory: a str, or NULL. */
  decode(data: Address, size: number, encoding: Word, errors: Word): Word;
  /** By one of the codecs here, `utf_7` say: a bytes object, or NULL. */
  encodeBy(module: string, string: Word, errors: Word): Word;
  /** And back, with the number of bytes that were decoded: those of a character that is not complete wait for more unless `isFinal`. */
  decodeBy(module: string, data: Address, size: number, errors: Word, isFinal: boolean): Decoded | undefined;
  /** What Python's own handler of that name makes of a fault; undefined: it is raised; "unknown": it handles no such faults. */
  handle(
    name: string,
    how: "encode" | "decode",
    module: string,
    given: ArrayLike<number>,
    fault: Fault,
  ): Replacement | "unknown" | undefined;
  /** Another codec, by the name of CPython's module; made when it is first used. To be called before any program runs. */
  add(module: string, make: () => Codec): void;
  /** To be called once, before any program runs. */
  connect(registry: CodecRegistry): void;
}

/** A text, and the number of bytes behind which it ends. */
export interface Decoded {
  readonly text: Word;
  readonly consumed: number;
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
  utf_7: utf7,
  unicode_escape: unicodeEscape,
  raw_unicode_escape: rawUnicodeEscape,
};

export function createCodecs({ realm, lists, withHandles }: Library): Codecs {
  const { strings, bytes: objects, pythonKernel } = realm;
  const made = madeBy(realm.heap);
  const known = new Map<string, Codec>();

  let registry: CodecRegistry | undefined;

  /** The codec of that name, if it is one of those here. */
  function find(encoding: Word): Codec | undefined {
    if (encoding === NULL) return utf8;
    const name = strings.toJS(encoding);
    const present = known.get(name);
    if (present !== undefined) return present;
    const module = encodingModule(name);
    const codec = module === undefined ? undefined : codecOf(module);
    if (codec !== undefined) known.set(name, codec);
    return codec;
  }

  const added = new Map<string, () => Codec>();
  const codecOf = (module: string): Codec | undefined =>
    CODECS[module] ?? (CHARMAPS[module] === undefined ? added.get(module)?.() : charmap(CHARMAPS[module]));

  /** Python's own handlers need no exception. NULL stands for "strict". */
  const ownHandler = (errors: string): ErrorHandler | undefined =>
    Object.hasOwn(ERROR_HANDLERS, errors) ? ERROR_HANDLERS[errors] : undefined;

  const nameOfErrors = (errors: Word): string => (errors === NULL ? "strict" : strings.toJS(errors));

  const exceptionOf = (how: "encode" | "decode", codec: Codec, object: Word, { start, end, reason }: Fault): Word =>
    realm.call(
      realm.type(how === "encode" ? "UnicodeEncodeError" : "UnicodeDecodeError"),
      realm.str(codec.name),
      object,
      realm.int(start),
      realm.int(end),
      realm.str(reason),
    );

  /** What a handler that the program has registered returns, as words that are stale after a safepoint; undefined: raised. */
  function registered(
    errors: string,
    exception: Word,
  ): readonly [replacement: Word, next: number, object: Word] | undefined {
    if (exception === NULL) return undefined;
    const find = registry;
    if (find === undefined) {
      realm.raise("LookupError", `unknown error handler name '${errors}'`);
      return undefined;
    }
    if (realm.isInTrace()) {
      realm.retryByInterpreter();
      return undefined;
    }
    const result = withHandles(() => {
      const kept = realm.handles.push(exception);
      const handle = find("handle");
      return realm.call(handle, realm.str(errors), realm.handles.get(kept));
    });
    if (result === NULL) return undefined;
    return [lists.item(result, 0), realm.integers.toNumber(lists.item(result, 1)), lists.item(result, 2)];
  }

  function wrongHandler(how: "encode" | "decode"): Word {
    const exception = how === "encode" ? "UnicodeEncodeError" : "UnicodeDecodeError";
    return realm.raise("TypeError", `don't know how to handle ${exception} in error callback`);
  }

  /** What takes the place of code points that have no bytes; undefined: raised. */
  function replaceInText(
    codec: Codec,
    string: () => Word,
    text: Int32Array,
    fault: Fault,
    errors: string,
  ): Replacement | undefined {
    const own = ownHandler(errors);
    const raise = (): undefined => {
      const exception = exceptionOf("encode", codec, string(), fault);
      if (exception !== NULL) realm.raiseObject(exception);
      return undefined;
    };
    if (own !== undefined) {
      if (own.encode === undefined) return (wrongHandler("encode"), undefined);
      const replacement = own.encode(codec, text, fault);
      const isWhole = (replacement?.bytes?.length ?? 0) % (codec.unit ?? 1) === 0;
      return replacement !== undefined && isWhole ? replacement : raise();
    }
    const found = registered(errors, exceptionOf("encode", codec, string(), fault));
    if (found === undefined) return undefined;
    const [replacement, next] = found;
    if (strings.isString(replacement)) {
      const codes = codesOf(replacement);
      if (codec.replacesByAscii && codes.some((code) => code >= 128)) return raise();
      return { codes: [...codes], next };
    }
    const { data, size } = realm.buffers.required(replacement) as { data: Address; size: number };
    if (size % (codec.unit ?? 1) !== 0) return raise();
    return { bytes: [...objects.toArray(data, size)], next };
  }

  function codesOf(given: Word): Int32Array {
    const string = strings.flat(given);
    return Int32Array.from({ length: strings.length(string) }, (_, i) => strings.codeAt(string, i));
  }

  function encodeWith(codec: Codec, given: Word, errors: Word): Word {
    const text = codesOf(given);
    const out = new ByteBuffer(realm.heap);
    for (const byte of codec.mark ?? []) out.push(byte);
    if (codec.encodeAll !== undefined) {
      codec.encodeAll(text, out.push);
      return objects.fromArray(out.finish());
    }
    const name = nameOfErrors(errors);
    const ofText = codec.encoder?.();
    const encoder = ofText ?? codec;
    return withHandles(() => {
      const kept = realm.handles.push(given);
      const string = (): Word => strings.flat(realm.handles.get(kept));
      for (let at = 0; at < text.length; ) {
        if (encoder.encodeCode(text[at], out.push)) {
          at++;
          continue;
        }
        let end = at + 1;
        if (codec.joinsFaults) while (end < text.length && !codec.encodeCode(text[end], () => {})) end++;
        const fault: Fault = { start: at, end, reason: codec.reason };
        const replacement = replaceInText(codec, string, text, fault, name);
        if (replacement === undefined) return NULL;
        for (const byte of replacement.bytes ?? []) out.push(byte);
        for (const code of replacement.codes ?? [])
          if (!encoder.encodeCode(code, out.push)) return (replaceInText(codec, string, text, fault, "strict"), NULL);
        at = replacement.next;
      }
      ofText?.finish(out.push);
      return objects.fromArray(out.finish());
    });
  }

  function decodeWith(given: Codec, data: Address, size: number, errors: Word, isFinal: boolean): Decoded | undefined {
    const whole = objects.toArray(data, size);
    const { codec, from, cut } = given.resolve?.(whole) ?? { codec: given, from: 0 };
    const input: Input = { bytes: cut ? whole.subarray(from) : whole };
    const codes = new CodeBuffer(realm);
    const name = nameOfErrors(errors);

    function onFault(fault: Fault): number {
      const own = ownHandler(name);
      const exception = (): Word => exceptionOf("decode", codec, objects.fromArray(input.bytes), fault);
      if (own === undefined) {
        const found = registered(name, exception());
        if (found === undefined) return -1;
        const [replacement, next, object] = found;
        for (const code of codesOf(replacement)) codes.push(code);
        input.bytes = objects.toArray(objects.data(object), objects.size(object));
        return next;
      }
      if (own.decode === undefined) return (wrongHandler("decode"), -1);
      const replacement = own.decode(codec, input.bytes, fault);
      if (replacement === undefined) {
        const error = exception();
        if (error !== NULL) realm.raiseObject(error);
        return -1;
      }
      for (const code of replacement.codes ?? []) codes.push(code);
      return replacement.next;
    }

    const end = codec.decode(input, cut ? 0 : from, (code) => codes.push(code), onFault, isFinal);
    if (end < 0) return undefined;
    const stopped = cut ? from + end : end;
    return { text: codes.finish(), consumed: isFinal ? size : stopped };
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

  function encodeBy(codec: Codec, string: Word, errors: Word): Word {
    const plain = encodePlain(codec, string);
    return plain === UNDECIDED ? encodeWith(codec, string, errors) : plain;
  }

  function decodeBy(codec: Codec, data: Address, size: number, errors: Word, isFinal: boolean): Decoded | undefined {
    const plain = decodePlain(codec, data, size);
    if (plain === NULL) return undefined;
    return plain === UNDECIDED ? decodeWith(codec, data, size, errors, isFinal) : { text: plain, consumed: size };
  }

  /** Calls a function of the registry. */
  function byRegistry(which: "text_encode" | "text_decode", data: Word, encoding: Word, errors: Word): Word {
    // The registry is made when first asked for, which runs Python code.
    if (realm.isInTrace()) return realm.retryByInterpreter();
    const find = registry;
    if (find === undefined)
      return withoutRegistry(strings.toJS(encoding), which === "text_encode" ? "encode" : "decode");
    return withHandles(() => {
      const kept = [data, encoding, errors].map((each) => realm.handles.push(each || realm.none));
      const callee = find(which);
      return realm.call(callee, ...kept.map(realm.handles.get));
    });
  }

  /** What is unknown where no module `_codecs` has been installed. */
  const withoutRegistry = (name: string, how: string): typeof NULL =>
    realm.raise(
      "LookupError",
      !isTextEncoding(encodingModule(name) ?? name)
        ? `'${name}' is not a text encoding; use codecs.${how}() to handle arbitrary codecs`
        : `unknown encoding: ${name}`,
    );

  const required = (module: string): Codec => codecOf(module) ?? realm.notImplemented(`the codec ${module}`);

  return {
    encode(string, encoding, errors) {
      const codec = find(encoding);
      return codec === undefined
        ? byRegistry("text_encode", string, encoding, errors)
        : encodeBy(codec, string, errors);
    },
    decode(data, size, encoding, errors) {
      const codec = find(encoding);
      if (codec !== undefined) return decodeBy(codec, data, size, errors, true)?.text ?? NULL;
      return byRegistry("text_decode", objects.fromArray(objects.toArray(data, size)), encoding, errors);
    },
    encodeBy: (module, string, errors) => encodeBy(required(module), string, errors),
    decodeBy: (module, data, size, errors, isFinal) => decodeBy(required(module), data, size, errors, isFinal),
    handle(name, how, module, given, fault) {
      const handler = ownHandler(name);
      if (handler?.[how] === undefined) return "unknown";
      const codec = codecOf(encodingModule(module) ?? "ascii") ?? ascii;
      return how === "encode"
        ? handler.encode?.(codec, given, fault)
        : handler.decode?.(codec, given as Uint8Array, fault);
    },
    add(module, make) {
      let codec: Codec | undefined;
      added.set(module, () => (codec ??= make()));
    },
    connect(given) {
      registry = given;
    },
  };
}
