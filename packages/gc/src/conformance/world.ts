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
import {
  createShapeTable,
  defineFields,
  FIRST_LANGUAGE_SHAPE,
  headerWord,
  layoutOf,
  mutable,
  SHAPE_ARRAY,
  SHAPE_BOOL,
  SHAPE_NONE,
  type ShapeTable,
} from "@hotpy/object-model";
import type { Collector } from "../collector.js";
import { createHeap, type Heap, type HeapOptions } from "../heap.js";

/** A fresh memory with a heap, and nothing else of a virtual machine. */
export interface World {
  readonly memory: Memory;
  readonly heap: Heap;
  readonly handles: Handles;
  readonly shapes: ShapeTable;
}

/** Objects of the kit's own: raw and tagged fields, with a tail and without, and a field that is declared to refer to an array. */
export const SHAPE_COUNTED = FIRST_LANGUAGE_SHAPE;
export const COUNTED = defineFields("counted", { count: mutable("i32", 8), item: mutable("word", 12) });
export const SHAPE_RECORD = FIRST_LANGUAGE_SHAPE + 1;
export const RECORD = defineFields("record", {
  ip: mutable("i32", 8),
  first: mutable("word", 12),
  second: mutable("word", 16),
  slots: mutable("words", 20),
});
export const SHAPE_HOLDER = FIRST_LANGUAGE_SHAPE + 2;
export const HOLDER = defineFields("holder", { array: mutable("word", 8, SHAPE_ARRAY) });
const LAYOUTS = new Map([
  [SHAPE_COUNTED, layoutOf("counted", COUNTED)],
  [SHAPE_RECORD, layoutOf("record", RECORD)],
  [SHAPE_HOLDER, layoutOf("holder", HOLDER)],
]);

export function createWorld(collector: Collector, options: HeapOptions = {}): World {
  const memory = reserveMemory({ size: 1024 * 1024 * 1024 });
  const shapes = createShapeTable(memory, LAYOUTS);
  memory.i32[NONE >>> 2] = headerWord(SHAPE_NONE);
  memory.i32[FALSE >>> 2] = memory.i32[TRUE >>> 2] = headerWord(SHAPE_BOOL);
  const heap = createHeap(memory, collector, { layoutOf: shapes.layout }, { verify: true, ...options });
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
