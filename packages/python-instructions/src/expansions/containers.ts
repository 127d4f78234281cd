/// Building and unpacking containers, and strings from parts.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { SHAPE_SMALL } from "@hotpy/interpreter";
import { NONE, NULL, type Word } from "@hotpy/memory";
import {
  ANYTHING,
  DICT,
  FIRST_DYNAMIC_SHAPE,
  LIST,
  LIST_ARRAY,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_NONE,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
  UNDECIDED,
  wordAt,
} from "@hotpy/object-model";
import { DICT_CONTENTS, LIST_CONTENTS } from "@hotpy/python-objects";
import { appendToList, buildDict, itemsOf, newList, newTuple } from "./builders.js";
import { carried } from "./carried.js";
import { createDictExpansions } from "./dicts.js";
import { ANY_EFFECTS, Helpers, textOf } from "./helpers.js";
import type { Language } from "./language.js";
import { createNativeCalls } from "./native-calls.js";
import { surrogateOfMethod } from "./objects-sought.js";
import { callUnder, functionOf } from "./operator-methods.js";
import { createRaising } from "./raising.js";
import { typeOf } from "./types.js";

const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);
/** Values whose text needs no Python code. */
const PLAIN = new Set([...STRINGS, SHAPE_SMALL, SHAPE_INT64, SHAPE_BIGINT, SHAPE_BOOL, SHAPE_FLOAT, SHAPE_NONE]);

/** Items of a starred target that a trace takes one by one. */
const MOST_STARRED = 8;
/** Items that a trace unpacks. */
const MOST_UNPACKED = 255;

