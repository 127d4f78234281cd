/// The kit's layouts: shape ids, and the fields of objects. Shape ids below FIRST_DYNAMIC_SHAPE are fixed, so that the loop,
/// compiled code and the collectors compare with constants.
///
/// Each offset is a constant of its own: the loop, kernels and TypeScript that is hot use it, and bundlers put only constants that are
/// written as numbers in the place where they are used. All else is derived from the declarations of fields.

import { defineFields, fixed, mutable, ownedBy } from "./fields.js";
import { type Layout, layoutOf } from "./layout.js";

/* ---- shape ids ---- */
/** Boxed 64-bit integer outside the tagged range. */
export const SHAPE_INT64 = 1;
/** Integer outside int64: limbs of 32 bits, see BIG_LIMBS. */
export const SHAPE_BIGINT = 2;
export const SHAPE_BOOL = 3;
export const SHAPE_NONE = 4;
export const SHAPE_FLOAT = 5;
/** Strings of 1, 2 or 4 bytes a code point: always the narrowest that holds the text. Keep these three adjacent. */
export const SHAPE_STR1 = 6;
export const SHAPE_STR2 = 7;
export const SHAPE_STR4 = 8;
export const SHAPE_TUPLE = 9;
/** Internal array of tagged words (items of lists, values of dicts). */
export const SHAPE_ARRAY = 10;
export const SHAPE_LIST = 11;
export const SHAPE_DICT = 12;
/** Internal: the key table of one or, shared, several dicts. */
export const SHAPE_DICT_KEYS = 13;
export const SHAPE_LIST_ITERATOR = 16;
export const SHAPE_TUPLE_ITERATOR = 17;
export const SHAPE_STR_ITERATOR = 18;
/** Iterator over a dict's keys, values or items (three shapes, adjacent). */
export const SHAPE_DICT_KEY_ITERATOR = 19;
export const SHAPE_DICT_VALUE_ITERATOR = 20;
export const SHAPE_DICT_ITEM_ITERATOR = 21;
export const SHAPE_FUNCTION = 25;
export const SHAPE_CELL = 26;
export const SHAPE_METHOD = 27;
export const SHAPE_TYPE = 29;
export const SHAPE_CODE = 30;
export const SHAPE_GENERATOR = 31;
export const SHAPE_MODULE = 32;
/** A string that grows: a prefix of a buffer shared with the strings it was appended to. Its type is str; see kernel/strings/append.ts. */
export const SHAPE_STR_VIEW = 33;
/** Raw bytes. */
export const SHAPE_BYTES = 34;
/** Opaque reference to a JavaScript value. */
export const SHAPE_HOST = 35;
/**
 * Native functions are of four shapes with one layout: functions, or methods with their object filled in; methods of types; those of them
 * that stand for an operator of the language; these with their object filled in. See {@link isNativeShape}.
 */
export const SHAPE_NATIVE = 36;
export const SHAPE_NATIVE_METHOD = 37;
export const SHAPE_NATIVE_OPERATOR = 38;
export const SHAPE_BOUND_OPERATOR = 39;
/** What is common to the shapes of native functions: their ids under this mask are SHAPE_NATIVE. */
export const NATIVE_SHAPES = ~3;
/** Whether objects of the shape are native functions of any kind. */
export const isNativeShape = (shape: number): boolean => (shape & NATIVE_SHAPES) === SHAPE_NATIVE;
/** Ids from here up to FIRST_DYNAMIC_SHAPE are the language's, which gives their layouts to `createShapeTable`. */
export const FIRST_LANGUAGE_SHAPE = 40;
/** Ids from here on are given out by {@link ShapeTable}: language-level builtins first, then classes' shapes. */
export const FIRST_DYNAMIC_SHAPE = 64;

