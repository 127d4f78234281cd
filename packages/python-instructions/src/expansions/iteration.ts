/// `for`: the iterators of builtin types, and generators, whose frames become part of the trace.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { NONE, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  type AliasClass,
  aliasesOf,
  CODE_FLAGS,
  DICT_ITERATOR,
  defineAlias,
  FIRST_DYNAMIC_SHAPE,
  type Field,
  GENERATOR,
  GENERATOR_CLOSED,
  GENERATOR_CREATED,
  GENERATOR_SUSPENDED,
  ITERATOR,
  ITERATOR_SEQUENCE,
  LIST,
  LIST_ARRAY,
  SHAPE_DICT,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_FUNCTION,
  SHAPE_GENERATOR,
  SHAPE_LAYOUT_FIELD,
  SHAPE_LIST,
  SHAPE_LIST_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
  SHAPE_TUPLE_ITERATOR,
  STR,
  STR_ITERATOR,
  shapeIdOf,
  TUPLE,
} from "@hotpy/object-model";
import {
  BYTE_STRING,
  BYTEARRAY,
  BYTEARRAY_DATA,
  CODE_PLAIN,
  CONTENTS,
  DEQUE_CONTENTS,
  DEQUE_ITERATOR,
  LONG_RANGE_ITERATOR,
  RANGE,
  RANGE_ITERATOR,
  RANGE_ITERATOR_STEP,
  SET_CONTENTS,
  SET_ITERATOR,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_BYTEARRAY_ITERATOR,
  SHAPE_BYTES_ITERATOR,
  SHAPE_DEQUE,
  SHAPE_DEQUE_ITERATOR,
  SHAPE_DEQUE_REVERSE_ITERATOR,
  SHAPE_DICT_ITEMS_VIEW,
  SHAPE_DICT_KEYS_VIEW,
  SHAPE_FROZENSET,
  SHAPE_LIST_REVERSE_ITERATOR,
  SHAPE_LONG_RANGE_ITERATOR,
  SHAPE_RANGE,
  SHAPE_RANGE_ITERATOR,
  SHAPE_SET,
  SHAPE_SET_ITERATOR,
} from "@hotpy/python-objects";
import { carried } from "./carried.js";
import { narrowCharacter } from "./characters.js";
import { isHandling } from "./handled.js";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";
import { goUnder } from "./operator-methods.js";
import { instanceTypeOf } from "./types.js";
import { wrapperOf } from "./wrappers.js";

/** What the helper changes that advances an iterator. Those of lists, tuples and ranges of small integers it never gets. */
const ITERATOR_STATE: readonly AliasClass[] = [
  ...aliasesOf(STR_ITERATOR),
  ...aliasesOf(DICT_ITERATOR),
  ...aliasesOf(SET_ITERATOR),
  ...aliasesOf(DEQUE_ITERATOR),
  ...aliasesOf(LONG_RANGE_ITERATOR),
  // Iterators that python-builtins declares.
  defineAlias("iterators"),
];
/** Types with iterators that are one helper call. */
const NATIVE_ITERATORS = ["dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator"];

/** How items of a sequence are read that an iterator goes through by index. */
interface SequenceItems {
  readonly length: Field<"i32">;
  item<V>(m: CoreMachine<V>, sequence: V, index: V): V;
}

/** By the shape of the iterator. */
const SEQUENCE_ITEMS: ReadonlyMap<number, SequenceItems> = new Map<number, SequenceItems>([
  [
    SHAPE_LIST_ITERATOR,
    {
      length: LIST.length,
      item: (m, list, index) => m.op("load_element", [m.op("load_word", [list], LIST.items), index], LIST_ARRAY),
    },
  ],
  [
    SHAPE_TUPLE_ITERATOR,
    { length: TUPLE.size, item: (m, tuple, index) => m.op("load_element", [tuple, index], TUPLE.items) },
  ],
  [
    SHAPE_BYTES_ITERATOR,
    {
      length: BYTE_STRING.size,
      item: (m, bytes, index) => m.op("small_from_i32", [m.op("load_u8", [bytes, index], BYTE_STRING.data)]),
    },
  ],
  [
    SHAPE_BYTEARRAY_ITERATOR,
    {
      length: BYTEARRAY.size,
      item: (m, bytes, index) =>
        m.op("small_from_i32", [
          m.op("load_u8", [m.op("load_word", [bytes], BYTEARRAY.buffer), index], BYTEARRAY_DATA),
        ]),
    },
  ],
]);

