/// Generators from the inside: being made, suspending, ending.

import { CODE_ASYNC_GENERATOR, CODE_COROUTINE } from "@hotpy/bytecode";
import { FRAME_CODE, FRAME_FUNCTION, FRAME_IP, FRAME_PREVIOUS } from "@hotpy/frame-stack";
import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, NONE, NULL, STATE_FRAME, tagSmall } from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  FUNCTION,
  GENERATOR,
  GENERATOR_CLOSED,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_FUNCTION,
  GENERATOR_IP,
  GENERATOR_NAME,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_USED,
  SHAPE_GENERATOR,
  slotAt,
} from "@hotpy/object-model";
import { CODE_CLOSES, CODE_HIDDEN, COROUTINE_BODY } from "@hotpy/python-objects";
import { instructionSet } from "../instruction-set.js";
import { newTuple } from "./builders.js";
import { registerGenerator } from "./finalisers.js";
import { isHandling } from "./handled.js";
import type { Language } from "./language.js";
import { createRaising } from "./raising.js";

/** What a generator is made of: its code, the function, its first local slots (the others are unbound), and where it begins. */
interface GeneratorParts<V> {
  readonly code: Address;
  readonly callee: V;
  readonly slots: readonly V[];
  readonly ip: Address;
}

/** A generator that has not begun. */
export function newGenerator<V>(
  m: CoreMachine<V>,
  { memory: { i32 } }: Pick<Language, "memory">,
  { code, callee, slots, ip }: GeneratorParts<V>,
): V {
  const locals = i32[(code + CODE_LOCALS) >>> 2];
  const capacity = locals + i32[(code + CODE_STACK) >>> 2];
  const words = [m.word(code), callee, m.op("load_word", [callee], FUNCTION.qualname), ...slots];
  return m.op("new", words, {
    shape: SHAPE_GENERATOR,
    words: (GENERATOR_SLOTS / 4 + capacity + 1) & ~1,
    fields: [
      GENERATOR_CODE / 4,
      GENERATOR_FUNCTION / 4,
      GENERATOR_NAME / 4,
      ...slots.map((_, index) => GENERATOR_SLOTS / 4 + index),
    ],
    raw: [
      [1, capacity],
      [GENERATOR_STATE / 4, GENERATOR_CREATED],
      [GENERATOR_IP / 4, ip],
      [GENERATOR_USED / 4, locals],
    ],
  });
}

