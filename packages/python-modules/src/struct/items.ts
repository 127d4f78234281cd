import { type Address, NULL, type Word } from "@hotpy/memory";
import { type Library, toDouble } from "@hotpy/python-builtins";
import { SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import type { NativeException } from "../native-exception.js";
import type { Code, Field } from "./format.js";
import { fromHalf, toHalf } from "./half-float.js";

/** Items of structs as objects. */
export interface StructItems {
  /** The object of an item at an address. Leaf. */
  read(field: Field, at: Address, isLittle: boolean): Word;
  /**
   * An object that {@link write} takes in the place of one that it does not take; NULL: raised. May collect; objects that
   * are taken come back as they are, leaf.
   */
  convert(field: Field, value: Word): Word;
  /** Writes an object that has been converted. False: raised. May collect only then. */
  write(field: Field, at: Address, isLittle: boolean, isNative: boolean, value: Word): boolean;
}

const NOT_AN_INTEGER = "required argument is not an integer";
/** Most bytes of a string that begins with its length in a byte. */
const PASCAL_BYTES = 255;

export function createStructItems({ realm }: Library, error: NativeException): StructItems {
  const { memory, bytes, integers, floats } = realm;
  const { u8 } = memory;
  const view = new DataView(memory.wasm.buffer);

  function readInteger({ size, isSigned }: Code, at: Address, isLittle: boolean): Word {
    switch (size) {
      case 1:
        return realm.int(isSigned ? view.getInt8(at) : view.getUint8(at));
      case 2:
        return realm.int(isSigned ? view.getInt16(at, isLittle) : view.getUint16(at, isLittle));
      case 4:
        return realm.int(isSigned ? view.getInt32(at, isLittle) : view.getUint32(at, isLittle));
      default:
        return integers.fromBytes(at, size, isLittle, isSigned);
    }
  }

  function readFloat(size: number, at: Address, isLittle: boolean): Word {
    if (size === 8) return realm.float(view.getFloat64(at, isLittle));
    if (size === 4) return realm.float(view.getFloat32(at, isLittle));
    return realm.float(fromHalf(view.getUint16(at, isLittle)));
  }

  function fail(message: string): false {
    error.raise(message);
    return false;
  }

  function writeInteger(code: Code, at: Address, isLittle: boolean, value: Word): boolean {
    const { size, isSigned, letter, rangeName, tooLarge } = code;
    if (integers.toBytes(value, at, size, isLittle, isSigned)) return true;
    // What C's long (or without a name and sign: unsigned long) does not hold is out of any range.
    const isUnsigned = !isSigned && rangeName === undefined;
    const isNegative = integers.sign(value) < 0;
    const bits = integers.bitLength(isNegative ? integers.invert(value) : value);
    const isTaken = isUnsigned ? !isNegative && bits <= 64 : bits <= 63;
    if (!isTaken || size === 8) return fail(tooLarge ?? "argument out of range");
    const most = isSigned ? 2 ** (8 * size - 1) - 1 : 2 ** (8 * size) - 1;
    const least = isSigned ? -most - 1 : 0;
    const what = rangeName === undefined ? `'${letter}'` : rangeName;
    return fail(`${what} format requires ${least} <= number <= ${most}`);
  }

  function writePointer(at: Address, isLittle: boolean, value: Word): boolean {
    const isSigned = integers.sign(value) < 0;
    return integers.toBytes(value, at, 8, isLittle, isSigned) || fail("int too large to convert");
  }

  function writeFloat(size: number, at: Address, isLittle: boolean, isNative: boolean, word: Word): boolean {
    const value = floats.value(word);
    if (size === 8) view.setFloat64(at, value, isLittle);
    else if (size === 4) {
      // C's conversion makes an infinity of what is too large.
      if (!isNative && Number.isFinite(value) && !Number.isFinite(Math.fround(value))) {
        realm.raise("OverflowError", "float too large to pack with f format");
        return false;
      }
      view.setFloat32(at, value, isLittle);
    } else {
      const bits = toHalf(value);
      if (bits === undefined) {
        realm.raise("OverflowError", "float too large to pack with e format");
        return false;
      }
      view.setUint16(at, bits, isLittle);
    }
    return true;
  }

  /** The bytes of a string, as many as fit, with zeros behind. */
  function writeBytes(at: Address, room: number, value: Word): number {
    const count = Math.max(0, Math.min(room, bytes.size(value)));
    const from = bytes.data(value) >>> 0;
    u8.copyWithin(at >>> 0, from, from + count);
    u8.fill(0, (at >>> 0) + count, (at >>> 0) + Math.max(count, room));
    return count;
  }

  const isText = (value: Word): boolean => bytes.isBytes(value) || bytes.isByteArray(value);

  function toFloat(code: Code, given: Word): Word {
    const isInteger = integers.isInteger(realm.valueOf(given));
    const value = toDouble(realm, given);
    if (value === undefined) return refuse("required argument is not a float");
    if (isInteger && code.size === 2 && toHalf(value) === undefined) return error.raise("int too large to convert");
    return realm.float(value);
  }

  /** An error of ours in the place of the one that is pending. */
  function refuse(message: string): typeof NULL {
    if (realm.pending() === NULL) return NULL;
    realm.clearPending();
    return error.raise(message);
  }

  function convert({ code, size }: Field, given: Word): Word {
    switch (code.kind) {
      case "int":
      case "pointer": {
        if (integers.isInteger(given)) return given;
        const value = realm.valueOf(given);
        if (integers.isInteger(value)) return value;
        if (realm.lookupOnType(realm.typeOf(given), realm.intern("__index__")) === NULL)
          return error.raise(NOT_AN_INTEGER);
        return realm.index(given);
      }
      case "float":
        return floats.isFloat(given) ? given : toFloat(code, given);
      case "bool": {
        const truth = realm.truth(given);
        return truth < 0 ? NULL : realm.bool(truth === 1);
      }
      case "char": {
        const value = realm.valueOf(given);
        if (bytes.isBytes(value) && bytes.size(value) === 1) return value;
        return error.raise("char format requires a bytes object of length 1");
      }
      default: {
        const value = realm.valueOf(given);
        if (isText(value) && size >= 0) return value;
        return error.raise(`argument for '${code.letter}' must be a bytes object`);
      }
    }
  }

  return {
    convert,
    read({ code, size }, at, isLittle) {
      switch (code.kind) {
        case "int":
        case "pointer":
          return readInteger(code, at >>> 0, isLittle);
        case "float":
          return readFloat(code.size, at >>> 0, isLittle);
        case "bool":
          return realm.bool(u8[at >>> 0] !== 0);
        case "pascal":
          return bytes.from(SHAPE_BYTE_STRING, at + 1, size === 0 ? 0 : Math.min(u8[at >>> 0], size - 1));
        default:
          return bytes.from(SHAPE_BYTE_STRING, at, size);
      }
    },
    write({ code, size }, at, isLittle, isNative, value) {
      switch (code.kind) {
        case "int":
          return writeInteger(code, at, isLittle, value);
        case "pointer":
          return writePointer(at, isLittle, value);
        case "float":
          return writeFloat(code.size, at >>> 0, isLittle, isNative, value);
        case "bool":
          u8[at >>> 0] = value === realm.bool(true) ? 1 : 0;
          return true;
        case "pascal":
          if (size > 0) u8[at >>> 0] = Math.min(writeBytes(at + 1, size - 1, value), PASCAL_BYTES);
          return true;
        default:
          writeBytes(at, size, value);
          return true;
      }
    },
  };
}
