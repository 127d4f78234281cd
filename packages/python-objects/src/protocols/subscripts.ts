import { ABSENT, RAISED } from "@hotpy/dict";
import { FALSE, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import { ITERATOR, ITERATOR_INDEX, ITERATOR_SEQUENCE, layoutOf, SHAPE_DICT } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { RESUME } from "../natives.js";

/** `o[k]` and `in`, as protocol operations. */
export interface Subscripts {
  get(container: Word, key: Word): Word;
  /** A word (to be dropped) on success. */
  set(container: Word, key: Word, value: Word): Word;
  delete(container: Word, key: Word): Word;
  /** `item in container`: TRUE or FALSE. */
  contains(container: Word, item: Word): Word;
  /** Iterator over an object with `__getitem__` only. */
  sequenceIterator(sequence: Word): Word;
}

/** Builtin types that are sequences or sets to CPython's abstract protocols, and cannot be changed. */
const SEQUENCES = new Set(["str", "tuple", "range", "dict_keys", "dict_values", "dict_items", "set", "frozenset"]);

export function createSubscripts(context: Context): Subscripts {
  const {
    memory,
    types,
    shapes,
    dicts,
    objects,
    exceptions,
    natives,
    calls,
    continuations,
    reentry,
    heap,
    name: intern,
  } = context;
  const { i32 } = memory;
  const names = {
    get: intern("__getitem__"),
    set: intern("__setitem__"),
    delete: intern("__delitem__"),
    contains: intern("__contains__"),
    classGet: intern("__class_getitem__"),
    iter: intern("__iter__"),
    index: intern("__index__"),
  };
  const typeName = (word: Word): string => types.nameOf(types.typeOf(word));
  const sequenceIteratorShape = shapes.define(layoutOf("iterator", ITERATOR), NULL);

  const missing = (container: Word, what: string): Word =>
    exceptions.raise("TypeError", `'${typeName(container)}' object ${what}`);

  /** CPython treats the container as a sequence: it looks at the index before it finds that items cannot be changed. */
  function isSequenceIndex(container: Word, key: Word): boolean {
    const type = types.typeOf(container);
    if (!types.record(type).isClass && !SEQUENCES.has(types.nameOf(type))) return false;
    return types.lookup(types.typeOf(key), names.index) !== NULL;
  }

  /** Whether an object with `__index__` is an index of 64 bits. False: raised. May collect. */
  function fitsIndex(key: Word): boolean {
    const index = context.realm.index(key);
    if (index === NULL) return false;
    if (BigInt.asIntN(64, context.integers.toBigInt(index)) === context.integers.toBigInt(index)) return true;
    exceptions.raise("IndexError", `cannot fit '${typeName(key)}' into an index-sized integer`);
    return false;
  }

  const toBool = continuations.define(0, (result) => (result === NULL ? NULL : context.conversions.truth(result)));

  function containsByIteration(container: Word, item: Word): Word {
    const { realm, handles } = { realm: context.realm, handles: context.handles };
    const mark = handles.mark();
    const kept = handles.push(item);
    const iterator = handles.push(realm.iterate(container));
    let answer = handles.get(iterator) === NULL ? NULL : FALSE;
    if (
      answer === NULL &&
      exceptions.pendingIs("TypeError") &&
      types.lookup(types.typeOf(container), names.iter) === NULL
    ) {
      exceptions.clearPending();
      exceptions.raise("TypeError", `argument of type '${typeName(container)}' is not iterable`);
    }
    while (answer === FALSE) {
      const next = realm.next(handles.get(iterator));
      if (next === NULL) {
        if (exceptions.pending() !== NULL) answer = NULL;
        break;
      }
      const equal = realm.equals(next, handles.get(kept));
      if (equal !== 0) answer = equal === 1 ? TRUE : NULL;
    }
    handles.release(mark);
    return answer;
  }

  const subscripts: Subscripts = {
    get(container, key) {
      const found = types.lookup(types.typeOf(container), names.get);
      if (found !== NULL && found !== NONE) return calls.invokeBound(found, container, key);
      if (types.isType(container)) {
        const own = types.lookup(container, names.classGet);
        if (own !== NULL) return calls.invokeWith(context.attributes.get(container, names.classGet), key);
        return exceptions.raise("TypeError", `type '${types.nameOf(container)}' is not subscriptable`);
      }
      return missing(container, "is not subscriptable");
    },
    set(container, key, value) {
      const found = types.lookup(types.typeOf(container), names.set);
      if (found === NULL || found === NONE) {
        if (isSequenceIndex(container, key) && !fitsIndex(key)) return NULL;
        return missing(container, "does not support item assignment");
      }
      return calls.invokeBound(found, container, key, value);
    },
    delete(container, key) {
      const found = types.lookup(types.typeOf(container), names.delete);
      if (found === NULL || found === NONE) {
        if (!isSequenceIndex(container, key)) return missing(container, "does not support item deletion");
        return fitsIndex(key) ? missing(container, "doesn't support item deletion") : NULL;
      }
      return calls.invokeBound(found, container, key);
    },
    contains(container, item) {
      if ((container & 1) === 0 && i32[container >>> 2] >>> 8 === SHAPE_DICT) {
        const entry = dicts.find(container, item);
        return entry === RAISED ? NULL : entry === ABSENT ? FALSE : TRUE;
      }
      const type = types.typeOf(container);
      const answer = types.record(type).contains?.(container, item);
      if (answer !== undefined) return answer;
      const found = types.lookup(type, names.contains);
      if (found === NONE) return missing(container, "is not a container");
      if (found === NULL) return containsByIteration(container, item);
      if (natives.isImmediate(found)) {
        const word = calls.invokeBound(found, container, item);
        return word === TRUE || word === FALSE || word === NULL ? word : context.conversions.truth(word);
      }
      continuations.push(toBool);
      const result = calls.invokeBound(found, container, item);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
    sequenceIterator(sequence) {
      const iterator = objects.object(sequenceIteratorShape, 4);
      i32[(iterator + ITERATOR_SEQUENCE) >>> 2] = sequence;
      return iterator;
    },
  };

  /** The item at the index, until IndexError or StopIteration. May collect: it needs the result to advance. */
  function nextOfSequence(iterator: Word): Word {
    const sequence = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
    if (sequence === NULL) return NULL;
    const { handles } = context;
    const mark = handles.mark();
    const kept = handles.push(iterator);
    const index = i32[(iterator + ITERATOR_INDEX) >>> 2]++;
    const item = reentry.complete(subscripts.get, sequence, objects.int(index), 0);
    if (item === NULL && (exceptions.pendingIs("IndexError") || exceptions.pendingIs("StopIteration"))) {
      exceptions.clearPending();
      heap.storeWord(handles.get(kept), ITERATOR_SEQUENCE, NULL);
    }
    handles.release(mark);
    return item;
  }

  context.lateTypes.push((realm) =>
    realm.defineType({
      name: "iterator",
      shapes: [sequenceIteratorShape],
      next: nextOfSequence,
      iterate: (self) => self,
    }),
  );
  return subscripts;
}
