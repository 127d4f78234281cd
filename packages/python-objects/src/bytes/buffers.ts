import type { Address, Word } from "@hotpy/memory";
import type { Storage, Values } from "../context.js";
import { SHAPE_BYTE_STRING, SHAPE_BYTEARRAY } from "../layouts.js";
import type { Bytes } from "./bytes.js";

/** Bytes in memory. The address is dead after a safepoint. */
export interface BufferBytes {
  readonly data: Address;
  readonly size: number;
}

/** Items of a bytes-like object: their format as `struct` names it, and the bytes of one. */
export interface BufferItems {
  readonly format: string;
  readonly size: number;
}

/** What a type whose objects are *bytes-like* does: its implementation of CPython's buffer protocol. All leaf. */
export interface BufferType {
  /** The bytes of an object, if they lie side by side; undefined: raised. */
  bytes(object: Word): BufferBytes | undefined;
  /** Whether they may be written. */
  isWritable(object: Word): boolean;
  /** A copy of the bytes in their order, of objects whose bytes need not lie side by side. Absent: they always do. */
  copy?(object: Word): Uint8Array | undefined;
  /** The bytearray that holds the bytes of an object: as long as the object has views, its size stays. Absent: the object itself. */
  holder?(object: Word): Word;
  /** The object that a view of this one refers to in its place. Absent: the object itself. */
  exporter?(object: Word): Word;
  /** What a view of the object sees; absent: bytes, format "B". */
  items?(object: Word): BufferItems;
}

/** Bytes-like objects: whoever takes one asks here. All leaf. */
export interface Buffers {
  /** Makes objects of a shape bytes-like. */
  define(shape: number, type: BufferType): void;
  /** What the type of a word, or of the value that it carries, does; undefined: it is not bytes-like. */
  typeOf(word: Word): BufferType | undefined;
  /** What holds the bytes of a bytes-like object. */
  holder(word: Word): Word;
  /** What a view of a bytes-like object refers to. */
  exporter(word: Word): Word;
  /** The bytes of a bytes-like object; undefined: it is none, with nothing pending, or raised. */
  bytes(word: Word): BufferBytes | undefined;
  /** The same; undefined: raised. */
  required(word: Word): BufferBytes | undefined;
}

export function createBuffers(
  { memory, shapes }: Pick<Storage, "memory" | "shapes">,
  { types, exceptions }: Pick<Values, "types" | "exceptions">,
  bytes: Bytes,
): Buffers {
  const { i32 } = memory;
  const byShape = new Map<number, BufferType>();

  function typeOf(word: Word): BufferType | undefined {
    const value = shapes.valueOf(word);
    return (value & 1) !== 0 ? undefined : byShape.get(i32[value >>> 2] >>> 8);
  }

  const lying = (object: Word): BufferBytes => ({ data: bytes.data(object), size: bytes.size(object) });
  byShape.set(SHAPE_BYTE_STRING, { bytes: lying, isWritable: () => false });
  byShape.set(SHAPE_BYTEARRAY, { bytes: lying, isWritable: () => true });

  return {
    define: (shape, type) => void byShape.set(shape, type),
    typeOf,
    holder(word) {
      const value = shapes.valueOf(word);
      return typeOf(value)?.holder?.(value) ?? value;
    },
    exporter: (word) => typeOf(word)?.exporter?.(shapes.valueOf(word)) ?? word,
    bytes: (word) => typeOf(word)?.bytes(shapes.valueOf(word)),
    required(word) {
      const type = typeOf(word);
      if (type !== undefined) return type.bytes(shapes.valueOf(word));
      exceptions.raise("TypeError", `a bytes-like object is required, not '${types.shownNameOf(types.typeOf(word))}'`);
      return undefined;
    },
  };
}
