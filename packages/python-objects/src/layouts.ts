/// Layouts of objects that only Python has: shape ids, and fields with their offsets in bytes. See `@hotpy/object-model`, whose layouts
/// are declared in the same way.

import {
  BOX_VALUE,
  BYTES,
  defineFields,
  fixed,
  ITERATOR,
  type Layout,
  layoutOf,
  mutable,
  ownedBy,
  SHAPE_ARRAY,
  SHAPE_BYTES,
  SHAPE_DICT,
  STR_DATA,
  STR_HASH,
  STR_HASH_LOW,
  TAIL_SIZE,
} from "@hotpy/object-model";

export const SHAPE_SLICE = 40;
export const SHAPE_NOT_IMPLEMENTED = 41;
export const SHAPE_ELLIPSIS = 42;
export const SHAPE_RANGE = 43;
/** Range iterator whose numbers all fit a tagged word. */
export const SHAPE_RANGE_ITERATOR = 44;
/** Range iterator over numbers of any size. */
export const SHAPE_LONG_RANGE_ITERATOR = 45;
/** Views of a dict (three shapes, adjacent, in the order of its iterators). */
export const SHAPE_DICT_KEYS_VIEW = 46;
export const SHAPE_DICT_VALUES_VIEW = 47;
export const SHAPE_DICT_ITEMS_VIEW = 48;
/** Sets (two shapes, adjacent) and their iterator. */
export const SHAPE_SET = 49;
export const SHAPE_FROZENSET = 50;
export const SHAPE_SET_ITERATOR = 51;
/** Python's bytes and bytearray (two shapes, adjacent), and their iterators in the same order. */
export const SHAPE_BYTE_STRING = 52;
export const SHAPE_BYTEARRAY = 53;
export const SHAPE_BYTES_ITERATOR = 54;
export const SHAPE_BYTEARRAY_ITERATOR = 55;
/** memoryview, and its iterator. */
export const SHAPE_MEMORYVIEW = 57;
export const SHAPE_MEMORY_ITERATOR = 58;
export const SHAPE_COMPLEX = 56;
export const SHAPE_MAPPING_PROXY = 59;
/** Iterator over a list from its end: index of the next item, and the list. */
export const SHAPE_LIST_REVERSE_ITERATOR = 60;
/** `collections.deque`, and its iterators from either end. */
export const SHAPE_DEQUE = 61;
export const SHAPE_DEQUE_ITERATOR = 62;
export const SHAPE_DEQUE_REVERSE_ITERATOR = 63;

export const SLICE_START = 8;
export const SLICE_STOP = 12;
export const SLICE_STEP = 16;
export const SLICE = defineFields("slice", {
  start: fixed("word", SLICE_START),
  stop: fixed("word", SLICE_STOP),
  step: fixed("word", SLICE_STEP),
});

/** Range: three integer words. */
export const RANGE_START = 8;
export const RANGE_STOP = 12;
export const RANGE_STEP = 16;
export const RANGE = defineFields("range", {
  start: fixed("word", RANGE_START),
  stop: fixed("word", RANGE_STOP),
  step: fixed("word", RANGE_STEP),
});
/** Range iterator: raw int32 next value, raw remaining count, raw step. */
export const RANGE_ITERATOR_NEXT = 8;
export const RANGE_ITERATOR_REMAINING = 12;
export const RANGE_ITERATOR_STEP = 16;
export const RANGE_ITERATOR = defineFields("range_iterator", {
  next: mutable("i32", RANGE_ITERATOR_NEXT),
  remaining: mutable("i32", RANGE_ITERATOR_REMAINING),
  step: fixed("i32", RANGE_ITERATOR_STEP),
});
/** Long range iterator: next, stop, step as integer words. */
export const LONG_RANGE_NEXT = 8;
export const LONG_RANGE_STOP = 12;
export const LONG_RANGE_STEP = 16;
export const LONG_RANGE_ITERATOR = defineFields("long_range_iterator", {
  next: mutable("word", LONG_RANGE_NEXT),
  stop: mutable("word", LONG_RANGE_STOP),
  step: mutable("word", LONG_RANGE_STEP),
});
/** mappingproxy: the mapping that it shows. */
export const MAPPING_PROXY_MAPPING = 8;
const MAPPING_PROXY = defineFields("mapping_proxy", { mapping: fixed("word", MAPPING_PROXY_MAPPING) });

