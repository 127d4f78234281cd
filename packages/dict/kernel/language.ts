/// What the language says about keys, as far as it can without running code of its own.

/** Hash of a key that is neither a small integer from 0 on nor a flat string; -1: code of the language must run for it. */
export declare function leafHash(key: usize): i32;
/** Whether two different words, not both small integers or strings, are equal keys: 1, 0, or negative: code must run for it. */
export declare function leafEquals(stored: usize, key: usize): i32;
/** A dict with FLAG_WATCHED has a new value, or none any more, for a key (0: all keys). */
export declare function watched(dict: usize, key: usize): void;
