/// Building and unpacking containers, and strings from parts.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { NULL, type Word } from "@hotpy/memory";
import {
  LIST_ITEMS, LIST_LENGTH, SHAPE_ARRAY, SHAPE_BIGINT, SHAPE_BOOL, SHAPE_FLOAT, SHAPE_INT64, SHAPE_LIST, SHAPE_NONE, SHAPE_STR1, SHAPE_STR2,
  SHAPE_STR4, SHAPE_STR_VIEW, SHAPE_TUPLE,
} from "@hotpy/object-model";
import { SHAPE_SMALL } from "@hotpy/interpreter";
import { ARRAY, LIST, TUPLE } from "./fields.js";
import { createDictExpansions } from "./dicts.js";
import { DICT_CONTENTS, Helpers, LIST_CONTENTS, textOf } from "./helpers.js";
import type { Language } from "./language.js";

const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);
/** Values whose text needs no Python code. */
const PLAIN = new Set([...STRINGS, SHAPE_SMALL, SHAPE_INT64, SHAPE_BIGINT, SHAPE_BOOL, SHAPE_FLOAT, SHAPE_NONE]);

/** Items of a starred target that a trace takes one by one. */
const MOST_STARRED = 8;

const evenWords = (words: number): number => words + (words & 1);
const wordsFrom = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

/** A tuple of these values; not for the empty one. */
export function newTuple<V>(m: CoreMachine<V>, items: readonly V[]): V {
  const count = items.length;
  return m.op("new", items, { shape: SHAPE_TUPLE, words: evenWords(2 + count), fields: wordsFrom(2, count), raw: [[1, count]] });
}

function newList<V>(m: CoreMachine<V>, items: readonly V[]): V {
  const count = items.length;
  const array = m.op("new", items, { shape: SHAPE_ARRAY, words: evenWords(2 + count), fields: wordsFrom(2, count), raw: [[1, count]] });
  return m.op("new", [array], { shape: SHAPE_LIST, words: 4, fields: [LIST_ITEMS / 4], raw: [[LIST_LENGTH / 4, count]] });
}

/** The items of a tuple or list of a pinned length that fits. */
export function itemsOf<V>(m: CoreMachine<V>, sequence: V, fits: (size: number) => boolean): V[] {
  const shape = m.shapeOf(sequence);
  if (shape !== SHAPE_TUPLE && shape !== SHAPE_LIST) return m.decline("not a sequence");
  const size = m.numberOf(m.op("load_i32", [sequence], shape === SHAPE_LIST ? LIST.length : TUPLE.size));
  if (!fits(size)) return m.decline("another number of items");
  const holder = shape === SHAPE_LIST ? m.op("load_word", [sequence], LIST.items) : sequence;
  const items = shape === SHAPE_LIST ? ARRAY.items : TUPLE.items;
  return Array.from({ length: size }, (_, index) => m.op("load_word", [holder], { ...items, offset: items.offset + 4 * index }));
}

/** Appends to a list: in place while there is room. */
export function appendToList<V>(m: CoreMachine<V>, language: Language, list: V, value: V): void {
  const { heap, memory: { i32 }, objects } = language;
  const length = m.op("load_i32", [list], LIST.length);
  const items = m.op("load_word", [list], LIST.items);
  if (m.truth(m.op("i32_lt", [length, m.op("load_i32", [items], ARRAY.size)]))) {
    m.op("store_element", [items, length, value], ARRAY.items);
    m.op("store_i32", [list, m.op("i32_add", [length, m.i32(1)])], LIST.length);
    return;
  }
  const helper = new Helpers(language).define("list.append", "word word -> void", { never: true, fast: "list.append", reads: LIST_CONTENTS, writes: LIST_CONTENTS }, (target: Word, item: Word) => {
    const used = i32[(target + LIST_LENGTH) >>> 2];
    const old = i32[(target + LIST_ITEMS) >>> 2];
    // Grows as CPython's lists do, by an eighth.
    const grown = objects.array((used + (used >> 3) + 6) & ~3);
    i32.copyWithin((grown >>> 2) + 2, (old >>> 2) + 2, (old >>> 2) + 2 + used);
    i32[(grown >>> 2) + 2 + used] = item;
    heap.storeWord(target, LIST_ITEMS, grown);
    i32[(target + LIST_LENGTH) >>> 2] = used + 1;
  });
  m.leaf(helper, [list, value]);
}

