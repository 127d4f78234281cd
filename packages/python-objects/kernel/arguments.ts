import { createDict, findHashed, insertKey, keysOf, nextEntry, valueAt } from "@hotpy/dict/kernel/dicts";
import { keyAt } from "@hotpy/dict/kernel/tables";
import { freshTuple, isSequence, itemsOf, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { hashString } from "@hotpy/object-model/kernel/strings/hash";
import { isString } from "@hotpy/object-model/kernel/strings/text";
import { copyWords } from "@hotpy/object-model/kernel/words";
import {
  CODE_FLAGS,
  CODE_KEYWORD_ONLY,
  CODE_LOCAL_NAMES,
  CODE_POSITIONAL,
  CODE_POSITIONAL_ONLY,
  CODE_VARARGS,
  CODE_VARKEYWORDS,
  DICT_COUNT,
  FLAG_INTERNED,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_KEYWORD_DEFAULTS,
  NAME_TUPLES,
  STATE_EMPTY_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
  UNDECIDED,
} from "./generated/constants";

/// Binding of arguments to the parameters of a Python function, where they fit; what does not, TypeScript words the error for.

/** As UNDECIDED, where the result is a count. */
const REFUSED: i32 = <i32>UNDECIDED;

function sizeOf(tuple: usize): i32 {
  return tuple === 0 ? 0 : load<i32>(tuple, TAIL_SIZE);
}

/** Position of a name among those of a tuple from `from` to `end`; negative: it is not there. Names are interned. */
function positionOf(name: usize, names: usize, from: i32, end: i32): i32 {
  for (let i = from; i < end; i++) if (load<usize>(names + (i << 2), TUPLE_ITEMS) === name) return i;
  return -1;
}

/**
 * Gives the arguments that `names` names to their parameters, and those without a parameter to the new dict `more` (0: there must be
 * none). False: they do not fit, or there is no memory.
 */
function bindNamed(code: usize, from: usize, names: usize, slots: usize, more: usize): bool {
  const parameters = load<i32>(code, CODE_POSITIONAL) + load<i32>(code, CODE_KEYWORD_ONLY);
  const localNames = load<usize>(code, CODE_LOCAL_NAMES);
  const count = sizeOf(names);
  for (let i = 0; i < count; i++) {
    const name = load<usize>(names + (i << 2), TUPLE_ITEMS);
    const value = load<usize>(from + (i << 2));
    if ((load<i32>(name) & FLAG_INTERNED) === 0) return false;
    const position = positionOf(name, localNames, load<i32>(code, CODE_POSITIONAL_ONLY), parameters);
    if (position >= 0) {
      const slot = slots + (position << 2);
      if (load<usize>(slot) !== 0) return false;
      store<usize>(slot, value);
      // The names of one call differ.
    } else if (more === 0 || !insertKey(more, name, hashString(name), value)) return false;
  }
  return true;
}

/** Values of parameters that have got none: those of a function's defaults. False: there are no more. */
function fillDefaults(fn: usize, code: usize, given: i32, slots: usize): bool {
  const positional = load<i32>(code, CODE_POSITIONAL);
  const defaults = load<usize>(fn, FUNCTION_DEFAULTS);
  const first = positional - sizeOf(defaults);
  for (let i = given; i < positional; i++) {
    const slot = slots + (i << 2);
    if (load<usize>(slot) !== 0) continue;
    if (i < first) return false;
    store<usize>(slot, load<usize>(defaults + ((i - first) << 2), TUPLE_ITEMS));
  }
  return true;
}

/** The same for parameters that are given by name alone: how many of them have none yet. */
function missingByName(code: usize, slots: usize): i32 {
  const positional = load<i32>(code, CODE_POSITIONAL);
  let missing = 0;
  for (let i = load<i32>(code, CODE_KEYWORD_ONLY) - 1; i >= 0; i--)
    if (load<usize>(slots + ((positional + i) << 2)) === 0) missing++;
  return missing;
}

function fillKeywordDefaults(fn: usize, code: usize, slots: usize): bool {
  const defaults = load<usize>(fn, FUNCTION_KEYWORD_DEFAULTS);
  if (defaults === 0) return false;
  const positional = load<i32>(code, CODE_POSITIONAL);
  const names = load<usize>(code, CODE_LOCAL_NAMES);
  for (let i = positional + load<i32>(code, CODE_KEYWORD_ONLY) - 1; i >= positional; i--) {
    const slot = slots + (i << 2);
    if (load<usize>(slot) !== 0) continue;
    const name = load<usize>(names + (i << 2), TUPLE_ITEMS);
    const entry = findHashed(defaults, name, hashString(name), 0);
    if (entry < 0) return false;
    store<usize>(slot, valueAt(defaults, entry));
  }
  return true;
}

/** So many arguments are spread here. */
const MOST_SPREAD: i32 = 32;

/** Writes the arguments `*rest`, a tuple or a list, to an address; how many they are, or -1: it is something else, or long. */
export function spreadItems(rest: usize, to: usize): i32 {
  if (!isSequence(rest)) return -1;
  const count = lengthOf(rest);
  if (count > MOST_SPREAD) return -1;
  copyWords(to, itemsOf(rest), count);
  return count;
}

/**
 * Fills the slots of all parameters of a function at `slots`, above the arguments, from `count` arguments at `args`, of which the last
 * are named by the tuple `names` (0: none). 1, or UNDECIDED: then the slots hold anything.
 */
export function bindArguments(fn: usize, args: usize, count: i32, names: usize, slots: usize): i32 {
  const code = load<usize>(fn, FUNCTION_CODE);
  const flags = load<i32>(code, CODE_FLAGS);
  const positional = load<i32>(code, CODE_POSITIONAL);
  const given = count - sizeOf(names);
  const taken = min(given, positional);
  copyWords(slots, args, taken);
  const parameters = positional + load<i32>(code, CODE_KEYWORD_ONLY);
  for (let i = taken; i < parameters; i++) store<usize>(slots + (i << 2), 0);
  let packed = slots + (parameters << 2);
  if ((flags & CODE_VARARGS) !== 0) {
    const rest = given - taken;
    const tuple = rest === 0 ? load<usize>(STATE_EMPTY_TUPLE) : freshTuple(rest);
    if (tuple === 0) return REFUSED;
    if (rest !== 0) copyWords(tuple + TUPLE_ITEMS, args + (taken << 2), rest);
    store<usize>(packed, tuple);
    packed += 4;
  } else if (given > positional) return REFUSED;
  let more: usize = 0;
  if ((flags & CODE_VARKEYWORDS) !== 0) {
    more = createDict(0);
    if (more === 0) return REFUSED;
    store<usize>(packed, more);
  }
  if (names !== 0 && !bindNamed(code, args + (given << 2), names, slots, more)) return REFUSED;
  if (taken < positional && !fillDefaults(fn, code, taken, slots)) return REFUSED;
  return missingByName(code, slots) === 0 || fillKeywordDefaults(fn, code, slots) ? 1 : REFUSED;
}

/** Where a table of NAME_TUPLES words has the tuple of a dict's keys, if it has it. */
export function placeOfNames(dict: usize, table: usize): usize {
  const keys = keysOf(dict);
  let sum: i32 = 0;
  for (let entry = nextEntry(dict, 0); entry >= 0; entry = nextEntry(dict, entry + 1))
    sum = sum * 3 + <i32>keyAt(keys, entry);
  return table + (((sum >>> 3) & (NAME_TUPLES - 1)) << 2);
}

/** The tuple of a dict's keys, of which there is one for all dicts with these keys in this order; UNDECIDED: the table at an address does not have it. */
export function namesOfDict(dict: usize, table: usize): usize {
  const keys = keysOf(dict);
  const names = load<usize>(placeOfNames(dict, table));
  if (sizeOf(names) !== load<i32>(dict, DICT_COUNT)) return UNDECIDED;
  let at = names;
  for (let entry = nextEntry(dict, 0); entry >= 0; entry = nextEntry(dict, entry + 1), at += 4) {
    if (load<usize>(at, TUPLE_ITEMS) !== keyAt(keys, entry)) return UNDECIDED;
  }
  return names;
}

/** Writes the values of a dict whose keys are names to `to`, and returns the tuple of the names, 0 if there are none; or UNDECIDED. */
export function spreadKeywords(dict: usize, to: usize): usize {
  const count = load<i32>(dict, DICT_COUNT);
  if (count === 0) return 0;
  const names = freshTuple(count);
  if (names === 0) return UNDECIDED;
  let at: usize = 0;
  for (let entry = nextEntry(dict, 0); entry >= 0; entry = nextEntry(dict, entry + 1), at += 4) {
    const key = keyAt(keysOf(dict), entry);
    if (!isString(key) || (load<i32>(key) & FLAG_INTERNED) === 0) return UNDECIDED;
    store<usize>(names + at, key, TUPLE_ITEMS);
    store<usize>(to + at, valueAt(dict, entry));
  }
  return names;
}
