import { shapeOf } from "@hotpy/object-model/kernel/header";
import { isSmall } from "@hotpy/object-model/kernel/words";
import {
  CODE_COUNTER,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
  CODE_UNCOUNTED,
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
  FUNCTION_CODE,
  SHAPE_TUPLE,
  STATE_DEPTH_LIMIT,
  STATE_FRAME,
  STATE_REQUEST,
  STATE_STACK_LIMIT,
  TAIL_SIZE,
  TRAIT_HASHED_BY_CODE,
} from "./generated/constants";
import { itemOf, MOST_DEPTH } from "./kinds";
import { traitsOf, typeOf } from "./types";

/// Subscripts and `in` of dicts by keys whose `__hash__` is written in Python, and by tuples of such keys. Functions in Python do that, whose frames are pushed here.

/** The operations of the loop on dicts. */
const STORE = 1;
const SEARCH = 2;

/** By operation: the root of the function that does it; 0: it has not been needed yet. */
let itemRoot: usize = 0;
let storeRoot: usize = 0;
let searchRoot: usize = 0;

/** Says where the function for an operation is: `dict[key]` (0), `dict[key] = value` (1), `key in dict` (2). */
export function noteHashedAccess(operation: i32, root: usize): void {
  if (operation === 0) itemRoot = root;
  else if (operation === STORE) storeRoot = root;
  else searchRoot = root;
}

function rootOf(operation: i32): usize {
  if (operation === 0) return itemRoot;
  return operation === STORE ? storeRoot : operation === SEARCH ? searchRoot : 0;
}

/** Whether a key has a `__hash__` in Python, or is a tuple that holds such an object. */
function isHashedByCode(key: usize, depth: i32): bool {
  if (isSmall(key)) return false;
  if (shapeOf(key) !== SHAPE_TUPLE) return (traitsOf(typeOf(key)) & TRAIT_HASHED_BY_CODE) !== 0;
  if (depth === MOST_DEPTH) return false;
  const length = load<i32>(key, TAIL_SIZE);
  for (let i = 0; i < length; i++) if (isHashedByCode(itemOf(key, i), depth + 1)) return true;
  return false;
}

/** The continuation that drops what a store returns. */
let discard: usize = 0;

export function discardStoresBy(continuation: usize): void {
  discard = continuation;
}

/**
 * Pushes the frame of the function for an operation, if it is known and the key is for it: 2, else 0. The operands of the running frame end at word index
 * `end`, and it goes on at that of `next`. `isNot`: not 0 for `key not in dict`, which is not done here.
 */
export function enterHashedAccess(
  operation: i32,
  isNot: i32,
  dict: usize,
  key: usize,
  value: usize,
  end: usize,
  next: usize,
): i32 {
  const root = operation === SEARCH && isNot !== 0 ? 0 : rootOf(operation);
  const top = end << 2;
  const after = next << 2;
  if (root === 0 || !isHashedByCode(key, 0)) return 0;
  const fn = load<usize>(root);
  const code = load<usize>(fn, FUNCTION_CODE);
  const caller = load<usize>(STATE_FRAME);
  const isStore = operation === STORE;
  // Under a continuation the real ip lies below what is called.
  const frame = isStore ? top + 4 : top;
  const operands = frame + FRAME_SLOTS + (load<usize>(code, CODE_LOCALS) << 2);
  const depth = load<i32>(caller, FRAME_DEPTH) + ((load<i32>(code, CODE_FLAGS) & CODE_UNCOUNTED) === 0 ? 1 : 0);
  const countdown = load<i32>(code, CODE_COUNTER);
  if (countdown <= 0 || load<i32>(STATE_REQUEST) !== 0 || depth > load<i32>(STATE_DEPTH_LIMIT)) return 0;
  if (operands + (load<usize>(code, CODE_STACK) << 2) > load<usize>(STATE_STACK_LIMIT)) return 0;
  store<i32>(code, countdown - 1, CODE_COUNTER);
  if (isStore) store<usize>(top, (after >>> 1) | 1);
  store<usize>(caller, isStore ? discard : after, FRAME_IP);
  store<usize>(caller, frame, FRAME_SP);
  store<usize>(frame, caller, FRAME_PREVIOUS);
  store<usize>(frame, code, FRAME_CODE);
  store<usize>(frame, fn, FRAME_FUNCTION);
  store<usize>(frame, load<usize>(code, CODE_START), FRAME_IP);
  store<usize>(frame, operands, FRAME_SP);
  store<i32>(frame, depth, FRAME_DEPTH);
  store<usize>(frame, 0, FRAME_GENERATOR);
  store<usize>(frame, dict, FRAME_SLOTS);
  store<usize>(frame, key, FRAME_SLOTS + 4);
  if (isStore) store<usize>(frame, value, FRAME_SLOTS + 8);
  for (let slot = frame + FRAME_SLOTS + (isStore ? 12 : 8); slot < operands; slot += 4) store<usize>(slot, 0);
  store<usize>(STATE_FRAME, frame);
  return 2;
}
