import { fillZero } from "@hotpy/object-model/kernel/words";
import {
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_RESUME_BIT,
  CODE_START,
  FUNCTION_CODE,
  GENERATOR_CODE,
  GENERATOR_IP,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
  TAIL_SIZE,
} from "./generated/constants";
import { freshGenerator } from "./generators";

/// Generators of surrogates, for what is made in place of a call that would make one.

/** A generator of a surrogate that has not begun, but for its arguments. 0: no memory. */
export function newGeneratorOf(fn: usize): usize {
  const code = load<usize>(fn, FUNCTION_CODE);
  // Behind the first instruction, which makes the generator.
  const generator = freshGenerator(code, fn, load<usize>(code, CODE_START) + 4, load<i32>(code, CODE_LOCALS));
  if (generator !== 0) fillZero(generator + GENERATOR_SLOTS, load<i32>(generator, TAIL_SIZE));
  return generator;
}

/**
 * Suspends a generator that has not begun at its only `yield`, as if it had given an item, with so many iterators, its arguments from `first` on, on its stack: from
 * there a kernel takes its steps. Where no generator of its code has been seen at that place, it is left as it is.
 */
export function suspend(generator: usize, first: i32, count: i32): void {
  const code = load<usize>(generator, GENERATOR_CODE);
  const resume = load<u32>(code, CODE_FLAGS) >>> CODE_RESUME_BIT;
  if (resume === 0) return;
  const locals = load<i32>(code, CODE_LOCALS);
  const slots = generator + GENERATOR_SLOTS;
  for (let i = 0; i < count; i++) store<usize>(slots + ((locals + i) << 2), load<usize>(slots + ((first + i) << 2)));
  store<i32>(generator, locals + count, GENERATOR_USED);
  store<usize>(generator, load<usize>(code, CODE_START) + (resume << 2), GENERATOR_IP);
  store<i32>(generator, GENERATOR_SUSPENDED, GENERATOR_STATE);
}

export function slot(generator: usize, index: i32, word: usize): void {
  store<usize>(generator + (index << 2), word, GENERATOR_SLOTS);
}
