import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";

/** Arguments of natives that work on bytes. */
export interface ByteArguments {
  /** The bytes of a bytes-like object as they lie in memory: stale after a safepoint, or when anything is allocated. Undefined: raised. Leaf. */
  bytes(args: Address, index: number): Uint8Array | undefined;
  /** The same of an object that may be ASCII text, too. */
  bytesOrText(args: Address, index: number): Uint8Array | undefined;
  /** An optional flag; undefined: raised. May collect. */
  flag(args: Address, index: number, absent: boolean): boolean | undefined;
  /** An optional number of which the low 32 bits count; undefined: raised. May collect. */
  word32(args: Address, index: number, absent: number): number | undefined;
}

export function createByteArguments({ realm, argument }: Library): ByteArguments {
  const { buffers, strings, integers } = realm;
  const { u8 } = realm.memory;
  const view = (data: number, size: number): Uint8Array => u8.subarray(data >>> 0, (data >>> 0) + size);

  function bytes(args: Address, index: number): Uint8Array | undefined {
    const found = buffers.required(argument(args, index));
    return found && view(found.data, found.size);
  }

  return {
    bytes,
    bytesOrText(args, index) {
      const value: Word = realm.valueOf(argument(args, index));
      if (strings.isString(value)) {
        const text = strings.toJS(value);
        if (/^[\0-\x7f]*$/.test(text)) return new TextEncoder().encode(text);
        realm.raise("ValueError", "string argument should contain only ASCII characters");
        return undefined;
      }
      if (buffers.typeOf(value) !== undefined) return bytes(args, index);
      const shown = realm.typeName(argument(args, index));
      realm.raise("TypeError", `argument should be bytes, buffer or ASCII string, not '${shown}'`);
      return undefined;
    },
    flag(args, index, absent) {
      if (argument(args, index) === NULL) return absent;
      const truth = realm.truth(argument(args, index));
      return truth < 0 ? undefined : truth === 1;
    },
    word32(args, index, absent) {
      if (argument(args, index) === NULL) return absent;
      const value = realm.index(argument(args, index));
      if (value === NULL) return undefined;
      const exact = integers.toExactNumber(value);
      return Number.isNaN(exact) ? Number(BigInt.asUintN(32, integers.toBigInt(value))) : exact >>> 0;
    },
  };
}
