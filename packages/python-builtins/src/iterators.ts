/// The iterators of builtin containers, and whatever iterates without running Python code.

import { UNDECIDED } from "@hotpy/dict";
import { type Address, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_REMAINING,
  defineFields,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  LIST_LENGTH,
  layoutOf,
  mutable,
  SHAPE_DICT,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_LIST,
  SHAPE_LIST_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR4,
  SHAPE_TUPLE,
  SHAPE_TUPLE_ITERATOR,
} from "@hotpy/object-model";
import type { Machine, Making, Raising } from "@hotpy/python-objects";
import {
  LONG_RANGE_NEXT,
  LONG_RANGE_STEP,
  LONG_RANGE_STOP,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_BYTEARRAY_ITERATOR,
  SHAPE_BYTES_ITERATOR,
  SHAPE_DICT_ITEMS_VIEW,
  SHAPE_DICT_KEYS_VIEW,
  SHAPE_DICT_VALUES_VIEW,
  SHAPE_LIST_REVERSE_ITERATOR,
  SHAPE_LONG_RANGE_ITERATOR,
  SHAPE_MEMORY_ITERATOR,
  SHAPE_RANGE,
  SHAPE_RANGE_ITERATOR,
  VIEW_DICT,
} from "@hotpy/python-objects";
import type { Lists } from "./sequences/lists.js";

/** `next` of an iterator that is native: the next item or NULL, with an exception pending only if it raised. Leaf. */
export type NativeNext = (iterator: Word) => Word;

export interface Iterators {
  /** `next` of an object whose iteration runs no Python code, else undefined. */
  nextOf(iterator: Word): NativeNext | undefined;
  /** The same by shape. */
  nextOfShape(shape: number): NativeNext | undefined;
  /** An iterator over an object whose iteration runs no Python code, else NULL with nothing pending. Leaf. */
  over(iterable: Word): Word;
  /** Makes a shape native: its objects are their own iterators. */
  register(shape: number, next: NativeNext): void;
  /** Shapes of the iterators of builtin containers by the names of their types. */
  readonly shapesByType: Readonly<Record<string, readonly number[]>>;
  /** Makes objects of a shape iterable natively. */
  registerIterable(shape: number, iterate: (iterable: Word) => Word): void;
  overSequence(shape: number, sequence: Word): Word;
  overDict(shape: number, dict: Word): Word;
  overRange(range: Word): Word;
  /** An iterator over a list, tuple, string, bytes or bytearray from its end; its type has the given name. */
  reversed(sequence: Word, typeName: "list_reverseiterator" | "reversed"): Word;
  /** Number of items still to come of a native iterator over a builtin container, else -1. */
  remaining(iterator: Word): number;
}

const BUILTIN_ITERATORS = {
  list_iterator: [SHAPE_LIST_ITERATOR],
  tuple_iterator: [SHAPE_TUPLE_ITERATOR],
  str_ascii_iterator: [SHAPE_STR_ITERATOR],
  range_iterator: [SHAPE_RANGE_ITERATOR],
  longrange_iterator: [SHAPE_LONG_RANGE_ITERATOR],
  bytes_iterator: [SHAPE_BYTES_ITERATOR],
  bytearray_iterator: [SHAPE_BYTEARRAY_ITERATOR],
  memory_iterator: [SHAPE_MEMORY_ITERATOR],
  dict_keyiterator: [SHAPE_DICT_KEY_ITERATOR],
  dict_valueiterator: [SHAPE_DICT_VALUE_ITERATOR],
  dict_itemiterator: [SHAPE_DICT_ITEM_ITERATOR],
};

const REVERSE_ITERATOR = defineFields("reverse_iterator", {
  index: mutable("i32", ITERATOR_INDEX),
  sequence: mutable("word", ITERATOR_SEQUENCE),
});

