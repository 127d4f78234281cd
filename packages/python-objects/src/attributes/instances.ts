import { type Address, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  FIRST_DYNAMIC_SHAPE,
  FLAG_HEADER,
  FUNCTION_DICT,
  INSTANCE_OVERFLOW,
  INSTANCE_SLOTS,
  MODULE_DICT,
  SHAPE_COUNT_FIELD,
  SHAPE_FUNCTION,
  SHAPE_LANGUAGE_FIELD,
  SHAPE_MODULE,
  TAIL_SIZE,
  TYPE_ROOT_SHAPE,
} from "@hotpy/object-model";
import type { UpToValues } from "../context.js";

/** Attributes that an object itself holds: by shape in instances, in a dict for functions and modules. All leaf. */
export interface Instances {
  /** Can this object hold attributes of its own? */
  hasOwn(object: Word): boolean;
  /** Can it hold any attribute, in a `__dict__` that it has or can get? Instances of classes with `__slots__` hold those that these name. */
  hasDict(object: Word): boolean;
  /** Makes an instance one of another class, whose instances are laid out alike. */
  setType(instance: Word, type: Address): void;
  /** NULL if there is none. */
  get(object: Word, name: Word): Word;
  set(object: Word, name: Word, value: Word): void;
  /** False if there was none. */
  delete(object: Word, name: Word): boolean;
  /** Names of the attributes in order. */
  names(object: Word): Word[];
  /** The dict that holds the attributes of a function (made on request), a module, or an instance with a dict; else NULL. */
  dictOf(object: Word): Word;
  /** Objects of a shape that is no instance's keep attributes in a dict at this offset, made on request. */
  keepDict(shape: number, offset: number, make: (object: Word) => Word): void;
  /** Whether {@link keepDict} has been told of a shape. */
  keepsDict(shape: number): boolean;
  /** `__dict__` of an instance: from now on its attributes live in this dict, and it has a shape that says so. */
  toDict(instance: Word): Word;
  /** Gives an instance another dict. */
  setDict(instance: Word, dict: Word): void;
  /** Whether instances of this shape keep their attributes in a dict: then the shape says nothing about them. */
  isDictShape(shape: number): boolean;
  /** Whether an instance of this shape gets a dict when an attribute is added: it has many, or there are many shapes. */
  addsToDict(shape: number): boolean;
  /** Byte address of the slot at `position` of an instance. */
  slotAddress(instance: Address, shape: number, position: number): Address;
}

/** Value of SHAPE_LANGUAGE_FIELD. */
export const DICT_SHAPE = 1;

/**
 * Attributes that an instance has by its shape; with more it has a dict. Each shape has a map of its names, so a chain of shapes takes room that
 * is quadratic in its length.
 */
const ATTRIBUTES_BY_SHAPE = 128;
/** Shapes that there may be before new attributes go to dicts: programs that make up names have ever new shapes. */
const SHAPES = 100_000;

const NONE: readonly Word[] = [];

