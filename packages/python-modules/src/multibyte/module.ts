import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { callSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { MULTIBYTE_MODULES } from "./names.js";
import { multibyteSource } from "./source.js";

/** `_multibytecodec` and the modules of the encodings of China, Japan, Korea and Taiwan. */
export function defineMultibyte(builtins: Builtins): void {
  const { library, codecs } = builtins;
  const { realm, argument } = library;
  const orNull = (word: Word): Word => (word === realm.none ? NULL : realm.valueOf(word));

  const surrogate = defineSourceModule(builtins, {
    name: "_multibytecodec",
    source: multibyteSource,
    natives: [
      {
        name: "encode_by",
        parameters: "(module, text, errors, /)",
        run: (args) =>
          codecs.encodeBy(
            realm.strings.toJS(argument(args, 0)),
            realm.valueOf(argument(args, 1)),
            orNull(argument(args, 2)),
          ),
      },
      {
        name: "decode_by",
        parameters: "(module, data, errors, final, /)",
        run(args) {
          const bytes = realm.buffers.required(argument(args, 1));
          if (bytes === undefined) return NULL;
          const isFinal = realm.truth(argument(args, 3)) === 1;
          const name = realm.strings.toJS(argument(args, 0));
          const decoded = codecs.decodeBy(name, bytes.data, bytes.size, orNull(argument(args, 2)), isFinal);
          return decoded === undefined ? NULL : realm.tuple([decoded.text, realm.int(decoded.consumed)]);
        },
      },
    ],
    shows: [
      "MultibyteIncrementalEncoder",
      "MultibyteIncrementalDecoder",
      "MultibyteStreamReader",
      "MultibyteStreamWriter",
    ],
  });

  for (const [name, known] of Object.entries(MULTIBYTE_MODULES))
    realm.defineModule({
      name,
      functions: [
        {
          name: "getcodec",
          parameters: "(name, /)",
          leaf: false,
          run(args) {
            const given = realm.valueOf(argument(args, 0));
            if (!realm.strings.isString(given)) return realm.raise("TypeError", "codec name must be a string.");
            if (!known.includes(realm.strings.toJS(given)))
              return realm.raise("LookupError", "no such codec is supported.");
            return callSource(library, surrogate, "codec_named", [given]);
          },
        },
      ],
    });
}
