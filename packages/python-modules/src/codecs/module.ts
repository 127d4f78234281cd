import { type Address, NULL, type Word } from "@hotpy/memory";
import { type Builtins, invalidEscape } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { defineSourceModule } from "../source-module.js";
import { charmapSource } from "./charmap.js";
import { registrySource } from "./registry.js";

/** Codecs whose functions the module has, and whether characters can be incomplete at the end of a part. */
const ENCODINGS: readonly (readonly [module: string, isPartial: boolean])[] = [
  ["ascii", false],
  ["latin_1", false],
  ["utf_7", true],
  ["utf_8", true],
  ["utf_16", true],
  ["utf_16_le", true],
  ["utf_16_be", true],
  ["utf_32", true],
  ["utf_32_le", true],
  ["utf_32_be", true],
];

/** The module `_codecs`: the registry of encodings, and the codecs that the library's `encodings` is written with. */
export function defineCodecs(builtins: Builtins): void {
  const { library, codecs } = builtins;
  const { realm, argument } = library;
  const { strings, buffers, none } = realm;

  /** The text among arguments; NULL: raised. */
  function textOf(args: Address, name: string): Word {
    const given = realm.valueOf(argument(args, 0));
    if (strings.isString(given)) return given;
    const shown = realm.typeName(argument(args, 0));
    return realm.raise("TypeError", `${name}() argument 1 must be str, not ${shown}`);
  }

  /** The name of a handler, or NULL; undefined: raised. */
  function errorsOf(args: Address, index: number, name: string): Word | undefined {
    const given = argument(args, index);
    if (given === NULL || given === none) return NULL;
    const value = realm.valueOf(given);
    if (strings.isString(value)) return value;
    realm.raise("TypeError", `${name}() argument ${index + 1} must be str or None, not ${realm.typeName(given)}`);
    return undefined;
  }

  const pair = (first: Word, count: number): Word => realm.tuple([first, realm.int(count)]);

  const encoder = (module: string): NativeDefinition => {
    const name = `${module}_encode`;
    return {
      name,
      parameters: "(str, errors=None, /)",
      run(args) {
        const text = textOf(args, name);
        if (text === NULL) return NULL;
        const errors = errorsOf(args, 1, name);
        if (errors === undefined) return NULL;
        const count = strings.length(text);
        const encoded = codecs.encodeBy(module, text, errors);
        return encoded === NULL ? NULL : pair(encoded, count);
      },
    };
  };

  function decode(module: string, data: Word, errors: Word, isFinal: boolean): Word {
    const bytes = buffers.required(data);
    if (bytes === undefined) return NULL;
    const decoded = codecs.decodeBy(module, bytes.data, bytes.size, errors, isFinal);
    return decoded === undefined ? NULL : pair(decoded.text, decoded.consumed);
  }

  const decoder = (module: string, isPartial: boolean): NativeDefinition => {
    const name = `${module}_decode`;
    return {
      name,
      parameters: isPartial ? "(data, errors=None, final=False, /)" : "(data, errors=None, /)",
      run(args) {
        const errors = errorsOf(args, 1, name);
        if (errors === undefined) return NULL;
        const final = isPartial ? argument(args, 2) : realm.bool(true);
        const isFinal = final === NULL ? 0 : realm.truth(final);
        return isFinal < 0 ? NULL : decode(module, argument(args, 0), errors, isFinal === 1);
      },
    };
  };

  const moduleOf = (args: Address): string => strings.toJS(argument(args, 0));
  const orNull = (word: Word): Word => (word === none ? NULL : realm.valueOf(word));

  /** What the source calls. */
  const natives: NativeDefinition[] = [
    {
      name: "encode_by",
      parameters: "(module, text, errors, /)",
      run: (args) => codecs.encodeBy(moduleOf(args), realm.valueOf(argument(args, 1)), orNull(argument(args, 2))),
    },
    {
      name: "decode_by",
      parameters: "(module, data, errors, final, /)",
      run: (args) =>
        decode(moduleOf(args), argument(args, 1), orNull(argument(args, 2)), realm.truth(argument(args, 3)) === 1),
    },
    {
      name: "invalid_escape",
      parameters: "(data, /)",
      run(args) {
        const bytes = buffers.required(argument(args, 0));
        const found = bytes && invalidEscape(realm.bytes.toArray(bytes.data, bytes.size));
        return found === undefined ? none : realm.str(found);
      },
    },
    {
      name: "own_handler",
      parameters: "(name, how, encoding, object, start, end, /)",
      run: ownHandler,
    },
  ];

  /** None: the fault is to be raised; NotImplemented: the handler has nothing to do with such faults. */
  function ownHandler(args: Address): Word {
    const [name, how, encoding] = [0, 1, 2].map((index) => strings.toJS(realm.valueOf(argument(args, index))));
    const [start, end] = [4, 5].map((index) => realm.integers.toNumber(argument(args, index)));
    const object = realm.valueOf(argument(args, 3));
    const given =
      how === "encode"
        ? Array.from({ length: strings.length(object) }, (_, i) => strings.codeAt(strings.flat(object), i))
        : realm.bytes.toArray(realm.bytes.data(object), realm.bytes.size(object));
    const found = codecs.handle(name, how as "encode" | "decode", encoding, given, { start, end, reason: "" });
    if (found === undefined) return none;
    if (found === "unknown") return realm.notImplementedWord;
    const { codes, bytes, next } = found;
    const replacement =
      bytes === undefined ? strings.fromCodes(codes ?? []) : realm.bytes.fromArray(Uint8Array.from(bytes));
    return pair(replacement, next);
  }

  const surrogate = defineSourceModule(builtins, {
    name: "_codecs",
    source: registrySource + charmapSource,
    natives,
    functions: [
      ...ENCODINGS.flatMap(([module, isPartial]) => [encoder(module), decoder(module, isPartial)]),
      encoder("unicode_escape"),
      encoder("raw_unicode_escape"),
    ],
    calls: [
      { name: "register", parameters: "(search_function, /)" },
      { name: "unregister", parameters: "(search_function, /)" },
      { name: "lookup", parameters: "(encoding, /)" },
      { name: "encode", parameters: "(obj, encoding='utf-8', errors='strict')" },
      { name: "decode", parameters: "(obj, encoding='utf-8', errors='strict')" },
      { name: "register_error", parameters: "(errors, handler, /)" },
      { name: "lookup_error", parameters: "(name, /)" },
      { name: "charmap_encode", parameters: "(str, errors=None, mapping=None, /)" },
      { name: "charmap_decode", parameters: "(data, errors=None, mapping=None, /)" },
      { name: "charmap_build", parameters: "(map, /)" },
      { name: "readbuffer_encode", parameters: "(data, errors=None, /)" },
      { name: "escape_encode", parameters: "(data, errors=None, /)" },
      { name: "escape_decode", parameters: "(data, errors=None, /)" },
      { name: "unicode_escape_decode", parameters: "(data, errors=None, final=True, /)" },
      { name: "raw_unicode_escape_decode", parameters: "(data, errors=None, final=True, /)" },
      { name: "utf_16_ex_decode", parameters: "(data, errors=None, byteorder=0, final=False, /)" },
      { name: "utf_32_ex_decode", parameters: "(data, errors=None, byteorder=0, final=False, /)" },
    ],
  });
  codecs.connect((name) => surrogate(name));
}
