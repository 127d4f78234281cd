/// The items of arrays by type code.

import { type Address, NULL, type Word } from "@hotpy/memory";
import { type Library, toDouble } from "@hotpy/python-builtins";

/** A type code: how its items are read and written. */
export interface TypeCode {
  readonly letter: string;
  /** Bytes of an item. */
  readonly size: number;
  /** What the buffer protocol calls it. */
  readonly format: string;
  /** The number of its machine format in pickles. */
  readonly machineFormat: number;
  /** The object of an item. Leaf; NULL: raised. */
  read(at: Address): Word;
  /** What {@link write} takes in the place of an object; NULL: raised. May collect, but for objects that are taken as they are. */
  convert(value: Word): Word;
  /** Writes an object that has been converted. */
  write(at: Address, value: Word): void;
}

/** A range that an integer must be in, with what is said of those that are not. */
interface Range {
  readonly least: bigint;
  readonly most: bigint;
  readonly below: string;
  readonly above: string;
}

const range = (bits: bigint, isSigned: boolean, name: string): Range => ({
  least: isSigned ? -(2n ** (bits - 1n)) : 0n,
  most: isSigned ? 2n ** (bits - 1n) - 1n : 2n ** bits - 1n,
  below: `${name} is less than minimum`,
  above: `${name} is greater than maximum`,
});
const both = (bits: bigint, isSigned: boolean, below: string, above = below): Range => ({
  ...range(bits, isSigned, ""),
  below,
  above,
});

const LONG = both(64n, true, "Python int too large to convert to C long");
const UNSIGNED_LONG = both(
  64n,
  false,
  "can't convert negative value to unsigned int",
  "Python int too large to convert to C unsigned long",
);
const SHORT = range(16n, true, "signed short integer");
const INT = range(32n, true, "signed integer");

/** Letter, bytes, machine format and the ranges in the order in which CPython asks. */
const INTEGERS: readonly (readonly [string, number, number, readonly Range[]])[] = [
  ["b", 1, 1, [LONG, SHORT, range(8n, true, "signed char")]],
  ["B", 1, 0, [LONG, range(8n, false, "unsigned byte integer")]],
  ["h", 2, 4, [LONG, SHORT]],
  ["H", 2, 2, [LONG, INT, range(16n, false, "unsigned short")]],
  ["i", 4, 8, [LONG, INT]],
  ["I", 4, 6, [UNSIGNED_LONG, range(32n, false, "unsigned int")]],
  ["l", 8, 12, [LONG]],
  ["L", 8, 10, [UNSIGNED_LONG]],
  ["q", 8, 12, [both(64n, true, "int too big to convert")]],
  ["Q", 8, 10, [both(64n, false, "can't convert negative int to unsigned", "int too big to convert")]],
];

/** All of them, in CPython's order. */
export const TYPE_CODES = "bBuhHiIlLqQfd";
const MOST_CHARACTER = 0x10ffff;

export function createTypeCodes({ realm }: Library): ReadonlyMap<string, TypeCode> {
  const { memory, integers, floats, strings } = realm;
  const view = new DataView(memory.wasm.buffer);

  /** Raises for the first range that an integer is not in; false: it is in all. */
  function refuse(value: Word, ranges: readonly Range[]): boolean {
    // Only integers that are known not to fit come here.
    const number = integers.toBigInt(value);
    const broken = ranges.find(({ least, most }) => number < least || number > most);
    if (broken === undefined) return false;
    realm.raise("OverflowError", number < broken.least ? broken.below : broken.above);
    return true;
  }

  function integer(letter: string, size: number, machineFormat: number, ranges: readonly Range[]): TypeCode {
    const { least, most } = ranges[ranges.length - 1];
    const isSigned = least < 0n;
    const [low, high] = [Number(least), Number(most)];
    const read: (at: number) => Word =
      size === 1
        ? (at) => realm.int(isSigned ? view.getInt8(at) : view.getUint8(at))
        : size === 2
          ? (at) => realm.int(isSigned ? view.getInt16(at, true) : view.getUint16(at, true))
          : size === 4
            ? (at) => realm.int(isSigned ? view.getInt32(at, true) : view.getUint32(at, true))
            : (at) => integers.fromBytes(at, size, true, isSigned);
    return {
      letter,
      size,
      format: letter,
      machineFormat,
      read: (at) => read(at >>> 0),
      convert(given) {
        let value = given;
        if (!integers.isInteger(given)) value = realm.index(given);
        if (value === NULL) return NULL;
        if ((value & 1) !== 0 ? value >> 1 >= low && value >> 1 <= high : !refuse(value, ranges)) return value;
        if ((value & 1) !== 0) refuse(value, ranges);
        return NULL;
      },
      write: (at, value) => void integers.toBytes(value, at, size, true, isSigned),
    };
  }

  const float = (letter: string, size: 4 | 8, machineFormat: number): TypeCode => ({
    letter,
    size,
    format: letter,
    machineFormat,
    read: (at) => realm.float(size === 4 ? view.getFloat32(at >>> 0, true) : view.getFloat64(at >>> 0, true)),
    convert(given) {
      if (floats.isFloat(given)) return given;
      const value = toDouble(realm, given);
      return value === undefined ? NULL : realm.float(value);
    },
    write(at, value) {
      if (size === 4) view.setFloat32(at >>> 0, floats.value(value), true);
      else view.setFloat64(at >>> 0, floats.value(value), true);
    },
  });

  const character: TypeCode = {
    letter: "u",
    size: 4,
    format: "w",
    machineFormat: 20,
    read(at) {
      const code = view.getUint32(at >>> 0, true);
      if (code <= MOST_CHARACTER) return strings.char(code);
      const shown = code.toString(16);
      return realm.raise("ValueError", `character U+${shown} is not in range [U+0000; U+10ffff]`);
    },
    convert(given) {
      const value = realm.valueOf(given);
      if (strings.isString(value) && strings.length(value) === 1) return value;
      return realm.raise("TypeError", "array item must be unicode character");
    },
    write: (at, value) => view.setUint32(at >>> 0, strings.codeAt(strings.flat(value), 0), true),
  };

  const codes = [character, float("f", 4, 14), float("d", 8, 16), ...INTEGERS.map((each) => integer(...each))];
  return new Map(codes.map((code) => [code.letter, code]));
}