export function generatorExpansions(language: Language): Record<string, Expansion> {
  const { codes, continuations, generators } = language;
  const { i32 } = language.memory;
  const raising = createRaising(language);

  const newCoroutine = <V>(m: CoreMachine<V>, body: V): V =>
    m.op("new", [body], {
      shape: language.generators.coroutines.coroutineShape,
      words: 4,
      fields: [COROUTINE_BODY / 4],
      raw: [[1, 0]],
    });

  const awaitable = instructionSet.get("load_internal")?.opcode;

  /** Where the caller of the running frame makes a coroutine, for who does not await it; undefined: it awaits it at once. Asks. */
  function placeOfMaking<V>(m: CoreMachine<V>): { readonly code: Address; readonly offset: number } | undefined {
    const caller = i32[(i32[STATE_FRAME >>> 2] + FRAME_PREVIOUS) >>> 2];
    const ip = i32[(caller + FRAME_IP) >>> 2];
    // `await`: how, which is a small integer, then the function that gives what is waited for.
    if (!continuations.isContinuation(ip) && (i32[(ip >>> 2) + 1] & 0xff) === awaitable) return undefined;
    const code = i32[(caller + FRAME_CODE) >>> 2];
    if ((i32[(code + CODE_FLAGS) >>> 2] & CODE_HIDDEN) !== 0 || i32[(caller + FRAME_FUNCTION) >>> 2] === NULL)
      return m.decline("a coroutine that a builtin makes");
    if (generators.coroutines.tracking.depth > 0) return m.decline("a coroutine whose origin is tracked");
    return { code, offset: codes.offsetAt(code, continuations.realIp(caller)) };
  }

  /** As the generators do it, see there; the running frame is the one that has made it. */
  function noteMaking<V>(
    m: CoreMachine<V>,
    generator: V,
    coroutine: V,
    { code, offset }: { readonly code: Address; readonly offset: number },
    isRegistered: boolean,
  ): void {
    const none = m.word(NONE);
    const globals = m.op("load_word", [m.currentFunction()], FUNCTION.globals);
    const name = m.op("load_word", [generator], GENERATOR.name);
    const notes = newTuple(m, language, [
      name,
      none,
      none,
      m.word(code),
      m.word(tagSmall(offset)),
      globals,
      none,
      coroutine,
    ]);
    m.op("store_word", [generator, notes], GENERATOR.name);
    if (!isRegistered) registerGenerator(m, language, generator);
  }

  return {
    make_generator(m) {
      const { code } = m;
      const slots = Array.from({ length: i32[(code + CODE_LOCALS) >>> 2] }, (_, index) => m.local(index));
      const generator = newGenerator(m, language, { code, callee: m.currentFunction(), slots, ip: m.next });
      const closes = (i32[(code + CODE_FLAGS) >>> 2] & CODE_CLOSES) !== 0;
      if (closes) registerGenerator(m, language, generator);
      if ((i32[(code + CODE_FLAGS) >>> 2] & CODE_ASYNC_GENERATOR) !== 0) return m.decline("an asynchronous generator");
      if ((i32[(code + CODE_FLAGS) >>> 2] & CODE_COROUTINE) === 0) return m.return(generator);
      if (m.depth === 1) return m.decline("a coroutine whose caller is not recorded");
      const place = placeOfMaking(m);
      const coroutine = newCoroutine(m, generator);
      m.return(coroutine);
      if (place !== undefined) noteMaking(m, generator, coroutine, place, closes);
    },
    yield_value(m) {
      m.needsCaller();
      const generator = m.generator();
      if (!m.isNull(m.op("load_word", [generator], GENERATOR.handled)) || isHandling(m))
        return m.decline("a generator that handles an exception");
      m.suspend(m.pop());
    },
    return_generator(m) {
      m.needsCaller();
      const value = m.pop();
      const generator = m.generator();
      if (m.isNull(generator)) return m.return(value);
      const mode = m.numberOf(m.op("load_i32", [generator], GENERATOR.ip));
      if (!m.isNull(m.op("load_word", [generator], GENERATOR.handled)) || isHandling(m))
        return m.decline("a generator that handles an exception");
      const capacity = i32[(m.code + CODE_LOCALS) >>> 2] + i32[(m.code + CODE_STACK) >>> 2];
      const start = language.generators.startOf(m.code);
      const kept = start === undefined ? 0 : i32[(m.code + CODE_ARGUMENTS) >>> 2];
      const end = (): void => {
        for (let index = 0; index < capacity; index++)
          m.op("store_word", [generator, index < kept ? m.local(index) : m.word(NULL)], slotAt(GENERATOR.slot, index));
        m.op("store_i32", [generator, m.i32(start?.used ?? 0)], GENERATOR.used);
        m.op(
          "store_i32",
          [generator, m.i32(start === undefined ? GENERATOR_CLOSED : GENERATOR_CREATED)],
          GENERATOR.state,
        );
        if (start !== undefined) m.op("store_i32", [generator, m.i32(start.ip)], GENERATOR.ip);
        m.return();
      };
      if (mode === 0) {
        const args = m.isSame(value, NONE) ? [] : [value];
        return raising.raiseInCaller(m, language.types.named("StopIteration"), args, end);
      }
      end();
      m.pop();
      if ((mode & 1) !== 0) m.push(value);
      m.goTo((mode >>> 1) << 2);
    },
  };
}
