import { NULL, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import type { Coroutines } from "../generators/coroutines.js";

/** Iteration. May collect. */
export interface Iterating {
  /** `iter(w)`. */
  iterate(word: Word): Word;
  /** Next item or NULL: exhausted if nothing is pending. */
  next(iterator: Word): Word;
  /** All items as a list word, or NULL. */
  listOf(iterable: Word): Word;
  /** See {@link Coroutines}. */
  readonly asyncGeneratorHooks: Coroutines["hooks"];
  readonly coroutineTracking: Coroutines["tracking"];
}

export function createIterating(parts: UpToProtocols): Iterating {
  const { handles, objects, exceptions, iteration } = parts;
  const { complete } = parts.reentry;
  const iterate = (word: Word): Word => complete(iteration.iterate, word, 0, 0);

  function next(iterator: Word): Word {
    const item = complete(iteration.next, iterator, 0, 0);
    if (item === NULL && exceptions.pendingIs("StopIteration")) exceptions.clearPending();
    return item;
  }

  function listOf(iterable: Word): Word {
    const mark = handles.mark();
    const iterator = handles.push(iterate(iterable));
    const list = handles.push(NULL);
    if (handles.get(iterator) !== NULL) {
      handles.set(list, objects.list([]));
      for (let item = next(handles.get(iterator)); item !== NULL; item = next(handles.get(iterator)))
        objects.append(handles.get(list), item);
      if (exceptions.pending() !== NULL) handles.set(list, NULL);
    }
    const result = handles.get(list);
    handles.release(mark);
    return result;
  }

  const { hooks, tracking } = parts.generators.coroutines;
  return { iterate, next, listOf, asyncGeneratorHooks: hooks, coroutineTracking: tracking };
}
