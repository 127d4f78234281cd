/// Jumps and tests.

import type { Expansion } from "@hotpy/interpreter";
import type { Language } from "./language.js";
import { callNot, callTruth } from "./operator-methods.js";
import { isNone, notOf, truthOf } from "./truth.js";

/** Of an instruction without caches. */
const INSTRUCTION_BYTES = 4;

export function controlExpansions(language: Language): Record<string, Expansion> {
  return {
    jump: (m, words) => m.jump(words),
    jump_back: (m, words) => m.jump(words),
    // Where a method says what is true, the instruction is executed again with what that has left.
    jump_if_false(m, words) {
      const condition = m.pop();
      if (callTruth(m, language, condition, language.conversions.afterTest, m.next - INSTRUCTION_BYTES)) return;
      if (!truthOf(m, language, condition)) m.jump(words);
    },
    jump_if_true(m, words) {
      const condition = m.pop();
      if (callTruth(m, language, condition, language.conversions.afterTest, m.next - INSTRUCTION_BYTES)) return;
      if (truthOf(m, language, condition)) m.jump(words);
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
    unary_not(m) {
      const value = m.pop();
      if (!callNot(m, language, value)) m.push(notOf(m, language, value));
    },
    is_same(m, flags) {
      const same = m.op("word_eq", [m.pop(), m.pop()]);
      m.push(m.op("box_bool", [(flags & 1) === 0 ? same : m.op("i32_not", [same])]));
    },
  };
}