/* ---- fields: offsets in bytes ---- */
/** The first word of any object. Its flags are changed by collections, and when something begins to watch the object. */
export const HEADER = defineFields("header", { word: mutable("i32", 0) });
/** Word 1 of the header of objects with a tail: the number of its words or bytes. */
export const TAIL_SIZE = 4;
/** float64 value of SHAPE_FLOAT; int64 value of SHAPE_INT64. */
export const BOX_VALUE = 8;
export const FLOAT = defineFields("float", { value: fixed("f64", BOX_VALUE) });
export const INT64 = defineFields("int64", { value: fixed("i64", BOX_VALUE) });
/** Big integer: the magnitude, little-endian, in limbs of 32 bits of which the last is not 0. Word 1 is its size in bytes;
 *  FLAG_LAYOUT is set in the header of a negative one. */
export const BIG_LIMBS = 8;
export const BIGINT = defineFields("bigint", { size: fixed("i32", TAIL_SIZE), limbs: fixed("bytes", BIG_LIMBS) });
/** Raw index in the host table, of SHAPE_HOST. */
export const HOST_INDEX = 8;
export const HOST = defineFields("host", { index: mutable("i32", HOST_INDEX) });
/** Bytes: word 1 is the length. */
export const BYTES_DATA = 8;
export const BYTES = defineFields("bytes", { size: fixed("i32", TAIL_SIZE), data: mutable("bytes", BYTES_DATA) });
/** Strings: raw cached hash of 32 bits (0 = not computed), the lower half of that of 64 bits, then the text. Word 1 is the size of the text in bytes. */
export const STR_HASH = 8;
export const STR_HASH_LOW = 12;
export const STR_DATA = 16;
export const STR = defineFields("str", {
  size: fixed("i32", TAIL_SIZE),
  hash: mutable("i32", STR_HASH),
  hashLow: mutable("i32", STR_HASH_LOW),
  data: fixed("bytes", STR_DATA),
});
/** The table of the strings of one Latin-1 character, by its code; it lies BYTES_DATA before what STATE_LATIN1 says. */
export const LATIN1 = defineFields("latin1", { characters: fixed("words", BYTES_DATA) });
/** String view: raw size of its text in bytes, then the buffer, laid out as a string of its width. */
export const STR_VIEW_SIZE = 8;
export const STR_VIEW_BUFFER = 12;
export const STR_VIEW = defineFields("str_view", {
  size: fixed("i32", STR_VIEW_SIZE),
  buffer: fixed("word", STR_VIEW_BUFFER),
});
/** Tuples and internal arrays: items, tagged. Word 1 is the length in words. */
export const TUPLE_ITEMS = 8;
export const TUPLE = defineFields("tuple", { size: fixed("i32", TAIL_SIZE), items: fixed("words", TUPLE_ITEMS) });
export const ARRAY_ITEMS = 8;
/** The items of an array are in the alias class of its owner: LIST_ARRAY, DICT_ARRAY, OVERFLOW_ARRAY. */
export const ARRAY = defineFields("array", { size: fixed("i32", TAIL_SIZE), items: mutable("words", ARRAY_ITEMS) });
/** List: raw length, then the array of items (capacity = the array's length; slots past the length are NULL). */
export const LIST_LENGTH = 8;
export const LIST_ITEMS = 12;
export const LIST = defineFields("list", {
  length: mutable("i32", LIST_LENGTH),
  items: mutable("word", LIST_ITEMS, SHAPE_ARRAY),
});
export const LIST_ARRAY = ownedBy(LIST.items, "items", ARRAY.items);
/** Dict: see `@hotpy/dict`. Raw count of live entries; raw version; keys and values are references. */
export const DICT_COUNT = 8;
export const DICT_VERSION = 12;
export const DICT_KEYS = 16;
export const DICT_VALUES = 20;
export const DICT = defineFields("dict", {
  count: mutable("i32", DICT_COUNT),
  version: mutable("i32", DICT_VERSION),
  keys: mutable("word", DICT_KEYS, SHAPE_DICT_KEYS),
  values: mutable("word", DICT_VALUES, SHAPE_ARRAY),
});
export const DICT_ARRAY = ownedBy(DICT.values, "items", ARRAY.items);
/** Dict keys: reference to the raw index (SHAPE_BYTES: int32 entry + 1 per slot, 0 free, -1 deleted; then the int32 hash
 *  of each entry); raw mask (slots - 1), raw end of the entries in use, raw version (0: none given), raw 1 if shared,
 *  raw number of keys that can still be added to this table (0 if shared).
 *  Tail: the keys in order of insertion, NULL where deleted or not yet used. */
