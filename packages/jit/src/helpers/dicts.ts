import { FALSE, NONE, TRUE } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  BYTES_DATA,
  DICT_COUNT,
  DICT_KEYS,
  DICT_VALUES,
  DICT_VERSION,
  FLAG_WATCHED,
  KEYS_ENTRIES,
  KEYS_USABLE,
  KEYS_USED,
  KEYS_VERSION,
  STR_HASH,
} from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { ABSENT, findEntry, hashAddress, hashOfKey, probe } from "./find-entry.js";
import { callPart, helper, part, undecidedIf } from "./helper-function.js";
import { barrier, increase, wordAt } from "./objects.js";

/// Dicts with plain keys. What `@hotpy/dict` does beside (growing, copying shared keys, telling watchers, asking the
/// language whether keys are equal) is left to it.

const isPresent = (f: FunctionBuilder, entry: Reg): Reg => f.binary("i32.ge_s", entry, f.i32(0));
const isNotAbsent = (f: FunctionBuilder, entry: Reg): Reg => f.binary("i32.ne", entry, f.i32(ABSENT));

const valueAt = (f: FunctionBuilder, dict: Reg, entry: Reg): Reg =>
  f.load("i32.load", wordAt(f, f.load("i32.load", dict, DICT_VALUES), entry), ARRAY_ITEMS);

/** `(dict, key) -> value`, of a key that is there. */
export const DICT_ITEM = helper("dict.item", 2, (f) => {
  const [dict, key] = [0, 1];
  const entry = findEntry(f, dict, key);
  undecidedIf(f, f.unary("i32.eqz", isPresent(f, entry)));
  f.return(valueAt(f, dict, entry));
});

/** `(dict, key) -> entry + 2, or 1`: where a key is, if it is there. */
export const DICT_FIND = helper("dict.find", 2, (f) => {
  const entry = findEntry(f, 0, 1);
  undecidedIf(f, f.binary("i32.lt_s", entry, f.i32(ABSENT)));
  f.return(f.binary("i32.add", entry, f.i32(2)));
});

/** `(dict, key) -> TRUE or FALSE`. */
export const DICT_CONTAINS = helper("dict.contains", 2, (f) => {
  const entry = findEntry(f, 0, 1);
  f.if(isPresent(f, entry), () => f.return(f.i32(TRUE)));
  undecidedIf(f, isNotAbsent(f, entry));
  f.return(f.i32(FALSE));
});

/** The value of a key, or else `otherwise`. */
function get(f: FunctionBuilder, otherwise: Reg): void {
  const [dict, key] = [0, 1];
  const entry = findEntry(f, dict, key);
  f.if(isPresent(f, entry), () => f.return(valueAt(f, dict, entry)));
  undecidedIf(f, isNotAbsent(f, entry));
  f.return(otherwise);
}

/** `(dict, key) -> value or NONE`. */
export const DICT_GET = helper("dict.get", 2, (f) => get(f, f.i32(NONE)));

/** `(dict, key, default) -> value or default`. */
export const DICT_GET_DEFAULT = helper("dict.get_default", 3, (f) => get(f, 2));

const undecidedIfWatched = (f: FunctionBuilder, dict: Reg): void =>
  undecidedIf(f, f.binary("i32.and", f.load("i32.load", dict, 0), f.i32(FLAG_WATCHED)));

const storeValue = (f: FunctionBuilder, dict: Reg, entry: Reg, value: Reg): void => {
  const values = f.load("i32.load", dict, DICT_VALUES);
  f.store("i32.store", wordAt(f, values, entry), ARRAY_ITEMS, value);
  barrier(f, values);
  f.store("i32.store", dict, DICT_VERSION, f.i32(0));
};

/** `(dict, key, value) -> NONE`: adds a plain key that is not there and has its hash, if the tables have room. */
export const INSERT = part("insert", 3, (f) => {
  const [dict, key, value] = [0, 1, 2];
  const keys = f.load("i32.load", dict, DICT_KEYS);
  undecidedIf(f, f.unary("i32.eqz", f.load("i32.load", keys, KEYS_USABLE)));
  const hash = hashOfKey(f, key, () => f.load("i32.load", key, STR_HASH));
  const entry = f.load("i32.load", keys, KEYS_USED);
  const number = f.binary("i32.add", entry, f.i32(1));
  probe(f, keys, hash, (slot, content) => {
    f.if(f.unary("i32.eqz", content), () => {
      f.store("i32.store", slot, BYTES_DATA, number);
      f.store("i32.store", hashAddress(f, keys, number), BYTES_DATA, hash);
      f.store("i32.store", wordAt(f, keys, entry), KEYS_ENTRIES, key);
      f.store("i32.store", keys, KEYS_USED, number);
      f.store("i32.store", keys, KEYS_VERSION, f.i32(0));
      increase(f, keys, KEYS_USABLE, -1);
      barrier(f, keys);
      storeValue(f, dict, entry, value);
      increase(f, dict, DICT_COUNT, 1);
      f.return(f.i32(NONE));
    });
  });
});

/** `(dict, key, value) -> NONE`: sets the value of a key. */
export const DICT_SET = helper("dict.set", 3, (f) => {
  const [dict, key, value] = [0, 1, 2];
  const entry = findEntry(f, dict, key);
  undecidedIfWatched(f, dict);
  f.if(isPresent(f, entry), () => {
    storeValue(f, dict, entry, value);
    f.return(f.i32(NONE));
  });
  undecidedIf(f, isNotAbsent(f, entry));
  f.return(callPart(f, INSERT, dict, key, value));
});

/** `(dict, key, value) -> value`: that of the key, after setting it to `value` if it was not there. */
export const DICT_SET_DEFAULT = helper("dict.setdefault", 3, (f) => {
  const [dict, key, value] = [0, 1, 2];
  const entry = findEntry(f, dict, key);
  f.if(isPresent(f, entry), () => f.return(valueAt(f, dict, entry)));
  undecidedIf(f, isNotAbsent(f, entry));
  undecidedIfWatched(f, dict);
  undecidedIf(f, f.binary("i32.ne", callPart(f, INSERT, dict, key, value), f.i32(NONE)));
  f.return(value);
});
