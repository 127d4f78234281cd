import {
  type Address,
  createHandles,
  FALSE,
  type Handles,
  type Memory,
  NONE,
  reserveMemory,
  TRUE,
} from "@hotpy/memory";
import { createShapeTable, headerWord, SHAPE_BOOL, SHAPE_NONE, type ShapeTable } from "@hotpy/object-model";
import type { Collector } from "../collector.js";
import { createHeap, type Heap, type HeapOptions } from "../heap.js";

/** A fresh memory with a heap, and nothing else of a virtual machine. */
export interface World {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly handles: Handles;
  readonly shapes: ShapeTable;
}

export function createWorld(collector: Collector, options: HeapOptions = {}): World {
  const memory = reserveMemory({ size: 1024 * 1024 * 1024 });
  const shapes = createShapeTable(memory);
  memory.i32[NONE >>> 2] = headerWord(SHAPE_NONE);
  memory.i32[FALSE >>> 2] = memory.i32[TRUE >>> 2] = headerWord(SHAPE_BOOL);
  const heap = createHeap(memory, collector, {}, { verify: true, ...options });
  return { memory, heap, handles: createHandles(memory), shapes };
}

/** Fails a case. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Allocates an object: header, tail size or identity 0, then NULL in `words - 2` words. */
export function allocateObject({ memory, heap }: World, shape: number, words: number, second = 0): Address {
  const object = heap.allocate(words * 4);
  const start = object >>> 2;
  memory.i32.fill(0, start, start + words + (words & 1));
  memory.i32[start] = headerWord(shape);
  memory.i32[start + 1] = second;
  return object;
}
