import {
  type Address,
  instantiateKernel,
  type Memory,
  NULL,
  STATE_EMPTY_KEYS,
  STATE_EMPTY_VALUES,
  type Word,
} from "@hotpy/memory";
import {
  type Allocator,
  ARRAY_ITEMS,
  BYTES_DATA,
  DICT_COUNT,
  DICT_KEYS,
  DICT_VALUES,
  DICT_VERSION,
  headerWord,
  KEYS_ENTRIES,
  KEYS_INDEX,
  KEYS_MASK,
  KEYS_SHARED,
  KEYS_USED,
  KEYS_VERSION,
  kernelHeap,
  SHAPE_ARRAY,
  SHAPE_BYTES,
  SHAPE_DICT_KEYS,
  STR_HASH,
  TAIL_SIZE,
} from "@hotpy/object-model";
import { type Kernel as DictKernel, MODULE } from "./generated/kernel.js";
import type { DictHooks } from "./hooks.js";
import { createLookup } from "./lookup.js";
import { ABSENT, RAISED, UNDECIDED } from "./results.js";

export type { Kernel as DictKernel } from "./generated/kernel.js";

/**
 * Insertion-ordered dicts. Operations marked *may collect* do so only for keys that are neither strings nor small
 * integers, or when such keys are stored: then addresses that the caller holds are invalid afterwards.
 */
export interface Dicts {
  /** The leaf operations, for compiled code and for other kernels: `UNDECIDED` is their result where code of the language must run. */
  readonly kernel: DictKernel;
  /** An empty dict with room for `capacity` entries before it grows. NULL, as of all that make dicts: no memory, pending. */
  create(capacity?: number): Address;
  /** A dict with these shared keys; its values are copied from `values` (byte address, one tagged word per key). */
  fromSharedKeys(keys: Address, values: Address): Address;
  /** Freezes the keys of a dict and returns them, to be used by {@link fromSharedKeys}; copied when a sharer changes them. */
  shareKeys(dict: Address): Address;
  /** A shallow copy. Shares the keys. */
  copy(dict: Address): Address;
  /** Gives an empty dict the entries of another. Shares the keys. False: no memory, pending. */
  assign(dict: Address, from: Address): boolean;
  /** Makes room for `more` further keys at once. False: no memory, pending. */
  reserve(dict: Address, more: number): boolean;

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
  /** Removes a key; its value, NULL if absent or raised. May collect. */
  delete(dict: Address, key: Word): Word;
  /** Value of a key, after setting it to `value` if it was absent. NULL if it raised. May collect. */
  getOrInsert(dict: Address, key: Word, value: Word): Word;
  /** Removes all keys. */
  clear(dict: Address): void;