export const KEYS_INDEX = 8;
export const KEYS_MASK = 12;
export const KEYS_USED = 16;
export const KEYS_VERSION = 20;
export const KEYS_SHARED = 24;
export const KEYS_USABLE = 28;
export const KEYS_ENTRIES = 32;
export const KEYS = defineFields("dict.keys", {
  index: mutable("word", KEYS_INDEX, SHAPE_BYTES),
  mask: mutable("i32", KEYS_MASK),
  used: mutable("i32", KEYS_USED),
  version: mutable("i32", KEYS_VERSION),
  shared: mutable("i32", KEYS_SHARED),
  usable: mutable("i32", KEYS_USABLE),
  entries: mutable("words", KEYS_ENTRIES),
});
/** List, tuple and str iterators: raw index of the next item, then the sequence (NULL when exhausted). */
export const ITERATOR_INDEX = 8;
export const ITERATOR_SEQUENCE = 12;
export const ITERATOR = defineFields("iterator", {
  index: mutable("i32", ITERATOR_INDEX),
  sequence: mutable("word", ITERATOR_SEQUENCE),
});
export const STR_ITERATOR = defineFields("str_iterator", {
  index: mutable("i32", ITERATOR_INDEX),
  sequence: mutable("word", ITERATOR_SEQUENCE),
});
/** Dict iterators: raw entry index, raw count expected, then the dict (NULL when exhausted). */
export const DICT_ITERATOR_INDEX = 8;
export const DICT_ITERATOR_COUNT = 12;
export const DICT_ITERATOR_DICT = 16;
/** Raw: keys that should still come, of iterators from the start. */
export const DICT_ITERATOR_REMAINING = 20;
export const DICT_ITERATOR = defineFields("dict_iterator", {
  index: mutable("i32", DICT_ITERATOR_INDEX),
  count: mutable("i32", DICT_ITERATOR_COUNT),
  dict: mutable("word", DICT_ITERATOR_DICT, SHAPE_DICT),
  remaining: mutable("i32", DICT_ITERATOR_REMAINING),
});
/** Function, all tagged: code, globals dict, defaults tuple or NULL, keyword defaults dict or NULL, closure tuple of
 *  cells or NULL, name, qualified name, attribute dict or NULL, doc, module name. */
