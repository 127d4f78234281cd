import type { Address, Word } from "@hotpy/memory";

/** Results of operations that may find nothing, or may run code that raises. */
export const ABSENT = -1;
/** The exception is in STATE_PENDING. */
export const RAISED = -2;

/**
 * What the language says about keys other than strings and small integers. Hooks may run code of the language, so
 * they may collect and may change the dict. They answer with STATE_PENDING set to raise.
 */
export interface DictHooks {
  /**
   * Hash of a key as an int32. Equal keys have equal hashes: that of a small integer n is n, that of a string the one in
   * STR_HASH. For a string whose STR_HASH is 0 it computes and stores a non-zero one, and may not collect.
   */
  hash(key: Word): number;
  /** 1 if the keys are equal, 0 if not, -1 if it raised. Never asked about two strings, two small integers or one word. */
  equals(stored: Word, key: Word): 1 | 0 | -1;
  /** A dict with FLAG_WATCHED has a new value, or none any more, for `key` (NULL: all keys). May not collect. */
  watched(dict: Address, key: Word): void;
}

/**
 * Insertion-ordered dicts. Operations marked *may collect* do so only for keys that are neither strings nor small
 * integers, or when such keys are stored: then addresses that the caller holds are invalid afterwards.
 */
export interface Dicts {
  /** An empty dict with room for `capacity` entries before it grows. */
  create(capacity?: number): Address;
  /** A dict with these shared keys; its values are copied from `values` (byte address, one tagged word per key). */
  fromSharedKeys(keys: Address, values: Address): Address;
  /** Freezes the keys of a dict and answers them, to be used by {@link fromSharedKeys}; copied when a sharer changes them. */
  shareKeys(dict: Address): Address;
  /** A shallow copy. Shares the keys. */
  copy(dict: Address): Address;

  /** Number of keys. */
  length(dict: Address): number;
  /** Value of a key; NULL if absent or, with STATE_PENDING set, raised. May collect. */
  get(dict: Address, key: Word): Word;
  /** As `get`, for a key whose hash is known. May collect. */
  getHashed(dict: Address, key: Word, hash: number): Word;
  /** Value of an interned string; NULL if absent. Leaf if all keys stored are strings or small integers. */
  getInterned(dict: Address, key: Word): Word;
  /** Sets the value of a key. False if it raised. May collect. */
  set(dict: Address, key: Word, value: Word): boolean;
  setHashed(dict: Address, key: Word, hash: number, value: Word): boolean;
  /** Removes a key; answers its value, NULL if absent or raised. May collect. */
  delete(dict: Address, key: Word): Word;
  deleteHashed(dict: Address, key: Word, hash: number): Word;
  /** Value of a key, after setting it to `value` if it was absent. NULL if it raised. May collect. */
  setDefault(dict: Address, key: Word, value: Word): Word;
  /** Removes all keys. */
  clear(dict: Address): void;

  /** Entry of a key, ABSENT or RAISED. Entries are numbered in insertion order, with gaps where keys were deleted. May collect. */
  find(dict: Address, key: Word): number;
  /** As `find`, for a key whose hash is known. May collect. */
  findHashed(dict: Address, key: Word, hash: number): number;
  /** First entry in use at `from` or later, or ABSENT. Safe for any `from`, whatever happened to the dict. */
  nextEntry(dict: Address, from: number): number;
  /** Last entry in use before `before`, or ABSENT. */
  previousEntry(dict: Address, before: number): number;
  /** Key and value of an entry in use. */
  keyAt(dict: Address, entry: number): Word;
  valueAt(dict: Address, entry: number): Word;
  hashAt(dict: Address, entry: number): number;
  /** Removes an entry in use (for `popitem`: that of {@link previousEntry}). */
  deleteEntry(dict: Address, entry: number): void;
  /** First number past all entries. */
  entryEnd(dict: Address): number;

  /**
   * Version of the keys of a dict, for guards: while it is the same, each key has the same entry and no key was added
   * or removed. Given on request, never 0, never reused; compare with the raw word KEYS_VERSION of DICT_KEYS.
   */
  keysVersion(dict: Address): number;
  /** Version of keys and values; compare with the raw word DICT_VERSION. */
  version(dict: Address): number;
  /** Entry of an interned string, ABSENT if there is none; for inline caches with {@link keysVersion}. */
  slotOf(dict: Address, key: Word): number;
}
