import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import type { NativeException } from "../native-exception.js";
import type { Format } from "./format.js";
import type { StructItems } from "./items.js";

/** Whole structs. `args` is where a tuple of the values, or the arguments, lie on the VM stack. */
export interface Packing {
  /** A bytes object of the values behind the first `from` of the tuple. May collect. */
  pack(format: Format, args: Address, from: number): Word;
  /** The same into the bytes-like object that comes before the values, at the offset that comes after it. May collect. */
  packInto(format: Format, args: Address, from: number): Word;
  /** A tuple of the items at an address. Leaf. */
  unpack(format: Format, at: Address): Word;
  /** The same from an offset in a bytes-like object. May collect. */
  unpackFrom(format: Format, args: Address): Word;
}

const MOST_EXACT = 2 ** 53;
/** `sys.maxsize` */
const MOST_OFFSET = 2n ** 63n - 1n;

export function createPacking(library: Library, items: StructItems, error: NativeException): Packing {
  const { realm, lists, argument } = library;
  const { bytes, buffers, handles, integers, none } = realm;
  const { u8 } = realm.memory;

  /** Writes the values; `target` tells where their bytes lie now. False: raised. */
  function write(format: Format, args: Address, from: number, target: () => Address | undefined): boolean {
    let data = target();
    let index = from;
    for (const field of format.fields) {
      let offset = field.offset;
      for (let i = 0; i < field.repeat; i++, index++, offset += field.size) {
        const given = lists.item(argument(args, 0), index);
        const value = items.convert(field, given);
        if (value === NULL) return false;
        // Python code may have run, and objects moved.
        if (value !== given) {
          const kept = handles.push(value);
          data = target();
          handles.release(kept);
        }
        if (data === undefined) return false;
        if (!items.write(field, data + offset, format.isLittle, format.isNative, value)) return false;
      }
    }
    return true;
  }

  const countOf = (args: Address, from: number): number => lists.length(argument(args, 0)) - from;

  function pack(format: Format, args: Address, from: number): Word {
    const given = countOf(args, from);
    if (given !== format.count) return error.raise(`pack expected ${format.count} items for packing (got ${given})`);
    if (!realm.heap.canAllocate(format.size)) return realm.raise("MemoryError", "");
    return library.withHandles(() => {
      const result = bytes.create(SHAPE_BYTE_STRING, format.size);
      const data = bytes.data(result) >>> 0;
      u8.fill(0, data, data + format.size);
      const kept = handles.push(result);
      return write(format, args, from, () => bytes.data(handles.get(kept))) ? handles.get(kept) : NULL;
    });
  }

  /** Where an offset points, counted from the end if it is negative; undefined: raised. */
  function resolve(
    format: Format,
    offset: number,
    size: number,
    direction: "to unpack" | "to pack",
  ): number | undefined {
    if (offset >= 0) return offset;
    if (offset + format.size > 0) {
      const what = direction === "to pack" ? "no space" : "not enough data";
      error.raise(`${what} ${direction} ${format.size} bytes at offset ${offset}`);
      return undefined;
    }
    if (offset + size >= 0) return offset + size;
    error.raise(`offset ${offset} out of range for ${size}-byte buffer`);
    return undefined;
  }

  function tooShort(name: string, doing: string, format: Format, offset: number, size: number): typeof NULL {
    // An offset that was too large for a double is the greatest there is.
    const shown = offset < MOST_EXACT ? BigInt(offset) : MOST_OFFSET;
    const wanted = `a buffer of at least ${shown + BigInt(format.size)} bytes for ${doing} ${format.size} bytes`;
    return error.raise(`${name} requires ${wanted} at offset ${shown} (actual buffer size is ${size})`);
  }

  function packInto(format: Format, args: Address, from: number): Word {
    const given = countOf(args, from);
    if (given === 0) return error.raise("pack_into expected buffer argument");
    if (given === 1) return error.raise("pack_into expected offset argument");
    if (given - 2 !== format.count) {
      return error.raise(`pack_into expected ${format.count} items for packing (got ${given - 2})`);
    }
    const object = (): Word => lists.item(argument(args, 0), from);
    if (buffers.typeOf(object())?.isWritable(realm.valueOf(object())) !== true) {
      if (realm.pending() !== NULL) return NULL;
      const message = `argument must be read-write bytes-like object, not ${realm.typeName(object())}`;
      return realm.raise("TypeError", message);
    }
    const offset = offsetOf(lists.item(argument(args, 0), from + 1));
    const found = offset === undefined ? undefined : buffers.required(object());
    if (offset === undefined || found === undefined) return NULL;
    const at = resolve(format, offset, found.size, "to pack");
    if (at === undefined) return NULL;
    if (found.size - at < format.size) return tooShort("pack_into", "packing", format, at, found.size);
    u8.fill(0, (found.data >>> 0) + at, (found.data >>> 0) + at + format.size);
    const target = (): Address | undefined => {
      const now = buffers.required(object());
      // What has been made shorter meanwhile has no room.
      if (now === undefined || now.size - at >= format.size) return now && now.data + at;
      tooShort("pack_into", "packing", format, at, now.size);
      return undefined;
    };
    return write(format, args, from + 2, target) ? none : NULL;
  }

  /** An offset given; undefined: raised. */
  function offsetOf(given: Word): number | undefined {
    const index = realm.index(given);
    if (index === NULL) return undefined;
    if (integers.bitLength(index) <= 63) return integers.toNumber(index);
    realm.raise("IndexError", `cannot fit '${realm.typeName(index)}' into an index-sized integer`);
    return undefined;
  }

  function unpack(format: Format, at: Address): Word {
    const words: Word[] = [];
    for (const field of format.fields) {
      let from = at + field.offset;
      for (let i = 0; i < field.repeat; i++, from += field.size) words.push(items.read(field, from, format.isLittle));
    }
    return realm.tuple(words);
  }

  function unpackFrom(format: Format, args: Address): Word {
    let offset = 0;
    if (argument(args, 1) !== NULL) {
      const index = realm.index(argument(args, 1));
      if (index === NULL) return NULL;
      if (integers.bitLength(index) > 63)
        return realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
      offset = integers.toNumber(index);
    }
    const found = buffers.required(argument(args, 0));
    if (found === undefined) return NULL;
    const at = resolve(format, offset, found.size, "to unpack");
    if (at === undefined) return NULL;
    if (found.size - at < format.size) return tooShort("unpack_from", "unpacking", format, at, found.size);
    return unpack(format, found.data + at);
  }

  return { pack, packInto, unpack, unpackFrom };
}
