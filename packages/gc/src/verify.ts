/// Checks everything reachable: each reference leads to the header of an object in use, objects do not overlap, and old
/// objects with references to young ones are remembered. Breadth-first, with the way to each object kept for the report.

import { type Address, FALSE, type Memory, NONE, TRUE, type Word } from "@hotpy/memory";
import { FLAG_HEADER, SHAPE_RECORD_BYTES, TAIL_WORDS } from "@hotpy/object-model";
import type { AttachedCollector, RootVisitor, Space } from "./collector.js";
import type { Immortals } from "./immortals.js";
import { layoutTable, objectBytes, SHAPE_RECORD_SHIFT } from "./layout.js";

/** The heap is not sound. The message names the first fault and the references that lead to it. */
export class HeapFault extends Error {
  override readonly name = "HeapFault";
}

/** The word that led to an object: the object that holds it (NULL for a root) and the byte address of the word. */
interface Step {
  readonly holder: Address;
  readonly slot: Address;
}

/**
 * Verifies the heap; only between a safepoint and the next allocation are all objects complete.
 * @throws HeapFault
 */
export function verifyHeap(
  memory: Memory,
  collector: AttachedCollector,
  immortals: Immortals,
  visitRoots: (visit: RootVisitor) => void,
): void {
  const { i32 } = memory;
  const layouts = layoutTable(memory);
  const shapeLimit = (memory.shapes.end - memory.shapes.start) / SHAPE_RECORD_BYTES;
  const steps = new Map<Address, Step>();
  const queue: Address[] = [];
  const immortalStarts = new Set<Address>();
  immortals.forEach((object) => immortalStarts.add(object));

  const packedLayout = (object: Address): number => {
    const shape = i32[object >>> 2] >>> 8;
    return shape < shapeLimit ? i32[layouts + (shape << SHAPE_RECORD_SHIFT)] : 0;
  };
  const isConstant = (word: Word): boolean => word === NONE || word === TRUE || word === FALSE;
  const spaceOf = (object: Address): Space => {
    if (isConstant(object) || immortalStarts.has(object)) return "old";
    return collector.spaceOf(object);
  };

  const hex = (address: Address): string => `0x${(address >>> 0).toString(16)}`;

  function describe(object: Address): string {
    return `object ${hex(object)} of shape ${i32[object >>> 2] >>> 8}`;
  }

  function fail(step: Step, fault: string): never {
    const path: string[] = [];
    let at: Step | undefined = step;
    while (at !== undefined) {
      path.unshift(
        at.holder === 0
          ? `root word at ${hex(at.slot)}`
          : `word ${(at.slot - (at.holder >>> 0)) / 4} of ${describe(at.holder)}`,
      );
      at = at.holder === 0 ? undefined : steps.get(at.holder);
    }
    if (path.length > 12) path.splice(6, path.length - 12, `… ${path.length - 12} more …`);
    throw new HeapFault(`${path.join(" -> ")}: ${fault}`);
  }

  function checkReference(word: Word, step: Step): void {
    if ((word & 7) !== 0) fail(step, `${hex(word)} is neither a small integer nor an aligned address`);
    if (spaceOf(word) === "none") fail(step, `${hex(word)} points at memory not in use`);
    if ((i32[word >>> 2] & FLAG_HEADER) === 0) fail(step, `${hex(word)} points at a word that is not a header`);
    if (packedLayout(word) === 0)
      fail(step, `${hex(word)} points at a header of the unknown shape ${i32[word >>> 2] >>> 8}`);
  }

  function visitRange(
    start: Address,
    end: Address,
    holder: Address,
    onTarget?: (word: Word, step: Step) => void,
  ): void {
    for (let slot = start; slot < end; slot += 4) {
      const word = i32[slot >>> 2];
      if ((word & 1) !== 0 || word === 0) continue;
      const step = { holder, slot };
      checkReference(word, step);
      onTarget?.(word, step);
      if (steps.has(word)) continue;
      steps.set(word, step);
      queue.push(word);
    }
  }

  function visitObject(object: Address): void {
    const packed = packedLayout(object);
    const start = object >>> 0;
    const isOld = spaceOf(object) === "old" && !isConstant(object) && !immortals.isNew(object);
    const onTarget =
      isOld && !collector.isKnownToHoldYoung(object)
        ? (word: Word, step: Step) => {
            if (spaceOf(word) === "young")
              fail(step, `reference from an old object that is not remembered to young ${describe(word)}`);
          }
        : undefined;
    visitRange(start + ((packed >>> 8) & 0xff) * 4, start + ((packed >>> 16) & 0xff) * 4, object, onTarget);
    if (packed >>> 24 === TAIL_WORDS) {
      const tail = start + (packed & 0xff) * 4;
      visitRange(tail, tail + i32[(start + 4) >>> 2] * 4, object, onTarget);
    }
  }

  visitRoots((start, end) => visitRange(start, end, 0));
  for (const object of immortalStarts) {
    if (packedLayout(object) === 0) fail({ holder: 0, slot: object }, `immortal object of unknown shape`);
    if (!steps.has(object)) steps.set(object, { holder: 0, slot: object }), queue.push(object);
  }
  for (let i = 0; i < queue.length; i++) visitObject(queue[i]);

  const sorted = queue.map((object) => object >>> 0).sort((a, b) => a - b);
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1] | 0;
    if (isConstant(before)) continue;
    if (sorted[i - 1] + objectBytes(memory, before) > sorted[i])
      fail(steps.get(sorted[i] | 0)!, `points into ${describe(before)}`);
  }
}
