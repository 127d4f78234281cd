import { BYTES_DATA, FLAG_PINNED, headerWord, SHAPE_BYTES, TAIL_SIZE } from "@hotpy/object-model";
import type { BufferBytes, Machine } from "@hotpy/python-objects";

/** Makes a place in memory for a single byte, for kernels that take bytes: it is that until another is asked for. */
export function createScratch({ memory, heap }: Machine): (byte: number) => BufferBytes {
  const place = heap.allocateImmortal(16);
  memory.i32[place >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
  memory.i32[(place + TAIL_SIZE) >>> 2] = 1;
  return (byte) => {
    memory.u8[(place + BYTES_DATA) >>> 0] = byte;
    return { data: place + BYTES_DATA, size: 1 };
  };
}
