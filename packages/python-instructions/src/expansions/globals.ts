/// Globals. What does not change as a rule (functions, classes, modules, builtins) is taken for a constant of the trace
/// under a watch; other values are read where they lie while the keys stay as they are.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, isSmall, NULL, type Word } from "@hotpy/memory";
import {
  DICT,
  DICT_ARRAY,
  FUNCTION,
  isNativeShape,
  KEYS,
  SHAPE_FUNCTION,
  SHAPE_MODULE,
  SHAPE_TYPE,
  shapeIdOf,
  wordAt,
} from "@hotpy/object-model";
import { DICT_CONTENTS } from "@hotpy/python-objects";
import { Helpers } from "./helpers.js";
import { type Language, nameAt } from "./language.js";

export function globalExpansions(language: Language): Record<string, Expansion> {
  const { memory, dicts, modules } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);

  /** The globals of the running function, which are then known to be this very dict. */
  function globalsOf<V>(m: CoreMachine<V>): Address {
    return m.wordOf(m.op("load_word", [m.currentFunction()], FUNCTION.globals));
  }

  /** The array of values of a dict, of which no key comes or goes. */
  function valuesOf<V>(m: CoreMachine<V>, dict: Address): V {
    const version = dicts.keysVersion(dict);
    const object = m.word(dict);
    const keys = m.op("load_word", [object], DICT.keys);
    if (m.numberOf(m.op("load_i32", [keys], KEYS.version)) !== version) m.decline("the keys have changed");
    return m.op("load_word", [object], DICT.values);
  }

  const isStable = (word: Word): boolean => {
    if (isSmall(word)) return false;
    const shape = shapeIdOf(memory, word);
    return shape === SHAPE_FUNCTION || shape === SHAPE_TYPE || shape === SHAPE_MODULE || isNativeShape(shape);
  };

  return {
    load_global(m, index) {
      const name = nameAt(language, m.code, index);
      const globals = globalsOf(m);
      const value = dicts.getInterned(globals, name);
      if (value === NULL) {
        const builtins = i32[modules.builtins >>> 2];
        if (modules.builtinsOf(globals) !== builtins) m.decline("globals with builtins of their own");
        const builtin = dicts.getInterned(builtins, name);
        if (builtin === NULL) m.decline("unbound global");
        m.watch(globals, name);
        m.watch(builtins, name);
        m.push(m.word(builtin));
      } else if (isStable(value)) {
        m.watch(globals, name);
        m.push(m.word(value));
      } else {
        const loaded = m.op("load_word", [valuesOf(m, globals)], wordAt(DICT_ARRAY, dicts.slotOf(globals, name)));
        if (m.isNull(loaded)) m.decline("unbound global");
        m.push(loaded);
      }
    },
    store_global(m, index) {
      const name = nameAt(language, m.code, index);
      const globals = globalsOf(m);
      const entry = dicts.slotOf(globals, name);
      if (entry >= 0 && m.claim(globals, name)) {
        const values = valuesOf(m, globals);
        m.op("store_word", [values, m.pop()], wordAt(DICT_ARRAY, entry));
        m.op("store_i32", [m.word(globals), m.i32(0)], DICT.version);
        return;
      }
      const store = helpers.define(
        "global.store",
        "word word word -> void",
        { never: true, writes: DICT_CONTENTS },
        (dict: Word, key: Word, value: Word) => void dicts.set(dict, key, value),
      );
      m.leaf(store, [m.word(globals), m.word(name), m.pop()]);
    },
  };
}
