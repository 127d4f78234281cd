import { headerOf, shapeOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { freshList, freshTuple, itemsOf, itemsOfList, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { concatTuples } from "@hotpy/object-model/kernel/lists/make";

import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import {
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  MAKES_CHAIN,
  MAKES_ENUMERATE,
  MAKES_FILTER,
  MAKES_MAP,
  MAKES_WRAPPER,
  MOST_TOGETHER,
  NONE,
  RECIPE_ENUMERATE,
  RECIPE_FILTER_BY,
  RECIPE_FILTER_TRUE,
  RECIPE_MAP,
  RECIPE_SHAPE,
  RECIPE_ZIP,
  RECIPE_ZIP_MANY,
  SHAPE_TYPE,
  SMALL_MIN,
  TUPLE_ITEMS,
  TYPE_CALL_OPERATION,
  TYPE_INITIALISER,
  UNDECIDED,
  WRAPPER_GENERATOR,
} from "./generated/constants";
import { iteratePlain } from "./iterate";
import { chainOver, generatorOfItertools } from "./itertools-calls";
import { itemOf } from "./kinds";
import { isScalar } from "./scalars";
import { newGeneratorOf, slot, suspend } from "./surrogate-generators";

/// Calls of `enumerate`, `filter`, `map`, `zip` and those of `itertools`: an iterator around a generator of a surrogate, which TypeScript names once it is compiled (see
/// RECIPE_SHAPE). UNDECIDED has nothing done that is seen.

const WRAPPER_BYTES = 16;

function isSuspended(generator: usize): bool {
  return load<i32>(generator, GENERATOR_STATE) === GENERATOR_SUSPENDED;
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
  suspend(generator, 0, 1);
  // The number of the item before, or of the first one.
  slot(generator, 1, isSuspended(generator) ? start - 2 : start);
  return generator;
}

function isType(word: usize): bool {
  return !isSmall(word) && shapeOf(word) === SHAPE_TYPE;
}

function filtered(recipe: usize, count: i32, args: usize): usize {
  if (count !== 2) return UNDECIDED;
  const test = load<usize>(args);
  if (test === NONE) return generatorOver(recipe, RECIPE_FILTER_TRUE, 0, args + 4, 1);
  // bool is another one.
  return isType(test) ? UNDECIDED : generatorOver(recipe, RECIPE_FILTER_BY, test, args + 4, 1);
}

function mapped(recipe: usize, count: i32, args: usize): usize {
  if (count !== 2 && count !== 3) return UNDECIDED;
  const callee = load<usize>(args);
  const generator = generatorOver(recipe, RECIPE_MAP + count - 2, callee, args + 4, count - 1);
  // Of a type like `int` all items may be made at once.
  if (generator !== UNDECIDED && count === 2 && isType(callee) && isScalar(load<i32>(callee, TYPE_CALL_OPERATION)))
    suspend(generator, 1, 1);
  return generator;
}

function zippedMany(recipe: usize, count: i32, args: usize): usize {
  const fn = itemOf(recipe, RECIPE_ZIP_MANY);
  if (fn === NONE) return UNDECIDED;
  const list = freshList(count);
  if (list === 0) return UNDECIDED;
  for (let i = 0; i < count; i++) {
    const iterator = iteratePlain(load<usize>(args + (i << 2)));
    if (iterator === UNDECIDED) return UNDECIDED;
    store<usize>(itemsOfList(list) + (i << 2), iterator);
  }
  const generator = newGeneratorOf(fn);
  if (generator === 0) return UNDECIDED;
  slot(generator, 0, list);
  return generator;
}

function zipped(recipe: usize, count: i32, args: usize): usize {
  if (count > MOST_TOGETHER) return zippedMany(recipe, count, args);
  if (count < 1) return UNDECIDED;
  const generator = generatorOver(recipe, RECIPE_ZIP + count - 1, 0, args, count);
  if (generator !== UNDECIDED) suspend(generator, 0, count);
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
          : makes > MAKES_WRAPPER
            ? generatorOfItertools(makes, recipe, count, args)
            : zipped(recipe, count, args);
  return generator === UNDECIDED ? UNDECIDED : wrap(recipe, generator);
}

/** `chain.from_iterable(iterable)`. */
export function chainFromIterable(type: usize, iterable: usize): usize {
  if (!isType(type) || load<i32>(type, TYPE_CALL_OPERATION) !== MAKES_CHAIN) return UNDECIDED;
  const recipe = load<usize>(type, TYPE_INITIALISER);
  const generator = recipe === 0 ? UNDECIDED : chainOver(recipe, iterable);
  return generator === UNDECIDED ? UNDECIDED : wrap(recipe, generator);
}

/// The same with arguments one by one, for traces; `rest`: a tuple of further ones.

function wrapperOfTuple(type: usize, args: usize): usize {
  return args === 0 ? UNDECIDED : wrapperOf(type, lengthOf(args), itemsOf(args));
}

function argumentsOf(count: i32, a: usize, b: usize): usize {
  const args = freshTuple(count);
  if (args === 0) return 0;
  store<usize>(args, a, TUPLE_ITEMS);
  if (count > 1) store<usize>(args, b, TUPLE_ITEMS + 4);
  return args;
}

function isMade(type: usize): bool {
  return load<i32>(type, TYPE_CALL_OPERATION) > MAKES_WRAPPER;
}

export function wrapperOfRest(type: usize, rest: usize): usize {
  return isMade(type) ? wrapperOfTuple(type, rest) : UNDECIDED;
}
export function wrapperOfOne(type: usize, a: usize): usize {
  return isMade(type) ? wrapperOfTuple(type, argumentsOf(1, a, 0)) : UNDECIDED;
}
export function wrapperOfTwo(type: usize, a: usize, b: usize): usize {
  return isMade(type) ? wrapperOfTuple(type, argumentsOf(2, a, b)) : UNDECIDED;
}
export function wrapperOfOneAndRest(type: usize, a: usize, rest: usize): usize {
  if (!isMade(type)) return UNDECIDED;
  const first = argumentsOf(1, a, 0);
  return first === 0 ? UNDECIDED : wrapperOfTuple(type, concatTuples(first, rest));
}
