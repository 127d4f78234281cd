import { NULL, tagSmall, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";

/** Objects of Python that JavaScript holds: each lives as long as what holds it in JavaScript does. */
export interface References {
  /** Keeps the object of a word for `holder`. */
  keep(holder: object, word: Word): void;
  /** The word of the object kept for `holder`; undefined: none is. */
  wordOf(holder: object): Word | undefined;
}

export function createReferences({ memory, dicts, objects, handles }: Context): References {
  const { i32 } = memory;
  // Objects move, but a dict under a root of the collector finds them.
  const kept = objects.root(dicts.create()) >>> 2;
  const idOf = new WeakMap<object, number>();
  const dead = new FinalizationRegistry<number>((id) => void dicts.delete(i32[kept], tagSmall(id)));
  let next = 1;
  return {
    keep(holder, word) {
      const mark = handles.mark();
      const handle = handles.push(word);
      const id = next++;
      dicts.set(i32[kept], tagSmall(id), handles.get(handle));
      handles.release(mark);
      idOf.set(holder, id);
      dead.register(holder, id);
    },
    wordOf(holder) {
      const id = idOf.get(holder);
      if (id === undefined) return undefined;
      const word = dicts.get(i32[kept], tagSmall(id));
      return word === NULL ? undefined : word;
    },
  };
}