/** A new dict of keys and values in turn. */
export function buildDict<V>(m: CoreMachine<V>, language: Language, words: readonly V[]): V {
  const { dicts } = language;
  const count = words.length / 2;
  const signature = `${words.map(() => "word").join(" ")} -> word`;
  const helper = new Helpers(language).define(`dict.build.${count}`, signature, { reads: DICT_CONTENTS }, (...items: Word[]) => {
    const dict = dicts.create(count);
    for (let i = 0; i < items.length; i += 2) if (!dicts.set(dict, items[i], items[i + 1])) return NULL;
    return dict;
  });
  return m.leaf(helper, words);
}

export function containerExpansions(language: Language): Record<string, Expansion> {
  const { objects, strings, conversions } = language;
  const helpers = new Helpers(language);
  const dictExpansions = createDictExpansions(language);
  const popMany = <V>(m: CoreMachine<V>, count: number): V[] => Array.from({ length: count }, () => m.pop()).reverse();

  const concat = (): string =>
    helpers.define("str.concat", "word word -> word", { fast: "str.concat" }, (left: Word, right: Word) => strings.concat(left, right));

  return {
    build_tuple(m, count) {
      m.push(count === 0 ? m.word(objects.emptyTuple) : newTuple(m, popMany(m, count)));
    },
    build_list: (m, count) => m.push(newList(m, popMany(m, count))),
    build_map: (m, count) => m.push(buildDict(m, language, popMany(m, 2 * count))),
    build_string(m, count) {
      const parts = popMany(m, count);
      m.push(parts.reduce((left, right) => m.leaf(concat(), [left, right])));
    },
    format_value(m, flags) {
      const spec = (flags & 4) !== 0 ? m.pop() : undefined;
      const value = m.pop();
      const shape = m.shapeOf(value);
      const conversion = flags & 3;
      if (!PLAIN.has(shape) || conversion > 1) return m.decline("the text of such an object");
      if (spec === undefined || conversion === 1) {
        if (spec !== undefined && !STRINGS.has(shape)) return m.decline("a converted value with a format");
        if (STRINGS.has(shape) && spec === undefined) return m.push(value);
      }
      if (spec === undefined) {
        m.push(m.leaf(textOf(helpers, language), [value]));
      } else {
        m.push(m.leaf(helpers.define("format", "word word -> word", {}, (word: Word, text: Word) => conversions.format(word, text)), [value, spec]));
      }
    },
    list_append(m, depth) {
      const value = m.pop();
      const list = m.peek(depth - 1);
      if (m.shapeOf(list) !== SHAPE_LIST) return m.decline("not a list");
      appendToList(m, language, list, value);
    },
    map_add(m, depth) {
      const value = m.pop();
      const key = m.pop();
      dictExpansions.set(m, m.peek(depth - 1), key, value);
    },
    unpack_sequence(m, count) {
      const items = itemsOf(m, m.pop(), (size) => size === count);
      for (const item of items.reverse()) m.push(item);
    },
    unpack_ex(m, counts) {
      const [before, after] = [counts & 0xff, counts >> 8];
      const items = itemsOf(m, m.pop(), (size) => size >= before + after && size <= before + after + MOST_STARRED);
      const starred = items.splice(before, items.length - before - after);
      const parts = [...items.slice(0, before), newList(m, starred), ...items.slice(before)];
      for (const part of parts.reverse()) m.push(part);
    },
  };
}
