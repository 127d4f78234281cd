import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { equalFlat } from "@hotpy/object-model/kernel/strings/compare";
import { isFlat } from "@hotpy/object-model/kernel/strings/text";
import { copyWords, fillZero, isSmall } from "@hotpy/object-model/kernel/words";
import {
  ABSENT,
  BYTES_DATA,
  KEYS_ENTRIES,
  KEYS_INDEX,
  KEYS_MASK,
  KEYS_SHARED,
  KEYS_USABLE,
  KEYS_USED,
  KEYS_VERSION,
  SHAPE_BYTES,
  SHAPE_DICT_KEYS,
  TAIL_SIZE,
} from "./generated/constants";
import { compareKeys, UNDECIDED } from "./keys";

/// Key tables: the keys of a dict in the order of insertion, and an open-addressed index over them.
///
///     keys object   header | index | mask, used, version, shared, usable | key 0, key 1, … (tagged)
///     index object  header | entry + 1 per slot (0 free, -1 deleted) | hash of entry 0, 1, …      (raw)
///
/// A collector scans the keys object and skips the index. Slots of deleted entries are not used again before the table
/// is rebuilt or its last key has gone, so a search that was interrupted by the language's `==` can go on where it was.

const LEAST_SLOTS = 8;
/** Slots of tables that are cleared when the last key goes. */
const MOST_CLEARED = 32;

/** Keys that an index of this many slots takes before it is rebuilt: two thirds, as in CPython. */
function usableOf(slots: i32): i32 {
  return <i32>((<u64>slots * 2) / 3);
}

/** Address of the first slot of a table's index; the hashes of the entries follow the slots. */
function slotsOf(keys: usize): usize {
  return load<usize>(keys, KEYS_INDEX) + BYTES_DATA;
}
function hashAddress(keys: usize, entry: i32): usize {
  return slotsOf(keys) + ((load<i32>(keys, KEYS_MASK) + 1 + entry) << 2);
}

/** Room for so many keys in all. */
export function capacityOf(keys: usize): i32 {
  return load<i32>(keys, TAIL_SIZE);
}
export function hashAt(keys: usize, entry: i32): i32 {
  return load<i32>(hashAddress(keys, entry));
}
export function keyAt(keys: usize, entry: i32): usize {
  return load<usize>(keys + (entry << 2), KEYS_ENTRIES);
}

/** The slot to probe after `slot`; `perturb` brings in the upper bits of the hash, 5 a step. As in CPython. */
function nextSlot(slot: i32, perturb: u32, mask: i32): i32 {
  return ((slot << 2) + slot + perturb + 1) & mask;
}

/** What is in the first slot on the way of a hash: an entry + 1, 0 if it is free, -1 if it was deleted. */
export function firstContent(keys: usize, hash: i32): i32 {
  return load<i32>(slotsOf(keys) + ((hash & load<i32>(keys, KEYS_MASK)) << 2));
}

/**
 * Entry of a key, or ABSENT. Less than UNDECIDED: code of the language must compare the key with that of {@link entryAtStep};
 * the result is UNDECIDED - 1 less the number of slots probed before. If they differ the search goes on from the step behind.
 */
export function find(keys: usize, key: usize, hash: i32, fromStep: i32): i32 {
  const mask = load<i32>(keys, KEYS_MASK);
  const slots = slotsOf(keys);
  let slot = hash & mask;
  let perturb = <u32>hash;
  let step = 0;
  let number = load<i32>(slots + (slot << 2));
  while (number !== 0) {
    if (number > 0 && step >= fromStep) {
      const stored = keyAt(keys, number - 1);
      if (stored === key) return number - 1;
      if (load<i32>(slots + ((mask + number) << 2)) === hash) {
        // Most keys are strings, for which no call is needed.
        if (!isSmall(stored | key) && isFlat(stored) && isFlat(key) && equalFlat(stored, key)) return number - 1;
        const same = compareKeys(stored, key);
        if (same !== 0) return same > 0 ? number - 1 : UNDECIDED - 1 - step;
      }
    }
    perturb >>= 5;
    slot = nextSlot(slot, perturb, mask);
    number = load<i32>(slots + (slot << 2));
    step++;
  }
  return ABSENT;
}

