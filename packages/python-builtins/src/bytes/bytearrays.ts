import { type Address, NULL, type Word } from "@hotpy/memory";
import { BYTEARRAY_EXPORTS, MEMORYVIEW_OBJECT, type Realm, SHAPE_MEMORYVIEW } from "@hotpy/python-objects";

/** Changes of bytearrays. Leaf. */
export interface ByteArrays {
  /**
   * Puts `size` bytes in place of those from `start` to before `stop`. They may be the bytearray's own; from address 0: they are not filled, but there. False: raised.
   */
  replace(array: Word, start: number, stop: number, from: Address, size: number): boolean;
  /** Takes out `count` bytes: those at start, start + step, … False: raised. */
  remove(array: Word, start: number, step: number, count: number): boolean;
}

/** @param inUse what BufferError says where there are views */
export function createByteArrays(
  { memory, heap, bytes, buffers, pythonKernel, raise, isInTrace, retryByInterpreter }: Realm,
  inUse = "Existing exports of data: object cannot be re-sized",
): ByteArrays {
  const { i32, u8 } = memory;

  /**
   * Counts the views of a bytearray that can be reached and have not been released. The number that it keeps has those too that nothing refers to any
   * more: without reference counts nobody has told.
   */
  function countViews(array: Word): number {
    let count = 0;
    heap.visitReachable((object) => {
      if (i32[object >>> 2] >>> 8 !== SHAPE_MEMORYVIEW) return;
      const seen = i32[(object + MEMORYVIEW_OBJECT) >>> 2];
      if (seen !== NULL && buffers.holder(seen) === array) count++;
    });
    i32[(array + BYTEARRAY_EXPORTS) >>> 2] = count;
    return count;
  }

  /** Whether the size may be changed by so much. False: raised. */
  function mayResize(array: Word, change: number): boolean {
    if (change === 0 || i32[(array + BYTEARRAY_EXPORTS) >>> 2] === 0) return true;
    if (isInTrace()) {
      // What a trace keeps in registers is not reached.
      retryByInterpreter();
      return false;
    }
    if (countViews(array) === 0) return true;
    raise("BufferError", inUse);
    return false;
  }

  return {
    replace(array, start, stop, from, size) {
      if (!mayResize(array, size - (stop - start))) return false;
      heap.require(size);
      // Its own bytes move.
      const data = bytes.data(array);
      const isOwn = from !== 0 && from >= data && from < data + bytes.size(array);
      const copy = isOwn ? u8.slice(from >>> 0, (from >>> 0) + size) : undefined;
      if (!pythonKernel.resizeBytes(array, start, stop, size)) heap.exhausted();
      if (copy !== undefined) u8.set(copy, (bytes.data(array) >>> 0) + start);
      else if (from !== 0) pythonKernel.storeBytes(array, start, 1, size, from);
      return true;
    },
    remove(array, start, step, count) {
      if (!mayResize(array, count)) return false;
      if (!pythonKernel.deleteBytes(array, start, step, count)) heap.exhausted();
      return true;
    },
  };
}