/** Iterators around a generator, such as those of `map` and `zip`. */
export const WRAPPER_GENERATOR = 8;

export const VIEW_DICT = 8;
export const VIEW = defineFields("dict_view", { dict: fixed("word", VIEW_DICT, SHAPE_DICT) });

/**
 * Set: a hash table, as CPython's. Raw: mask (slots - 1), slots ever used, keys, where `pop` goes on. Then an array of one key a slot, and raw bytes with
 * the 64-bit hash of each; a slot without a key has hash 0 if it never had one, and -1 if its key was removed. Then a frozenset's hash, -1: not asked for.
 */
export const SET_MASK = 8;
export const SET_FILL = 12;
export const SET_USED = 16;
export const SET_FINGER = 20;
export const SET_KEYS = 24;
export const SET_HASHES = 28;
export const SET_HASH = 32;
export const SET = defineFields("set", {
  mask: mutable("i32", SET_MASK),
  fill: mutable("i32", SET_FILL),
  used: mutable("i32", SET_USED),
  finger: mutable("i32", SET_FINGER),
  keys: mutable("word", SET_KEYS, SHAPE_ARRAY),
  hashes: mutable("word", SET_HASHES, SHAPE_BYTES),
  hash: mutable("i64", SET_HASH),
});
/** Set iterator: raw next slot, raw number of keys that the set must have (-1: it has complained), the set or NULL when exhausted. */
export const SET_ITERATOR_NEXT = 8;
export const SET_ITERATOR_EXPECTED = 12;
export const SET_ITERATOR_SET = 16;
export const SET_ITERATOR = defineFields("set_iterator", {
  next: mutable("i32", SET_ITERATOR_NEXT),
  expected: mutable("i32", SET_ITERATOR_EXPECTED),
  set: mutable("word", SET_ITERATOR_SET),
});

/**
 * Deque: raw number of items, an array used as a ring, whose size is a power of two, the raw place of the first item in it; raw: the most items
 * that it may have (-1: any number), and how often it has been changed. What is not an item is 0.
 */
export const DEQUE_LENGTH = 8;
export const DEQUE_ITEMS = 12;
export const DEQUE_HEAD = 16;
export const DEQUE_MOST = 20;
export const DEQUE_CHANGES = 24;
export const DEQUE = defineFields("deque", {
  length: mutable("i32", DEQUE_LENGTH),
  items: mutable("word", DEQUE_ITEMS, SHAPE_ARRAY),
  head: mutable("i32", DEQUE_HEAD),
  most: mutable("i32", DEQUE_MOST),
  changes: mutable("i32", DEQUE_CHANGES),
});
/** Iterator over a deque: raw number of items to come, raw number of changes that the deque must have, the deque. */
/** Of a generator of random numbers: bytes, which are so many words. */
export const RANDOM_STATE = 8;
export const RANDOM_WORDS = 625;

/** Of a Struct: the address of its plan, or 0. */
export const STRUCT_PLAN = 12;

/// The buffer of standard output, at STATE_OUTPUT, in memory that neither moves nor dies: how many bytes are in it, how many it may hold (0: functions of
/// the kernel write nothing), the stream, the address of a root of the dict where `sys.stdout` is looked up, names, and the text.

export const OUTPUT_USED = 0;
export const OUTPUT_ROOM = 4;
export const OUTPUT_STREAM = 8;
export const OUTPUT_NAMESPACE = 12;
export const OUTPUT_STDOUT = 16;
export const OUTPUT_SEP = 20;
export const OUTPUT_END = 24;
export const OUTPUT_FILE = 28;
export const OUTPUT_FLUSH = 32;
export const OUTPUT_TEXT = 40;
export const OUTPUT_TEXT_BYTES = 8192;

