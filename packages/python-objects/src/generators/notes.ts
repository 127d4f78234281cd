/// What there may be to know of a generator beside its state: GENERATOR_NAME is its qualified name, or a tuple of this and more.

import { NONE, type Word } from "@hotpy/memory";
import { GENERATOR_NAME, TUPLE_ITEMS } from "@hotpy/object-model";
import type { UpToValues } from "../context.js";

/** Places in the tuple: names, the frame object that programs have got; of a coroutine where it was made: code, offset in words, globals; and `cr_origin`. */
export const NOTE_QUALNAME = 0;
export const NOTE_NAME = 1;
export const NOTE_FRAME = 2;
export const NOTE_CODE = 3;
export const NOTE_OFFSET = 4;
export const NOTE_GLOBALS = 5;
export const NOTE_ORIGIN = 6;
/** Of an asynchronous generator: who ends it when it is dropped. */
export const NOTE_FINALISER = 6;
/** The coroutine, or asynchronous generator, around the generator. */
export const NOTE_OWNER = 7;
const NOTES = 8;

type Parts = Pick<UpToValues, "memory" | "strings" | "objects" | "heap">;

/** None: nothing is noted. */
export function noteOf({ memory: { i32 }, strings }: Parts, generator: Word, index: number): Word {
  const note = i32[(generator + GENERATOR_NAME) >>> 2];
  if (strings.isString(note)) return index === NOTE_QUALNAME ? note : NONE;
  return i32[(note + TUPLE_ITEMS + 4 * index) >>> 2];
}

/** Leaf. */
export function setNotes(parts: Parts, generator: Word, changes: ReadonlyMap<number, Word>): void {
  const notes = Array.from({ length: NOTES }, (_, index) => changes.get(index) ?? noteOf(parts, generator, index));
  parts.heap.storeWord(generator, GENERATOR_NAME, parts.objects.tuple(notes));
}