/** The entry that a search meets after so many steps. */
export function entryAtStep(keys: usize, hash: i32, steps: i32): i32 {
  const mask = load<i32>(keys, KEYS_MASK);
  let slot = hash & mask;
  let perturb = <u32>hash;
  for (; steps > 0; steps--) {
    perturb >>= 5;
    slot = nextSlot(slot, perturb, mask);
  }
  return load<i32>(slotsOf(keys) + (slot << 2)) - 1;
}

/** Address of the slot with this content (an entry + 1, or 0 for a free one) on the way of a hash. */
function slotWith(keys: usize, hash: i32, content: i32): usize {
  const mask = load<i32>(keys, KEYS_MASK);
  const slots = slotsOf(keys);
  let slot = hash & mask;
  let perturb = <u32>hash;
  while (load<i32>(slots + (slot << 2)) !== content) {
    perturb >>= 5;
    slot = nextSlot(slot, perturb, mask);
  }
  return slots + (slot << 2);
}

function createWith(slots: i32, capacity: i32): usize {
  const indexBytes = (slots + capacity) << 2;
  const index = allocate(BYTES_DATA + indexBytes);
  if (index === 0) return 0;
  store<i32>(index, headerOf(SHAPE_BYTES));
  store<i32>(index, indexBytes, TAIL_SIZE);
  fillZero(index + BYTES_DATA, slots);
  const keys = allocate(KEYS_ENTRIES + (capacity << 2));
  if (keys === 0) return 0;
  store<i32>(keys, headerOf(SHAPE_DICT_KEYS));
  store<i32>(keys, capacity, TAIL_SIZE);
  store<usize>(keys, index, KEYS_INDEX);
  store<i32>(keys, slots - 1, KEYS_MASK);
  store<i32>(keys, 0, KEYS_USED);
  store<i32>(keys, 0, KEYS_VERSION);
  store<i32>(keys, 0, KEYS_SHARED);
  store<i32>(keys, capacity, KEYS_USABLE);
  fillZero(keys + KEYS_ENTRIES, capacity);
  return keys;
}

/** A table with room for `entries` keys. 0: no memory. */
export function createTable(entries: i32): usize {
  let slots = LEAST_SLOTS;
  while (usableOf(slots) < entries) slots <<= 1;
  return createWith(slots, usableOf(slots));
}

/** A table of its own with the same numbers of entries. 0: no memory. */
export function cloneTable(keys: usize): usize {
  const slots = load<i32>(keys, KEYS_MASK) + 1;
  const copy = createWith(slots, capacityOf(keys));
  if (copy === 0) return 0;
  const used = load<i32>(keys, KEYS_USED);
  store<i32>(copy, used, KEYS_USED);
  store<i32>(copy, 0, KEYS_USABLE);
  copyWords(slotsOf(copy), slotsOf(keys), slots + used);
  copyWords(copy + KEYS_ENTRIES, keys + KEYS_ENTRIES, used);
  return copy;
}

/** Adds a key that is not there as the next entry; its number. KEYS_USABLE must not be 0. No barrier. */
export function appendKey(keys: usize, key: usize, hash: i32): i32 {
  const entry = load<i32>(keys, KEYS_USED);
  store<i32>(slotWith(keys, hash, 0), entry + 1);
  store<i32>(hashAddress(keys, entry), hash);
  store<usize>(keys + (entry << 2), key, KEYS_ENTRIES);
  store<i32>(keys, entry + 1, KEYS_USED);
  store<i32>(keys, load<i32>(keys, KEYS_USABLE) - 1, KEYS_USABLE);
  store<i32>(keys, 0, KEYS_VERSION);
  return entry;
}

/** Deletes an entry. The table must not be shared. */
export function removeKey(keys: usize, entry: i32): void {
  store<i32>(slotWith(keys, hashAt(keys, entry), entry + 1), -1);
  store<usize>(keys + (entry << 2), 0, KEYS_ENTRIES);
  store<i32>(keys, 0, KEYS_VERSION);
  let used = load<i32>(keys, KEYS_USED);
  while (used > 0 && keyAt(keys, used - 1) === 0) used--;
  store<i32>(keys, used, KEYS_USED);
}

/**
 * Makes a small table whose last key has gone as good as new, with room for `usable` keys or its capacity: so a key that comes
 * and goes does not rebuild the table again and again.
 */
export function resetTable(keys: usize, usable: i32): void {
  const mask = load<i32>(keys, KEYS_MASK);
  if (mask >= MOST_CLEARED) return;
  fillZero(slotsOf(keys), mask + 1);
  store<i32>(keys, min(usable, capacityOf(keys)), KEYS_USABLE);
}
