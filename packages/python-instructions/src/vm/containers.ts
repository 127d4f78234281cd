import { ABSENT, RAISED, UNDECIDED } from "@hotpy/dict";
import { FRAME_SP } from "@hotpy/frame-stack";
import { type Address, FALSE, NONE, NULL, STATE_FRAME, TRUE, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_DICT,
  SHAPE_GENERATOR,
  SHAPE_LIST,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { type Context, RESUME, SHAPE_FROZENSET, SHAPE_SET } from "@hotpy/python-objects";
import type { AttributeOperations } from "./attributes.js";
import { describeCallee } from "./functions.js";

/**
 * Building and taking apart containers. `top` is the word index past the operands, which stay on the stack: operations
 * that run Python code re-read them from there.
 */
export interface ContainerOperations {
  /** Byte addresses of the continuations under which methods are called: the result is dropped, or its truth is the result, or its falsehood. */
  readonly discardContinuation: Address;
  readonly truthContinuation: Address;
  readonly falsehoodContinuation: Address;
  readonly emptyTuple: Word;
  tupleFrom(address: Address, count: number): Word;
  listFrom(address: Address, count: number): Word;
  buildMap(top: number, count: number): Word;
  buildSet(top: number, count: number): Word;
  formatValue(top: number, flags: number): Word;
  /** The kernel's, itself: 0 where there is no room. */
  appendToList(list: Word, item: Word): number;
  /** For a kernel's result that says that there is no room: raises MemoryError. */
  noMemory(): Word;
  setAdd(top: number, depth: number): Word;
  mapAdd(top: number, depth: number): Word;
  /** Of any iterable, as {@link PythonVm.listExtend} of lists and tuples. */
  extendByAny(top: number, depth: number): Word;
  setUpdate(top: number, depth: number): Word;
  dictUpdate(top: number, depth: number): Word;
  dictMerge(top: number, depth: number): Word;
  /** Leaves the items where the operand was, the first on top. */
  unpackSequence(top: number, count: number): Word;
  unpackAroundStar(top: number, flags: number): Word;
  dictGet(dict: Word, key: Word): Word;
  dictSet(dict: Word, key: Word, value: Word): Word;
  getItem(container: Word, key: Word): Word;
  setItem(container: Word, key: Word, value: Word): Word;
  deleteItem(container: Word, key: Word): Word;
  contains(container: Word, item: Word, negate: number): Word;
}

const DONE: Word = 1;

/**
 * @param noteMethod remembers, for the loop, the method that an object's class has for a name
 * @param noteTexts the same for what gives an object's text
 */
export function createContainerOperations(
  context: Context,
  { noteMethod, noteTexts }: Pick<AttributeOperations, "noteMethod" | "noteTexts">,
): ContainerOperations {
  const {
    memory,
    heap,
    handles,
    kernel,
    objects,
    dicts,
    strings,
    exceptions,
    types,
    natives,
    calls,
    subscripts,
    conversions,
    continuations,
    reentry,
    realm,
    name: intern,
  } = context;
  const { i32 } = memory;
  const reprName = intern("__repr__");
  const at = (address: Address, offset: number): number => (address + offset) >>> 2;
  const done = (holds: boolean): Word => (holds ? DONE : NULL);
  const typeName = (word: Word): string => types.shownNameOf(types.typeOf(word));
  const isShape = (word: Word, shape: number): boolean => (word & 1) === 0 && i32[word >>> 2] >>> 8 === shape;
  /** Whether a container is searched by hash, and of exactly such a type. */
  const isSearched = (container: Word): boolean =>
    isShape(container, SHAPE_DICT) || isShape(container, SHAPE_SET) || isShape(container, SHAPE_FROZENSET);

  /** Calls a method of the container at `depth` below the operand on top. */
  function callOnContainer(top: number, depth: number, method: string): Word {
    return done(realm.callMethod(i32[top - 1 - depth], intern(method), i32[top - 1]) !== NULL);
  }

  /** Sets all keys of a mapping in the dict; `isMerge`: a key that is there already is an error of the call. */
  function addMapping(top: number, depth: number, isMerge: boolean): Word {
    const source = i32[top - 1];
    const target = (): Word => i32[top - 1 - depth];
    // In a call, function and positional arguments lie below the dict.
    const callee = (): Word => i32[top - 3 - depth];
    if (!isShape(source, SHAPE_DICT)) {
      if (realm.findAttribute(source, intern("keys")) === NULL) {
        if (exceptions.pending() !== NULL) return NULL;
        const message = isMerge
          ? `${describeCallee(context, callee())} argument after ** must be a mapping, not ${typeName(i32[top - 1])}`
          : `'${typeName(i32[top - 1])}' object is not a mapping`;
        return exceptions.raise("TypeError", message);
      }
      const dict = realm.call(realm.type("dict"), i32[top - 1]);
      if (dict === NULL) return NULL;
      i32[top - 1] = dict;
    }
    // Where the target has no keys yet, none can be there twice.
    if (!isMerge || dicts.length(target()) === 0) {
      const updated = dicts.kernel.updateDict(target(), i32[top - 1]);
      if (updated === NULL) return done(heap.exhausted() !== NULL);
      if (updated !== UNDECIDED) return DONE;
    }
    for (let entry = dicts.nextEntry(i32[top - 1], 0); entry >= 0; entry = dicts.nextEntry(i32[top - 1], entry + 1)) {
      const key = realm.valueOf(dicts.keyAt(i32[top - 1], entry));
      if (isMerge) {
        // Names that are no strings are told when the call is made.
        if (strings.isString(key) && dicts.get(target(), key) !== NULL) {
          return exceptions.raise(
            "TypeError",
            `${describeCallee(context, callee())} got multiple values for keyword argument '${strings.toJS(key)}'`,
          );
        }
      }
      if (!dicts.set(target(), dicts.keyAt(i32[top - 1], entry), dicts.valueAt(i32[top - 1], entry))) return NULL;
    }
    return DONE;
  }

  /** Whether the word can be iterated over; false: raised, worded as for unpacking. */
  function checkUnpackable(word: Word): boolean {
    const isIterable =
      (word & 1) === 0 &&
      (types.recordOf(word).iterate !== undefined ||
        ["__iter__", "__getitem__"].some((name) => types.lookup(types.typeOf(word), intern(name)) !== NULL));
    return isIterable || exceptions.raise("TypeError", `cannot unpack non-iterable ${typeName(word)} object`) !== NULL;
  }

  /**
   * The next item of what is around a generator of a builtin that a kernel can go on with; UNDECIDED: it is another one. The kernel notes where such a
   * generator goes on, and those that are made from then on are unpacked at once.
   */
  function stepOf(iterator: Word): Word {
    const generator = context.pythonKernel.iteratePlain(iterator);
    return generator !== UNDECIDED && isShape(generator, SHAPE_GENERATOR)
      ? context.pythonKernel.stepOfGenerator(generator)
      : UNDECIDED;
  }

  /** The first items of an iterable, at most `most` of them; undefined: raised. */
  function firstItems(iterable: Word, most: number): Word[] | undefined {
    if (!checkUnpackable(iterable)) return undefined;
    const mark = handles.mark();
    const iterator = handles.push(realm.iterate(iterable));
    const kept: number[] = [];
    if (handles.get(iterator) !== NULL) {
      while (kept.length < most) {
        const quick = kept.length === 0 ? UNDECIDED : stepOf(handles.get(iterator));
        const item = quick === UNDECIDED ? realm.next(handles.get(iterator)) : quick;
        if (item === NULL) break;
        kept.push(handles.push(item));
      }
    }
    const items = kept.map(handles.get);
    handles.release(mark);
    return exceptions.pending() === NULL ? items : undefined;
  }

  /**
   * All items of an iterable as a list; NULL: raised. The first are taken from its iterator, and a list is made of the rest, which asks the
   * iterator for an iterator and for its length.
   */
  function firstAndRest(iterable: Word, first: number): Word {
    const mark = handles.mark();
    const iterator = handles.push(realm.iterate(iterable));
    const list = handles.push(objects.list([]));
    let result = NULL;
    if (handles.get(iterator) !== NULL) {
      let item = NULL;
      for (let i = 0; i < first; i++) {
        item = realm.next(handles.get(iterator));
        if (item === NULL) break;
        objects.append(handles.get(list), item);
      }
      const isOver = first > 0 && item === NULL;
      const rest = isOver ? NULL : realm.listOf(handles.get(iterator));
      if (rest !== NULL && !kernel.extendList(handles.get(list), rest)) heap.exhausted();
      if (exceptions.pending() === NULL) result = handles.get(list);
    }
    handles.release(mark);
    return result;
  }

  const [getItemName, setItemName, deleteItemName, containsName, addName] = [
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__contains__",
    "add",
  ].map(intern);
  /** The operation of a container whose method has this name; its result is dropped. */
  function discarding(method: Word, operation: (a: Word, b: Word, c: Word) => Word, a: Word, b: Word, c: Word): Word {
    if (natives.isImmediate(types.lookup(types.typeOf(a), method))) return operation(a, b, c);
    continuations.push(subscripts.afterSet);
    const result = operation(a, b, c);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** Takes operands off the stack before Python code is called, which then returns to behind the instruction. */
  function dropOperands(top: number, count: number): void {
    i32[at(i32[STATE_FRAME >>> 2], FRAME_SP)] = (top - count) << 2;
  }

  /** Remembers, for the loop and its kernels, what the class of a container has for a name. */
  function note(container: Word, name: Word): void {
    noteMethod(container, name);
    context.traits(types.typeOf(container));
  }

  const negate = continuations.define(0, (result) => (result === NULL ? NULL : result === TRUE ? FALSE : TRUE));

  const discardContinuation = continuations.addressOf(subscripts.afterSet);
  context.pythonKernel.discardStoresBy(discardContinuation);

  return {
    discardContinuation,
    truthContinuation: continuations.addressOf(subscripts.afterContains),
    falsehoodContinuation: continuations.addressOf(subscripts.afterNotContains),
    emptyTuple: objects.emptyTuple,
    tupleFrom: objects.tupleFrom,
    listFrom: objects.listFrom,
    buildMap(top, count) {
      const dict = handles.push(dicts.create(count));
      let isDone = true;
      for (let i = top - 2 * count; i < top && isDone; i += 2)
        isDone = dicts.set(handles.get(dict), i32[i], i32[i + 1]);
      const result = handles.get(dict);
      handles.release(dict);
      return isDone ? result : NULL;
    },
    buildSet(top, count) {
      return realm.call(realm.type("set"), objects.listFrom((top - count) << 2, count));
    },
    formatValue(top, flags) {
      const hasSpec = (flags & 4) !== 0;
      const operand = hasSpec ? top - 2 : top - 1;
      const conversion = flags & 3;
      let value = i32[operand];
      if (!hasSpec && (value & 1) !== 0) return context.integers.toText(value);
      if (conversion === 0 && !hasSpec && strings.isString(value)) return value;
      if (conversion === 2) noteMethod(value, reprName);
      else noteTexts(value);
      if (conversion === 1) value = realm.toStr(value);
      else if (conversion === 2) value = realm.repr(value);
      else if (conversion === 3)
        value = realm.call(dicts.getInterned(i32[context.modules.builtins >>> 2], intern("ascii")), value);
      if (value === NULL || (conversion !== 0 && !hasSpec)) return value;
      return realm.format(value, hasSpec ? i32[top - 1] : NULL);
    },
    appendToList: kernel.appendToList,
    noMemory: () => heap.exhausted(),
    setAdd(top, depth) {
      const [set, key] = [i32[top - 1 - depth], i32[top - 1]];
      const add = types.lookup(types.typeOf(set), addName);
      if (!realm.isHashedByCode(key)) return done(calls.invokeBound(add, set, key) !== NULL);
      dropOperands(top, 1);
      return discarding(addName, () => calls.invokeBound(add, set, key), set, key, NULL);
    },
    mapAdd(top, depth) {
      const [dict, key, value] = [i32[top - 2 - depth], i32[top - 2], i32[top - 1]];
      if (!realm.isHashedByCode(key)) return done(dicts.set(dict, key, value));
      dropOperands(top, 2);
      return discarding(setItemName, subscripts.set, dict, key, value);
    },
    extendByAny(top, depth) {
      const source = i32[top - 1];
      const list = i32[top - 1 - depth];
      if (isShape(source, SHAPE_LIST) || isShape(source, SHAPE_TUPLE))
        return kernel.extendList(list, source) ? DONE : heap.exhausted();
      const type = types.typeOf(source);
      if (types.lookup(type, intern("__iter__")) === NULL && types.lookup(type, intern("__getitem__")) === NULL) {
        return exceptions.raise("TypeError", `Value after * must be an iterable, not ${typeName(source)}`);
      }
      return callOnContainer(top, depth, "extend");
    },
    setUpdate: (top, depth) => callOnContainer(top, depth, "update"),
    dictUpdate: (top, depth) => addMapping(top, depth, false),
    dictMerge: (top, depth) => addMapping(top, depth, true),
    unpackSequence(top, count) {
      const list = context.pythonKernel.listToUnpack(i32[top - 1], count);
      if (list !== UNDECIDED && list !== NULL && i32[at(list, LIST_LENGTH)] === count) {
        const first = (i32[at(list, LIST_ITEMS)] + ARRAY_ITEMS) >>> 2;
        for (let i = 0; i < count; i++) i32[top + count - 2 - i] = i32[first + i];
        return DONE;
      }
      context.traits(types.typeOf(i32[top - 1]));
      const items = firstItems(i32[top - 1], count + 1);
      if (items === undefined) return NULL;
      if (items.length > count) return exceptions.raise("ValueError", `too many values to unpack (expected ${count})`);
      if (items.length < count)
        return exceptions.raise("ValueError", `not enough values to unpack (expected ${count}, got ${items.length})`);
      items.forEach((item, i) => {
        i32[top - 1 + count - 1 - i] = item;
      });
      return DONE;
    },
    unpackAroundStar(top, flags) {
      const before = flags & 255;
      const after = flags >> 8;
      if (!isShape(i32[top - 1], SHAPE_LIST) && !isShape(i32[top - 1], SHAPE_TUPLE)) {
        const list = checkUnpackable(i32[top - 1]) ? firstAndRest(i32[top - 1], before) : NULL;
        if (list === NULL) return NULL;
        i32[top - 1] = list;
      }
      const source = i32[top - 1];
      const isList = isShape(source, SHAPE_LIST);
      const length = isList ? i32[at(source, LIST_LENGTH)] : i32[at(source, TAIL_SIZE)];
      const items = isList ? i32[at(source, LIST_ITEMS)] + ARRAY_ITEMS : source + TUPLE_ITEMS;
      if (length < before + after) {
        return exceptions.raise(
          "ValueError",
          `not enough values to unpack (expected at least ${before + after}, got ${length})`,
        );
      }
      const middle = objects.listFrom(items + before * 4, length - before - after);
      // The first target's item comes on top.
      let to = top - 1 + before + after;
      for (let i = 0; i < before; i++) i32[to--] = i32[(items >>> 2) + i];
      i32[to--] = middle;
      for (let i = length - after; i < length; i++) i32[to--] = i32[(items >>> 2) + i];
      return DONE;
    },
    dictGet(dict, key) {
      if (realm.isHashedByCode(key)) return subscripts.get(dict, key);
      const kept = handles.push(key);
      const value = dicts.get(dict, key);
      const sought = handles.get(kept);
      handles.release(kept);
      return value !== NULL || exceptions.pending() !== NULL ? value : exceptions.raiseWith("KeyError", sought);
    },
    dictSet(dict, key, value) {
      if (realm.isHashedByCode(key)) return discarding(setItemName, subscripts.set, dict, key, value);
      return done(dicts.set(dict, key, value));
    },
    getItem(container, key) {
      note(container, getItemName);
      return subscripts.get(container, key);
    },
    setItem(container, key, value) {
      note(container, setItemName);
      return discarding(setItemName, subscripts.set, container, key, value);
    },
    deleteItem(container, key) {
      if (!isShape(container, SHAPE_DICT)) return discarding(deleteItemName, subscripts.delete, container, key, NULL);
      if (dicts.kernel.deleteKey(container, key) === NONE) return DONE;
      const kept = handles.push(key);
      const value = dicts.delete(container, key);
      const sought = handles.get(kept);
      handles.release(kept);
      return value !== NULL || exceptions.pending() !== NULL
        ? done(value !== NULL)
        : exceptions.raiseWith("KeyError", sought);
    },
    contains(container, item, negated) {
      if (isSearched(container) && realm.isHashedByCode(item)) {
        const search = types.lookup(types.typeOf(container), containsName);
        if (negated === 0) return calls.invokeBound(search, container, item);
        continuations.push(negate);
        const result = calls.invokeBound(search, container, item);
        return result === RESUME ? RESUME : continuations.finish(result);
      }
      if (isShape(container, SHAPE_DICT)) {
        const entry = dicts.find(container, item);
        return entry === RAISED ? NULL : (entry === ABSENT) === (negated === 1) ? TRUE : FALSE;
      }
      note(container, containsName);
      if (negated === 0) return subscripts.contains(container, item);
      const type = types.typeOf(container);
      const plain = types.record(type).contains?.(container, item);
      if (plain !== undefined) return plain === TRUE ? FALSE : TRUE;
      const found = types.lookup(type, containsName);
      if (natives.isImmediate(found)) {
        const result = calls.invokeBound(found, container, item);
        if (result === FALSE) return TRUE;
        const truth = result === NULL || result === TRUE ? result : reentry.complete(conversions.truth, result, 0, 0);
        return truth === NULL ? NULL : truth === TRUE ? FALSE : TRUE;
      }
      continuations.push(negate);
      const result = subscripts.contains(container, item);
      return result === RESUME ? RESUME : continuations.finish(result);
    },
  };
}
