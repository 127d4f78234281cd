/// Encoded units in memory, where functions of the kernel (`kernel/code.ts`) make code objects of them.

import type { EncodedUnits, InstructionSet } from "@hotpy/bytecode";
import type { Address } from "@hotpy/memory";
import { BYTES_DATA, FLAG_PINNED, headerWord, SHAPE_BYTES } from "@hotpy/object-model";
import type { UpToValues } from "../context.js";

/** An image begins with these addresses: where pieces of text begin, the text, the units. Then comes the interned string of each piece, 0 if it is not made. */
export const IMAGE_PLACES = 0;
export const IMAGE_TEXT = 4;
export const IMAGE_UNITS = 8;
export const IMAGE_PIECES = 12;

/** What placing code needs to know: opcodes and thresholds, by opcode the words that an instruction takes, and what stands for it in generators, or 0. */
export const TABLE_JUMP_BACK = 0;
export const TABLE_SEND = 4;
export const TABLE_YIELD = 8;
export const TABLE_LOOP_THRESHOLD = 12;
export const TABLE_FUNCTION_THRESHOLD = 16;
export const TABLE_SIZES = 20;
export const TABLE_FORMS = 276;
const TABLE_BYTES = TABLE_FORMS + 256;

function allocateBytes({ memory: { i32 }, heap }: Pick<UpToValues, "memory" | "heap">, size: number): Address {
  const object = heap.allocateImmortal(BYTES_DATA + size);
  i32[object >>> 2] = headerWord(SHAPE_BYTES, FLAG_PINNED);
  i32[(object >>> 2) + 1] = size;
  return object + BYTES_DATA;
}

/** The image of units, which is made when it is first asked for. */
export function createImages(context: UpToValues): (units: EncodedUnits) => Address {
  const { memory, name: intern } = context;
  const { i32, u8 } = memory;
  const images = new Map<EncodedUnits, Address>();

  function make(units: EncodedUnits): Address {
    const { bytes, places, wide, words, text } = units;
    const head = IMAGE_PIECES + 4 * (places.length - 1);
    // Functions of the kernel read whole words of text.
    const image = allocateBytes(context, head + bytes.length + 4);
    const start = image + head;
    const addressOf = (part: Uint8Array | Int32Array): Address => start + part.byteOffset - bytes.byteOffset;
    i32.fill(0, image >>> 2, start >>> 2);
    u8.set(bytes, start);
    i32[(image + IMAGE_PLACES) >>> 2] = addressOf(places);
    i32[(image + IMAGE_TEXT) >>> 2] = addressOf(text);
    i32[(image + IMAGE_UNITS) >>> 2] = addressOf(words);
    for (const number of wide) i32[((image + IMAGE_PIECES) >>> 2) + number] = intern(units.piece(number));
    return image;
  }

  return (units) => {
    let image = images.get(units);
    if (image === undefined) images.set(units, (image = make(units)));
    return image;
  };
}

/** The table of instructions; thresholds are to be written. */
export function createPlacingTable(
  context: Pick<UpToValues, "memory" | "heap">,
  instructions: InstructionSet,
  generatorForms: ReadonlyMap<number, number>,
): Address {
  const { i32, u8 } = context.memory;
  const table = allocateBytes(context, TABLE_BYTES);
  const opcode = (name: string): number => instructions.get(name)?.opcode ?? -1;
  u8.fill(0, table, table + TABLE_BYTES);
  u8.fill(1, table + TABLE_SIZES, table + TABLE_FORMS);
  i32[(table + TABLE_JUMP_BACK) >>> 2] = opcode("jump_back");
  i32[(table + TABLE_SEND) >>> 2] = opcode("send");
  i32[(table + TABLE_YIELD) >>> 2] = opcode("yield_value");
  for (const { opcode, caches } of instructions.values()) u8[table + TABLE_SIZES + opcode] = 1 + caches;
  for (const [from, to] of generatorForms) if (from >= 0) u8[table + TABLE_FORMS + from] = to;
  return table;
}
