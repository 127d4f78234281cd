/// Jumps and tests.

import type { Expansion } from "@hotpy/interpreter";
import type { Language } from "./language.js";
import { isNone, notOf, truthOf } from "./truth.js";

export function controlExpansions(language: Language): Record<string, Expansion> {
  return {
    jump: (m, words) => m.jump(words),
    jump_back: (m, words) => m.jump(words),
    jump_if_false(m, words) {
      if (!truthOf(m, language, m.pop())) m.jump(words);
    },
    jump_if_true(m, words) {
      if (truthOf(m, language, m.pop())) m.jump(words);
    },
    jump_if_false_or_pop(m, words) {
      if (truthOf(m, language, m.peek(0))) m.pop();
      else m.jump(words);
    },
    jump_if_true_or_pop(m, words) {
      if (truthOf(m, language, m.peek(0))) m.jump(words);
      else m.pop();
    },
    jump_if_none(m, words) {
      if (isNone(m, m.pop())) m.jump(words);
    },
    jump_if_not_none(m, words) {
      if (!isNone(m, m.pop())) m.jump(words);
    },
    unary_not: (m) => m.push(notOf(m, language, m.pop())),
    is_same(m, flags) {
      const same = m.op("word_eq", [m.pop(), m.pop()]);
      m.push(m.op("box_bool", [(flags & 1) === 0 ? same : m.op("i32_not", [same])]));
    },
  };
}
