import {
  type Address,
  FALSE,
  fillWords,
  NONE,
  NULL,
  STATE_CONSTANTS_TOP,
  STATE_EMPTY_TUPLE,
  TRUE,
  type Word,
  wordsAt,
} from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  BOX_VALUE,
  CELL_VALUE,
  FLAG_PINNED,
  HEADER_BYTES,
  headerWord,
  LIST_ITEMS,
  METHOD_FUNCTION,
  METHOD_SELF,
  madeBy,
  SHAPE_ARRAY,
  SHAPE_BOOL,
  SHAPE_CELL,
  SHAPE_FLOAT,
  SHAPE_LAYOUT_FIELD,
  SHAPE_METHOD,
  SHAPE_NONE,
  SHAPE_RECORD_BYTES,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { RootSlot, Storage } from "./context.js";
import { MAPPING_PROXY_MAPPING, SHAPE_ELLIPSIS, SHAPE_MAPPING_PROXY, SHAPE_NOT_IMPLEMENTED } from "./layouts.js";

/** Making objects. All leaf. */
export interface Objects {
  readonly none: Word;
  readonly notImplemented: Word;
  readonly ellipsis: Word;
  readonly emptyTuple: Word;
  bool(value: boolean): Word;
  int(value: number | bigint): Word;
  float(value: number): Word;
  tuple(items: readonly Word[]): Word;
  list(items: readonly Word[]): Word;
  /** Appends to a list of exactly that type. Leaf. */
  append(list: Word, item: Word): void;
  tupleFrom(address: Address, count: number): Word;
  /** The items of an object of exactly the type tuple. */
  itemsOf(tuple: Word): Word[];
  listFrom(address: Address, count: number): Word;
  array(capacity: number): Word;
  cell(value: Word): Word;
  boundMethod(fn: Word, self: Word): Word;
  mappingProxy(mapping: Word): Word;
  /** A fresh object of a shape without a tail: zero words after the header. */
  object(shape: number): Address;
  /** The same where objects neither move nor die; `tailWords` words of a tail, whose size the caller writes. */
  immortal(shape: number, tailWords?: number): Address;
  /** A word that is kept (and updated when its object moves) at the returned address. */
  root(word: Word): RootSlot;
}

export function createObjects({ memory, heap, integers, kernel }: Storage): Objects {
  const { i32, f64 } = memory;

  function initialise(object: Address, shape: number, words: number, flags: number): Address {
    const at = object >>> 2;
    i32[at] = headerWord(shape, flags);
    for (let i = 1; i < words; i++) i32[at + i] = 0;
    return object;
  }

  const fixedWords = (shape: number): number =>
    i32[(memory.shapes.start + shape * SHAPE_RECORD_BYTES + SHAPE_LAYOUT_FIELD) >>> 2] & 0xff;

  function object(shape: number): Address {
    const words = fixedWords(shape);
    return initialise(heap.allocate(words * 4), shape, words, 0);
  }
  function immortal(shape: number, tailWords = 0): Address {
    const words = (fixedWords(shape) + tailWords + 1) & ~1;
    return initialise(heap.allocateImmortal(words * 4), shape, words, FLAG_PINNED);
  }

  function singleton(address: Address, shape: number): void {
    initialise(address, shape, fixedWords(shape), FLAG_PINNED);
  }
  singleton(NONE, SHAPE_NONE);
  singleton(FALSE, SHAPE_BOOL);
  singleton(TRUE, SHAPE_BOOL);

  function array(capacity: number): Word {
    const result = heap.allocate(HEADER_BYTES + capacity * 4);
    const at = result >>> 2;
    i32[at] = headerWord(SHAPE_ARRAY);
    i32[at + 1] = capacity;
    fillWords(i32, NULL, at + 2, capacity);
    return result;
  }

  const made = madeBy(heap);

  /** Writes items to an address. */
  function write(address: Address, items: readonly Word[]): void {
    for (let i = 0; i < items.length; i++) i32[(address >>> 2) + i] = items[i];
  }

  function tuple(items: readonly Word[]): Word {
    if (items.length === 0) return emptyTuple;
    const result = made(kernel.freshTuple(items.length));
    write(result + TUPLE_ITEMS, items);
    return result;
  }

  function list(items: readonly Word[]): Word {
    const result = made(kernel.freshList(items.length));
    write(i32[(result + LIST_ITEMS) >>> 2] + ARRAY_ITEMS, items);
    return result;
  }

  const emptyTuple = immortal(SHAPE_TUPLE);
  i32[STATE_EMPTY_TUPLE >>> 2] = emptyTuple;

  return {
    none: NONE,
    notImplemented: immortal(SHAPE_NOT_IMPLEMENTED),
    ellipsis: immortal(SHAPE_ELLIPSIS),
    emptyTuple,
    bool: (value) => (value ? TRUE : FALSE),
    int: (value) => (typeof value === "bigint" ? integers.fromBigInt(value) : integers.fromNumber(value)),
    float(value) {
      const box = heap.allocate(16);
      i32[box >>> 2] = headerWord(SHAPE_FLOAT);
      i32[(box >>> 2) + 1] = 0;
      f64[(box + BOX_VALUE) >>> 3] = value;
      return box;
    },
    tuple,
    list,
    append(list, item) {
      if (!kernel.appendToList(list, item)) heap.exhausted();
    },
    tupleFrom: (address, count) => (count === 0 ? emptyTuple : made(kernel.tupleFrom(address, count))),
    itemsOf(tuple) {
      const first = (tuple + TUPLE_ITEMS) >>> 2;
      return wordsAt(i32, first, i32[(tuple + TAIL_SIZE) >>> 2]);
    },
    listFrom: (address, count) => made(kernel.listFrom(address, count)),
    array,
    cell(value) {
      const cell = object(SHAPE_CELL);
      i32[(cell + CELL_VALUE) >>> 2] = value;
      return cell;
    },
    boundMethod(fn, self) {
      const method = object(SHAPE_METHOD);
      i32[(method + METHOD_FUNCTION) >>> 2] = fn;
      i32[(method + METHOD_SELF) >>> 2] = self;
      return method;
    },
    mappingProxy(mapping) {
      const proxy = object(SHAPE_MAPPING_PROXY);
      i32[(proxy + MAPPING_PROXY_MAPPING) >>> 2] = mapping;
      return proxy;
    },
    object,
    immortal,
    root(word) {
      const slot = i32[STATE_CONSTANTS_TOP >>> 2];
      if (slot >= memory.constants.end) throw new RangeError("the constants region is full");
      i32[slot >>> 2] = word;
      i32[STATE_CONSTANTS_TOP >>> 2] = slot + 4;
      return slot;
    },
  };
}
