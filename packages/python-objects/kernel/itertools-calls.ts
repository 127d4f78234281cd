import { createList, freshList, isSequence, itemsOfList, lengthOf } from "@hotpy/object-model/kernel/lists/layout";
import { pickTuple, tupleFrom } from "@hotpy/object-model/kernel/lists/make";
import { isSmall, tagSmall, untagSmall } from "@hotpy/object-model/kernel/words";

import { listOfPlain, MOST_ITEMS } from "./drain";
import {
  LIST_LENGTH,
  MAKES_ACCUMULATE,
  MAKES_CHAIN,
  MAKES_COMBINATIONS,
  MAKES_COUNT,
  MAKES_GROUPBY,
  MAKES_LONGEST,
  MAKES_OVER_ONE,
  MAKES_OVER_SECOND,
  MAKES_PERMUTATIONS,
  MAKES_PRODUCT,
  MAKES_REPEAT,
  MAKES_SLICE,
  NONE,
  RECIPE_FIRST,
  RECIPE_SECOND,
  STATE_EMPTY_TUPLE,
  UNDECIDED,
} from "./generated/constants";
import { iteratePlain } from "./iterate";
import { itemOf } from "./kinds";
import { newGeneratorOf, slot, suspend } from "./surrogate-generators";

/// Calls of the iterators of `itertools`: generators of the functions in `python-modules/src/itertools/source.ts`, with their parameters as these
/// take them. UNDECIDED has nothing done that is seen: then TypeScript makes the generator, or raises.

/** All items of a list, tuple, string, range, dict or set as a tuple; UNDECIDED: of something else, or there is no memory. */
function poolOf(value: usize): usize {
  if (isSmall(value)) return UNDECIDED;
  // Iterators are for TypeScript: they do not take back what they have given.
  const items = isSequence(value) ? value : listOfPlain(value, false);
  if (items === 0 || items === UNDECIDED) return UNDECIDED;
  const length = lengthOf(items);
  if (length > MOST_ITEMS) return UNDECIDED;
  return (length === 0 ? load<usize>(STATE_EMPTY_TUPLE) : pickTuple(items, 0, 1, length)) || UNDECIDED;
}

/** A generator with so many parameters, of which UNDECIDED makes it undecided too. */
function generator(recipe: usize, at: i32, count: i32, a: usize, b: usize, c: usize, d: usize): usize {
  const fn = itemOf(recipe, at);
  if (fn === NONE || a === UNDECIDED || b === UNDECIDED) return UNDECIDED;
  const made = newGeneratorOf(fn);
  if (made === 0) return UNDECIDED;
  slot(made, 0, a);
  if (count > 1) slot(made, 1, b);
  if (count > 2) slot(made, 2, c);
  if (count > 3) slot(made, 3, d);
  return made;
}

function isCount(word: usize): bool {
  return isSmall(word) && untagSmall(word) >= 0;
}

function chain(recipe: usize, count: i32, args: usize): usize {
  const iterables = count === 0 ? load<usize>(STATE_EMPTY_TUPLE) : tupleFrom(args, count);
  return iterables === 0 ? UNDECIDED : generator(recipe, RECIPE_FIRST, 1, iteratePlain(iterables), 0, 0, 0);
}

function longest(recipe: usize, count: i32, args: usize): usize {
  const iterators = freshList(count);
  if (iterators === 0) return UNDECIDED;
  for (let at = 0; at < count << 2; at += 4) {
    const iterator = iteratePlain(load<usize>(args + at));
    if (iterator === UNDECIDED) return UNDECIDED;
    store<usize>(itemsOfList(iterators) + at, iterator);
  }
  return generator(recipe, RECIPE_FIRST, 2, iterators, NONE, 0, 0);
}

/** `chain.from_iterable`. */
export function chainOver(recipe: usize, iterable: usize): usize {
  return generator(recipe, RECIPE_FIRST, 1, iteratePlain(iterable), 0, 0, 0);
}

/** `islice`: it is as if it had just given the item before the first one, where its generators are known to go on. */
function slice(recipe: usize, count: i32, args: usize): usize {
  if (count < 2 || count > 4) return UNDECIDED;
  let start = count === 2 ? NONE : load<usize>(args, 4);
  let stop = load<usize>(args + (count === 2 ? 4 : 8));
  let step = count === 4 ? load<usize>(args, 12) : NONE;
  if (start === NONE) start = tagSmall(0);
  if (step === NONE) step = tagSmall(1);
  if (!isCount(start) || !isCount(step) || step === tagSmall(0) || (stop !== NONE && !isCount(stop))) return UNDECIDED;
  // What lies before the start is taken in any case.
  if (stop !== NONE && untagSmall(stop) < untagSmall(start)) stop = start;
  const made = generator(recipe, RECIPE_FIRST, 4, iteratePlain(load<usize>(args)), start, stop, step);
  if (made === UNDECIDED) return UNDECIDED;
  suspend(made, 0, 1);
  slot(made, 4, tagSmall(0));
  return made;
}

