import { NULL, TRUE, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";

/** `len(o)`, `o[k]` and `in`. May collect. */
export interface Containers {
  /** `len(w)`, -1 raised. */
  length(word: Word): number;
  getItem(container: Word, key: Word): Word;
  setItem(container: Word, key: Word, value: Word): boolean;
  deleteItem(container: Word, key: Word): boolean;
  contains(container: Word, item: Word): number;
}

export function createContainers(parts: UpToProtocols): Containers {
  const { integers, conversions, subscripts } = parts;
  const { complete } = parts.reentry;
  return {
    length(word) {
      const known = conversions.knownLength(word);
      if (known >= 0) return known;
      const length = complete(conversions.length, word, 0, 0);
      return length === NULL ? -1 : integers.toNumber(length);
    },
    getItem: (container, key) => complete(subscripts.get, container, key, 0),
    setItem: (container, key, value) => complete(subscripts.set, container, key, value) !== NULL,
    deleteItem: (container, key) => complete(subscripts.delete, container, key, 0) !== NULL,
    contains(container, item) {
      const result = complete(subscripts.contains, container, item, 0);
      return result === NULL ? -1 : result === TRUE ? 1 : 0;
    },
  };
}