export function createInstances({ memory, heap, shapes, objects, dicts, types, name: intern }: UpToValues): Instances {
  const { i32 } = memory;

  const shapeOf = (object: Word): number => i32[object >>> 2] >>> 8;

  function isInstance(object: Word): boolean {
    return (object & 1) === 0 && shapeOf(object) >= FIRST_DYNAMIC_SHAPE && types.recordOf(object).kind !== "builtin";
  }

  function slotAddress(instance: Address, shape: number, position: number): Address {
    const inline = shapes.inlineSlots(shape);
    return position < inline
      ? instance + INSTANCE_SLOTS + position * 4
      : i32[(instance + INSTANCE_OVERFLOW) >>> 2] + ARRAY_ITEMS + (position - inline) * 4;
  }

  /** Room for one more attribute in the overflow array. */
  function growOverflow(instance: Address, needed: number): void {
    const old = i32[(instance + INSTANCE_OVERFLOW) >>> 2];
    const capacity = old === NULL ? 0 : i32[(old + TAIL_SIZE) >>> 2];
    if (needed <= capacity) return;
    const array = objects.array(Math.max(4, capacity * 2));
    for (let i = 0; i < capacity; i++) i32[((array + ARRAY_ITEMS) >>> 2) + i] = i32[((old + ARRAY_ITEMS) >>> 2) + i];
    heap.storeWord(instance, INSTANCE_OVERFLOW, array);
  }

  function setShape(object: Address, shape: number): void {
    i32[object >>> 2] = (shape << 8) | (i32[object >>> 2] & 255) | FLAG_HEADER;
  }

  function store(object: Address, slot: Address, value: Word): void {
    i32[slot >>> 2] = value;
    // The slot may lie in the overflow array, an object of its own.
    heap.barrier(object);
    const overflow = i32[(object + INSTANCE_OVERFLOW) >>> 2];
    if (overflow !== NULL) heap.barrier(overflow);
  }

  function dictOf(object: Word): Word {
    if ((object & 1) !== 0) return NULL;
    switch (shapeOf(object)) {
      case SHAPE_MODULE:
        return i32[(object + MODULE_DICT) >>> 2];
      case SHAPE_FUNCTION:
        if (i32[(object + FUNCTION_DICT) >>> 2] === NULL) heap.storeWord(object, FUNCTION_DICT, dicts.create());
        return i32[(object + FUNCTION_DICT) >>> 2];
    }
    if (isDictShape(shapeOf(object))) return i32[(object + INSTANCE_OVERFLOW) >>> 2];
    const kept = keptDicts.get(shapeOf(object));
    if (kept === undefined) return NULL;
    const at = (object + kept.offset) >>> 2;
    if (i32[at] === NULL) heap.storeWord(object, kept.offset, kept.make(object));
    return i32[at];
  }

  const keptDicts = new Map<number, { readonly offset: number; readonly make: (object: Word) => Word }>();

  const language = (shape: number): number => (shapes.record(shape) + SHAPE_LANGUAGE_FIELD) >>> 2;
  const isDictShape = (shape: number): boolean => shape >= FIRST_DYNAMIC_SHAPE && i32[language(shape)] === DICT_SHAPE;

  /** Names in the `__slots__` of a class whose instances have a dict, which does not show them: they keep their places beside it. */
  function slotNamesOf(type: Address, inlineSlots: number): readonly Word[] {
    if (!types.record(type).hasDict) return NONE;
    const known = slotNames.get(type);
    if (known !== undefined) return known;
    const names: Word[] = [];
    for (let each = type; each !== NULL; each = types.record(each).base)
      names.unshift(...types.record(each).slotNames.map(intern));
    const hidden = shapes.names(i32[(type + TYPE_ROOT_SHAPE) >>> 2]).length;
    // Where the dict lies there is no room for more.
    const result = hidden + names.length <= inlineSlots ? names : NONE;
    slotNames.set(type, result);
    return result;
  }
  const slotNames = new Map<Address, readonly Word[]>();

  /** By type and number of slots: shapes of instances that have a dict, and of those that had another class. */
  const otherRoots = new Map<string, number>();
  function otherRoot(type: Address, inlineSlots: number, hasDict: boolean): number {
    const key = `${type} ${inlineSlots} ${hasDict}`;
    let shape = otherRoots.get(key);
    if (shape === undefined) {
      const root = i32[(type + TYPE_ROOT_SHAPE) >>> 2];
      shape = shapes.defineInstance(
        `${types.nameOf(type)}${hasDict ? " with dict" : ""}`,
        type,
        inlineSlots,
        shapes.layoutOf(root),
      );
      // Hidden attributes, of exceptions and of what carries a value, stay where they are.
      for (const name of shapes.names(root)) shape = shapes.transition(shape, name);
      if (hasDict) {
        for (const name of slotNamesOf(type, inlineSlots)) shape = shapes.transition(shape, name);
        i32[language(shape)] = DICT_SHAPE;
      }
      otherRoots.set(key, shape);
    }
    return shape;
  }
  const dictShapeOf = (instance: Word): number =>
    otherRoot(types.typeOf(instance), shapes.inlineSlots(shapeOf(instance)), true);

  function setType(instance: Word, type: Address): void {
    const before = shapeOf(instance);
    if (types.record(type).kind === "builtin") return setShape(instance, i32[(type + TYPE_ROOT_SHAPE) >>> 2]);
    if (types.recordOf(instance).kind === "builtin") return setShape(instance, otherRoot(type, 0, true));
    const inlineSlots = shapes.inlineSlots(before);
    const own = i32[(type + TYPE_ROOT_SHAPE) >>> 2];
    if (isDictShape(before)) return setShape(instance, otherRoot(type, inlineSlots, true));
    let shape = shapes.inlineSlots(own) === inlineSlots ? own : otherRoot(type, inlineSlots, false);
    for (const name of shapes.names(before)) shape = shapes.transition(shape, name);
    setShape(instance, shape);
  }

  /** By shape: the keys of the dicts that instances of it were given. A dict of this VM, which the collector keeps. */
  const keysByShape = objects.root(dicts.create()) >>> 2;

  /** The attributes from position `first` on as a dict. Instances of one shape share the keys. */
  function dictOfSlots(instance: Address, shape: number, first: number): Address {
    const names = shapes.names(shape);
    const values = objects.array(names.length - first);
    let isFull = names.length > first;
    for (let position = first; position < names.length; position++) {
      const slot = slotAddress(instance, shape, position) >>> 2;
      i32[((values + ARRAY_ITEMS) >>> 2) + position - first] = i32[slot];
      if (i32[slot] === NULL) isFull = false;
      i32[slot] = NULL;
    }
    const shared = isFull ? dicts.get(i32[keysByShape], tagSmall(shape)) : NULL;
    if (shared !== NULL) return dicts.fromSharedKeys(shared, values + ARRAY_ITEMS);
    const dict = dicts.create();
    for (let position = first; position < names.length; position++) {
      const value = i32[((values + ARRAY_ITEMS) >>> 2) + position - first];
      if (value !== NULL) dicts.set(dict, names[position], value);
    }
    if (isFull) dicts.set(i32[keysByShape], tagSmall(shape), dicts.shareKeys(dict));
    return dict;
  }

  function toDict(instance: Word): Word {
    const shape = shapeOf(instance);
    if (isDictShape(shape)) return i32[(instance + INSTANCE_OVERFLOW) >>> 2];
    const next = dictShapeOf(instance);
    const isBeside = hasPlaceBesideDict(instance, shape);
    const dict = isBeside ? dictBeside(instance, shape, next) : dictOfSlots(instance, shape, shapes.names(next).length);
    setShape(instance, next);
    heap.storeWord(instance, INSTANCE_OVERFLOW, dict);
    return dict;
  }

  const hasPlaceBesideDict = (instance: Word, shape: number): boolean =>
    slotNamesOf(types.typeOf(instance), shapes.inlineSlots(shape)).length > 0;

  /** The same for an instance of a class with `__slots__`, whose values go to their places in the shape that it will have. */
  function dictBeside(instance: Address, shape: number, next: number): Address {
    const values = shapes.names(shape).map((name, position) => ({
      name,
      value: i32[slotAddress(instance, shape, position) >>> 2],
    }));
    for (let position = 0; position < shapes.inlineSlots(shape); position++)
      i32[slotAddress(instance, shape, position) >>> 2] = NULL;
    const dict = dicts.create();
    for (const { name, value } of values) {
      const position = shapes.slotOf(next, name);
      if (position >= 0) i32[slotAddress(instance, next, position) >>> 2] = value;
      else if (value !== NULL) dicts.set(dict, name, value);
    }
    heap.barrier(instance);
    return dict;
  }

  function addsToDict(shape: number): boolean {
    return i32[(shapes.record(shape) + SHAPE_COUNT_FIELD) >>> 2] >= ATTRIBUTES_BY_SHAPE || shapes.count() >= SHAPES;
  }

  function set(object: Word, name: Word, value: Word): void {
    const shape = shapeOf(object);
    const dict = dictOf(object);
    const position = dict === NULL || isDictShape(shape) ? shapes.slotOf(shape, name) : -1;
    if (position >= 0) {
      store(object, slotAddress(object, shape, position), value);
      return;
    }
    if (dict !== NULL) {
      dicts.set(dict, name, value);
      return;
    }
    if (addsToDict(shape)) {
      dicts.set(toDict(object), name, value);
      return;
    }
    const next = shapes.transition(shape, name);
    const added = shapes.slotOf(next, name);
    const overflow = added - shapes.inlineSlots(next);
    if (overflow >= 0) growOverflow(object, overflow + 1);
    setShape(object, next);
    store(object, slotAddress(object, next, added), value);
  }

  /** The attributes after it move down by one position. */
  function remove(object: Word, name: Word): boolean {
    const shape = shapeOf(object);
    const position = shapes.slotOf(shape, name);
    if (position < 0 || i32[slotAddress(object, shape, position) >>> 2] === NULL) return false;
    if (addsToDict(shape)) return dicts.delete(toDict(object), name) !== NULL;
    const last = i32[(shapes.record(shape) + SHAPE_COUNT_FIELD) >>> 2] - 1;
    for (let i = position; i < last; i++)
      i32[slotAddress(object, shape, i) >>> 2] = i32[slotAddress(object, shape, i + 1) >>> 2];
    i32[slotAddress(object, shape, last) >>> 2] = NULL;
    setShape(object, shapes.removal(shape, name));
    // One may have moved from the overflow array into the instance.
    heap.barrier(object);
    return true;
  }

  return {
    setType,
    hasDict: (object) => (isInstance(object) ? types.recordOf(object).hasDict : dictOf(object) !== NULL),
    // A dict that is kept once it is asked for is not made to be told that it can be.
    hasOwn: (object) =>
      isInstance(object) || ((object & 1) === 0 && keptDicts.has(shapeOf(object))) || dictOf(object) !== NULL,
    get(object, name) {
      if ((object & 1) !== 0) return NULL;
      const shape = shapeOf(object);
      if (shape >= FIRST_DYNAMIC_SHAPE) {
        const position = shapes.slotOf(shape, name);
        if (position >= 0) return i32[slotAddress(object, shape, position) >>> 2];
        if (isDictShape(shape)) return dicts.getInterned(i32[(object + INSTANCE_OVERFLOW) >>> 2], name);
        return keptDicts.has(shape) ? dicts.getInterned(dictOf(object), name) : NULL;
      }
      if (shape === SHAPE_FUNCTION && i32[(object + FUNCTION_DICT) >>> 2] === NULL) return NULL;
      const dict = dictOf(object);
      return dict === NULL ? NULL : dicts.getInterned(dict, name);
    },
    set,
    delete(object, name) {
      const dict = dictOf(object);
      if (dict === NULL) return isInstance(object) && remove(object, name);
      const position = isDictShape(shapeOf(object)) ? shapes.slotOf(shapeOf(object), name) : -1;
      if (position >= 0) {
        const at = slotAddress(object, shapeOf(object), position) >>> 2;
        const isThere = i32[at] !== NULL;
        i32[at] = NULL;
        return isThere;
      }
      return dicts.delete(dict, name) !== NULL;
    },
    names(object) {
      const shape = shapeOf(object);
      if (isDictShape(shape)) {
        const dict = dictOf(object);
        const names: Word[] = [];
        for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1))
          names.push(dicts.keyAt(dict, entry));
        return names;
      }
      const beside = hasPlaceBesideDict(object, shape)
        ? slotNamesOf(types.typeOf(object), shapes.inlineSlots(shape))
        : NONE;
      return shapes
        .names(shape)
        .filter((name, i) => i32[slotAddress(object, shape, i) >>> 2] !== NULL && !beside.includes(name));
    },
    dictOf,
    keepsDict: (shape) => keptDicts.has(shape),
    keepDict: (shape, offset, make) => void keptDicts.set(shape, { offset, make }),
    toDict,
    setDict(instance, dict) {
      if (shapeOf(instance) === SHAPE_FUNCTION) return heap.storeWord(instance, FUNCTION_DICT, dict);
      const kept = keptDicts.get(shapeOf(instance));
      if (kept !== undefined) return heap.storeWord(instance, kept.offset, dict);
      toDict(instance);
      heap.storeWord(instance, INSTANCE_OVERFLOW, dict);
    },
    isDictShape,
    addsToDict,
    slotAddress,
  };
}
