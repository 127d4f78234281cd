import { HeapExhausted, reserveMemory } from "@hotpy/memory";
import { createShapeTable, headerWord, SHAPE_ARRAY } from "@hotpy/object-model";
import { expect, test } from "vitest";
import { BLOCK_CONDEMNED, createBlocks } from "./blocks.js";
import { createEvacuation } from "./evacuation.js";
import { createLargeObjects } from "./large-objects.js";

/** Words behind the header of an array, and bytes of such an array. */
const [ITEMS, BYTES] = [62, 256];

test("a collection that finds no chunk for its copies says so, and writes over nothing", () => {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  const { i32, faults } = memory;
  createShapeTable(memory);
  const blocks = createBlocks(memory, false);
  let isFull = false;
  const evacuation = createEvacuation(
    memory,
    {
      ...blocks,
      takeChunk(_count, least, kind) {
        if (isFull) throw new HeapExhausted(least * 4);
        isFull = true;
        return blocks.takeChunk(1, least, kind);
      },
    },
    createLargeObjects(blocks),
    0,
  );
  const from = blocks.takeChunk(8, 2, BLOCK_CONDEMNED);
  const count = ((from.end - from.top) << 2) / BYTES;
  const roots = memory.handles.start;
  for (let index = 0; index < count; index++) {
    const object = (from.top << 2) + index * BYTES;
    i32[object >>> 2] = headerWord(SHAPE_ARRAY);
    i32[(object >>> 2) + 1] = ITEMS;
    i32[(roots >>> 2) + index] = object;
  }
  const chunks: Parameters<typeof evacuation.begin>[0] = [];
  evacuation.begin(chunks);
  const behind = i32.slice(chunks[0].end, chunks[0].end + 1024);

  expect(() => evacuation.visit(roots, roots + count * 4)).toThrow(HeapExhausted);
  expect(i32.slice(chunks[0].end, chunks[0].end + 1024)).toEqual(behind);
  expect(faults.carried).toBeUndefined();
});
