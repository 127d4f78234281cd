import { type Address, NULL, type Word } from "@hotpy/memory";
import { madeBy, UNDECIDED } from "@hotpy/object-model";
import { type Builtins, intArgument, type Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { createByteArguments } from "../byte-arguments.js";
import { crc32, crcHqx } from "../checksums.js";
import { modulesKernel } from "../kernel.js";
import { lazyModule, type ModuleContents } from "../lazy-module.js";
import { nativeException } from "../native-exception.js";
import { decodeBase64 } from "./base64.js";
import { decodeHex } from "./hexadecimal.js";
import { decodeQuotedPrintable, encodeQuotedPrintable } from "./quoted-printable.js";
import { decodeLine, encodeLine } from "./uuencode.js";

/** The module `binascii`. */
export function defineBinascii({ library }: Builtins): void {
  library.realm.defineModule(lazyModule("binascii", () => makeBinascii(library)));
}

function makeBinascii(library: Library): ModuleContents {
  const { realm, argument } = library;
  const { bytes, strings } = realm;
  const error = nativeException(library, "binascii", "Error", "ValueError");
  const incomplete = nativeException(library, "binascii", "Incomplete");
  const given = createByteArguments(library);
  const { kernel } = modulesKernel(realm);
  const made = madeBy(realm.heap);

  /** A result, or an error that it is. */
  const result = (made: Uint8Array | string): Word =>
    typeof made === "string" ? error.raise(made) : bytes.fromArray(made);
  /** A function of ASCII text and flags, all False where they are not given. */
  const reading = (
    name: string,
    parameters: string,
    decode: (text: Uint8Array, flag: boolean) => Uint8Array | string,
    flagAt = -1,
    ofKernel?: CallableFunction,
  ): NativeDefinition => ({
    name,
    parameters,
    ...(ofKernel === undefined ? {} : { kernel: { 1: ofKernel }, kernelReads: true }),
    run(args) {
      const flag = flagAt < 0 ? false : given.flag(args, flagAt, false);
      const text = flag === undefined ? undefined : given.bytesOrText(args, 0);
      return text === undefined || flag === undefined ? NULL : result(decode(text, flag));
    },
  });
  /** A function of bytes and flags. */
  const writing = (
    name: string,
    parameters: string,
    encode: (data: Uint8Array, flags: readonly boolean[]) => Uint8Array | string,
    flags: readonly boolean[],
  ): NativeDefinition => ({
    name,
    parameters,
    run(args) {
      const values: boolean[] = [];
      for (const [i, absent] of flags.entries()) {
        const value = given.flag(args, i + 1, absent);
        if (value === undefined) return NULL;
        values.push(value);
      }
      const data = given.bytes(args, 0);
      return data === undefined ? NULL : result(encode(data, values));
    },
  });

  /** The separator between groups of hexadecimal digits, argument 1: its code, 0 for none; undefined: raised. */
  function separator(args: Address): number | undefined {
    if (argument(args, 1) === NULL) return 0;
    const length = realm.length(argument(args, 1));
    if (length < 0) return undefined;
    const refuse = (type: string, message: string): undefined => {
      realm.raise(type, message);
      return undefined;
    };
    if (length !== 1) return refuse("ValueError", "sep must be length 1.");
    const value = realm.valueOf(argument(args, 1));
    if (bytes.isBytes(value)) return realm.memory.u8[bytes.data(value) >>> 0];
    if (!strings.isString(value)) return refuse("TypeError", "sep must be str or bytes.");
    const code = strings.codeAt(strings.flat(value), 0);
    return code < 256 ? code : refuse("ValueError", "sep must be ASCII.");
  }

  function toHex(args: Address): Word {
    const group = argument(args, 2) === NULL ? 1 : intArgument(realm, argument(args, 2));
    const code = group === undefined ? undefined : separator(args);
    const data = code === undefined ? undefined : realm.buffers.required(argument(args, 0));
    if (data === undefined || code === undefined || group === undefined) return NULL;
    const digits = made(kernel.encodeHex(data.data, data.size, code, code === 0 ? 0 : group));
    return digits === UNDECIDED ? realm.raise("MemoryError", "") : digits;
  }

  const base64Reader = reading("a2b_base64", "(data, /, *, strict_mode=False)", decodeBase64, 1, kernel.decodeBase64);
  /** What kernels read of it; NULL: it is for all that base64 may be. */
  function plainBase64(args: Address): Word {
    const flag = argument(args, 1);
    if (flag !== NULL && flag !== realm.bool(false)) return NULL;
    const read = kernel.decodeBase64(argument(args, 0));
    return read === UNDECIDED ? NULL : read;
  }

  const hexlify = (name: string): NativeDefinition => ({
    name,
    parameters: "(data, sep=<unrepresentable>, bytes_per_sep=1)",
    kernel: { 1: kernel.hexlify },
    kernelReads: true,
    run: toHex,
  });

  return {
    functions: [
      reading("a2b_hex", "(hexstr, /)", decodeHex, -1, kernel.unhexlify),
      reading("unhexlify", "(hexstr, /)", decodeHex, -1, kernel.unhexlify),
      hexlify("b2a_hex"),
      hexlify("hexlify"),
      { ...base64Reader, run: (args) => plainBase64(args) || base64Reader.run(args, 2) },
      {
        name: "b2a_base64",
        parameters: "(data, /, *, newline=True)",
        kernel: { 1: kernel.lineOfBase64 },
        kernelReads: true,
        run(args) {
          const newline = given.flag(args, 1, true);
          const found = newline === undefined ? undefined : realm.buffers.required(argument(args, 0));
          if (found === undefined) return NULL;
          const text = made(kernel.encodeBase64(found.data, found.size, newline ? 1 : 0));
          return text === UNDECIDED ? realm.raise("MemoryError", "") : text;
        },
      },
      reading("a2b_uu", "(data, /)", decodeLine),
      writing(
        "b2a_uu",
        "(data, /, *, backtick=False)",
        (data, [backtick]) => encodeLine(data, backtick) ?? "At most 45 bytes at once",
        [false],
      ),
      reading("a2b_qp", "(data, header=False)", decodeQuotedPrintable, 1),
      writing(
        "b2a_qp",
        "(data, quotetabs=False, istext=True, header=False)",
        (data, [quoteTabs, isText, isHeader]) => encodeQuotedPrintable(data, { quoteTabs, isText, isHeader }),
        [false, true, false],
      ),
      {
        name: "crc32",
        parameters: "(data, crc=0, /)",
        run(args) {
          const start = given.word32(args, 1, 0);
          const data = start === undefined ? undefined : given.bytes(args, 0);
          return data === undefined || start === undefined ? NULL : realm.int(crc32(data, start));
        },
      },
      {
        name: "crc_hqx",
        parameters: "(data, crc, /)",
        wording: "unpack",
        run(args) {
          const start = given.word32(args, 1, 0);
          const data = start === undefined ? undefined : given.bytes(args, 0);
          return data === undefined || start === undefined ? NULL : realm.int(crcHqx(data, start));
        },
      },
    ],
    attributes: () => ({ Error: error.type(), Incomplete: incomplete.type() }),
    doc: "Conversion between binary data and ASCII",
  };
}
