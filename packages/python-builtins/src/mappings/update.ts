import { ABSENT } from "@hotpy/dict";
import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT } from "@hotpy/object-model";
import type { Library } from "../library.js";

export interface DictUpdate {
  /** Sets all entries of a dict in another, both given as handles. False: raised. May collect. */
  merge(target: number, source: number): boolean;
  /**
   * `target.update(source, **keywords)`; source and keywords may be NULL. For natives with frames: runs Python code in a surrogate.
   * The result is `result` (the target, what carries it, or None).
   */
  update(target: Word, source: Word, keywords: Word, result: Word): Word;
}

export function createDictUpdate({ realm, surrogate, withHandles }: Library): DictUpdate {
  const { dicts, handles, none } = realm;
  const keysName = realm.intern("keys");

  const isDict = (word: Word): boolean => (word & 1) === 0 && realm.memory.i32[word >>> 2] >>> 8 === SHAPE_DICT;

  const iterName = realm.intern("__iter__");

  /** The dict whose entries a subclass's instance gives: its own, unless its class says otherwise how to iterate over it. */
  function entriesOf(source: Word): Word {
    const dict = source === NULL ? source : realm.valueOf(source);
    const isOwn =
      dict !== source &&
      isDict(dict) &&
      realm.lookupOnType(realm.typeOf(source), iterName) === realm.lookupOnType(realm.typeOf(dict), iterName);
    return isOwn ? dict : source;
  }

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

  function update(target: Word, source: Word, keywords: Word, result: Word): Word {
    return withHandles(() => {
      const kept = handles.push(target);
      const keptResult = handles.push(result);
      const named = handles.push(keywords);
      source = entriesOf(source);
      const keptSource = handles.push(source);
      if (source !== NULL && !isDict(source)) {
        const isMapping = realm.findAttribute(source, keysName) !== NULL;
        if (!isMapping && realm.pending() !== NULL) return NULL;
        return realm.tailCall(
          surrogate(isMapping ? "dict_update_mapping" : "dict_update_pairs"),
          handles.get(kept),
          handles.get(keptSource),
          handles.get(named) === NULL ? none : handles.get(named),
          handles.get(keptResult),
        );
      }
      if (source !== NULL && !merge(kept, keptSource)) return NULL;
      return keywords !== NULL && !merge(kept, named) ? NULL : handles.get(keptResult);
    });
  }

  return { merge, update };
}
