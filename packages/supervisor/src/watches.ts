/// Which roots rely on which dicts and types, and which store in dicts without telling. Objects are known by their
/// identity, as dicts may move. `R` names a root.

import { type Address, type Memory, STATE_WATCHES, WATCHED_KEYS, WATCHED_KEYS_BYTES, type Word } from "@hotpy/memory";
import { FLAG_WATCHED } from "@hotpy/object-model";

const NONE_FOUND: readonly never[] = [];

/** Roots by object and key (an interned string; undefined: any key, or what has none). */
class Registry<R> {
  readonly #roots = new Map<number, Map<Word | undefined, Set<R>>>();
  /** Where each root stands. */
  readonly #entries = new Map<R, { readonly object: number; readonly key: Word | undefined }[]>();

  add(root: R, object: number, key: Word | undefined): void {
    let keys = this.#roots.get(object);
    if (keys === undefined) this.#roots.set(object, (keys = new Map()));
    let roots = keys.get(key);
    if (roots === undefined) keys.set(key, (roots = new Set()));
    if (roots.has(root)) return;
    roots.add(root);
    let entries = this.#entries.get(root);
    if (entries === undefined) this.#entries.set(root, (entries = []));
    entries.push({ object, key });
  }

  /** Those of the key and of any key; all of the object if no key is given. */
  find(object: number, key: Word | undefined): readonly R[] {
    const keys = this.#roots.get(object);
    if (keys === undefined) return NONE_FOUND;
    // Programs assign what nobody watches all the time, beside functions and classes that traces rely on.
    if (key !== undefined && !keys.has(key) && !keys.has(undefined)) return NONE_FOUND;
    const sets = key === undefined ? [...keys.values()] : [keys.get(key) ?? [], keys.get(undefined) ?? []];
    return [...new Set(sets.flatMap((roots) => [...roots]))];
  }

  remove(root: R): void {
    for (const { object, key } of this.#entries.get(root) ?? []) {
      const keys = this.#roots.get(object);
      const roots = keys?.get(key);
      roots?.delete(root);
      if (roots?.size === 0) keys?.delete(key);
      if (keys?.size === 0) this.#roots.delete(object);
    }
    this.#entries.delete(root);
  }
}

export interface Watches<R> {
  /**
   * From now on `root` falls when the object changes; at this key only, if one is given. Returns the roots that store
   * there without telling, and so cannot live beside it.
   */
  add(root: R, object: Address, key: Word | undefined): readonly R[];
  /** Whether nothing watches the key: then `root` may store there without a report. */
  claim(root: R, object: Address, key: Word): boolean;
  /** The roots that fall because the object has changed at `key` (undefined: anywhere). */
  affected(object: Address, key: Word | undefined): readonly R[];
  /** Forgets a root. */
  remove(root: R): void;
}

/** @param identity gives the number of an object, which never changes. */
export function createWatches<R>({ i32 }: Memory, identity: (object: Address) => number): Watches<R> {
  const watchers = new Registry<R>();
  const writers = new Registry<R>();

  /** Stores of keys without a mark tell nobody. */
  function markKey(key: Word | undefined): void {
    const start = WATCHED_KEYS >>> 2;
    if (key === undefined) i32.fill(-1, start, start + (WATCHED_KEYS_BYTES >>> 2));
    else i32[start + ((key >>> 8) & (WATCHED_KEYS_BYTES / 4 - 1))] |= 1 << ((key >>> 3) & 31);
  }

  return {
    add(root, object, key) {
      i32[object >>> 2] |= FLAG_WATCHED;
      i32[STATE_WATCHES >>> 2] = (i32[STATE_WATCHES >>> 2] + 1) & 0x7fffffff;
      markKey(key);
      watchers.add(root, identity(object), key);
      return writers.find(identity(object), key);
    },
    claim(root, object, key) {
      if (watchers.find(identity(object), key).length > 0) return false;
      writers.add(root, identity(object), key);
      return true;
    },
    affected: (object, key) => watchers.find(identity(object), key),
    remove(root) {
      watchers.remove(root);
      writers.remove(root);
    },
  };
}
