import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Machine, NativeDefinition, Realm } from "@hotpy/python-objects";
import { READS_BUFFERS } from "@hotpy/python-objects";
import { intArgument } from "../text/arguments.js";
import type { BytesKit } from "./kit.js";
import { isSpaceByte } from "./predicates.js";

const DIGITS = "0123456789abcdef";

/** Code of a separator of one ASCII character, given as str or bytes in a place of the stack; undefined: raised. May collect. */
function separatorCode({ strings, bytes, memory, raise, valueOf, length }: Realm, place: Address): number | undefined {
  const size = length(memory.i32[place >>> 2]);
  if (size < 0) return undefined;
  if (size !== 1) {
    raise("ValueError", "sep must be length 1.");
    return undefined;
  }
  const word = valueOf(memory.i32[place >>> 2]);
  const isText = strings.isString(word);
  if (!isText && !bytes.isBytes(word)) {
    raise("TypeError", "sep must be str or bytes.");
    return undefined;
  }
  const code = isText ? strings.codeAt(strings.flat(word), 0) : memory.u8[bytes.data(word) >>> 0];
  if (code < 128) return code;
  raise("ValueError", "sep must be ASCII.");
  return undefined;
}

/** The digits of bytes, with a separator (-1: none) every `group` bytes, counted from the end, or from the start if negative. Leaf. */
function hexText(
  { strings, memory, heap }: Machine,
  data: Address,
  size: number,
  separator: number,
  group: number,
): Word {
  if (size === 0) return strings.empty;
  const every = separator < 0 ? 0 : Math.abs(group);
  const gaps = every === 0 ? 0 : Math.floor((size - 1) / every);
  heap.require(size * 2 + gaps);
  const codes = new Uint8Array(size * 2 + gaps);
  let at = 0;
  for (let i = 0; i < size; i++) {
    if (every > 0 && i > 0 && (group > 0 ? size - i : i) % every === 0) codes[at++] = separator;
    const byte = memory.u8[(data >>> 0) + i];
    codes[at++] = DIGITS.charCodeAt(byte >> 4);
    codes[at++] = DIGITS.charCodeAt(byte & 15);
  }
  return strings.fromCodes(codes);
}

/** `hex` of a bytes-like object. `bytesOf` reads `self`; undefined: raised. */
export function hexMethod(
  { library: { realm, argument } }: Pick<BytesKit, "library">,
  bytesOf: (args: Address) => { readonly data: Address; readonly size: number } | undefined,
  more: Partial<NativeDefinition> = {},
): NativeDefinition {
  return {
    name: "hex",
    parameters: "(self, sep=None, bytes_per_sep=1)",
    effects: READS_BUFFERS,
    run(args) {
      const group = argument(args, 2) === NULL ? 1 : intArgument(realm, argument(args, 2));
      if (group === undefined) return NULL;
      const separator = argument(args, 1) === NULL ? -1 : separatorCode(realm, args + 4);
      if (separator === undefined) return NULL;
      const bytes = bytesOf(args);
      return bytes === undefined ? NULL : hexText(realm, bytes.data, bytes.size, separator, group);
    },
    ...more,
  };
}

/** What a digit is worth; -1: it is none. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** `fromhex`, a class method; `type` is the type whose own objects are made. */
export function fromHexMethod(kit: BytesKit, type: () => Address): NativeDefinition {
  const { library, shape } = kit;
  const { realm, argument } = library;
  const { strings, bytes } = realm;
  return {
    name: "fromhex",
    parameters: "(type, string, /)",
    frames: true,
    kernel: { 2: realm.pythonKernel.bytesFromHex },
    kernelReads: true,
    run(args) {
      const given = realm.valueOf(argument(args, 1));
      if (!strings.isString(given)) {
        const shown = given === realm.none ? "None" : realm.typeName(argument(args, 1));
        return realm.raise("TypeError", `fromhex() argument must be str, not ${shown}`);
      }
      const text = strings.flat(given);
      const length = strings.length(text);
      const array = new Uint8Array(length >> 1);
      const digit = (at: number): number => (at < length ? digitOf(strings.codeAt(text, at)) : -1);
      let count = 0;
      for (let at = 0; at < length; ) {
        if (isSpaceByte(strings.codeAt(text, at))) {
          at++;
          continue;
        }
        const [high, low] = [digit(at), digit(at + 1)];
        if (high < 0 || low < 0) {
          const where = high < 0 ? at : at + 1;
          return realm.raise("ValueError", `non-hexadecimal number found in fromhex() arg at position ${where}`);
        }
        array[count++] = high * 16 + low;
        at += 2;
      }
      const result = bytes.create(shape, count);
      realm.memory.u8.set(array.subarray(0, count), bytes.data(result) >>> 0);
      return argument(args, 0) === type() ? result : realm.tailCall(argument(args, 0), result);
    },
  };
}