/** Words of these instructions with their caches. */
const FOR_ITER_SIZE = 5;
const SEND_SIZE = 1;

const isBetween = (shape: number, first: number, last: number): boolean => shape >= first && shape <= last;
const SETS = new Set([SHAPE_SET, SHAPE_FROZENSET]);
const ITERABLES = new Set([SHAPE_DICT, SHAPE_RANGE, SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);
const isIterable = (shape: number): boolean =>
  ITERABLES.has(shape) || isBetween(shape, SHAPE_DICT_KEYS_VIEW, SHAPE_DICT_ITEMS_VIEW);
const isDequeIterator = (shape: number): boolean =>
  shape === SHAPE_DEQUE_ITERATOR || shape === SHAPE_DEQUE_REVERSE_ITERATOR;
const isDictIterator = (shape: number): boolean => isBetween(shape, SHAPE_DICT_KEY_ITERATOR, SHAPE_DICT_ITEM_ITERATOR);
/** Iterators that the helper advances: none of them runs Python code. */
const isSimpleIterator = (shape: number): boolean =>
  isDictIterator(shape) ||
  shape === SHAPE_STR_ITERATOR ||
  shape === SHAPE_SET_ITERATOR ||
  isDequeIterator(shape) ||
  shape === SHAPE_LIST_REVERSE_ITERATOR ||
  shape === SHAPE_LONG_RANGE_ITERATOR;

/** What `for` and `yield from` are made of. */
export interface IterationSteps {
  /** `iter(o)`. */
  iteratorOf<V>(m: CoreMachine<V>, iterable: V): V;
  /** The next item of an iterator that is no generator; undefined: exhausted. */
  next<V>(m: CoreMachine<V>, iterator: V, shape: number): V | undefined;
  /** State of a generator, pinned. */
  stateOf<V>(m: CoreMachine<V>, generator: V): number;
  /** Resumes a generator in this state; `runningIp` says what its end does (see python-objects' generators). */
  resume<V>(m: CoreMachine<V>, generator: V, state: number, runningIp: number, sent: V): void;
}

export function createIterationSteps(language: Language): IterationSteps {
  const { types, memory, heap, shapes, exceptions, kernel, pythonKernel, dicts } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);

  function iteratorOf<V>(m: CoreMachine<V>, object: V): V {
    const iterable = carried(m, language, object, ["__iter__", "__next__"]);
    const shape = m.shapeOf(iterable);
    const over = (iterator: number): V =>
      m.op("new", [iterable], { shape: iterator, words: 4, fields: [ITERATOR_SEQUENCE / 4], raw: [] });
    if (shape === SHAPE_LIST) return over(SHAPE_LIST_ITERATOR);
    if (shape === SHAPE_TUPLE) return over(SHAPE_TUPLE_ITERATOR);
    if (shape === SHAPE_BYTE_STRING) return over(SHAPE_BYTES_ITERATOR);
    if (shape === SHAPE_BYTEARRAY) return over(SHAPE_BYTEARRAY_ITERATOR);
    if (shape === SHAPE_RANGE) {
      const iterator = rangeIterator(m, iterable);
      if (iterator !== undefined) return iterator;
    }
    if (
      shape === SHAPE_RANGE_ITERATOR ||
      isBetween(shape, SHAPE_LIST_ITERATOR, SHAPE_DICT_ITEM_ITERATOR) ||
      shape === SHAPE_GENERATOR ||
      shape === SHAPE_LONG_RANGE_ITERATOR ||
      shape === SHAPE_SET_ITERATOR ||
      isDequeIterator(shape) ||
      shape === SHAPE_BYTES_ITERATOR ||
      shape === SHAPE_BYTEARRAY_ITERATOR ||
      shape === SHAPE_LIST_REVERSE_ITERATOR
    )
      return iterable;
    if (shape >= FIRST_DYNAMIC_SHAPE) {
      const wrapper = wrapperOf(language, instanceTypeOf(m, language, shape));
      if (wrapper?.shape === shape) return m.op("load_word", [iterable], wrapper.inner);
      if (isNativeIterator(m, shape)) return iterable;
    }
    if (SETS.has(shape)) return m.leaf(overSet(), [iterable]);
    if (shape === SHAPE_DEQUE) return m.leaf(overDeque(), [iterable]);
    if (!isIterable(shape)) return m.decline("iteration over such an object");
    const iterate = helpers.define(
      "iterate",
      "word -> word",
      { reads: CONTENTS, kernel: pythonKernel.iteratePlain },
      (word: Word) => types.recordOf(word).iterate?.(word) ?? NULL,
    );
    return m.leaf(iterate, [iterable]);
  }

  const overSet = (): string =>
    helpers.define(
      "set.iterate",
      "word -> word",
      { reads: SET_CONTENTS, quiet: true, kernel: pythonKernel.iterateSet },
      pythonKernel.iterateSet,
    );

  const overDeque = (): string =>
    helpers.define(
      "deque.iterate",
      "word -> word",
      { reads: DEQUE_CONTENTS, quiet: true, kernel: pythonKernel.iterateDeque },
      pythonKernel.iterateDeque,
    );

  /** Steps of one over small integers. */
  function rangeIterator<V>(m: CoreMachine<V>, range: V): V | undefined {
    const [start, stop, step] = [RANGE.start, RANGE.stop, RANGE.step].map((field) => m.op("load_word", [range], field));
    if (!m.isSame(step, tagSmall(1)) || !m.isSmall(start) || !m.isSmall(stop)) return undefined;
    const [first, end] = [start, stop].map((word) => m.op("i64_to_i32", [m.op("unbox_int", [word])]));
    const remaining = m.truth(m.op("i32_lt", [first, end])) ? m.op("i32_sub", [end, first]) : m.i32(0);
    const iterator = m.op("new", [], {
      shape: SHAPE_RANGE_ITERATOR,
      words: 6,
      fields: [],
      raw: [[RANGE_ITERATOR_STEP / 4, 1]],
    });
    m.op("store_i32", [iterator, first], RANGE_ITERATOR.next);
    m.op("store_i32", [iterator, remaining], RANGE_ITERATOR.remaining);
    return iterator;
  }

  /** The next item; undefined: exhausted. */
  function next<V>(m: CoreMachine<V>, iterator: V, shape: number): V | undefined {
    if (shape === SHAPE_RANGE_ITERATOR) return nextOfRange(m, iterator);
    const itemOf = SEQUENCE_ITEMS.get(shape);
    if (itemOf !== undefined) return nextOfSequence(m, iterator, ITERATOR, itemOf);
    if (shape === SHAPE_STR_ITERATOR && isOverNarrow(m, iterator))
      return nextOfSequence(m, iterator, STR_ITERATOR, narrowItems);
    if (!isSimpleIterator(shape) && !isNativeIterator(m, shape)) return m.decline("the next of such an iterator");
    // One call: a trace leaves at it, nothing done, where there is no item.
    const { name, kernel } = kernelFor(shape);
    const advance = helpers.define(
      `${name}.next`,
      "word -> word",
      { reads: CONTENTS, writes: ITERATOR_STATE, ...(kernel && { kernel: kernel.next }) },
      nextOrAsBefore,
    );
    const item = m.attempt("call_leaf", [iterator], advance);
    if (item !== undefined) return item;
    const isThereMore = helpers.define(
      `${name}.has_next`,
      "word -> i32",
      { never: true, reads: [...CONTENTS, ...ITERATOR_STATE], ...(kernel && { kernel: kernel.hasNext }) },
      hasNext,
    );
    return m.truth(m.leaf(isThereMore, [iterator])) ? m.decline("an iterator that complains") : undefined;
  }

  /** The functions of kernels that advance iterators of a shape, if there are any, and how they are called. */
  function kernelFor(shape: number): {
    readonly name: string;
    readonly kernel?: { readonly next: CallableFunction; readonly hasNext: CallableFunction };
  } {
    if (shape === SHAPE_STR_ITERATOR)
      return { name: "str_iterator", kernel: { next: kernel.nextCharacter, hasNext: kernel.hasNextCharacter } };
    if (shape === SHAPE_SET_ITERATOR)
      return { name: "set_iterator", kernel: { next: pythonKernel.nextOfSet, hasNext: pythonKernel.hasNextOfSet } };
    if (isDequeIterator(shape))
      return {
        name: "deque_iterator",
        kernel: { next: pythonKernel.nextOfDeque, hasNext: pythonKernel.hasNextOfDeque },
      };
    if (shape === SHAPE_LIST_REVERSE_ITERATOR)
      return {
        name: "list_reverseiterator",
        kernel: { next: pythonKernel.nextOfReversed, hasNext: pythonKernel.hasNextOfReversed },
      };
    if (!isDictIterator(shape)) return { name: "iterator" };
    return { name: "dict_iterator", kernel: { next: dicts.kernel.nextOfDict, hasNext: dicts.kernel.hasNextOfDict } };
  }

  /** Words of the iterator that is asked: its layout has a byte for how many there are. */
  const asBefore = new Int32Array(256);

  const nextOf = (iterator: Word): Word => types.recordOf(iterator).next?.(iterator) ?? NULL;

  /** The next item; an iterator that complains is left as it was: the interpreter asks it again, and raises what it says the first time. */
  function nextOrAsBefore(iterator: Word): Word {
    const first = iterator >>> 2;
    const words = i32[(shapes.record(shapeIdOf(memory, iterator)) + SHAPE_LAYOUT_FIELD) >>> 2] & 0xff;
    for (let i = 0; i < words; i++) asBefore[i] = i32[first + i];
    const item = nextOf(iterator);
    if (item === NULL && exceptions.pending() !== NULL) for (let i = 0; i < words; i++) i32[first + i] = asBefore[i];
    return item;
  }

  /** Whether objects of a shape belong to a builtin type with one of these names. */
  function isBuiltin<V>(m: CoreMachine<V>, shape: number, names: readonly string[]): boolean {
    if (shape < FIRST_DYNAMIC_SHAPE) return false;
    const type = instanceTypeOf(m, language, shape);
    return !types.record(type).isClass && names.includes(types.nameOf(type));
  }

  /** Iterators of builtin types whose state is all in their object. */
  function isNativeIterator<V>(m: CoreMachine<V>, shape: number): boolean {
    return isBuiltin(m, shape, NATIVE_ITERATORS);
  }

  /** Whether an iterator has another item, or something to complain about: 1 or 0. A copy of it is asked. */
  function hasNext(iterator: Word): number {
    const bytes = 4 * (i32[(shapes.record(shapeIdOf(memory, iterator)) + SHAPE_LAYOUT_FIELD) >>> 2] & 0xff);
    const copy = heap.allocate(bytes);
    i32.copyWithin(copy >>> 2, iterator >>> 2, (iterator + bytes) >>> 2);
    if (nextOf(copy) !== NULL) return 1;
    const complains = exceptions.pending() !== NULL;
    exceptions.clearPending();
    return complains ? 1 : 0;
  }

  function nextOfRange<V>(m: CoreMachine<V>, iterator: V): V | undefined {
    const remaining = m.op("load_i32", [iterator], RANGE_ITERATOR.remaining);
    if (!m.truth(m.op("i32_lt", [m.i32(0), remaining]))) return undefined;
    const value = m.op("load_i32", [iterator], RANGE_ITERATOR.next);
    const step = m.op("load_i32", [iterator], RANGE_ITERATOR.step);
    m.op("store_i32", [iterator, m.op("i32_add", [value, step])], RANGE_ITERATOR.next);
    m.op("store_i32", [iterator, m.op("i32_sub", [remaining, m.i32(1)])], RANGE_ITERATOR.remaining);
    return m.op("small_from_i32", [value]);
  }

  /** Whether an iterator goes through a string whose characters take a byte each. */
  function isOverNarrow<V>(m: CoreMachine<V>, iterator: V): boolean {
    return m.shapeOf(m.op("load_word", [iterator], STR_ITERATOR.sequence)) === SHAPE_STR1;
  }

  const narrowItems: SequenceItems = {
    length: STR.size,
    item: (m, string, index) => narrowCharacter(m, memory, string, index),
  };

  function nextOfSequence<V>(
    m: CoreMachine<V>,
    iterator: V,
    fields: typeof ITERATOR | typeof STR_ITERATOR,
    { length: size, item }: SequenceItems,
  ): V | undefined {
    const sequence = m.op("load_word", [iterator], fields.sequence);
    if (m.isNull(sequence)) return undefined;
    const index = m.op("load_i32", [iterator], fields.index);
    const length = m.op("load_i32", [sequence], size);
    if (!m.truth(m.op("i32_lt", [index, length]))) {
      m.op("store_word", [iterator, m.word(NULL)], fields.sequence);
      return undefined;
    }
    m.op("store_i32", [iterator, m.op("i32_add", [index, m.i32(1)])], fields.index);
    return item(m, sequence, index);
  }

  function resume<V>(m: CoreMachine<V>, generator: V, state: number, runningIp: number, sent: V): void {
    if (state !== GENERATOR_SUSPENDED && state !== GENERATOR_CREATED) return m.decline("a generator that runs");
    if (!m.isNull(m.op("load_word", [generator], GENERATOR.handled)) || isHandling(m))
      return m.decline("a generator with a handled exception");
    if (state === GENERATOR_CREATED && !m.isSame(sent, NONE))
      return m.decline("a value for a generator that has not begun");
    m.resume(generator, runningIp);
    if (state === GENERATOR_SUSPENDED) m.push(sent);
  }

  return {
    iteratorOf,
    next,
    resume,
    stateOf: (m, generator) => m.numberOf(m.op("load_i32", [generator], GENERATOR.state)),
  };
}