/// A plan says how a struct lies in bytes, in words: its size, how many values it has, whether it is little-endian, how many fields follow, and of each
/// its kind (PACKED_SIGNED and others), the bytes of an item, how many of them there are, and where the first lies. The table at STATE_FORMATS has
/// two words for a format: an interned string, and its plan.

export const PLAN_SIZE = 0;
export const PLAN_COUNT = 4;
export const PLAN_IS_LITTLE = 8;
export const PLAN_FIELDS = 12;
export const PLAN_FIELDS_START = 16;
export const PLAN_FIELD_BYTES = 16;
export const PLAN_FIELD_KIND = 0;
export const PLAN_FIELD_SIZE = 4;
export const PLAN_FIELD_REPEAT = 8;
export const PLAN_FIELD_OFFSET = 12;
export const PACKED_SIGNED = 0;
export const PACKED_UNSIGNED = 1;
export const PACKED_FLOAT = 2;
export const PACKED_BOOL = 3;
export const PACKED_CHAR = 4;
export const PACKED_BYTES = 5;
/** Entries of the table at STATE_FORMATS, a power of two. */
export const FORMATS = 64;

export const DEQUE_ITERATOR_LEFT = 8;
export const DEQUE_ITERATOR_EXPECTED = 12;
export const DEQUE_ITERATOR_DEQUE = 16;
export const DEQUE_ITERATOR = defineFields("deque_iterator", {
  left: mutable("i32", DEQUE_ITERATOR_LEFT),
  expected: mutable("i32", DEQUE_ITERATOR_EXPECTED),
  deque: fixed("word", DEQUE_ITERATOR_DEQUE, SHAPE_DEQUE),
});

/**
 * What `functools.lru_cache` makes: the function, the dict of what has been computed (the last used at its end), the type of what `cache_info` gives, its
 * attributes; raw: the most entries (-1: any number), whether keys tell types apart, hits and misses.
 */
export const LRU_FUNCTION = 8;
export const LRU_CACHE = 12;
export const LRU_INFO = 16;
export const LRU_ATTRIBUTES = 20;
export const LRU_MOST = 24;
export const LRU_TYPED = 28;
export const LRU_HITS = 32;
export const LRU_MISSES = 36;
export const LRU = defineFields("lru_cache", {
  function: fixed("word", LRU_FUNCTION),
  cache: fixed("word", LRU_CACHE, SHAPE_DICT),
  info: fixed("word", LRU_INFO),
  attributes: mutable("word", LRU_ATTRIBUTES),
  most: fixed("i32", LRU_MOST),
  typed: fixed("i32", LRU_TYPED),
  hits: mutable("i32", LRU_HITS),
  misses: mutable("i32", LRU_MISSES),
});

/** `operator.itemgetter` and `attrgetter`: the tuple of keys; or of names, of which one with dots is a tuple of its parts. */
export const GETTER_KEYS = 8;
export const GETTER = defineFields("operator.getter", { keys: fixed("word", GETTER_KEYS) });

/** Bytes lie where strings have their text, and hash as they do: raw cached hashes (0 = not computed), then the bytes, zeros up to the end of the last word. */
export const BYTE_STRING = defineFields("byte_string", {
  size: fixed("i32", TAIL_SIZE),
  hash: mutable("i32", STR_HASH),
  hashLow: mutable("i32", STR_HASH_LOW),
  data: fixed("bytes", STR_DATA),
});
/** Bytearray: raw size in bytes, then the raw bytes that hold them (there may be more), then how many views there are: as long as there is one it keeps its size. */
export const BYTEARRAY_SIZE = 8;
export const BYTEARRAY_BUFFER = 12;
export const BYTEARRAY_EXPORTS = 16;
export const BYTEARRAY = defineFields("bytearray", {
  size: mutable("i32", BYTEARRAY_SIZE),
  buffer: mutable("word", BYTEARRAY_BUFFER, SHAPE_BYTES),
  exports: mutable("i32", BYTEARRAY_EXPORTS),
});
export const BYTEARRAY_DATA = ownedBy(BYTEARRAY.buffer, "data", BYTES.data);

