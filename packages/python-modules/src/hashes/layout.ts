/// Where what kernels know of hashes lies. Offsets in bytes.

/** Kinds of hashes: SHA-224 is of the kind of SHA-256, SHA-384 of that of SHA-512. */
export const HASH_MD5 = 0;
export const HASH_SHA1 = 1;
export const HASH_SHA256 = 2;
export const HASH_SHA512 = 3;

/** The bytes object that an object of a hash has its state in. */
export const HASH_CONTEXT = 8;

/*
 * In these bytes: the kind, how many bytes wait for the rest of their block, how many have come in all (64 bits), bytes of the digest, the state, and what
 * waits.
 */
export const HASH_KIND = 0;
export const HASH_FILLED = 4;
export const HASH_TOTAL = 8;
export const HASH_SIZE = 16;
export const HASH_STATE = 24;
export const HASH_BUFFER = 88;
export const HASH_BYTES = 216;

/** In memory that does not move: constants of the rounds, room for the words of a block, and for a copy of the above. */
export const TABLE_SHA512 = 0;
export const TABLE_SHA256 = 640;
export const TABLE_MD5 = 896;
export const HASH_WORDS = 1152;
export const HASH_COPY = 1792;
export const HASH_TABLES_BYTES = 2016;
