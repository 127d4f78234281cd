import { shapeOf } from "@hotpy/object-model/kernel/header";
import { tupleFrom } from "@hotpy/object-model/kernel/lists/make";
import { isSmall } from "@hotpy/object-model/kernel/words";

import {
  CALLS_NEW,
  ENDS_AS_IS,
  ENDS_FALSEHOOD,
  ENDS_HASH,
  ENDS_LENGTH,
  ENDS_NEW,
  ENDS_TEXT,
  ENDS_TRUTH,
  FALSE,
  NONE,
  SHAPE_INT64,
  SHAPE_STR1,
  SHAPE_STR4,
  TRUE,
  TYPE_CALL_BYTES,
  TYPE_CALL_VERSION,
  TYPE_VERSION,
} from "./generated/constants";
import { typeOf } from "./types";

/// How continuations end whose callee has given what is usual; see src/calls/endings.ts.

const MINUS_ONE: usize = -1;

/** What is pushed in place of a continuation and the result `v` of its callee, which stands below `top`. 0: TypeScript ends it. */
export function endPlain(ending: i32, v: usize, top: usize): usize {
  switch (ending) {
    case ENDS_TRUTH:
      return v === TRUE || v === FALSE ? v : 0;
    case ENDS_FALSEHOOD:
      return v === TRUE ? FALSE : v === FALSE ? TRUE : 0;
    case ENDS_LENGTH:
      return isSmall(v) && <i32>v > 0 ? v : 0;
    case ENDS_HASH:
      // -1 is no hash.
      return (isSmall(v) ? v !== MINUS_ONE : shapeOf(v) === SHAPE_INT64) ? v : 0;
    case ENDS_TEXT:
      return !isSmall(v) && shapeOf(v) >= SHAPE_STR1 && shapeOf(v) <= SHAPE_STR4 ? v : 0;
    case ENDS_AS_IS:
      return v;
    case ENDS_NEW:
      return isMadeBy(load<usize>(top - 20), v) ? v : 0;
    default:
      return 0;
  }
}

/** Whether an object is an instance of just this class, of which a call is still no more than one of its `__new__`. */
function isMadeBy(type: usize, v: usize): bool {
  return (
    typeOf(v) === type &&
    load<i32>(type, TYPE_CALL_VERSION) === load<i32>(type, TYPE_VERSION) &&
    load<i32>(type, TYPE_CALL_BYTES) === CALLS_NEW
  );
}

/**
 * A call of a class with `count` arguments at `args`, the last ones named by the tuple `names` (0: none), becomes one of its `__new__`: at `cut` comes what the continuation
 * keeps, with `ip` as the real one, and behind it the class and the arguments. 0: no memory.
 */
export function prepareNew(type: usize, args: usize, count: i32, names: usize, cut: usize, ip: usize): i32 {
  const all = tupleFrom(args, count);
  if (all === 0) return 0;
  memory.copy(cut + 20, args, (<usize>count) << 2);
  store<usize>(cut, type);
  store<usize>(cut, all, 4);
  store<usize>(cut, names === 0 ? NONE : names, 8);
  store<usize>(cut, ip, 12);
  store<usize>(cut, type, 16);
  return 1;
}