export const FUNCTION_CODE = 8;
export const FUNCTION_GLOBALS = 12;
export const FUNCTION_DEFAULTS = 16;
export const FUNCTION_KEYWORD_DEFAULTS = 20;
export const FUNCTION_CLOSURE = 24;
export const FUNCTION_NAME = 28;
export const FUNCTION_QUALNAME = 32;
export const FUNCTION_DICT = 36;
export const FUNCTION_DOC = 40;
export const FUNCTION_MODULE = 44;
export const FUNCTION_ANNOTATIONS = 48;
/** Its padding included. */
export const FUNCTION_BYTES = 56;
export const FUNCTION = defineFields("function", {
  code: fixed("word", FUNCTION_CODE, SHAPE_CODE),
  globals: fixed("word", FUNCTION_GLOBALS, SHAPE_DICT),
  defaults: mutable("word", FUNCTION_DEFAULTS, SHAPE_TUPLE),
  keywordDefaults: mutable("word", FUNCTION_KEYWORD_DEFAULTS, SHAPE_DICT),
  closure: fixed("word", FUNCTION_CLOSURE, SHAPE_TUPLE),
  name: mutable("word", FUNCTION_NAME),
  qualname: mutable("word", FUNCTION_QUALNAME),
  dict: mutable("word", FUNCTION_DICT, SHAPE_DICT),
  doc: mutable("word", FUNCTION_DOC),
  module: mutable("word", FUNCTION_MODULE),
  annotations: mutable("word", FUNCTION_ANNOTATIONS, SHAPE_DICT),
});
export const CELL_VALUE = 8;
export const CELL = defineFields("cell", { value: mutable("word", CELL_VALUE) });
export const METHOD_FUNCTION = 8;
export const METHOD_SELF = 12;
export const METHOD = defineFields("method", {
  function: fixed("word", METHOD_FUNCTION),
  self: fixed("word", METHOD_SELF),
});
/** Native function: raw index in the table of natives, then name, bound self (or NULL), owner type (or NULL). */
export const NATIVE_INDEX = 8;
export const NATIVE_NAME = 12;
export const NATIVE_SELF = 16;
export const NATIVE_OWNER = 20;
export const NATIVE = defineFields("native", {
  index: fixed("i32", NATIVE_INDEX),
  name: fixed("word", NATIVE_NAME),
  self: fixed("word", NATIVE_SELF),
  owner: fixed("word", NATIVE_OWNER, SHAPE_TYPE),
});
/** Type (never moves). Raw: root shape id of its instances, version (changes with any attribute of it or a base;
 *  never reused), host index of the language's own record; the version with which a call of the type makes an instance, all slots
 *  unset, and calls the initialiser with it (0: such a call does something else, or it is not known yet), the size of such an instance in
 *  bytes (0: the call is one of the initialiser instead, which makes the instance); what the language's loop does itself for a call, 0 for nothing; and traits of its instances, bits of the language, with the version of
 *  the type for which they hold. Tagged: name, bases tuple, mro tuple, attribute dict,
 *  metatype, initialiser (NULL: none is called, and there are no arguments; of types with an operation of the loop, what that works with). */
export const TYPE_ROOT_SHAPE = 8;
export const TYPE_VERSION = 12;
export const TYPE_HOST = 16;
export const TYPE_CALL_VERSION = 20;
export const TYPE_CALL_BYTES = 24;
export const TYPE_CALL_OPERATION = 28;
export const TYPE_TRAITS_VERSION = 32;
export const TYPE_TRAITS = 36;
export const TYPE_NAME = 40;
export const TYPE_BASES = 44;
export const TYPE_MRO = 48;
export const TYPE_DICT = 52;
export const TYPE_META = 56;
export const TYPE_INITIALISER = 60;
export const TYPE = defineFields("type", {
  rootShape: mutable("i32", TYPE_ROOT_SHAPE),
  version: mutable("i32", TYPE_VERSION),
  host: mutable("i32", TYPE_HOST),
  callVersion: mutable("i32", TYPE_CALL_VERSION),
  callBytes: mutable("i32", TYPE_CALL_BYTES),
  callOperation: mutable("i32", TYPE_CALL_OPERATION),
  traitsVersion: mutable("i32", TYPE_TRAITS_VERSION),
  traits: mutable("i32", TYPE_TRAITS),
  name: mutable("word", TYPE_NAME),
  bases: mutable("word", TYPE_BASES, SHAPE_TUPLE),
  mro: mutable("word", TYPE_MRO, SHAPE_TUPLE),
  dict: mutable("word", TYPE_DICT, SHAPE_DICT),
  meta: mutable("word", TYPE_META, SHAPE_TYPE),
  initialiser: mutable("word", TYPE_INITIALISER),
});
/** Code object (never moves). Raw: byte address of the bytecode, its size in words, counts, host index of the rest.
 *  Tagged: constants tuple, names tuple, name, qualified name, documentation, tuple of the names of locals. See `@hotpy/bytecode`. */
