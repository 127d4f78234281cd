import type { Word } from "@hotpy/memory";
import type { UpToCalling } from "../context.js";

/** Whether a special method of an object is a native that pushes no frame: then its result is there at once. */
export const immediateMethods =
  ({ natives, types }: UpToCalling) =>
  (word: Word, method: Word): boolean =>
    natives.isImmediate(types.lookup(types.typeOf(word), method));
