/// Rates of allocation and collection. Run from the root:
///   npx esbuild packages/gc/bench/heap.ts --bundle --conditions=source --platform=node --format=esm | node --input-type=module

import { createHandles, NULL, reserveMemory, STATE_REQUEST, tagSmall } from "@hotpy/memory";
import { BOX_VALUE, createShapeTable, headerWord, SHAPE_FLOAT, SHAPE_METHOD } from "@hotpy/object-model";
import { type Collector, createHeap, generational, semispace } from "../src/index.js";

declare const console: { log(line: string): void };
declare const performance: { now(): number };

const FLOAT_HEADER = headerWord(SHAPE_FLOAT);
const METHOD_HEADER = headerWord(SHAPE_METHOD);

function measure(collector: Collector): void {
  const memory = reserveMemory();
  createShapeTable(memory);
  const { i32, f64 } = memory;
  const heap = createHeap(memory, collector);
  const handles = createHandles(memory);

  function allocateFloats(count: number): void {
    for (let i = 0; i < count; i++) {
      const object = heap.allocate(16);
      i32[object >>> 2] = FLOAT_HEADER;
      i32[(object >>> 2) + 1] = 0;
      f64[(object + BOX_VALUE) >>> 3] = i;
      if (i32[STATE_REQUEST >>> 2] !== 0) heap.safepoint();
    }
  }
  allocateFloats(5e6);
  const count = 1e8;
  let start = performance.now();
  allocateFloats(count);
  let seconds = (performance.now() - start) / 1000;
  console.log(`${collector.name}: ${(count / seconds / 1e6).toFixed(0)} M floats/s, all dead at the next collection`);

  /** A binary tree of cells of 16 bytes: 2 ** depth of them. */
  function tree(depth: number): number {
    const left = depth === 0 ? tagSmall(depth) : tree(depth - 1);
    const right = depth === 0 ? tagSmall(depth) : tree(depth - 1);
    const object = heap.allocate(16);
    i32[object >>> 2] = METHOD_HEADER;
    i32[(object >>> 2) + 1] = 0;
    i32[(object >>> 2) + 2] = left;
    i32[(object >>> 2) + 3] = right;
    return object;
  }
  const root = handles.push(tree(21));
  for (let i = 0; i < 4; i++) {
    const before = heap.statistics.copiedBytes;
    start = performance.now();
    heap.collect("full");
    seconds = (performance.now() - start) / 1000;
    const copied = heap.statistics.copiedBytes - before;
    console.log(
      `${collector.name}: full collection of ${(copied / 2 ** 20).toFixed(0)} MiB of pairs: ${(copied / seconds / 1e6).toFixed(0)} MB/s`,
    );
  }
  handles.set(root, NULL);
  heap.collect("full");

  start = performance.now();
  const before = heap.statistics.copiedBytes;
  const minors = heap.statistics.minorCollections;
  for (let i = 0; i < 200; i++) {
    handles.set(root, tree(16));
    heap.collect("minor");
  }
  seconds = (performance.now() - start) / 1000;
  const copied = heap.statistics.copiedBytes - before;
  console.log(
    `${collector.name}: 200 trees of 2 MiB built and collected (${heap.statistics.minorCollections - minors} minor): ${(copied / seconds / 1e6).toFixed(0)} MB/s with building`,
  );
}

for (const collector of [generational, semispace]) measure(collector);
