/// Objects that are dead and that counting references would not free: those in circles of references, and what these refer to. For
/// who reports how much a collection finds.

import { type Address, type Memory, NULL } from "@hotpy/memory";
import { FLAG_HEADER, SHAPE_RECORD_BYTES, TAIL_WORDS } from "@hotpy/object-model";
import type { Forwarding } from "./collector.js";
import { layoutTable, SHAPE_RECORD_SHIFT, sizeInWords } from "./layout.js";
import { createReferents } from "./referents.js";

/** Byte addresses between which objects lie one behind the other. */
export interface ObjectRange {
  readonly start: Address;
  readonly end: Address;
}

/**
 * Calls `visit` once with each of these objects. To be called between tracing and the reuse of memory. Objects are found by walking through
 * memory, where some may never have been completed: what does not look like an object is passed over, so that some may be missed.
 */
export function visitCircularGarbage(
  memory: Memory,
  ranges: readonly ObjectRange[],
  forward: Forwarding,
  visit: (object: Address) => void,
): void {
  const { i32 } = memory;
  const visitReferents = createReferents(memory);
  const layouts = layoutTable(memory);
  const shapeLimit = (memory.shapes.end - memory.shapes.start) / SHAPE_RECORD_BYTES;
  const refersToOthers = (packed: number): boolean =>
    ((packed >>> 8) & 0xff) < ((packed >>> 16) & 0xff) || packed >>> 24 === TAIL_WORDS;

  /** Of the dead that refer to others, how many references they have from the dead that are still there. */
  const counts = new Map<Address, number>();
  for (const { start, end } of ranges) {
    const last = end >>> 2;
    for (let at = start >>> 2; at < last; ) {
      // An object that lives has left its new address.
      const isMoved = (i32[at] & FLAG_HEADER) === 0;
      const whole = isMoved ? i32[at] >>> 2 : at;
      const shape = i32[whole] >>> 8;
      const packed =
        (i32[whole] & FLAG_HEADER) !== 0 && shape < shapeLimit ? i32[layouts + (shape << SHAPE_RECORD_SHIFT)] : 0;
      const words = packed === 0 ? 0 : sizeInWords(packed, i32[whole + 1]);
      if (words <= 0 || at + words > last) {
        at += 2;
        continue;
      }
      if (!isMoved && refersToOthers(packed) && forward(at * 4) === NULL) counts.set(at * 4, 0);
      at += words;
    }
  }

  const visitDead = (object: Address, then: (referent: Address, count: number) => void): void =>
    visitReferents(object, (word) => {
      if ((word & 1) !== 0) return;
      const count = counts.get(word >>> 0);
      if (count !== undefined) then(word >>> 0, count);
    });
  for (const object of counts.keys()) visitDead(object, (referent, count) => counts.set(referent, count + 1));
  // As if each that nothing refers to were freed, and with it its references.
  const free: Address[] = [];
  for (const [object, count] of counts) if (count === 0) free.push(object);
  for (let object = free.pop(); object !== undefined; object = free.pop())
    visitDead(object, (referent, count) => {
      counts.set(referent, count - 1);
      if (count === 1) free.push(referent);
    });
  for (const [object, count] of counts) if (count > 0) visit(object);
}
