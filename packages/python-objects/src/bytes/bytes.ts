import type { Address, Word } from "@hotpy/memory";
import { BYTES_DATA, FLAG_PINNED, headerWord, madeBy, STR_DATA, TAIL_SIZE } from "@hotpy/object-model";
import type { Storage } from "../context.js";
import { BYTEARRAY_BUFFER, BYTEARRAY_SIZE, SHAPE_BYTE_STRING, SHAPE_BYTEARRAY } from "../layouts.js";

/** Which of the two types of bytes a result is of: its shape. */
export type BytesShape = typeof SHAPE_BYTE_STRING | typeof SHAPE_BYTEARRAY;

/** Objects of exactly the types bytes and bytearray. All leaf; addresses are of bytes, and dead after a safepoint. */
export interface Bytes {
  /** Whether a word is a bytes object. */
  isBytes(word: Word): boolean;
  isByteArray(word: Word): boolean;
  /** Number of bytes of either. */
  size(bytes: Word): number;
  /** Address of the first byte of either. */
  data(bytes: Word): Address;
  /** A new object whose bytes are to be filled at once. */
  create(shape: BytesShape, size: number): Word;
  /** A new object with copies of bytes. */
  from(shape: BytesShape, data: Address, size: number): Word;
  /** A new bytes object of these bytes. */
  fromArray(bytes: Uint8Array): Word;
  /** The same where objects neither move nor die. */
  immortal(bytes: Uint8Array): Word;
  /** A copy for JavaScript. */
  toArray(data: Address, size: number): Uint8Array;
}

export function createBytes({ memory, heap, pythonKernel }: Pick<Storage, "memory" | "heap" | "pythonKernel">): Bytes {
  const { i32, u8 } = memory;
  const made = madeBy(heap);
  const shapeOf = (word: Word): number => ((word & 1) !== 0 || word === 0 ? 0 : i32[word >>> 2] >>> 8);

  const data = (bytes: Word): Address =>
    shapeOf(bytes) === SHAPE_BYTE_STRING ? bytes + STR_DATA : i32[(bytes + BYTEARRAY_BUFFER) >>> 2] + BYTES_DATA;

  function create(shape: BytesShape, size: number): Word {
    heap.require(size);
    return made(pythonKernel.newBytes(shape, size));
  }

  function fill(object: Word, bytes: Uint8Array): Word {
    u8.set(bytes, data(object) >>> 0);
    return object;
  }

  return {
    isBytes: (word) => shapeOf(word) === SHAPE_BYTE_STRING,
    isByteArray: (word) => shapeOf(word) === SHAPE_BYTEARRAY,
    size: (bytes) => i32[(bytes + (shapeOf(bytes) === SHAPE_BYTE_STRING ? TAIL_SIZE : BYTEARRAY_SIZE)) >>> 2],
    data,
    create,
    from: (shape, from, size) => made(pythonKernel.bytesFrom(shape, from, size)),
    fromArray: (bytes) => fill(create(SHAPE_BYTE_STRING, bytes.length), bytes),
    immortal(bytes) {
      const total = (STR_DATA + bytes.length + 7) & ~7;
      const object = heap.allocateImmortal(total);
      i32.fill(0, object >>> 2, (object + total) >>> 2);
      i32[object >>> 2] = headerWord(SHAPE_BYTE_STRING, FLAG_PINNED);
      i32[(object + TAIL_SIZE) >>> 2] = bytes.length;
      return fill(object, bytes);
    },
    toArray: (from, size) => u8.slice(from >>> 0, (from >>> 0) + size),
  };
}