export function iterationExpansions(language: Language): Record<string, Expansion> {
  const { memory, types, codes, iteration, generators, name: intern } = language;
  const { iteratorOf, next, stateOf, resume } = createIterationSteps(language);
  /** A special method of a class that is a plain function of one argument; undefined for other types. */
  function methodOf<V>(m: CoreMachine<V>, object: V, name: string): Word | undefined {
    const shape = m.shapeOf(object);
    if (shape < FIRST_DYNAMIC_SHAPE) return undefined;
    const type = instanceTypeOf(m, language, shape);
    const found = types.lookup(type, intern(name));
    if (!types.record(type).isClass || found === NULL || shapeIdOf(memory, found) !== SHAPE_FUNCTION) return undefined;
    const code = codes.ofFunction(found);
    return codes.record(code).unit.argumentCount === 1 && (memory.i32[(code + CODE_FLAGS) >>> 2] & CODE_PLAIN) !== 0
      ? found
      : undefined;
  }

  function callUnder<V>(m: CoreMachine<V>, continuation: number, method: Word, self: V): void {
    goUnder(m, language, continuation);
    m.call(codes.ofFunction(method), m.word(method), [self]);
  }

  /** Word index of the instruction at `words` from one of this size. */
  const target = <V>(m: CoreMachine<V>, size: number, words: number): number => (m.next >>> 2) - size + words;

  return {
    get_iter(m) {
      const iterable = m.pop();
      const method = methodOf(m, iterable, "__iter__");
      if (method === undefined) return m.push(iteratorOf(m, iterable));
      callUnder(m, iteration.afterIter, method, iterable);
    },
    get_yield_from(m) {
      const iterable = m.pop();
      if (m.shapeOf(iterable) === generators.coroutines.coroutineShape) return m.decline("`yield from` a coroutine");
      m.push(iteratorOf(m, iterable));
    },
    for_iter(m, words) {
      const iterator = m.peek(0);
      const shape = m.shapeOf(iterator);
      const state = shape === SHAPE_GENERATOR ? stateOf(m, iterator) : GENERATOR_CLOSED;
      const method = methodOf(m, iterator, "__next__");
      if (method !== undefined) {
        m.push(m.word(tagSmall(target(m, FOR_ITER_SIZE, words))));
        return callUnder(m, iteration.afterNext, method, iterator);
      }
      // The end of the generator drops the iterator and goes on behind the loop.
      if (state !== GENERATOR_CLOSED)
        return resume(m, iterator, state, target(m, FOR_ITER_SIZE, words) << 1, m.word(NONE));
      const item = shape === SHAPE_GENERATOR ? undefined : next(m, iterator, shape);
      if (item !== undefined) return m.push(item);
      m.pop();
      m.jump(words);
    },
    send(m, words) {
      const sent = m.pop();
      const iterator = m.peek(0);
      const shape = m.shapeOf(iterator);
      const state = shape === SHAPE_GENERATOR ? stateOf(m, iterator) : GENERATOR_CLOSED;
      // The end of the generator puts its value in the iterator's place.
      if (state !== GENERATOR_CLOSED) return resume(m, iterator, state, (target(m, SEND_SIZE, words) << 1) | 1, sent);
      if (shape !== SHAPE_GENERATOR && !m.isSame(sent, NONE)) return m.decline("a value for an iterator");
      if (shape >= FIRST_DYNAMIC_SHAPE && generators.mayBeClosed(instanceTypeOf(m, language, shape)))
        return m.decline("`yield from` what may have to be closed");
      const item = shape === SHAPE_GENERATOR ? undefined : next(m, iterator, shape);
      if (item !== undefined) return m.push(item);
      m.pop();
      m.push(m.word(NONE));
      m.jump(words);
    },
  };
}
