import { TAIL_SIZE } from "./generated/constants";
import { itemOf } from "./kinds";
import { INTEGER, integerOf, kindOf, NARROW, orderOf, REAL, WIDE } from "./sort-orders";

/// Keys that are tuples of an integer and something else, such as a count and a name. Their first items take as many bits of the number by which they are
/// sorted as these differ by; the rest is of the second ones.

/* What `lookAtPairs` has found. A kernel's globals last for one operation. */
let lowest: i64 = 0;
let bits: u64 = 0;
let secondKinds = 0;
let secondLowest: i64 = 0;
let secondBits: u64 = 0;
let areTwo = false;

function bitsOf(lowest: i64, highest: i64): u64 {
  return 64 - clz(<u64>highest - <u64>lowest);
}

/** Looks at so many tuples whose first items are integers of at most 64 bits; false: their second items are of no use. */
export function lookAtPairs(keys: usize, count: i32): bool {
  let highest = i64.MIN_VALUE;
  let secondHighest = i64.MIN_VALUE;
  lowest = i64.MAX_VALUE;
  secondLowest = i64.MAX_VALUE;
  secondKinds = 0;
  areTwo = true;
  for (let i = 0; i < count; i++) {
    const tuple = load<usize>(keys + (i << 2));
    const length = load<i32>(tuple, TAIL_SIZE);
    if (length < 2) return false;
    if (length > 2) areTwo = false;
    const first = integerOf(itemOf(tuple, 0));
    lowest = min(lowest, first);
    highest = max(highest, first);
    const second = itemOf(tuple, 1);
    const kind = kindOf(second);
    secondKinds |= kind;
    if (kind === INTEGER) {
      const value = integerOf(second);
      secondLowest = min(secondLowest, value);
      secondHighest = max(secondHighest, value);
    }
  }
  bits = bitsOf(lowest, highest);
  const isText = (secondKinds & ~(NARROW | WIDE)) === 0;
  if (!isText && secondKinds !== INTEGER && secondKinds !== REAL) return false;
  secondBits = secondKinds === INTEGER ? bitsOf(secondLowest, secondHighest) : 64;
  return bits < 64;
}

/** Whether pairs of the same order are equal. */
export function arePairsExact(): bool {
  return areTwo && secondKinds === INTEGER && bits + secondBits <= 64;
}

/** The number of a pair. */
export function orderOfPair(tuple: usize): u64 {
  const second = itemOf(tuple, 1);
  let rest = secondKinds === INTEGER ? <u64>integerOf(second) - <u64>secondLowest : orderOf(second, secondKinds);
  const room = 64 - bits;
  if (secondBits > room) rest >>= secondBits - room;
  const first = <u64>integerOf(itemOf(tuple, 0)) - <u64>lowest;
  return bits === 0 ? rest : (first << room) | rest;
}