  /** Entry of a key, ABSENT or RAISED. Entries are numbered in insertion order, with gaps where keys were deleted. May collect. */
  find(dict: Address, key: Word): number;
  /** First entry in use at `from` or later, or ABSENT. Safe for any `from`, whatever happened to the dict. */
  nextEntry(dict: Address, from: number): number;
  /** Last entry in use before `before`, or ABSENT. */
  previousEntry(dict: Address, before: number): number;
  /** Key and value of an entry in use. */
  keyAt(dict: Address, entry: number): Word;
  valueAt(dict: Address, entry: number): Word;
  hashAt(dict: Address, entry: number): number;
  /** Removes an entry in use (the last one: {@link previousEntry}). */
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

/** Dicts in a heap. One per heap: versions are unique within it. */
export function createDicts(memory: Memory, heap: Allocator, hooks: DictHooks): Dicts {
  const { i32 } = memory;
  const { leafHash = () => -1, leafEquals = () => -1, watched } = hooks;
  const kernel = instantiateKernel<DictKernel>(MODULE, memory, {
    heap: kernelHeap(heap),
    language: { leafHash, leafEquals, watched },
    // No operation on a dict is so long that it would look.
    work: { isInterrupted: () => false },
  });
  makeEmptyTables(memory, heap);
  const lookup = createLookup(memory, kernel, hooks);
  const { found } = lookup;
  let nextVersion = 1;

  const field = (object: Address, offset: number): number => i32[(object + offset) >>> 2];
  const keysOf = (dict: Address): Address => field(dict, DICT_KEYS);
  const valueAt = (dict: Address, entry: number): Word => i32[((field(dict, DICT_VALUES) + ARRAY_ITEMS) >>> 2) + entry];
  const keyAt = (dict: Address, entry: number): Word => i32[((keysOf(dict) + KEYS_ENTRIES) >>> 2) + entry];

  /** Passes a result of the kernel on, which is 0 where there is no memory. */
  function orNoMemory<T>(result: T): T {
    if (!result) hooks.outOfMemory();
    return result;
  }

  function versionIn(address: Address): number {
    const word = address >>> 2;
    if (i32[word] !== 0) return i32[word];
    if (nextVersion >= 0x7fffffff) throw new RangeError("dict versions are used up");
    return (i32[word] = nextVersion++);
  }

  /* Ends of operations that the kernel has left undecided, at the addresses that `found` has. */
  function finishSet(entry: number): boolean {
    if (entry === RAISED) return false;
    if (entry === ABSENT) return !!orNoMemory(kernel.insertKey(found.dict, found.key, found.hash, found.value));
    kernel.setEntry(found.dict, entry, keyAt(found.dict, entry), found.value);
    return true;
  }
  const finishGet = (entry: number): Word => (entry >= 0 ? valueAt(found.dict, entry) : NULL);

  const find = (dict: Address, key: Word): number => {
    const entry = kernel.findKey(dict, key);
    return entry === UNDECIDED ? lookup.find(dict, key, NULL) : entry;
  };
  const findHashed = (dict: Address, key: Word, hash: number): number => {
    const entry = kernel.findHashed(dict, key, hash, 0);
    return entry < ABSENT ? lookup.findHashed(dict, key, hash, NULL) : entry;
  };
  const removeEntry = (dict: Address, entry: number): Word => orNoMemory(kernel.removeEntry(dict, entry));

  return {
    kernel,
    create: (capacity = 0) => orNoMemory(kernel.createDict(capacity)),
    fromSharedKeys: (keys, values) => orNoMemory(kernel.fromSharedKeys(keys, values)),
    shareKeys: (dict) => orNoMemory(kernel.shareKeys(dict)),
    copy: (dict) => orNoMemory(kernel.copyDict(dict)),
    assign: (dict, from) => !!orNoMemory(kernel.assignDict(dict, from)),
    reserve: (dict, more) => !!orNoMemory(kernel.reserveKeys(dict, more)),
    length: (dict) => field(dict, DICT_COUNT),

    get(dict, key) {
      const value = kernel.getOr(dict, key, NULL);
      return value === UNDECIDED ? finishGet(lookup.find(dict, key, NULL)) : value;
    },
    getHashed(dict, key, hash) {
      const entry = kernel.findHashed(dict, key, hash, 0);
      if (entry >= 0) return valueAt(dict, entry);
      return entry === ABSENT ? NULL : finishGet(lookup.findHashed(dict, key, hash, NULL));
    },
    getInterned(dict, key) {
      const entry = findHashed(dict, key, field(key, STR_HASH));
      return entry >= 0 ? valueAt(dict, entry) : NULL;
    },
    set(dict, key, value) {
      const done = kernel.setKey(dict, key, value);
      return done === UNDECIDED ? finishSet(lookup.find(dict, key, value)) : !!orNoMemory(done);
    },
    setHashed(dict, key, hash, value) {
      const done = kernel.setHashed(dict, key, hash, value);
      return done === UNDECIDED ? finishSet(lookup.findHashed(dict, key, hash, value)) : !!orNoMemory(done);
    },
    delete(dict, key) {
      const entry = kernel.findKey(dict, key);
      if (entry !== UNDECIDED) return entry === ABSENT ? NULL : removeEntry(dict, entry);
      const later = lookup.find(dict, key, NULL);
      return later >= 0 ? removeEntry(found.dict, later) : NULL;
    },
    getOrInsert(dict, key, value) {
      const known = kernel.getOrInsert(dict, key, value);
      if (known !== UNDECIDED) return orNoMemory(known);
      const entry = lookup.find(dict, key, value);
      if (entry >= 0) return valueAt(found.dict, entry);
      return finishSet(entry) ? found.value : NULL;
    },
    clear: kernel.clearDict,

    find,
    nextEntry: kernel.nextEntry,
    previousEntry: kernel.previousEntry,
    keyAt,
    valueAt,
    hashAt(dict, entry) {
      const keys = keysOf(dict);
      return i32[((field(keys, KEYS_INDEX) + BYTES_DATA) >>> 2) + field(keys, KEYS_MASK) + 1 + entry];
    },
    deleteEntry: (dict, entry) => void removeEntry(dict, entry),
    entryEnd: (dict) => field(keysOf(dict), KEYS_USED),

    keysVersion: (dict) => versionIn(keysOf(dict) + KEYS_VERSION),
    version: (dict) => versionIn(dict + DICT_VERSION),
    slotOf: (dict, key) => Math.max(kernel.findHashed(dict, key, field(key, STR_HASH), 0), ABSENT),
  };
}

/** The tables without entries that all empty dicts share: of keys, with one free slot, and of values. */
function makeEmptyTables({ i32 }: Memory, heap: Allocator): void {
  const make = (shape: number, bytes: number, tail: number): Address => {
    const object = heap.allocateImmortal(bytes);
    i32.fill(0, object >>> 2, (object + bytes) >>> 2);
    i32[object >>> 2] = headerWord(shape);
    i32[(object + TAIL_SIZE) >>> 2] = tail;
    return object;
  };
  const keys = make(SHAPE_DICT_KEYS, KEYS_ENTRIES, 0);
  i32[(keys + KEYS_INDEX) >>> 2] = make(SHAPE_BYTES, BYTES_DATA + 4, 4);
  i32[(keys + KEYS_SHARED) >>> 2] = 1;
  i32[STATE_EMPTY_KEYS >>> 2] = keys;
  i32[STATE_EMPTY_VALUES >>> 2] = make(SHAPE_ARRAY, ARRAY_ITEMS, 0);
}
