import type { Address, Word } from "@hotpy/memory";

/**
 * What the language says about keys other than strings and small integers from 0 on. Hooks may run code of the language, so
 * they may collect and may change the dict. They return with STATE_PENDING set to raise.
 */
export interface DictHooks {
  /**
   * Hash of a key as an int32, never -1, which says that a hash is unknown. Equal keys have equal hashes; that of a small integer n
   * from 0 on is n, that of a string is `hashString` of the object model's kernel: the hooks are not asked about these.
   */
  hash(key: Word): number;
  /** 1 if the keys are equal, 0 if not, -1 if it raised. Never asked about two strings, two small integers or one word. */
  equals(stored: Word, key: Word): 1 | 0 | -1;
  /**
   * The hash of a key if it takes no code of the language, else -1. Absent: never known. Leaf; best a function of a kernel, as
   * it is called from one.
   */
  readonly leafHash?: (key: Word) => number;
  /** Equality if it takes no code of the language: 1 or 0, else a negative number. Absent: never known. Leaf, as `leafHash`. */
  readonly leafEquals?: (stored: Word, key: Word) => number;
  /** A dict with FLAG_WATCHED has a new value, or none any more, for `key` (NULL: all keys). May not collect, throws nothing. */
  watched(dict: Address, key: Word): void;
  /** There is no memory for what was asked: sets STATE_PENDING. */
  outOfMemory(): void;
}
