import { type Memory, NULL, type Word, wordsAt } from "@hotpy/memory";
import { ARRAY_ITEMS } from "@hotpy/object-model";
import { SET_KEYS, SET_MASK } from "../layouts.js";

/** The keys of a set or frozenset, in the order of iteration. Leaf. */
export function keysOfSet({ i32 }: Memory, set: Word): readonly Word[] {
  const first = (i32[(set + SET_KEYS) >>> 2] + ARRAY_ITEMS) >>> 2;
  const slots = i32[(set + SET_MASK) >>> 2] + 1;
  return wordsAt(i32, first, slots).filter((key) => key !== NULL);
}
