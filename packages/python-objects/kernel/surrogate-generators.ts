import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { fillZero } from "@hotpy/object-model/kernel/words";
import {
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_RESUME_BIT,
  CODE_STACK,
  CODE_START,
  FUNCTION_CODE,
  FUNCTION_QUALNAME,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_FUNCTION,
  GENERATOR_HANDLED,
  GENERATOR_IP,
  GENERATOR_NAME,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
  SHAPE_GENERATOR,
  TAIL_SIZE,
} from "./generated/constants";

/// Generators of surrogates, for what is made in place of a call that would make one.

/** A generator of a surrogate that has not begun, but for its arguments. 0: no memory. */
export function newGeneratorOf(fn: usize): usize {
  const code = load<usize>(fn, FUNCTION_CODE);
  const locals = load<i32>(code, CODE_LOCALS);
  const capacity = locals + load<i32>(code, CODE_STACK);
  const generator = allocate(GENERATOR_SLOTS + (capacity << 2));
  if (generator === 0) return 0;
  store<i32>(generator, headerOf(SHAPE_GENERATOR));
  store<i32>(generator, capacity, TAIL_SIZE);
  store<i32>(generator, GENERATOR_CREATED, GENERATOR_STATE);
  // Behind the first instruction, which makes the generator.
  store<usize>(generator, load<usize>(code, CODE_START) + 4, GENERATOR_IP);
  store<i32>(generator, locals, GENERATOR_USED);
  store<usize>(generator, code, GENERATOR_CODE);
  store<usize>(generator, fn, GENERATOR_FUNCTION);
  store<usize>(generator, 0, GENERATOR_HANDLED);
  store<usize>(generator, load<usize>(fn, FUNCTION_QUALNAME), GENERATOR_NAME);
  fillZero(generator + GENERATOR_SLOTS, capacity);
  return generator;
}

/**
 * Suspends a generator that has not begun at its only `yield`, as if it had given an item, with so many iterators, its first arguments, on its stack: from there
 * a kernel takes its steps. Where no generator of its code has been seen at that place, it is left as it is.
 */
export function suspend(generator: usize, count: i32): void {
  const code = load<usize>(generator, GENERATOR_CODE);
  const resume = load<u32>(code, CODE_FLAGS) >>> CODE_RESUME_BIT;
  if (resume === 0) return;
  const locals = load<i32>(code, CODE_LOCALS);
  const slots = generator + GENERATOR_SLOTS;
  for (let i = 0; i < count; i++) store<usize>(slots + ((locals + i) << 2), load<usize>(slots + (i << 2)));
  store<i32>(generator, locals + count, GENERATOR_USED);
  store<usize>(generator, load<usize>(code, CODE_START) + (resume << 2), GENERATOR_IP);
  store<i32>(generator, GENERATOR_SUSPENDED, GENERATOR_STATE);
}

export function slot(generator: usize, index: i32, word: usize): void {
  store<usize>(generator + (index << 2), word, GENERATOR_SLOTS);
}