function accumulate(recipe: usize, count: i32, args: usize): usize {
  if (count < 1 || count > 2) return UNDECIDED;
  const fn = count === 2 ? load<usize>(args, 4) : NONE;
  const iterator = iteratePlain(load<usize>(args));
  return fn === NONE
    ? generator(recipe, RECIPE_FIRST, 3, iterator, NONE, NONE, 0)
    : generator(recipe, RECIPE_SECOND, 4, iterator, fn, NONE, NONE);
}

/** Both kinds of combinations. */
function combinations(recipe: usize, count: i32, args: usize): usize {
  if (count !== 2 || !isCount(load<usize>(args, 4))) return UNDECIDED;
  return generator(recipe, RECIPE_FIRST, 3, poolOf(load<usize>(args)), load<usize>(args, 4), NONE, 0);
}

function permutations(recipe: usize, count: i32, args: usize): usize {
  const given = count === 2 ? load<usize>(args, 4) : NONE;
  if (count < 1 || count > 2 || (given !== NONE && !isCount(given))) return UNDECIDED;
  const pool = poolOf(load<usize>(args));
  if (pool === UNDECIDED) return UNDECIDED;
  return generator(recipe, RECIPE_FIRST, 4, pool, given === NONE ? tagSmall(lengthOf(pool)) : given, NONE, NONE);
}

function product(recipe: usize, count: i32, args: usize): usize {
  const pools = createList(count);
  if (pools === 0) return UNDECIDED;
  for (let at = 0; at < count << 2; at += 4) {
    const pool = poolOf(load<usize>(args + at));
    if (pool === UNDECIDED) return UNDECIDED;
    store<usize>(itemsOfList(pools) + at, pool);
  }
  store<i32>(pools, count, LIST_LENGTH);
  return generator(recipe, RECIPE_FIRST, 2, pools, NONE, 0, 0);
}

/** The state that it shares with its groups: three times itself, as there are no value and key, and no key of a last group; then its token. */
function groupby(recipe: usize, count: i32, args: usize): usize {
  if (count < 1 || count > 2) return UNDECIDED;
  const state = freshList(4);
  if (state === 0) return UNDECIDED;
  const items = itemsOfList(state);
  for (let at = 0; at < 12; at += 4) store<usize>(items + at, state);
  store<usize>(items, NONE, 12);
  const key = count === 2 ? load<usize>(args, 4) : NONE;
  return generator(recipe, RECIPE_FIRST, 4, iteratePlain(load<usize>(args)), key, itemOf(recipe, RECIPE_SECOND), state);
}

function counted(recipe: usize, count: i32, args: usize): usize {
  const start = count > 0 ? load<usize>(args) : tagSmall(0);
  const step = count > 1 ? load<usize>(args, 4) : tagSmall(1);
  if (count > 2 || !isSmall(start) || !isSmall(step)) return UNDECIDED;
  return generator(recipe, RECIPE_FIRST, 2, start, step, 0, 0);
}

/** The generator in what a call of such a type with `count` arguments at `args` makes. */
export function generatorOfItertools(makes: i32, recipe: usize, count: i32, args: usize): usize {
  switch (makes) {
    case MAKES_CHAIN:
      return chain(recipe, count, args);
    case MAKES_LONGEST:
      return count === 0 ? UNDECIDED : longest(recipe, count, args);
    case MAKES_SLICE:
      return slice(recipe, count, args);
    case MAKES_ACCUMULATE:
      return accumulate(recipe, count, args);
    case MAKES_COMBINATIONS:
      return combinations(recipe, count, args);
    case MAKES_PERMUTATIONS:
      return permutations(recipe, count, args);
    case MAKES_PRODUCT:
      return product(recipe, count, args);
    case MAKES_GROUPBY:
      return groupby(recipe, count, args);
    case MAKES_COUNT:
      return counted(recipe, count, args);
    case MAKES_REPEAT:
      if (count === 1) return generator(recipe, RECIPE_FIRST, 1, load<usize>(args), 0, 0, 0);
      return count === 2 && isCount(load<usize>(args, 4))
        ? generator(recipe, RECIPE_SECOND, 2, load<usize>(args), load<usize>(args, 4), 0, 0)
        : UNDECIDED;
    case MAKES_OVER_ONE:
      return count === 1 ? generator(recipe, RECIPE_FIRST, 1, iteratePlain(load<usize>(args)), 0, 0, 0) : UNDECIDED;
    case MAKES_OVER_SECOND:
      return count === 2
        ? generator(recipe, RECIPE_FIRST, 2, load<usize>(args), iteratePlain(load<usize>(args, 4)), 0, 0)
        : UNDECIDED;
    default:
      return UNDECIDED;
  }
}
