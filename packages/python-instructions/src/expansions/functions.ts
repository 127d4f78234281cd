/// Making functions and slices.

import type { Expansion } from "@hotpy/interpreter";
import { NONE, NULL } from "@hotpy/memory";
import { CODE_NAME, FUNCTION, FUNCTION_BYTES, FUNCTION_CODE, SHAPE_FUNCTION, TUPLE_ITEMS } from "@hotpy/object-model";
import { SHAPE_SLICE, SLICE_START } from "@hotpy/python-objects";
import type { Language } from "./language.js";

/** Operands of `make_function` that may be there, by flag; in this order they lie below the code. */
const [DEFAULTS, KEYWORD_DEFAULTS, ANNOTATIONS, CLOSURE] = [1, 2, 4, 8];

export function functionExpansions({
  memory,
  codes,
  dicts,
  strings,
  internals,
  name: intern,
}: Language): Record<string, Expansion> {
  const { i32 } = memory;
  const wordsFrom = (offset: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => offset / 4 + index);

  return {
    load_internal: (m, number) => m.push(m.word(i32[(internals + TUPLE_ITEMS + 4 * number) >>> 2])),
    make_function(m, flags) {
      if ((flags & ANNOTATIONS) !== 0) return m.decline("a function with annotations");
      const code = m.wordOf(m.pop());
      const part = (flag: number) => ((flags & flag) !== 0 ? m.pop() : m.word(NULL));
      const closure = part(CLOSURE);
      const keywordDefaults = part(KEYWORD_DEFAULTS);
      const defaults = part(DEFAULTS);
      const globals = m.op("load_word", [m.currentFunction()], FUNCTION.globals);
      const dict = m.wordOf(globals);
      m.watch(dict, intern("__name__"));
      const { unit } = codes.record(code);
      const [doc] = unit.constants;
      const words = [
        m.word(code),
        globals,
        defaults,
        keywordDefaults,
        closure,
        m.word(i32[(code + CODE_NAME) >>> 2]),
        m.word(strings.internJS(unit.qualname)),
        m.word(NULL),
        m.word(doc?.kind === "str" ? strings.internJS(doc.value) : NONE),
        m.word(dicts.getInterned(dict, intern("__name__")) || NONE),
        m.word(NULL),
      ];
      m.push(
        m.op("new", words, {
          shape: SHAPE_FUNCTION,
          words: FUNCTION_BYTES / 4,
          fields: wordsFrom(FUNCTION_CODE, words.length),
          raw: [],
        }),
      );
    },
    build_slice(m, count) {
      const step = count === 3 ? m.pop() : m.word(NONE);
      const stop = m.pop();
      m.push(
        m.op("new", [m.pop(), stop, step], {
          shape: SHAPE_SLICE,
          words: 6,
          fields: wordsFrom(SLICE_START, 3),
          raw: [],
        }),
      );
    },
  };
}
