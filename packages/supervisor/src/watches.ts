/// Which root traces rely on which dicts and types. Objects are known by their identity, as dicts may move.

import type { Address, Memory, Word } from "@hotpy/memory";
import { FLAG_WATCHED } from "@hotpy/object-model";

export interface Watches {
  /** From now on `root` falls when the object changes; at this key only, if one is given (an interned string). */
  add(root: number, object: Address, key: Word | undefined): void;
  /** The roots that fall because the object has changed at `key` (undefined: anywhere). */
  affected(object: Address, key: Word | undefined): readonly number[];
  /** Forgets a root. */
  remove(root: number): void;
}

/** @param identity gives the number of an object, which never changes. */
export function createWatches({ i32 }: Memory, identity: (object: Address) => number): Watches {
  /** By identity: the roots of each key. */
  const watches = new Map<number, Map<Word | undefined, Set<number>>>();

  return {
    add(root, object, key) {
      i32[object >>> 2] |= FLAG_WATCHED;
      const id = identity(object);
      let keys = watches.get(id);
      if (keys === undefined) watches.set(id, (keys = new Map()));
      let roots = keys.get(key);
      if (roots === undefined) keys.set(key, (roots = new Set()));
      roots.add(root);
    },
    affected(object, key) {
      const keys = watches.get(identity(object));
      if (keys === undefined) return [];
      const roots = key === undefined ? [...keys.values()].flatMap((set) => [...set]) : [...(keys.get(key) ?? []), ...(keys.get(undefined) ?? [])];
      return [...new Set(roots)];
    },
    remove(root) {
      for (const [id, keys] of watches) {
        for (const [key, roots] of keys) {
          roots.delete(root);
          if (roots.size === 0) keys.delete(key);
        }
        if (keys.size === 0) watches.delete(id);
      }
    },
  };
}
