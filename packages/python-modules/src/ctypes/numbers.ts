import { type Address, FALSE, isSmall, TRUE, type Word } from "@hotpy/memory";
import { BOX_VALUE, SHAPE_FLOAT, SHAPE_INT64 } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/** Bytes of an integer by the letter of its type. */
const INTEGER_SIZES: Readonly<Record<string, number>> = {
  b: 1,
  B: 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
};

/** Numbers in the bytes of C data, in the machine's order; the source does what these leave. Leaf. */
export function numberNatives({ realm, argument }: Library): readonly NativeDefinition[] {
  const { memory, integers, strings, buffers } = realm;
  const { i32, f64 } = memory;
  const view = new DataView(memory.u8.buffer, memory.u8.byteOffset, memory.u8.byteLength);

  /** Where so many bytes lie from an offset on; undefined: they do not. */
  function placeOf(args: Address, size: number): Address | undefined {
    const found = buffers.bytes(argument(args, 0));
    const offset = integers.toNumber(argument(args, 1));
    return found !== undefined && offset >= 0 && offset + size <= found.size ? found.data + offset : undefined;
  }

  function load(at: Address, letter: string): Word {
    switch (letter) {
      case "b":
        return realm.int(view.getInt8(at));
      case "B":
        return realm.int(view.getUint8(at));
      case "h":
        return realm.int(view.getInt16(at, true));
      case "H":
        return realm.int(view.getUint16(at, true));
      case "i":
        return realm.int(view.getInt32(at, true));
      case "I":
        return realm.int(view.getUint32(at, true));
      case "l":
      case "q":
        return integers.fromHalves(view.getInt32(at, true), view.getInt32(at + 4, true));
      case "L":
      case "Q": {
        const high = view.getInt32(at + 4, true);
        return high < 0 ? realm.none : integers.fromHalves(view.getInt32(at, true), high);
      }
      case "f":
        return realm.float(view.getFloat32(at, true));
      case "d":
        return realm.float(view.getFloat64(at, true));
    }
    return realm.none;
  }

  function storeInteger(at: Address, size: number, value: Word): boolean {
    if (!isSmall(value) && i32[value >>> 2] >>> 8 !== SHAPE_INT64) return false;
    const low = integers.lowHalf(value);
    if (size === 1) view.setInt8(at, low);
    else if (size === 2) view.setInt16(at, low, true);
    else view.setInt32(at, low, true);
    if (size === 8) view.setInt32(at + 4, integers.highHalf(value), true);
    return true;
  }

  function storeFloat(at: Address, letter: string, value: Word): boolean {
    if (isSmall(value) || i32[value >>> 2] >>> 8 !== SHAPE_FLOAT) return false;
    const number = f64[(value + BOX_VALUE) >>> 3];
    if (letter === "f") view.setFloat32(at, number, true);
    else view.setFloat64(at, number, true);
    return true;
  }

  const sizeOf = (letter: string): number => INTEGER_SIZES[letter] ?? (letter === "f" ? 4 : letter === "d" ? 8 : 0);

  return [
    {
      // The number, or None where the source has to see for itself.
      name: "load_number",
      parameters: "(bytes, offset, letter, /)",
      run(args) {
        const letter = strings.toJS(argument(args, 2));
        const size = sizeOf(letter);
        const at = size === 0 ? undefined : placeOf(args, size);
        return at === undefined ? realm.none : load(at, letter);
      },
    },
    {
      // Whether it has been stored.
      name: "store_number",
      parameters: "(bytes, offset, letter, number, /)",
      run(args) {
        const letter = strings.toJS(argument(args, 2));
        const size = sizeOf(letter);
        const at = size === 0 ? undefined : placeOf(args, size);
        if (at === undefined) return FALSE;
        const value = argument(args, 3);
        const isStored = letter in INTEGER_SIZES ? storeInteger(at, size, value) : storeFloat(at, letter, value);
        return isStored ? TRUE : FALSE;
      },
    },
  ];
}