export function createIterators(realm: Machine & Making & Raising, lists: Lists): Iterators {
  const { memory, strings, bytes, dicts, integers } = realm;
  const { i32 } = memory;
  const nexts = new Map<number, NativeNext>();
  const iterables = new Map<number, (iterable: Word) => Word>();

  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
  const field = (object: Address, offset: number): number => i32[(object + offset) >>> 2];
  const setField = (object: Address, offset: number, value: number): void => {
    i32[(object + offset) >>> 2] = value;
  };

  function overSequence(shape: number, sequence: Word): Word {
    const iterator = realm.object(shape);
    setField(iterator, ITERATOR_SEQUENCE, sequence);
    return iterator;
  }

  function overDict(shape: number, dict: Word): Word {
    const iterator = realm.object(shape);
    setField(iterator, DICT_ITERATOR_COUNT, field(dict, DICT_COUNT));
    setField(iterator, DICT_ITERATOR_DICT, dict);
    setField(iterator, DICT_ITERATOR_REMAINING, field(dict, DICT_COUNT));
    return iterator;
  }

  function overRange(range: Word): Word {
    const start = integers.toExactNumber(field(range, RANGE_START));
    const stop = integers.toExactNumber(field(range, RANGE_STOP));
    const step = integers.toExactNumber(field(range, RANGE_STEP));
    const count = step > 0 ? Math.ceil((stop - start) / step) : Math.ceil((start - stop) / -step);
    const remaining = Math.max(0, count);
    const isShort = isSmallNumber(start) && isSmallNumber(step) && isSmallNumber(start + step * remaining);
    if (isShort || remaining === 0) {
      const iterator = realm.object(SHAPE_RANGE_ITERATOR);
      setField(iterator, RANGE_ITERATOR_NEXT, start);
      setField(iterator, RANGE_ITERATOR_REMAINING, remaining);
      setField(iterator, RANGE_ITERATOR_STEP, step);
      return iterator;
    }
    const iterator = realm.object(SHAPE_LONG_RANGE_ITERATOR);
    setField(iterator, LONG_RANGE_NEXT, field(range, RANGE_START));
    setField(iterator, LONG_RANGE_STOP, field(range, RANGE_STOP));
    setField(iterator, LONG_RANGE_STEP, field(range, RANGE_STEP));
    return iterator;
  }

  const isSmallNumber = (value: number): boolean => value >= -0x40000000 && value <= 0x3fffffff;

  function nextOfSequence(iterator: Word): Word {
    const sequence = field(iterator, ITERATOR_SEQUENCE);
    if (sequence === NULL) return NULL;
    const index = field(iterator, ITERATOR_INDEX);
    if (index < lists.length(sequence)) {
      setField(iterator, ITERATOR_INDEX, index + 1);
      return lists.item(sequence, index);
    }
    setField(iterator, ITERATOR_SEQUENCE, NULL);
    return NULL;
  }

  function nextOfString(iterator: Word): Word {
    const character = realm.kernel.nextCharacter(iterator);
    return character === UNDECIDED ? realm.heap.exhausted() : character;
  }

  /** Of a bytearray it is asked each time how long it is. */
  function nextOfBytes(iterator: Word): Word {
    const sequence = field(iterator, ITERATOR_SEQUENCE);
    if (sequence === NULL) return NULL;
    const index = field(iterator, ITERATOR_INDEX);
    if (index < bytes.size(sequence)) {
      setField(iterator, ITERATOR_INDEX, index + 1);
      return tagSmall(memory.u8[(bytes.data(sequence) >>> 0) + index]);
    }
    setField(iterator, ITERATOR_SEQUENCE, NULL);
    return NULL;
  }

  function nextOfRange(iterator: Word): Word {
    const remaining = field(iterator, RANGE_ITERATOR_REMAINING);
    if (remaining <= 0) return NULL;
    const value = field(iterator, RANGE_ITERATOR_NEXT);
    setField(iterator, RANGE_ITERATOR_REMAINING, remaining - 1);
    setField(iterator, RANGE_ITERATOR_NEXT, value + field(iterator, RANGE_ITERATOR_STEP));
    return tagSmall(value);
  }

  function nextOfLongRange(iterator: Word): Word {
    const value = field(iterator, LONG_RANGE_NEXT);
    const step = field(iterator, LONG_RANGE_STEP);
    const order = integers.compare(value, field(iterator, LONG_RANGE_STOP));
    if (integers.sign(step) > 0 ? order >= 0 : order <= 0) return NULL;
    setField(iterator, LONG_RANGE_NEXT, integers.add(value, step));
    realm.heap.barrier(iterator);
    return value;
  }

  function nextOfDict(iterator: Word): Word {
    const item = dicts.kernel.nextOfDict(iterator);
    if (item !== UNDECIDED) return item;
    const hasChangedSize =
      field(field(iterator, DICT_ITERATOR_DICT), DICT_COUNT) !== field(iterator, DICT_ITERATOR_COUNT);
    // As many keys may have come as went, so that the size did not tell.
    if (!hasChangedSize && field(iterator, DICT_ITERATOR_REMAINING) !== 0) return realm.heap.exhausted();
    // From then on it always fails.
    setField(iterator, DICT_ITERATOR_COUNT, -1);
    return realm.raise(
      "RuntimeError",
      `dictionary ${hasChangedSize ? "changed size" : "keys changed"} during iteration`,
    );
  }

  nexts.set(SHAPE_LIST_ITERATOR, nextOfSequence);
  nexts.set(SHAPE_TUPLE_ITERATOR, nextOfSequence);
  nexts.set(SHAPE_STR_ITERATOR, nextOfString);
  nexts.set(SHAPE_BYTES_ITERATOR, nextOfBytes);
  nexts.set(SHAPE_BYTEARRAY_ITERATOR, nextOfBytes);
  nexts.set(SHAPE_RANGE_ITERATOR, nextOfRange);
  nexts.set(SHAPE_LONG_RANGE_ITERATOR, nextOfLongRange);
  nexts.set(SHAPE_DICT_KEY_ITERATOR, nextOfDict);
  nexts.set(SHAPE_DICT_VALUE_ITERATOR, nextOfDict);
  nexts.set(SHAPE_DICT_ITEM_ITERATOR, nextOfDict);

  /* ---- from the end: raw index of the next item, then the sequence ---- */
  const reverseShapes = {
    list_reverseiterator: SHAPE_LIST_REVERSE_ITERATOR,
    reversed: realm.shapes.define(layoutOf("reverse-iterator", REVERSE_ITERATOR), NULL),
  };

  const isBytes = (word: Word): boolean => bytes.isBytes(word) || bytes.isByteArray(word);
  function lengthOf(sequence: Word): number {
    if (strings.isString(sequence)) return strings.length(sequence);
    return isBytes(sequence) ? bytes.size(sequence) : lists.length(sequence);
  }

  function nextOfReversed(iterator: Word): Word {
    const sequence = field(iterator, ITERATOR_SEQUENCE);
    if (sequence === NULL) return NULL;
    const index = field(iterator, ITERATOR_INDEX);
    if (index >= 0 && index < lengthOf(sequence)) {
      setField(iterator, ITERATOR_INDEX, index - 1);
      if (strings.isString(sequence)) return strings.charAt(sequence, index);
      if (isBytes(sequence)) return tagSmall(memory.u8[(bytes.data(sequence) >>> 0) + index]);
      return lists.item(sequence, index);
    }
    setField(iterator, ITERATOR_SEQUENCE, NULL);
    return NULL;
  }
  nexts.set(reverseShapes.reversed, nextOfReversed);
  nexts.set(reverseShapes.list_reverseiterator, realm.pythonKernel.nextOfReversed);

  function reversed(sequence: Word, typeName: keyof typeof reverseShapes): Word {
    const iterator = overSequence(reverseShapes[typeName], sequence);
    setField(iterator, ITERATOR_INDEX, lengthOf(sequence) - 1);
    return iterator;
  }

  function over(iterable: Word): Word {
    const shape = shapeOf(iterable);
    switch (shape) {
      case SHAPE_LIST:
        return overSequence(SHAPE_LIST_ITERATOR, iterable);
      case SHAPE_TUPLE:
        return overSequence(SHAPE_TUPLE_ITERATOR, iterable);
      case SHAPE_BYTE_STRING:
        return overSequence(SHAPE_BYTES_ITERATOR, iterable);
      case SHAPE_BYTEARRAY:
        return overSequence(SHAPE_BYTEARRAY_ITERATOR, iterable);
      case SHAPE_RANGE:
        return overRange(iterable);
      case SHAPE_DICT:
        return overDict(SHAPE_DICT_KEY_ITERATOR, iterable);
      case SHAPE_DICT_KEYS_VIEW:
      case SHAPE_DICT_VALUES_VIEW:
      case SHAPE_DICT_ITEMS_VIEW:
        return overDict(shape - SHAPE_DICT_KEYS_VIEW + SHAPE_DICT_KEY_ITERATOR, field(iterable, VIEW_DICT));
    }
    if ((shape >= SHAPE_STR1 && shape <= SHAPE_STR4) || shape === SHAPE_STR_VIEW) {
      return overSequence(SHAPE_STR_ITERATOR, strings.flat(iterable));
    }
    if (nexts.has(shape)) return iterable;
    return iterables.get(shape)?.(iterable) ?? NULL;
  }

  function remaining(iterator: Word): number {
    const left = (total: number): number => Math.max(0, total - field(iterator, ITERATOR_INDEX));
    const sequence = field(iterator, ITERATOR_SEQUENCE);
    switch (shapeOf(iterator)) {
      case SHAPE_LIST_ITERATOR:
        return sequence === NULL ? 0 : left(field(sequence, LIST_LENGTH));
      case SHAPE_TUPLE_ITERATOR:
        return sequence === NULL ? 0 : left(lists.length(sequence));
      case SHAPE_STR_ITERATOR:
        return sequence === NULL ? 0 : left(strings.length(sequence));
      case SHAPE_BYTES_ITERATOR:
      case SHAPE_BYTEARRAY_ITERATOR:
        return sequence === NULL ? 0 : left(bytes.size(sequence));
      case SHAPE_DICT_KEY_ITERATOR:
      case SHAPE_DICT_VALUE_ITERATOR:
      case SHAPE_DICT_ITEM_ITERATOR: {
        const dict = field(iterator, DICT_ITERATOR_DICT);
        const isChanged = dict === NULL || field(dict, DICT_COUNT) !== field(iterator, DICT_ITERATOR_COUNT);
        return isChanged ? 0 : field(iterator, DICT_ITERATOR_REMAINING);
      }
      case SHAPE_RANGE_ITERATOR:
        return field(iterator, RANGE_ITERATOR_REMAINING);
      case SHAPE_LONG_RANGE_ITERATOR: {
        const distance = integers.subtract(field(iterator, LONG_RANGE_STOP), field(iterator, LONG_RANGE_NEXT));
        const step = integers.toNumber(field(iterator, LONG_RANGE_STEP));
        return Math.max(0, Math.ceil(integers.toNumber(distance) / step));
      }
      case reverseShapes.list_reverseiterator:
      case reverseShapes.reversed: {
        const index = field(iterator, ITERATOR_INDEX);
        return sequence === NULL || index >= lengthOf(sequence) ? 0 : index + 1;
      }
      default:
        return -1;
    }
  }

  return {
    nextOfShape: (shape) => nexts.get(shape),
    nextOf: (iterator) => nexts.get(shapeOf(iterator)),
    over,
    registerIterable(shape, iterate) {
      iterables.set(shape, iterate);
    },
    register(shape, next) {
      nexts.set(shape, next);
    },
    overSequence,
    overDict,
    overRange,
    remaining,
    reversed,
    shapesByType: {
      ...BUILTIN_ITERATORS,
      list_reverseiterator: [reverseShapes.list_reverseiterator],
      reversed: [reverseShapes.reversed],
    },
  };
}
