import { itemsChanged, itemsOfList, lengthOfList } from "@hotpy/object-model/kernel/lists/layout";
import { NOT_PLAIN, TAIL_SIZE, TUPLE_ITEMS } from "./generated/constants";
import { FLAG_EXACT, newRecords, RECORD_BYTES, RECORD_ITEM, RECORD_KEY, sortRecords, startOf } from "./records";
import { INTEGER, integerOf, isTuple, kindOf, NOT_A_NUMBER, OTHER, orderOf, REAL } from "./sort-orders";
import { arePairsExact, lookAtPairs, orderOfPair } from "./sort-pairs";
import { sortSmall } from "./sort-small";

/// Sorting lists by plain keys. Each key gets a number of 64 bits in whose order the keys are where the numbers differ: integers and
/// floats themselves, the first characters of strings, those of the first items of tuples. So most comparisons are of two numbers.

/** Integers that doubles hold. */
const MOST_EXACT: i64 = 1 << 53;

/**
 * Sorts a list, stably, by the keys in a list as long, or by itself, in their order or in the reverse one: 1; 0: there is no memory; -1: code
 * of the language must compare keys. In both of these nothing is done.
 */
export function sortPlain(keys: usize, items: usize, reverse: bool): i32 {
  const count = lengthOfList(items);
  if (count < 2) return 1;
  const from = itemsOfList(keys);
  if (keys === items) {
    const sorted = sortSmall(from, count, reverse);
    if (sorted >= 0) return sorted;
  }
  const areTuples = isTuple(load<usize>(from));
  let kinds = 0;
  let isExact = true;
  for (let i = 0; i < count; i++) {
    let key = load<usize>(from + (i << 2));
    if (isTuple(key) !== areTuples) return NOT_PLAIN;
    if (areTuples) {
      if (load<i32>(key, TAIL_SIZE) === 0) {
        kinds |= OTHER;
        continue;
      }
      key = load<usize>(key, TUPLE_ITEMS);
    }
    const kind = kindOf(key);
    kinds |= kind;
    if (kind === INTEGER) {
      const value = integerOf(key);
      isExact = isExact && value <= MOST_EXACT && value >= -MOST_EXACT;
    }
  }
  // An order that is none depends on which items meet.
  if ((kinds & NOT_A_NUMBER) !== 0 || (!areTuples && (kinds & OTHER) !== 0)) return NOT_PLAIN;
  if (kinds === (INTEGER | REAL) && !isExact) return NOT_PLAIN;
  const isNumeric = (kinds & ~(INTEGER | REAL)) === 0;
  if (!areTuples && !isNumeric && (kinds & (INTEGER | REAL)) !== 0) return NOT_PLAIN;
  const arePairs = areTuples && kinds === INTEGER && lookAtPairs(from, count);
  const isDecided = arePairs ? arePairsExact() : !areTuples && isNumeric;
  const records = newRecords(count, isDecided ? FLAG_EXACT : 0);
  if (records === 0) return 0;
  const to = startOf(records);
  const values = itemsOfList(items);
  for (let i = 0; i < count; i++) {
    // Reversed before and after, equal keys keep their order.
    const at = (reverse ? count - 1 - i : i) << 2;
    const key = load<usize>(from + at);
    const record = to + i * RECORD_BYTES;
    if (arePairs) store<u64>(record, orderOfPair(key));
    else {
      const part = !areTuples ? key : load<i32>(key, TAIL_SIZE) === 0 ? 0 : load<usize>(key, TUPLE_ITEMS);
      store<u64>(record, part === 0 ? 0 : orderOf(part, kinds));
    }
    store<usize>(record, key, RECORD_KEY);
    store<usize>(record, load<usize>(values + at), RECORD_ITEM);
  }
  if (!sortRecords(records, count)) return NOT_PLAIN;
  for (let i = 0; i < count; i++)
    store<usize>(values + ((reverse ? count - 1 - i : i) << 2), load<usize>(to + i * RECORD_BYTES, RECORD_ITEM));
  itemsChanged(items);
  return 1;
}
