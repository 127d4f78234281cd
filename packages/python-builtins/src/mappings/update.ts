import { ABSENT, UNDECIDED } from "@hotpy/dict";
import { NULL, type Word } from "@hotpy/memory";
import { madeBy, SHAPE_DICT } from "@hotpy/object-model";
import type { Library } from "../library.js";

export interface DictUpdate {
  /** Sets all entries of a dict in another, both given as handles. False: raised. May collect. */
  merge(target: number, source: number): boolean;
  /**
   * `target.update(source, **keywords)`; source and keywords may be NULL. For natives with frames: runs Python code in a surrogate.
   * The result is `result` (the target, what carries it, or None).
   */
  update(target: Word, source: Word, keywords: Word, result: Word): Word;
  /** A dict with the entries of an object that is or carries one. As `update`. */
  copy(source: Word): Word;
  /** `first | second` of such objects. As `update`. */
  unite(first: Word, second: Word): Word;
}

export function createDictUpdate({ realm, surrogate, withHandles }: Library): DictUpdate {
  const { dicts, handles, none } = realm;
  const made = madeBy(realm.heap);
  const keysName = realm.intern("keys");

  const isDict = (word: Word): boolean => (word & 1) === 0 && realm.memory.i32[word >>> 2] >>> 8 === SHAPE_DICT;

  /** The dict whose entries a subclass's instance gives: its own, unless its class says otherwise how to iterate over it. */
  function entriesOf(source: Word): Word {
    const dict = source === NULL ? source : realm.iteratedAs(source);
    return isDict(dict) ? dict : source;
  }

  function copy(source: Word): Word {
    const from = entriesOf(source);
    if (isDict(from)) return dicts.copy(from);
    const result = dicts.create();
    return dicts.length(realm.valueOf(source)) === 0 ? result : update(result, source, NULL, result);
  }

  function unite(first: Word, second: Word): Word {
    const from = entriesOf(first);
    if (!isDict(from) && dicts.length(realm.valueOf(first)) > 0)
      return realm.tailCall(surrogate("dict_united"), first, second);
    const result = isDict(from) ? dicts.copy(from) : dicts.create();
    return update(result, second, NULL, result);
  }

  function merge(target: number, source: number): boolean {
    const [into, given] = [handles.get(target), handles.get(source)];
    if (made(dicts.kernel.updateDict(into, given)) !== UNDECIDED) return true;
    // Some keys take Python code to compare: then all are set once more.
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
      const byPairs =
        source === NULL || isDict(source) ? UNDECIDED : made(dicts.kernel.updateByPairs(handles.get(kept), source));
      if (byPairs === UNDECIDED && source !== NULL && !isDict(source)) {
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
      if (byPairs === UNDECIDED && source !== NULL && !merge(kept, keptSource)) return NULL;
      return keywords !== NULL && !merge(kept, named) ? NULL : handles.get(keptResult);
    });
  }

  return { merge, update, copy, unite };
}