export const CODE_START = 8;
export const CODE_WORDS = 12;
/** Local slots that a call fills: the first ones. */
export const CODE_ARGUMENTS = 16;
/** Local slots (arguments, locals, then cells). */
export const CODE_LOCALS = 20;
/** Most operand stack slots in use. */
export const CODE_STACK = 24;
export const CODE_FLAGS = 28;
export const CODE_HOST = 32;
/** Bit of CODE_FLAGS: frames of this code are not counted against the recursion limit. */
export const CODE_UNCOUNTED = 0x40000;
/** Raw: trace id + 1 of the compiled entry, 0 if none; raw call counter. Owned by the supervisor. */
export const CODE_TRACE = 36;
export const CODE_COUNTER = 40;
/** Raw: parameters that positional arguments may fill, how many of them have no name for calls, parameters by name alone. */
export const CODE_POSITIONAL = 44;
export const CODE_POSITIONAL_ONLY = 48;
export const CODE_KEYWORD_ONLY = 52;
export const CODE_CONSTANTS = 56;
export const CODE_NAMES = 60;
export const CODE_NAME = 64;
export const CODE_QUALNAME = 68;
export const CODE_DOC = 72;
/** Names of locals, parameters first. */
export const CODE_LOCAL_NAMES = 76;
export const CODE_BYTES = 80;
export const CODE = defineFields("code", {
  start: mutable("i32", CODE_START),
  words: mutable("i32", CODE_WORDS),
  arguments: mutable("i32", CODE_ARGUMENTS),
  locals: mutable("i32", CODE_LOCALS),
  stack: mutable("i32", CODE_STACK),
  flags: mutable("i32", CODE_FLAGS),
  host: mutable("i32", CODE_HOST),
  trace: mutable("i32", CODE_TRACE),
  counter: mutable("i32", CODE_COUNTER),
  positional: mutable("i32", CODE_POSITIONAL),
  positionalOnly: mutable("i32", CODE_POSITIONAL_ONLY),
  keywordOnly: mutable("i32", CODE_KEYWORD_ONLY),
  constants: mutable("word", CODE_CONSTANTS, SHAPE_TUPLE),
  names: mutable("word", CODE_NAMES, SHAPE_TUPLE),
  name: mutable("word", CODE_NAME),
  qualname: mutable("word", CODE_QUALNAME),
  doc: mutable("word", CODE_DOC),
  localNames: mutable("word", CODE_LOCAL_NAMES, SHAPE_TUPLE),
});
/** Generator. Raw: state, saved ip (byte address), saved stack depth (words in use of the tail). Tagged: code,
 *  function, saved handled exception, name. Tail: the frame's locals, cells and operand stack. */
export const GENERATOR_STATE = 8;
export const GENERATOR_IP = 12;
export const GENERATOR_USED = 16;
export const GENERATOR_CODE = 20;
export const GENERATOR_FUNCTION = 24;
export const GENERATOR_HANDLED = 28;
export const GENERATOR_NAME = 32;
export const GENERATOR_SLOTS = 36;
export const GENERATOR = defineFields("generator", {
  state: mutable("i32", GENERATOR_STATE),
  ip: mutable("i32", GENERATOR_IP),
  used: mutable("i32", GENERATOR_USED),
  code: fixed("word", GENERATOR_CODE, SHAPE_CODE),
  function: fixed("word", GENERATOR_FUNCTION, SHAPE_FUNCTION),
  handled: mutable("word", GENERATOR_HANDLED),
  name: mutable("word", GENERATOR_NAME),
  slot: mutable("slots", GENERATOR_SLOTS),
});
export const GENERATOR_CREATED = 0;
export const GENERATOR_SUSPENDED = 1;
export const GENERATOR_RUNNING = 2;
export const GENERATOR_CLOSED = 3;
export const MODULE_DICT = 8;
export const MODULE = defineFields("module", { dict: fixed("word", MODULE_DICT, SHAPE_DICT) });
/** Instance of a class: overflow array (or NULL, or what the language keeps there for shapes of its own making), then the inline slots
 *  that the shape names. */
