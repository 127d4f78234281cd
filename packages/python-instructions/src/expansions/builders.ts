/// Lists, tuples and dicts in core instructions: what several expansions make them of.

import type { CoreMachine } from "@hotpy/interpreter";
import { NULL, type Word } from "@hotpy/memory";
import {
  ARRAY,
  DICT_KEYS,
  DICT_VALUES,
  type Field,
  LIST,
  LIST_ARRAY,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_ARRAY,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE,
  TUPLE_ITEMS,
  wordAt,
} from "@hotpy/object-model";
import { DICT_CONTENTS, LIST_CONTENTS } from "@hotpy/python-objects";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";

const evenWords = (words: number): number => words + (words & 1);
const wordsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** A tuple of these values. */
export function newTuple<V>(m: CoreMachine<V>, { objects }: Language, items: readonly V[]): V {
  const count = items.length;
  if (count === 0) return m.word(objects.emptyTuple);
  return m.op("new", items, {
    shape: SHAPE_TUPLE,
    words: evenWords(2 + count),
    fields: wordsFrom(2, count),
    raw: [[1, count]],
  });
}

/** A list of these values. */
export function newList<V>(m: CoreMachine<V>, items: readonly V[]): V {
  const count = items.length;
  const array = m.op("new", items, {
    shape: SHAPE_ARRAY,
    words: evenWords(2 + count),
    fields: wordsFrom(2, count),
    raw: [[1, count]],
  });
  return m.op("new", [array], {
    shape: SHAPE_LIST,
    words: 4,
    fields: [LIST_ITEMS / 4],
    raw: [[LIST_LENGTH / 4, count]],
  });
}

/** The items of a tuple or list of a pinned length that fits. */
export function itemsOf<V>(m: CoreMachine<V>, sequence: V, fits: (size: number) => boolean): V[] {
  const shape = m.shapeOf(sequence);
  if (shape !== SHAPE_TUPLE && shape !== SHAPE_LIST) return m.decline("not a sequence");
  const size = m.numberOf(m.op("load_i32", [sequence], shape === SHAPE_LIST ? LIST.length : TUPLE.size));
  if (!fits(size)) return m.decline("another number of items");
  const holder = shape === SHAPE_LIST ? m.op("load_word", [sequence], LIST.items) : sequence;
  const items: Field<"words"> = shape === SHAPE_LIST ? LIST_ARRAY : TUPLE.items;
  return Array.from({ length: size }, (_, index) => m.op("load_word", [holder], wordAt(items, index)));
}

/** Appends to a list: in place while there is room. */
export function appendToList<V>(m: CoreMachine<V>, language: Language, list: V, value: V): void {
  const { appendToList: appendItem } = language.kernel;
  const length = m.op("load_i32", [list], LIST.length);
  const items = m.op("load_word", [list], LIST.items);
  if (m.truth(m.op("i32_lt", [length, m.op("load_i32", [items], ARRAY.size)]))) {
    m.op("store_element", [items, length, value], LIST_ARRAY);
    m.op("store_i32", [list, m.op("i32_add", [length, m.i32(1)])], LIST.length);
    return;
  }
  const helper = new Helpers(language).define(
    "list.append",
    "word word -> word",
    { kernel: appendItem, quiet: true, reads: LIST_CONTENTS, writes: LIST_CONTENTS },
    appendItem,
  );
  m.leaf(helper, [list, value]);
}

/** A new dict of keys and values in turn. */
export function buildDict<V>(m: CoreMachine<V>, language: Language, words: readonly V[]): V {
  const {
    dicts,
    memory: { i32 },
  } = language;
  const count = words.length / 2;
  if (count === 0) {
    // All empty dicts share these two, which never move.
    const empty = dicts.create();
    const parts = [DICT_KEYS, DICT_VALUES].map((offset) => m.word(i32[(empty + offset) >>> 2]));
    return m.op("new", parts, { shape: SHAPE_DICT, words: 6, fields: [DICT_KEYS / 4, DICT_VALUES / 4], raw: [] });
  }
  const helpers = new Helpers(language);
  function dictOf(length: number, pairAt: (index: number) => Word): Word {
    const dict = dicts.create(length / 2);
    for (let i = 0; i < length; i += 2) if (!dicts.set(dict, pairAt(i), pairAt(i + 1))) return NULL;
    return dict;
  }
  const { dictOfOne, dictOfTwo, dictOfThree, dictOfTuple } = dicts.kernel;
  const kernel = [undefined, dictOfOne, dictOfTwo, dictOfThree][count];
  if (kernel === undefined) {
    // One function for any number of pairs, which come in a tuple.
    const fromTuple = helpers.define(
      "dict.of_tuple",
      "word -> word",
      { reads: DICT_CONTENTS, kernel: dictOfTuple },
      (tuple: Word) => {
        const first = (tuple + TUPLE_ITEMS) >>> 2;
        return dictOf(i32[(tuple + TAIL_SIZE) >>> 2], (index) => i32[first + index]);
      },
    );
    return m.leaf(fromTuple, [newTuple(m, language, words)]);
  }
  const helper = helpers.define(
    `dict.build.${count}`,
    `${words.map(() => "word").join(" ")} -> word`,
    { reads: DICT_CONTENTS, kernel },
    (...items: Word[]) => dictOf(items.length, (index) => items[index]),
  );
  return m.leaf(helper, words);
}
