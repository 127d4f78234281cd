/// Dicts: an operation is the search of an entry, by a helper, then loads or stores in place. So several operations on
/// one key search it once.

import type { CoreMachine } from "@hotpy/interpreter";
import { NONE, NULL, type Word } from "@hotpy/memory";
import { type AliasClass, aliasesOf, DICT, DICT_ARRAY, FLAG_WATCHED, HEADER, KEYS } from "@hotpy/object-model";
import { DICT_CONTENTS } from "@hotpy/python-objects";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";

/** What a search depends on: not the values. */
const SEARCHED: readonly AliasClass[] = [DICT.keys.alias, ...aliasesOf(KEYS)];
/** The search gives 1 for a key that is not there, else its entry and this; see `locateKey`. */
const ENTRY_BIAS = 2;

export interface DictExpansions {
  /** Whether the key is there, as an i32. */
  contains<V>(m: CoreMachine<V>, dict: V, key: V): V;
  /** The value of the key; undefined, pinned, if it is not there. */
  get<V>(m: CoreMachine<V>, dict: V, key: V): V | undefined;
  set<V>(m: CoreMachine<V>, dict: V, key: V, value: V): void;
}

export function createDictExpansions(language: Language): DictExpansions {
  const { dicts } = language;
  const helpers = new Helpers(language);

  const find = <V>(m: CoreMachine<V>, dict: V, key: V): V => {
    const helper = helpers.define(
      "dict.find",
      "word word -> i32",
      { reads: SEARCHED, kernel: dicts.kernel.locateKey },
      (object: Word, word: Word) => dicts.find(object, word) + ENTRY_BIAS,
    );
    return m.leaf(helper, [dict, key]);
  };
  const isThere = <V>(m: CoreMachine<V>, found: V): V => m.op("i32_lt", [m.i32(1), found]);
  const entryOf = <V>(m: CoreMachine<V>, found: V): V => m.op("i32_sub", [found, m.i32(ENTRY_BIAS)]);

  /** A change that the dict itself must do: of a key that is new, or that is watched. */
  function setByHelper<V>(m: CoreMachine<V>, dict: V, key: V, value: V): void {
    const helper = helpers.define(
      "dict.set",
      "word word word -> word",
      { reads: DICT_CONTENTS, writes: DICT_CONTENTS, kernel: dicts.kernel.setKey },
      (object: Word, word: Word, item: Word) => (dicts.set(object, word, item) ? NONE : NULL),
    );
    m.leaf(helper, [dict, key, value]);
  }

  return {
    contains: (m, dict, key) => isThere(m, find(m, dict, key)),
    get(m, dict, key) {
      const found = find(m, dict, key);
      if (!m.truth(isThere(m, found))) return undefined;
      return m.op("load_element", [m.op("load_word", [dict], DICT.values), entryOf(m, found)], DICT_ARRAY);
    },
    set(m, dict, key, value) {
      const found = find(m, dict, key);
      const watched = m.op("i32_and", [m.op("load_i32", [dict], HEADER.word), m.i32(FLAG_WATCHED)]);
      if (!m.truth(isThere(m, found)) || m.truth(watched)) return setByHelper(m, dict, key, value);
      m.op("store_element", [m.op("load_word", [dict], DICT.values), entryOf(m, found), value], DICT_ARRAY);
      m.op("store_i32", [dict, m.i32(0)], DICT.version);
    },
  };
}