export const INSTANCE_OVERFLOW = 8;
export const INSTANCE_SLOTS = 12;
/** First slot of instances whose shape has a layout: the value that they carry. It never changes. See shapes.ts. */
export const INSTANCE_VALUE = INSTANCE_SLOTS;

export const INSTANCE = defineFields("instance", {
  overflow: mutable("word", INSTANCE_OVERFLOW),
  slot: mutable("slots", INSTANCE_SLOTS),
});
export const OVERFLOW_ARRAY = ownedBy(INSTANCE.overflow, "items", ARRAY.items);
/** The value that an instance of a refined builtin type carries, in the first slot of such instances. */
export const CARRIER = defineFields("carrier", { value: fixed("word", INSTANCE_VALUE) });

/** Layouts of the kit's fixed shape ids, by id. */
export const BASIC_LAYOUTS: ReadonlyMap<number, Layout> = new Map([
  [SHAPE_INT64, layoutOf("int64", INT64)],
  [SHAPE_BIGINT, layoutOf("bigint", BIGINT)],
  [SHAPE_BOOL, layoutOf("bool", {})],
  [SHAPE_NONE, layoutOf("none", {})],
  [SHAPE_FLOAT, layoutOf("float", FLOAT)],
  [SHAPE_STR1, layoutOf("str1", STR)],
  [SHAPE_STR2, layoutOf("str2", STR)],
  [SHAPE_STR4, layoutOf("str4", STR)],
  [SHAPE_TUPLE, layoutOf("tuple", TUPLE)],
  [SHAPE_ARRAY, layoutOf("array", ARRAY)],
  [SHAPE_LIST, layoutOf("list", LIST)],
  [SHAPE_DICT, layoutOf("dict", DICT)],
  [SHAPE_DICT_KEYS, layoutOf("dict-keys", KEYS)],
  [SHAPE_LIST_ITERATOR, layoutOf("list-iterator", ITERATOR)],
  [SHAPE_TUPLE_ITERATOR, layoutOf("tuple-iterator", ITERATOR)],
  [SHAPE_STR_ITERATOR, layoutOf("str-iterator", STR_ITERATOR)],
  [SHAPE_DICT_KEY_ITERATOR, layoutOf("dict-key-iterator", DICT_ITERATOR)],
  [SHAPE_DICT_VALUE_ITERATOR, layoutOf("dict-value-iterator", DICT_ITERATOR)],
  [SHAPE_DICT_ITEM_ITERATOR, layoutOf("dict-item-iterator", DICT_ITERATOR)],
  [SHAPE_FUNCTION, layoutOf("function", FUNCTION)],
  [SHAPE_CELL, layoutOf("cell", CELL)],
  [SHAPE_METHOD, layoutOf("method", METHOD)],
  [SHAPE_TYPE, layoutOf("type", TYPE)],
  [SHAPE_CODE, layoutOf("code", CODE)],
  [SHAPE_GENERATOR, layoutOf("generator", GENERATOR)],
  [SHAPE_MODULE, layoutOf("module", MODULE)],
  [SHAPE_BYTES, layoutOf("bytes", BYTES)],
  [SHAPE_HOST, layoutOf("host", HOST)],
  [SHAPE_STR_VIEW, layoutOf("str-view", STR_VIEW)],
  [SHAPE_NATIVE, layoutOf("native", NATIVE)],
  [SHAPE_NATIVE_METHOD, layoutOf("native-method", NATIVE)],
  [SHAPE_NATIVE_OPERATOR, layoutOf("native-operator", NATIVE)],
  [SHAPE_BOUND_OPERATOR, layoutOf("bound-operator", NATIVE)],
]);