/** `array.array`: the letter of its type code, raw, and a bytearray that holds its items. */
export const ARRAY_CODE = 8;
export const ARRAY_BYTES = 12;
export const ARRAY = defineFields("array.array", {
  code: fixed("i32", ARRAY_CODE),
  bytes: fixed("word", ARRAY_BYTES, SHAPE_BYTEARRAY),
});

/** memoryview: the object whose memory it shows, NULL once it is released; raw index of what else TypeScript knows of it. */
export const MEMORYVIEW_OBJECT = 8;
export const MEMORYVIEW_HOST = 12;
export const MEMORYVIEW = defineFields("memoryview", {
  object: mutable("word", MEMORYVIEW_OBJECT),
  host: mutable("i32", MEMORYVIEW_HOST),
});

/** Complex: raw real part, where a float has its value, and imaginary part. */
export const COMPLEX_IMAGINARY = 16;
export const COMPLEX = defineFields("complex", {
  real: fixed("f64", BOX_VALUE),
  imaginary: fixed("f64", COMPLEX_IMAGINARY),
});

/** Layouts of Python's fixed shape ids, for `createShapeTable`. */
export const PYTHON_LAYOUTS: ReadonlyMap<number, Layout> = new Map([
  [SHAPE_SLICE, layoutOf("slice", SLICE)],
  [SHAPE_NOT_IMPLEMENTED, layoutOf("not-implemented", {})],
  [SHAPE_ELLIPSIS, layoutOf("ellipsis", {})],
  [SHAPE_RANGE, layoutOf("range", RANGE)],
  [SHAPE_RANGE_ITERATOR, layoutOf("range-iterator", RANGE_ITERATOR)],
  [SHAPE_LONG_RANGE_ITERATOR, layoutOf("long-range-iterator", LONG_RANGE_ITERATOR)],
  [SHAPE_DICT_KEYS_VIEW, layoutOf("dict-keys-view", VIEW)],
  [SHAPE_DICT_VALUES_VIEW, layoutOf("dict-values-view", VIEW)],
  [SHAPE_DICT_ITEMS_VIEW, layoutOf("dict-items-view", VIEW)],
  [SHAPE_SET, layoutOf("set", SET)],
  [SHAPE_FROZENSET, layoutOf("frozenset", SET)],
  [SHAPE_SET_ITERATOR, layoutOf("set-iterator", SET_ITERATOR)],
  [SHAPE_BYTE_STRING, layoutOf("byte-string", BYTE_STRING)],
  [SHAPE_BYTEARRAY, layoutOf("bytearray", BYTEARRAY)],
  [SHAPE_BYTES_ITERATOR, layoutOf("bytes-iterator", ITERATOR)],
  [SHAPE_MEMORYVIEW, layoutOf("memoryview", MEMORYVIEW)],
  [SHAPE_MAPPING_PROXY, layoutOf("mapping-proxy", MAPPING_PROXY)],
  [SHAPE_LIST_REVERSE_ITERATOR, layoutOf("list-reverse-iterator", ITERATOR)],
  [SHAPE_DEQUE, layoutOf("deque", DEQUE)],
  [SHAPE_DEQUE_ITERATOR, layoutOf("deque-iterator", DEQUE_ITERATOR)],
  [SHAPE_DEQUE_REVERSE_ITERATOR, layoutOf("deque-reverse-iterator", DEQUE_ITERATOR)],
  [SHAPE_MEMORY_ITERATOR, layoutOf("memory-iterator", ITERATOR)],
  [SHAPE_COMPLEX, layoutOf("complex", COMPLEX)],
  [SHAPE_BYTEARRAY_ITERATOR, layoutOf("bytearray-iterator", ITERATOR)],
]);

