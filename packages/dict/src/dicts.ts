import { type Address, type Memory, NULL, type Word } from "@hotpy/memory";
import { STR_HASH } from "@hotpy/object-model";
import { COUNT, createEntries, DICT_VERSION_WORD } from "./entries.js";
import { type DictHeap, type DictHooks, hashOfSmall } from "./hooks.js";
import { createKeyTables, ENTRIES, USED, VERSION } from "./key-tables.js";
import { createLookup } from "./lookup.js";
import { createProbe, UNSURE } from "./probe.js";
import { ABSENT } from "./results.js";

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
  /** Gives an empty dict the entries of another. Shares the keys. */
  assign(dict: Address, from: Address): void;
  /** Makes room for `more` further keys at once. */
  reserve(dict: Address, more: number): void;

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

/** Dicts in a heap. One per heap: versions are unique within it. */
export function createDicts(memory: Memory, heap: DictHeap, hooks: DictHooks): Dicts {
  const { i32 } = memory;
  const tables = createKeyTables(memory, heap);
  const {
    newDict,
    newValues,
    emptyValues,
    keysOf,
    usedOf,
    valueSlot,
    rebuild,
    assign,
    freeze,
    usableOf,
    insert,
    setEntry,
    removeEntry,
    clear,
  } = createEntries(memory, heap, tables, hooks);
  const probe = createProbe(memory, hooks.leafEquals);
  const lookup = createLookup(memory, probe, hooks);
  const { found } = lookup;
  let nextVersion = 1;

  function newVersion(): number {
    if (nextVersion >= 0x7fffffff) throw new RangeError("dict versions are used up");
    return nextVersion++;
  }

  /** Hash of a plain key; computing that of a string does not collect. */
  function plainHash(key: Word): number {
    if ((key & 1) !== 0) return hashOfSmall(key);
    const cached = i32[(key + STR_HASH) >>> 2];
    return cached !== 0 ? cached : hooks.hash(key);
  }

  /** Hash of a key if it runs no code of the language, else undefined. */
  const leafHash = (key: Word): number | undefined => (probe.isPlain(key) ? plainHash(key) : hooks.leafHash?.(key));

  const probeHashed = (dict: Address, key: Word, hash: number): number => probe.find(keysOf(dict), key, hash);
  /** Entry of a key, ABSENT, or UNSURE: then `lookup` must decide, which may collect. */
  function probeLeaf(dict: Address, key: Word): number {
    const hash = leafHash(key);
    return hash === undefined ? UNSURE : probeHashed(dict, key, hash);
  }

  /** Ends of operations whose lookup answered UNSURE to the probe: at the addresses that `found` has. */
  function finishSet(entry: number): boolean {
    if (entry >= 0) setEntry(found.dict, entry, found.key, found.value);
    else if (entry === ABSENT) insert(found.dict, found.key, found.hash, found.value);
    else return false;
    return true;
  }
  function finishSetDefault(entry: number): Word {
    if (entry >= 0) return i32[valueSlot(found.dict, entry)];
    return finishSet(entry) ? found.value : NULL;
  }
  const finishGet = (entry: number): Word => (entry >= 0 ? i32[valueSlot(found.dict, entry)] : NULL);
  const finishDelete = (entry: number): Word => (entry >= 0 ? removeEntry(found.dict, entry) : NULL);

  function getHashed(dict: Address, key: Word, hash: number): Word {
    const entry = probeHashed(dict, key, hash);
    if (entry >= 0) return i32[valueSlot(dict, entry)];
    return entry === ABSENT ? NULL : finishGet(lookup.findHashed(dict, key, hash, NULL));
  }

  function setHashed(dict: Address, key: Word, hash: number, value: Word): boolean {
    const entry = probeHashed(dict, key, hash);
    if (entry >= 0) setEntry(dict, entry, key, value);
    else if (entry === ABSENT) insert(dict, key, hash, value);
    else return finishSet(lookup.findHashed(dict, key, hash, value));
    return true;
  }

  function deleteHashed(dict: Address, key: Word, hash: number): Word {
    const entry = probeHashed(dict, key, hash);
    if (entry >= 0) return removeEntry(dict, entry);
    return entry === ABSENT ? NULL : finishDelete(lookup.findHashed(dict, key, hash, NULL));
  }

  function setDefault(dict: Address, key: Word, value: Word): Word {
    const hash = leafHash(key);
    if (hash === undefined) return finishSetDefault(lookup.find(dict, key, value));
    const entry = probeHashed(dict, key, hash);
    if (entry >= 0) return i32[valueSlot(dict, entry)];
    if (entry !== ABSENT) return finishSetDefault(lookup.findHashed(dict, key, hash, value));
    insert(dict, key, hash, value);
    return value;
  }

  /** A copy of the array of values. */
  function valuesOf(dict: Address): Address {
    const used = usedOf(dict);
    return used === 0 ? emptyValues : newValues(used, valueSlot(dict, 0) << 2, used);
  }

  return {
    create: (capacity = 0) => {
      if (capacity === 0) return newDict(tables.empty, emptyValues, 0);
      const keys = tables.create(capacity);
      return newDict(keys, newValues(tables.capacity(keys), 0, 0), 0);
    },
    fromSharedKeys(keys, values) {
      const used = i32[(keys >>> 2) + USED];
      return newDict(keys, newValues(used, values, used), used);
    },
    shareKeys(dict) {
      const count = i32[(dict >>> 2) + COUNT];
      if (count !== usedOf(dict)) rebuild(dict, count);
      return freeze(dict);
    },
    copy(dict) {
      return newDict(freeze(dict), valuesOf(dict), i32[(dict >>> 2) + COUNT]);
    },
    assign(dict, from) {
      assign(dict, freeze(from), valuesOf(from), i32[(from >>> 2) + COUNT]);
    },
    reserve(dict, more) {
      if (more > usableOf(dict)) rebuild(dict, i32[(dict >>> 2) + COUNT] + more);
    },
    length: (dict) => i32[(dict >>> 2) + COUNT],

    get(dict, key) {
      const hash = leafHash(key);
      return hash === undefined ? finishGet(lookup.find(dict, key, NULL)) : getHashed(dict, key, hash);
    },
    getHashed,
    getInterned: (dict, key) => getHashed(dict, key, i32[(key + STR_HASH) >>> 2]),
    set(dict, key, value) {
      const hash = leafHash(key);
      return hash === undefined ? finishSet(lookup.find(dict, key, value)) : setHashed(dict, key, hash, value);
    },
    setHashed,
    delete(dict, key) {
      const hash = leafHash(key);
      return hash === undefined ? finishDelete(lookup.find(dict, key, NULL)) : deleteHashed(dict, key, hash);
    },
    deleteHashed,
    setDefault,
    clear,

    find(dict, key) {
      const entry = probeLeaf(dict, key);
      return entry === UNSURE ? lookup.find(dict, key, NULL) : entry;
    },
    findHashed(dict, key, hash) {
      const entry = probeHashed(dict, key, hash);
      return entry === UNSURE ? lookup.findHashed(dict, key, hash, NULL) : entry;
    },
    nextEntry(dict, from) {
      const keys = keysOf(dict) >>> 2;
      const used = i32[keys + USED];
      for (let entry = Math.max(from, 0); entry < used; entry++) if (i32[keys + ENTRIES + entry] !== NULL) return entry;
      return ABSENT;
    },
    previousEntry(dict, before) {
      const keys = keysOf(dict) >>> 2;
      let entry = Math.min(before, i32[keys + USED]) - 1;
      while (entry >= 0 && i32[keys + ENTRIES + entry] === NULL) entry--;
      return entry;
    },
    keyAt: (dict, entry) => i32[(keysOf(dict) >>> 2) + ENTRIES + entry],
    valueAt: (dict, entry) => i32[valueSlot(dict, entry)],
    hashAt: (dict, entry) => tables.hashAt(keysOf(dict), entry),
    deleteEntry: (dict, entry) => void removeEntry(dict, entry),
    entryEnd: usedOf,

    keysVersion(dict) {
      const word = (keysOf(dict) >>> 2) + VERSION;
      return i32[word] !== 0 ? i32[word] : (i32[word] = newVersion());
    },
    version(dict) {
      const word = (dict >>> 2) + DICT_VERSION_WORD;
      return i32[word] !== 0 ? i32[word] : (i32[word] = newVersion());
    },
    slotOf: (dict, key) => Math.max(probeHashed(dict, key, i32[(key + STR_HASH) >>> 2]), ABSENT),
  };
}
