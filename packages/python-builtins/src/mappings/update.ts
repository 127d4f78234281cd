import { ABSENT } from "@hotpy/dict";
import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT } from "@hotpy/object-model";
import type { Library } from "../library.js";

export interface DictUpdate {
  /** Sets all entries of a dict in another, both given as handles. False: raised. May collect. */
  merge(target: number, source: number): boolean;
  /**
   * `target.update(source, **keywords)`; source and keywords may be NULL. For natives with frames: runs Python code in a surrogate.
   * Answers the target or None.
   */
  update(target: Word, source: Word, keywords: Word, answersTarget: boolean): Word;
}

export function createDictUpdate({ realm, surrogate, withHandles }: Library): DictUpdate {
  const { dicts, handles, none } = realm;
  const keysName = realm.intern("keys");

  const isDict = (word: Word): boolean => (word & 1) === 0 && realm.memory.i32[word >>> 2] >>> 8 === SHAPE_DICT;

  function merge(target: number, source: number): boolean {
    const [into, given] = [handles.get(target), handles.get(source)];
    if (into === given || dicts.length(given) === 0) return true;
    if (dicts.length(into) === 0) {
      dicts.assign(into, given);
      return true;
    }
    // Not all may be new: twice the present size is what growing would give.
    dicts.reserve(into, Math.min(dicts.length(given), dicts.length(into)));
    for (
      let entry = dicts.nextEntry(handles.get(source), 0);
      entry !== ABSENT;
      entry = dicts.nextEntry(handles.get(source), entry + 1)
    ) {
      const from = handles.get(source);
      const size = dicts.length(from);
      if (
        !dicts.setHashed(
          handles.get(target),
          dicts.keyAt(from, entry),
          dicts.hashAt(from, entry),
          dicts.valueAt(from, entry),
        )
      )
        return false;
      if (dicts.length(handles.get(source)) !== size && handles.get(source) !== handles.get(target)) {
        realm.raise("RuntimeError", "dict mutated during update");
        return false;
      }
    }
    return true;
  }

  function update(target: Word, source: Word, keywords: Word, answersTarget: boolean): Word {
    return withHandles(() => {
      const kept = handles.push(target);
      const keptSource = handles.push(source);
      const named = handles.push(keywords);
      const answer = (): Word => (answersTarget ? handles.get(kept) : none);
      if (source !== NULL && !isDict(source)) {
        const isMapping = realm.findAttribute(source, keysName) !== NULL;
        if (!isMapping && realm.pending() !== NULL) return NULL;
        return realm.tailCall(
          surrogate(isMapping ? "dict_update_mapping" : "dict_update_pairs"),
          handles.get(kept),
          handles.get(keptSource),
          handles.get(named) === NULL ? none : handles.get(named),
          realm.bool(answersTarget),
        );
      }
      if (source !== NULL && !merge(kept, keptSource)) return NULL;
      return keywords !== NULL && !merge(kept, named) ? NULL : answer();
    });
  }

  return { merge, update };
}
