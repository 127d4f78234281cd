/// Constants, the operand stack, locals and cells.

import type { Expansion } from "@hotpy/interpreter";
import { tagSmall } from "@hotpy/memory";
import {
  CELL,
  CELL_VALUE,
  CODE_CONSTANTS,
  CODE_LOCALS,
  FUNCTION,
  SHAPE_CELL,
  TUPLE,
  TUPLE_ITEMS,
  wordAt,
} from "@hotpy/object-model";
import type { Language } from "./language.js";

export function stackExpansions({ memory }: Language): Record<string, Expansion> {
  const { i32 } = memory;
  return {
    nop: () => {},
    load_const: (m, index) =>
      m.push(m.word(i32[(i32[(m.code + CODE_CONSTANTS) >>> 2] + TUPLE_ITEMS + 4 * index) >>> 2])),
    load_small: (m, value) => m.push(m.word(tagSmall(value))),
    load_local(m, slot) {
      const value = m.local(slot);
      if (m.isNull(value)) m.decline("unbound local");
      m.push(value);
    },
    store_local: (m, slot) => m.setLocal(slot, m.pop()),
    delete_local(m, slot) {
      if (m.isNull(m.local(slot))) m.decline("unbound local");
      m.setLocal(slot, m.word(0));
    },

    pop: (m) => void m.pop(),
    dup: (m) => m.push(m.peek(0)),
    dup_two(m) {
      const [a, b] = [m.peek(1), m.peek(0)];
      m.push(a);
      m.push(b);
    },
    swap(m) {
      const b = m.pop();
      const a = m.pop();
      m.push(b);
      m.push(a);
    },
    rotate(m, count) {
      const top = m.pop();
      const others = Array.from({ length: count - 1 }, () => m.pop()).reverse();
      m.push(top);
      for (const value of others) m.push(value);
    },

    load_closure: (m, slot) => m.push(m.local(slot)),
    load_cell(m, slot) {
      const value = m.op("load_word", [m.local(slot)], CELL.value);
      if (m.isNull(value)) m.decline("unbound cell");
      m.push(value);
    },
    store_cell: (m, slot) => void m.op("store_word", [m.local(slot), m.pop()], CELL.value),
    delete_cell(m, slot) {
      const cell = m.local(slot);
      if (m.isNull(m.op("load_word", [cell], CELL.value))) m.decline("unbound cell");
      m.op("store_word", [cell, m.word(0)], CELL.value);
    },
    make_cell(m, slot) {
      m.setLocal(
        slot,
        m.op("new", [m.local(slot)], { shape: SHAPE_CELL, words: 4, fields: [CELL_VALUE / 4], raw: [] }),
      );
    },
    copy_free(m, count) {
      const closure = m.op("load_word", [m.currentFunction()], FUNCTION.closure);
      const first = i32[(m.code + CODE_LOCALS) >>> 2] - count;
      for (let index = 0; index < count; index++) {
        m.setLocal(first + index, m.op("load_word", [closure], wordAt(TUPLE.items, index)));
      }
    },
  };
}