/** A coroutine and what `__await__` gives of it: the suspended frame is a generator of its own, which programs do not see. */
export const COROUTINE_BODY = 8;
export const COROUTINE = defineFields("coroutine", { body: fixed("word", COROUTINE_BODY) });
/** An asynchronous generator: its suspended frame, and raw flags. */
export const ASYNC_GENERATOR_BODY = 8;
export const ASYNC_GENERATOR_FLAGS = 12;
/** Flags: something awaits its next item; it has ended or been closed. */
export const ASYNC_GENERATOR_RUNS = 1;
export const ASYNC_GENERATOR_ENDED = 2;
/** Its first step has begun: who wants to know has been told. */
export const ASYNC_GENERATOR_BEGUN = 4;
export const ASYNC_GENERATOR = defineFields("async_generator", {
  body: fixed("word", ASYNC_GENERATOR_BODY),
  flags: mutable("i32", ASYNC_GENERATOR_FLAGS),
});
/** What is awaited for a step of an asynchronous generator: what is sent or thrown (NULL: `aclose`), and how far it is, raw. */
export const ASYNC_STEP_GENERATOR = 8;
export const ASYNC_STEP_ARGUMENT = 12;
export const ASYNC_STEP_STATE = 16;
export const ASYNC_STEP_CREATED = 0;
export const ASYNC_STEP_RUNS = 1;
export const ASYNC_STEP_ENDED = 2;
export const ASYNC_STEP = defineFields("async_step", {
  generator: fixed("word", ASYNC_STEP_GENERATOR),
  argument: fixed("word", ASYNC_STEP_ARGUMENT),
  state: mutable("i32", ASYNC_STEP_STATE),
});
/** What an asynchronous generator yields, to tell it from what awaiting yields. */
export const YIELDED_VALUE = 8;
export const YIELDED = defineFields("yielded", { value: fixed("word", YIELDED_VALUE) });

/**
 * The table in which traces look up attributes of objects of ever other shapes (`generic-attributes.ts` of `@hotpy/python-instructions` fills it). An entry
 * holds while the word at VERSION_AT is VERSION. SLOT: byte offset of the attribute in the instance, negative in its overflow array, or 0.
 * METHOD: byte address of the root with the type's function, or 0. IS_ASSIGNABLE: 1 if a store runs no code; where it adds the attribute in the
 * instance itself, the shape afterwards above 8 bits that say in which word; else 0.
 */
export const LOOKUP_ENTRIES = 1024;
export const LOOKUP_BYTES = 32;
export const LOOKUP_SHAPE = 0;
export const LOOKUP_NAME = 4;
export const LOOKUP_VERSION_AT = 8;
export const LOOKUP_VERSION = 12;
export const LOOKUP_SLOT = 16;
/** In place of an offset, none of which is odd, in the table at STATE_ATTRIBUTES: in the dict that instances of the shape have, if it is there. */
export const LOOKUP_IN_DICT = 1;
export const LOOKUP_METHOD = 20;
export const LOOKUP_IS_ASSIGNABLE = 24;
/** In the table at STATE_ATTRIBUTES, which `getattr` and others read: what else is known of the attribute (ATTRIBUTE_IS_THERE and others). */
export const LOOKUP_KNOWN = 28;
/** Getting it succeeds; there is none, and nothing is asked for it; METHOD has what is found on the type, and it is no method. */
export const ATTRIBUTE_IS_THERE = 1;
export const ATTRIBUTE_IS_MISSING = 2;
export const ATTRIBUTE_IS_VALUE = 4;
/** The class has a `__setattr__` of its own: IS_ASSIGNABLE is for that of `object` alone. */
export const ATTRIBUTE_IS_GUARDED = 8;

/** Places for the tuples of names that dicts of keyword arguments have had; see `calls.ts` of `@hotpy/python-instructions`. */
export const NAME_TUPLES = 256;
