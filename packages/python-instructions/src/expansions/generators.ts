/// Generators from the inside: being made, suspending, ending.

import type { Expansion } from "@hotpy/interpreter";
import { NULL } from "@hotpy/memory";
import {
  CODE_LOCALS, CODE_STACK, GENERATOR_CLOSED, GENERATOR_CODE, GENERATOR_CREATED, GENERATOR_FUNCTION, GENERATOR_IP, GENERATOR_NAME,
  GENERATOR_SLOTS, GENERATOR_STATE, GENERATOR_USED, SHAPE_GENERATOR,
} from "@hotpy/object-model";
import { FUNCTION, GENERATOR } from "./fields.js";
import { isHandling } from "./iteration.js";
import type { Language } from "./language.js";

export function generatorExpansions({ memory }: Language): Record<string, Expansion> {
  const { i32 } = memory;
  const slotField = (index: number) => ({ offset: GENERATOR_SLOTS + 4 * index, alias: `generator.slot.${index}` });

  return {
    make_generator(m) {
      const { code } = m;
      const locals = i32[(code + CODE_LOCALS) >>> 2];
      const capacity = locals + i32[(code + CODE_STACK) >>> 2];
      const words = (GENERATOR_SLOTS / 4 + capacity + 1) & ~1;
      const callee = m.currentFunction();
      const slots = Array.from({ length: locals }, (_, index) => m.local(index));
      const generator = m.op("new", [m.word(code), callee, m.op("load_word", [callee], FUNCTION.qualname), ...slots], {
        shape: SHAPE_GENERATOR,
        words,
        fields: [GENERATOR_CODE / 4, GENERATOR_FUNCTION / 4, GENERATOR_NAME / 4, ...slots.map((_, index) => GENERATOR_SLOTS / 4 + index)],
        raw: [[1, capacity], [GENERATOR_STATE / 4, GENERATOR_CREATED], [GENERATOR_IP / 4, m.next], [GENERATOR_USED / 4, locals]],
      });
      m.return(generator);
    },
    yield_value(m) {
      m.needsCaller();
      const generator = m.generator();
      if (!m.isNull(m.op("load_word", [generator], GENERATOR.handled)) || isHandling(m)) return m.decline("a generator that handles an exception");
      m.suspend(m.pop());
    },
    return_generator(m) {
      m.needsCaller();
      const value = m.pop();
      const generator = m.generator();
      if (m.isNull(generator)) return m.return(value);
      const mode = m.numberOf(m.op("load_i32", [generator], GENERATOR.ip));
      if (mode === 0) return m.decline("StopIteration");
      if (!m.isNull(m.op("load_word", [generator], GENERATOR.handled)) || isHandling(m)) return m.decline("a generator that handles an exception");
      const capacity = i32[(m.code + CODE_LOCALS) >>> 2] + i32[(m.code + CODE_STACK) >>> 2];
      for (let index = 0; index < capacity; index++) m.op("store_word", [generator, m.word(NULL)], slotField(index));
      m.op("store_i32", [generator, m.i32(0)], GENERATOR.used);
      m.op("store_i32", [generator, m.i32(GENERATOR_CLOSED)], GENERATOR.state);
      m.return();
      m.pop();
      if ((mode & 1) !== 0) m.push(value);
      m.goTo((mode >>> 1) << 2);
    },
  };
}
