import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";

import { fillZero, isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
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
  MAKES_ENUMERATE,
  MAKES_FILTER,
  MAKES_MAP,
  MOST_TOGETHER,
  NONE,
  RECIPE_ENUMERATE,
  RECIPE_FILTER_BY,
  RECIPE_FILTER_TRUE,
  RECIPE_MAP,
  RECIPE_SHAPE,
  RECIPE_ZIP,
  SHAPE_GENERATOR,
  SHAPE_TYPE,
  SMALL_MIN,
  TAIL_SIZE,
  TYPE_CALL_OPERATION,
  TYPE_INITIALISER,
  UNDECIDED,
  WRAPPER_GENERATOR,
} from "./generated/constants";
import { iteratePlain } from "./iterate";
import { itemOf } from "./kinds";

/// Calls of `enumerate`, `filter`, `map` and `zip`: an iterator around a generator of a surrogate, which TypeScript names once it is compiled (see
/// RECIPE_SHAPE). UNDECIDED has nothing done that is seen.

const WRAPPER_BYTES = 16;

/** A generator of a surrogate that has not begun, but for its arguments. 0: no memory. */
function newGeneratorOf(fn: usize): usize {
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
function suspend(generator: usize, count: i32): void {
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

function isSuspended(generator: usize): bool {
  return load<i32>(generator, GENERATOR_STATE) === GENERATOR_SUSPENDED;
}

function slot(generator: usize, index: i32, word: usize): void {
  store<usize>(generator + (index << 2), word, GENERATOR_SLOTS);
}

function wrap(recipe: usize, generator: usize): usize {
  const wrapper = allocate(WRAPPER_BYTES);
  if (wrapper === 0) return UNDECIDED;
  store<i32>(wrapper, headerOf(untagSmall(itemOf(recipe, RECIPE_SHAPE))));
  store<i32>(wrapper, 0, 4);
  store<usize>(wrapper, generator, WRAPPER_GENERATOR);
  store<i32>(wrapper, 0, WRAPPER_BYTES - 4);
  return wrapper;
}

/** A generator of the function in a recipe over the iterators of `count` arguments, behind `first`, if that is not 0. UNDECIDED. */
function generatorOver(recipe: usize, at: i32, first: usize, args: usize, count: i32): usize {
  const fn = itemOf(recipe, at);
  if (fn === NONE) return UNDECIDED;
  const one = iteratePlain(load<usize>(args));
  if (one === UNDECIDED) return UNDECIDED;
  const two = count > 1 ? iteratePlain(load<usize>(args, 4)) : 0;
  if (two === UNDECIDED) return UNDECIDED;
  const three = count > 2 ? iteratePlain(load<usize>(args, 8)) : 0;
  if (three === UNDECIDED) return UNDECIDED;
  const generator = newGeneratorOf(fn);
  if (generator === 0) return UNDECIDED;
  let to = 0;
  if (first !== 0) slot(generator, to++, first);
  slot(generator, to++, one);
  if (count > 1) slot(generator, to++, two);
  if (count > 2) slot(generator, to, three);
  return generator;
}

function enumerated(recipe: usize, count: i32, args: usize): usize {
  const start = count === 2 ? load<usize>(args, 4) : 1;
  if (count < 1 || count > 2 || !isSmall(start) || untagSmall(start) === SMALL_MIN) return UNDECIDED;
  const generator = generatorOver(recipe, RECIPE_ENUMERATE, 0, args, 1);
  if (generator === UNDECIDED) return UNDECIDED;
  suspend(generator, 1);
  // The number of the item before, or of the first one.
  slot(generator, 1, isSuspended(generator) ? start - 2 : start);
  return generator;
}

function filtered(recipe: usize, count: i32, args: usize): usize {
  if (count !== 2) return UNDECIDED;
  const test = load<usize>(args);
  if (test === NONE) return generatorOver(recipe, RECIPE_FILTER_TRUE, 0, args + 4, 1);
  // bool is another one.
  const isType = !isSmall(test) && shapeOf(test) === SHAPE_TYPE;
  return isType ? UNDECIDED : generatorOver(recipe, RECIPE_FILTER_BY, test, args + 4, 1);
}

function mapped(recipe: usize, count: i32, args: usize): usize {
  return count === 2 || count === 3
    ? generatorOver(recipe, RECIPE_MAP + count - 2, load<usize>(args), args + 4, count - 1)
    : UNDECIDED;
}

function zipped(recipe: usize, count: i32, args: usize): usize {
  if (count < 1 || count > MOST_TOGETHER) return UNDECIDED;
  const generator = generatorOver(recipe, RECIPE_ZIP + count - 1, 0, args, count);
  if (generator !== UNDECIDED) suspend(generator, count);
  return generator;
}

/** What a call of such a type with `count` arguments at `args` makes. */
export function wrapperOf(type: usize, count: i32, args: usize): usize {
  const recipe = load<usize>(type, TYPE_INITIALISER);
  if (recipe === 0) return UNDECIDED;
  const makes = load<i32>(type, TYPE_CALL_OPERATION);
  const generator =
    makes === MAKES_ENUMERATE
      ? enumerated(recipe, count, args)
      : makes === MAKES_FILTER
        ? filtered(recipe, count, args)
        : makes === MAKES_MAP
          ? mapped(recipe, count, args)
          : zipped(recipe, count, args);
  return generator === UNDECIDED ? UNDECIDED : wrap(recipe, generator);
}
