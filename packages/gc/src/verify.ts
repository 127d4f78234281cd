/// Checks everything reachable: each reference leads to the header of an object in use, of the shape that the field is declared to refer
/// to; objects do not overlap; and old objects with references to young ones are remembered. Breadth-first, with the way to each
/// object kept for the report.

import { type Address, FALSE, type Memory, NONE, TRUE, type Word } from "@hotpy/memory";
import { type Field, FLAG_HEADER, type Layout, SHAPE_RECORD_BYTES, TAIL_WORDS } from "@hotpy/object-model";
import type { AttachedCollector, RootVisitor, Space } from "./collector.js";
import type { Immortals } from "./immortals.js";
import { layoutTable, objectBytes, SHAPE_RECORD_SHIFT } from "./layout.js";

/** The heap is not sound. The message names the first fault and the references that lead to it. */
export class HeapFault extends Error {
  override readonly name = "HeapFault";
}

/** A word at a byte offset of an object that refers to objects of one shape. */
interface DeclaredWord {
  readonly offset: number;
  readonly refersTo: number;
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
  layoutOf: (shape: number) => Layout | undefined,
): void {
  const { i32 } = memory;
  const declared = new Map<number, readonly DeclaredWord[]>();
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

  const nameOf = (shape: number): string => layoutOf(shape)?.name ?? `object of shape ${shape}`;
  const describe = (object: Address): string => `${nameOf(i32[object >>> 2] >>> 8)} ${hex(object)}`;

  /** The field that a word of an object belongs to, in words. */
  function describeWord({ holder, slot }: Step): string {
    const offset = slot - (holder >>> 0);
    const fields = Object.entries(layoutOf(i32[holder >>> 2] >>> 8)?.fields ?? {});
    const found = fields.find(([, field]) => field.kind === "word" && field.offset === offset);
    return found === undefined ? `word ${offset / 4}` : found[0];
  }

  /** The words of objects of a shape that are declared to refer to objects of one shape. */
  function declaredWords(shape: number): readonly DeclaredWord[] {
    let words = declared.get(shape);
    if (words === undefined) {
      const fields: readonly Field[] = Object.values(layoutOf(shape)?.fields ?? {});
      words = fields.flatMap(({ offset, refersTo }) => (refersTo === 0 ? [] : [{ offset, refersTo }]));
      declared.set(shape, words);
    }
    return words;
  }

  function checkDeclared(object: Address): void {
    for (const { offset, refersTo } of declaredWords(i32[object >>> 2] >>> 8)) {
      const slot = (object >>> 0) + offset;
      const word = i32[slot >>> 2];
      if (word === 0 || ((word & 1) === 0 && i32[word >>> 2] >>> 8 === refersTo)) continue;
      const found = (word & 1) !== 0 ? "a small integer" : describe(word);
      fail({ holder: object, slot }, `refers to ${found}, not to ${nameOf(refersTo)}`);
    }
  }

  function fail(step: Step, fault: string): never {
    const path: string[] = [];
    let at: Step | undefined = step;
    while (at !== undefined) {
      path.unshift(at.holder === 0 ? `root word at ${hex(at.slot)}` : `${describeWord(at)} of ${describe(at.holder)}`);
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
    checkDeclared(object);
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