export function containerExpansions(language: Language): Record<string, Expansion> {
  const { dicts, strings, kernel, conversions, subscripts, types, pythonKernel, name: intern } = language;
  const helpers = new Helpers(language);
  const natives = createNativeCalls(language);
  const raising = createRaising(language);
  const dictExpansions = createDictExpansions(language);
  const popMany = <V>(m: CoreMachine<V>, count: number): V[] => Array.from({ length: count }, () => m.pop()).reverse();

  const concat = (): string =>
    helpers.define("str.concat", "word word -> word", { kernel: kernel.addStrings }, (left: Word, right: Word) =>
      strings.concat(left, right),
    );

  const plainFormat = (): string =>
    helpers.define("format", "word word -> word", { kernel: pythonKernel.formatPlain }, (word: Word, text: Word) =>
      conversions.format(word, text),
    );

  /** A list of the items of a string, a dict, what `map` makes, …, which has so many for sure; undefined: it is a tuple or a list. */
  function takeWhole<V>(m: CoreMachine<V>, iterable: V, count: number): V | undefined {
    const shape = m.shapeOf(iterable);
    if (shape === SHAPE_TUPLE || shape === SHAPE_LIST || count > MOST_UNPACKED) return undefined;
    const helper = helpers.define(
      "unpack",
      "word i32 -> word",
      { quiet: true, reads: [ANYTHING], writes: [ANYTHING], kernel: pythonKernel.listToUnpackWhole },
      (word: Word, size: number) => {
        const list = pythonKernel.listToUnpackWhole(word, size);
        return list === UNDECIDED ? NULL : list;
      },
    );
    return m.attempt("call_leaf", [iterable, m.i32(count)], helper) ?? m.decline("not a sequence");
  }

  /** `__str__` or `__repr__` in Python that gives the text; NULL: something else does. */
  function textMethod<V>(m: CoreMachine<V>, value: V, conversion: number): Word {
    if (m.isInt(value) || m.shapeOf(value) < FIRST_DYNAMIC_SHAPE) return NULL;
    const type = typeOf(m, language, value);
    const isUsual = types.lookup(type, intern("__format__")) === types.lookup(types.object, intern("__format__"));
    if (conversion === 0 && !isUsual) return NULL;
    const own = functionOf(language, type, conversion === 2 ? "__repr__" : "__str__");
    // Objects without a text of their own have that of `repr`.
    const hasText = types.lookup(type, intern("__str__")) !== types.lookup(types.object, intern("__str__"));
    return own !== NULL || hasText || conversion === 2 ? own : functionOf(language, type, "__repr__");
  }

  function formatAny<V>(m: CoreMachine<V>, value: V, spec: V | undefined, conversion: number): void {
    const method = spec === undefined && conversion <= 2 ? textMethod(m, value, conversion) : NULL;
    if (method !== NULL) {
      const after = conversion === 2 ? conversions.afterText.__repr__ : conversions.afterText.__str__;
      return callUnder(m, language, method, [value], after);
    }
    if (conversion === 3) return m.decline("the text of such an object");
    if (conversion > 0) {
      const [run, kernel] =
        conversion === 1 ? [conversions.toStr] : [conversions.repr, { kernel: pythonKernel.callRepr }];
      const text = m.leaf(
        helpers.define(`text.any.${conversion}`, "word -> word", { ...ANY_EFFECTS, ...kernel }, run),
        [value],
      );
      return m.push(spec === undefined ? text : m.leaf(plainFormat(), [text, spec]));
    }
    const format = helpers.define("format.any", "word word -> word", ANY_EFFECTS, (word: Word, text: Word) =>
      conversions.format(word, text),
    );
    m.push(m.leaf(format, [value, spec ?? m.word(intern(""))]));
  }

  return {
    build_tuple: (m, count) => m.push(newTuple(m, language, popMany(m, count))),
    build_list: (m, count) => m.push(newList(m, popMany(m, count))),
    build_map: (m, count) => m.push(buildDict(m, language, popMany(m, 2 * count))),
    build_set: (m, count) => natives.construct(m, types.named("set"), [newList(m, popMany(m, count))], NULL),
    build_string(m, count) {
      const parts = popMany(m, count);
      m.push(parts.reduce((left, right) => m.leaf(concat(), [left, right])));
    },
    format_value(m, flags) {
      const spec = (flags & 4) !== 0 ? m.pop() : undefined;
      const value = m.pop();
      const shape = m.shapeOf(value);
      const conversion = flags & 3;
      if (!PLAIN.has(shape) || conversion > 1) return formatAny(m, value, spec, conversion);
      if (spec === undefined || conversion === 1) {
        if (spec !== undefined && !STRINGS.has(shape)) return m.decline("a converted value with a format");
        if (STRINGS.has(shape) && spec === undefined) return m.push(value);
      }
      if (spec === undefined) {
        m.push(m.leaf(textOf(helpers, language), [value]));
      } else {
        m.push(m.leaf(plainFormat(), [value, spec]));
      }
    },
    list_append(m, depth) {
      const value = m.pop();
      const list = m.peek(depth - 1);
      if (m.shapeOf(list) !== SHAPE_LIST) return m.decline("not a list");
      appendToList(m, language, list, value);
    },
    set_add(m, depth) {
      const value = m.pop();
      const set = m.peek(depth - 1);
      const surrogate = surrogateOfMethod(m, language, "add", [set, value]);
      if (surrogate !== NULL) return callUnder(m, language, surrogate, [set, value], subscripts.afterSet);
      natives.method(m, set, "add", [value]);
    },
    list_extend(m, depth) {
      const items = m.pop();
      natives.method(m, m.peek(depth - 1), "extend", [items]);
    },
    set_update(m, depth) {
      const items = m.pop();
      natives.method(m, m.peek(depth - 1), "update", [items]);
    },
    list_to_tuple(m) {
      const helper = helpers.define(
        "list.to_tuple",
        "word -> word",
        { reads: LIST_CONTENTS, kernel: pythonKernel.listToTuple },
        (list: Word) => pythonKernel.listToTuple(list),
      );
      m.push(m.leaf(helper, [m.pop()]));
    },
    dict_update(m, depth) {
      const source = m.pop();
      // Of other mappings the error is worded in another way than that of the method.
      if (m.shapeOf(source) !== SHAPE_DICT) return m.decline("something else than a dict");
      natives.method(m, m.peek(depth - 1), "update", [source]);
    },
    dict_merge(m, depth) {
      const source = m.pop();
      const target = m.peek(depth - 1);
      if (m.shapeOf(source) !== SHAPE_DICT || m.shapeOf(target) !== SHAPE_DICT)
        return m.decline("something else than a dict");
      if (m.truth(m.op("i32_eq", [m.op("load_i32", [source], DICT.count), m.i32(0)]))) return;
      const helper = helpers.define(
        "dict.merge",
        "word word -> word",
        { reads: DICT_CONTENTS, writes: DICT_CONTENTS },
        (into: Word, from: Word) => {
          const entries: number[] = [];
          for (let entry = dicts.nextEntry(from, 0); entry >= 0; entry = dicts.nextEntry(from, entry + 1))
            entries.push(entry);
          if (
            !entries.every(
              (entry) =>
                strings.isString(dicts.keyAt(from, entry)) && dicts.get(into, dicts.keyAt(from, entry)) === NULL,
            )
          )
            return NULL;
          for (const entry of entries) dicts.set(into, dicts.keyAt(from, entry), dicts.valueAt(from, entry));
          return NONE;
        },
      );
      m.leaf(helper, [target, source]);
    },
    map_add(m, depth) {
      const value = m.pop();
      const key = m.pop();
      const dict = m.peek(depth - 1);
      const surrogate = surrogateOfMethod(m, language, "__setitem__", [dict, key, value]);
      if (surrogate !== NULL) return callUnder(m, language, surrogate, [dict, key, value], subscripts.afterSet);
      dictExpansions.set(m, dict, key, value);
    },
    unpack_sequence(m, count) {
      const sequence = carried(m, language, m.pop(), ["__iter__"]);
      const taken = takeWhole(m, sequence, count);
      if (taken !== undefined) {
        const array = m.op("load_word", [taken], LIST.items);
        for (let index = count - 1; index >= 0; index--) m.push(m.op("load_word", [array], wordAt(LIST_ARRAY, index)));
        return;
      }
      let size = count;
      const items = itemsOf(m, sequence, (found) => {
        size = found;
        return found <= MOST_UNPACKED;
      });
      if (size !== count) {
        const fault = size > count ? "too many values" : "not enough values";
        const got = size > count ? `(expected ${count})` : `(expected ${count}, got ${size})`;
        return raising.raiseNew(m, types.named("ValueError"), [m.word(intern(`${fault} to unpack ${got}`))]);
      }
      for (const item of items.reverse()) m.push(item);
    },
    unpack_ex(m, counts) {
      const [before, after] = [counts & 0xff, counts >> 8];
      const items = itemsOf(
        m,
        carried(m, language, m.pop(), ["__iter__"]),
        (size) => size >= before + after && size <= before + after + MOST_STARRED,
      );
      const starred = items.splice(before, items.length - before - after);
      const parts = [...items.slice(0, before), newList(m, starred), ...items.slice(before)];
      for (const part of parts.reverse()) m.push(part);
    },
  };
}
