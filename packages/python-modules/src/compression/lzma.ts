import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { LzmaCalls, LzmaFilter, NativeDefinition } from "@hotpy/python-objects";
import { numberAttributes } from "../number-attributes.js";
import { defineSourceModule } from "../source-module.js";
import { lzmaSource } from "./lzma-source.js";
import { createCompressionStreams } from "./streams.js";

/** Those of lzma.h; formats are Python's own. */
const NUMBERS: Readonly<Record<string, number | bigint>> = {
  FORMAT_AUTO: 0,
  FORMAT_XZ: 1,
  FORMAT_ALONE: 2,
  FORMAT_RAW: 3,
  CHECK_NONE: 0,
  CHECK_CRC32: 1,
  CHECK_CRC64: 4,
  CHECK_SHA256: 10,
  CHECK_ID_MAX: 15,
  CHECK_UNKNOWN: 16,
  FILTER_LZMA1: 0x4000000000000001n,
  FILTER_LZMA2: 0x21,
  FILTER_DELTA: 3,
  FILTER_X86: 4,
  FILTER_POWERPC: 5,
  FILTER_IA64: 6,
  FILTER_ARM: 7,
  FILTER_ARMTHUMB: 8,
  FILTER_SPARC: 9,
  MF_HC3: 3,
  MF_HC4: 4,
  MF_BT2: 18,
  MF_BT3: 19,
  MF_BT4: 20,
  MODE_FAST: 1,
  MODE_NORMAL: 2,
  PRESET_DEFAULT: 6,
  PRESET_EXTREME: 0x80000000,
};
const KINDS = ["auto", "xz", "alone"] as const;

/** The module `_lzma`, where the system has the library of LZMA. */
export function defineLzma(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, lists, argument, numberArgument } = library;
  const { bytes, integers } = realm;
  const streams = createCompressionStreams(library);
  const calls = (): LzmaCalls | undefined => realm.platform.compression?.()?.lzma;
  const arrayOf = (word: Word): Uint8Array => bytes.toArray(bytes.data(word), bytes.size(word));
  const filterOf = (id: Word, options: Word): LzmaFilter => ({
    id: integers.toBigInt(realm.valueOf(id)),
    options: arrayOf(options),
  });
  /** Of a list of pairs. */
  const filtersOf = (list: Word): LzmaFilter[] =>
    lists.itemsOf(list).map((pair) => filterOf(lists.item(pair, 0), lists.item(pair, 1)));
  const native = (
    name: string,
    parameters: string,
    run: (lzma: LzmaCalls, args: number) => Word,
  ): NativeDefinition => ({
    name,
    parameters,
    leaf: false,
    run(args) {
      const lzma = calls();
      return lzma === undefined ? NULL : run(lzma, args);
    },
  });
  const orCode = (made: Uint8Array | number): Word =>
    typeof made === "number" ? realm.int(made) : bytes.fromArray(made);

  defineSourceModule(builtins, {
    name: "_lzma",
    source: lzmaSource,
    isThere: () => calls() !== undefined,
    natives: [
      ...streams.natives,
      native("compressor_easy", "(preset, check, /)", (lzma, args) =>
        streams.keep(
          lzma.compressor({ kind: "easy", preset: numberArgument(args, 0), check: numberArgument(args, 1) }),
        ),
      ),
      native("compressor_xz", "(filters, check, /)", (lzma, args) =>
        streams.keep(
          lzma.compressor({ kind: "xz", filters: filtersOf(argument(args, 0)), check: numberArgument(args, 1) }),
        ),
      ),
      native("compressor_alone", "(options, /)", (lzma, args) =>
        streams.keep(lzma.compressor({ kind: "alone", options: arrayOf(argument(args, 0)) })),
      ),
      native("compressor_raw", "(filters, /)", (lzma, args) =>
        streams.keep(lzma.compressor({ kind: "raw", filters: filtersOf(argument(args, 0)) })),
      ),
      native("decompressor", "(format, limit, /)", (lzma, args) => {
        const memoryLimit = integers.toBigInt(realm.valueOf(argument(args, 1)));
        return streams.keep(lzma.decompressor({ kind: KINDS[numberArgument(args, 0)], memoryLimit }));
      }),
      native("decompressor_raw", "(filters, /)", (lzma, args) =>
        streams.keep(lzma.decompressor({ kind: "raw", filters: filtersOf(argument(args, 0)) })),
      ),
      native("options_of_preset", "(preset, /)", (lzma, args) => {
        const options = lzma.preset(numberArgument(args, 0));
        return options === undefined ? realm.none : bytes.fromArray(options);
      }),
      native("supports_check", "(check, /)", (lzma, args) =>
        realm.bool(lzma.isCheckSupported(numberArgument(args, 0))),
      ),
      native("encode_properties", "(id, options, /)", (lzma, args) =>
        orCode(lzma.encodeProperties(filterOf(argument(args, 0), argument(args, 1)))),
      ),
      native("decode_properties", "(id, properties, /)", (lzma, args) =>
        orCode(lzma.decodeProperties(integers.toBigInt(realm.valueOf(argument(args, 0))), arrayOf(argument(args, 1)))),
      ),
    ],
    shows: ["LZMACompressor", "LZMADecompressor", "LZMAError"],
    final: ["LZMACompressor", "LZMADecompressor"],
    calls: [
      { name: "is_check_supported", parameters: "(check_id, /)" },
      { name: "_encode_filter_properties", parameters: "(filter, /)" },
      { name: "_decode_filter_properties", parameters: "(filter_id, encoded_props, /)" },
    ],
    attributes: () => numberAttributes(realm, NUMBERS),
  });
}
