import type { Address, Word } from "@hotpy/memory";

/**
 * What the language says about keys other than strings and small integers. Hooks may run code of the language, so
 * they may collect and may change the dict. They answer with STATE_PENDING set to raise.
 */
export interface DictHooks {
  /**
   * Hash of a key as an int32. Equal keys have equal hashes: that of a small integer n is n (-2 for -1, where languages have it so), that of a string the one in
   * STR_HASH. For a string whose STR_HASH is 0 it computes and stores a non-zero one, and may not collect.
   */
  hash(key: Word): number;
  /** 1 if the keys are equal, 0 if not, -1 if it raised. Never asked about two strings, two small integers or one word. */
  equals(stored: Word, key: Word): 1 | 0 | -1;
  /** The hash of a key if it takes no code of the language, else undefined. Absent: never known. Leaf. */
  leafHash?(key: Word): number | undefined;
  /** Equality if it takes no code of the language: 1 or 0, else a negative number. Absent: never known. Leaf. */
  leafEquals?(stored: Word, key: Word): number;
  /** A dict with FLAG_WATCHED has a new value, or none any more, for `key` (NULL: all keys). May not collect. */
  watched(dict: Address, key: Word): void;
}

/** What dicts need of a heap. */
export interface DictHeap {
  allocate(bytes: number): Address;
  allocateImmortal(bytes: number): Address;
  barrier(object: Address): void;
}

/** Hash of a small integer. -1 and -2 share one, as in Python, whose objects may equal -1 and hash like it. */
export function hashOfSmall(key: Word): number {
  return key === -1 ? -2 : key >> 1;
}
