import { shapeOf } from "@hotpy/object-model/kernel/header";
import { extendList } from "@hotpy/object-model/kernel/lists/change";
import { isSequence } from "@hotpy/object-model/kernel/lists/layout";
import { drainInto, isAskedForLength, isTakenAtOnce } from "./drain";
import { NONE, UNDECIDED } from "./generated/constants";
import { iteratePlain } from "./iterate";

/** `list.extend` of a builtin container: None; 0: no memory; UNDECIDED: it is something else, and nothing is done. */
export function listExtend(list: usize, items: usize): usize {
  if (isSequence(items)) return extendList(list, items) ? NONE : 0;
  const iterator = iteratePlain(items);
  if (iterator === UNDECIDED || iterator === 0 || iterator === items) return UNDECIDED;
  if (!isTakenAtOnce(shapeOf(iterator)) || isAskedForLength(items)) return UNDECIDED;
  const outcome = drainInto(list, iterator);
  return outcome === 1 ? NONE : outcome === 0 ? 0 : UNDECIDED;
}
