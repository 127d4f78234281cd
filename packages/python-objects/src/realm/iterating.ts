import { type Address, NULL, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import type { Coroutines } from "../generators/coroutines.js";
import type { Invoking } from "./invoking.js";

/** Iteration. May collect. */
export interface Iterating {
  /** `iter(w)`. */
  iterate(word: Word): Word;
  /** Next item or NULL: exhausted if nothing is pending. */
  next(iterator: Word): Word;
  /** All items as a list word, or NULL. A class is asked how many there may be, as the type list asks. */
  listOf(iterable: Word): Word;
  /** See {@link Coroutines}. */
  readonly asyncGeneratorHooks: Coroutines["hooks"];
  readonly coroutineTracking: Coroutines["tracking"];
}

export function createIterating(parts: UpToProtocols, { call }: Pick<Invoking, "call">): Iterating {
  const { handles, natives, objects, types, exceptions, iteration } = parts;
  const { complete } = parts.reentry;
  const iterate = (word: Word): Word => complete(iteration.iterate, word, 0, 0);

  function next(iterator: Word): Word {
    const item = complete(iteration.next, iterator, 0, 0);
    if (item === NULL && exceptions.pendingIs("StopIteration")) exceptions.clearPending();
    return item;
  }

  const [lengthName, hintName] = ["__len__", "__length_hint__"].map(parts.name);

  /** Whether a class has a method of its own that says how many items there may be. */
  function saysLength(type: Address): boolean {
    if (!types.record(type).isClass) return false;
    const asked = types.lookup(type, lengthName) || types.lookup(type, hintName);
    return asked !== NULL && !natives.isFunction(asked);
  }

  function listOf(iterable: Word): Word {
    if (saysLength(types.typeOf(iterable))) return call(types.named("list"), iterable);
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
