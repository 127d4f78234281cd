/// Layouts of the basic objects: shape ids and byte offsets of the fields. Shape ids below FIRST_DYNAMIC_SHAPE are
/// fixed, so that the loop, compiled code and the collectors compare with constants.
///
/// Every layout is: header (2 words), fixed fields, then optionally a tail of words or bytes whose raw size is
/// word 1 of the header. The tagged fields of the fixed part are one contiguous range [refStart, refEnd) in words.

/** Kinds of tail. */
export const TAIL_NONE = 0;
/** Tagged words; word 1 counts words. */
export const TAIL_WORDS = 1;
/** Raw bytes; word 1 counts bytes. */
export const TAIL_BYTES = 2;

/** What a collector must know about a shape. */
export interface Layout {
  readonly name: string;
  /** Words of the fixed part, header included; at most 255. */
  readonly fixedWords: number;
  /** Word indices of the tagged fields in the fixed part; equal if there are none. */
  readonly refStart: number;
  readonly refEnd: number;
  readonly tail: 0 | 1 | 2;
}

const fixed = (name: string, fixedWords: number, refStart = 2, refEnd = fixedWords): Layout => ({
  name,
  fixedWords,
  refStart,
  refEnd,
  tail: TAIL_NONE,
});
const raw = (name: string, fixedWords: number): Layout => fixed(name, fixedWords, 2, 2);
const withTail = (name: string, fixedWords: number, refEnd: number, tail: 0 | 1 | 2): Layout => ({
  name,
  fixedWords,
  refStart: 2,
  refEnd,
  tail,
});

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
export const SHAPE_RANGE = 14;
/** Range iterator whose numbers all fit a tagged word. */
export const SHAPE_RANGE_ITERATOR = 15;
export const SHAPE_LIST_ITERATOR = 16;
export const SHAPE_TUPLE_ITERATOR = 17;
export const SHAPE_STR_ITERATOR = 18;
/** Iterator over a dict's keys, values or items (three shapes, adjacent). */
export const SHAPE_DICT_KEY_ITERATOR = 19;
export const SHAPE_DICT_VALUE_ITERATOR = 20;
export const SHAPE_DICT_ITEM_ITERATOR = 21;
/** Views of a dict (three shapes, adjacent). */
export const SHAPE_DICT_KEYS_VIEW = 22;
export const SHAPE_DICT_VALUES_VIEW = 23;
export const SHAPE_DICT_ITEMS_VIEW = 24;
export const SHAPE_FUNCTION = 25;
export const SHAPE_CELL = 26;
export const SHAPE_METHOD = 27;
/** Builtin function: one type for every kind of native function and slot. */
export const SHAPE_NATIVE = 28;
export const SHAPE_TYPE = 29;
export const SHAPE_CODE = 30;
export const SHAPE_GENERATOR = 31;
export const SHAPE_MODULE = 32;
export const SHAPE_SLICE = 33;
/** Raw bytes. */
export const SHAPE_BYTES = 34;
/** Opaque reference to a JavaScript value. */
export const SHAPE_HOST = 35;
/** Range iterator over numbers of any size: start, stop, step as words. */
export const SHAPE_LONG_RANGE_ITERATOR = 36;
export const SHAPE_NOT_IMPLEMENTED = 37;
export const SHAPE_ELLIPSIS = 38;
/** A string that grows: a prefix of a buffer shared with the strings it was appended to. Its type is str; see strings/append.ts. */
export const SHAPE_STR_VIEW = 39;
/** Ids from here on are given out by {@link ShapeTable}: language-level builtins first, then classes' shapes. */
export const FIRST_DYNAMIC_SHAPE = 64;

/* ---- field offsets, in bytes ---- */
/** float64 value of SHAPE_FLOAT; int64 value of SHAPE_INT64. */
export const BOX_VALUE = 8;
/** Big integer: the magnitude, little-endian, in limbs of 32 bits of which the last is not 0. Word 1 is its size in bytes;
 *  FLAG_LAYOUT is set in the header of a negative one. */
export const BIG_LIMBS = 8;
/** Raw index in the host table, of SHAPE_HOST. */
export const HOST_INDEX = 8;
/** Strings: raw cached hash (0 = not computed), then the text. Word 1 is the size of the text in bytes. */
export const STR_HASH = 8;
export const STR_DATA = 12;
/** String view: raw size of its text in bytes, then the buffer, laid out as a string of its width. */
export const STR_VIEW_SIZE = 8;
export const STR_VIEW_BUFFER = 12;
/** Tuples and internal arrays: items, tagged. Word 1 is the length in words. */
export const TAIL_SIZE = 4;
export const TUPLE_ITEMS = 8;
export const ARRAY_ITEMS = 8;
/** Bytes: word 1 is the length. */
export const BYTES_DATA = 8;
/** List: raw length, then the array of items (capacity = the array's length; slots past the length are NULL). */
export const LIST_LENGTH = 8;
export const LIST_ITEMS = 12;
/** Dict: see `@hotpy/dict`. Raw count of live entries; raw version; keys and values are references. */
export const DICT_COUNT = 8;
export const DICT_VERSION = 12;
export const DICT_KEYS = 16;
export const DICT_VALUES = 20;
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
/** Range: three integer words. */
export const RANGE_START = 8;
export const RANGE_STOP = 12;
export const RANGE_STEP = 16;
/** Range iterator: raw int32 next value, raw remaining count, raw step. */
export const RANGE_ITERATOR_NEXT = 8;
export const RANGE_ITERATOR_REMAINING = 12;
export const RANGE_ITERATOR_STEP = 16;
/** Long range iterator: next, stop, step as integer words. */
export const LONG_RANGE_NEXT = 8;
export const LONG_RANGE_STOP = 12;
export const LONG_RANGE_STEP = 16;
/** List, tuple and str iterators: raw index of the next item, then the sequence (NULL when exhausted). */
export const ITERATOR_INDEX = 8;
export const ITERATOR_SEQUENCE = 12;
/** Dict iterators: raw entry index, raw count expected, then the dict (NULL when exhausted). Views: the dict at 8. */
export const DICT_ITERATOR_INDEX = 8;
export const DICT_ITERATOR_COUNT = 12;
export const DICT_ITERATOR_DICT = 16;
/** Raw: keys that should still come, of iterators from the start. */
export const DICT_ITERATOR_REMAINING = 20;
export const VIEW_DICT = 8;
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
export const CELL_VALUE = 8;
export const METHOD_FUNCTION = 8;
export const METHOD_SELF = 12;
/** Native function: raw index in the table of natives, then name, bound self (or NULL), owner type (or NULL). */
export const NATIVE_INDEX = 8;
export const NATIVE_NAME = 12;
export const NATIVE_SELF = 16;
export const NATIVE_OWNER = 20;
/** Type (never moves). Raw: root shape id of its instances, version (changes with any attribute of it or a base;
 *  never reused), host index of the language's own record. Tagged: name, bases tuple, mro tuple, attribute dict,
 *  metatype. */
export const TYPE_ROOT_SHAPE = 8;
export const TYPE_VERSION = 12;
export const TYPE_HOST = 16;
export const TYPE_NAME = 20;
export const TYPE_BASES = 24;
export const TYPE_MRO = 28;
export const TYPE_DICT = 32;
export const TYPE_META = 36;
/** Code object (never moves). Raw: byte address of the bytecode, its size in words, counts, host index of the rest.
 *  Tagged: constants tuple, names tuple, name. See `@hotpy/bytecode`. */
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
export const CODE_CONSTANTS = 44;
export const CODE_NAMES = 48;
export const CODE_NAME = 52;
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
export const GENERATOR_CREATED = 0;
export const GENERATOR_SUSPENDED = 1;
export const GENERATOR_RUNNING = 2;
export const GENERATOR_CLOSED = 3;
export const MODULE_DICT = 8;
export const SLICE_START = 8;
export const SLICE_STOP = 12;
export const SLICE_STEP = 16;
/** Instance of a class: overflow array (or NULL), then the inline slots that the shape names. */
export const INSTANCE_OVERFLOW = 8;
export const INSTANCE_SLOTS = 12;
/** First slot of instances whose shape has a layout: the value that they carry. It never changes. See shapes.ts. */
export const INSTANCE_VALUE = INSTANCE_SLOTS;

/** Layouts of the fixed shape ids, by id. */
export const BASIC_LAYOUTS: ReadonlyMap<number, Layout> = new Map([
  [SHAPE_INT64, raw("int64", 4)],
  [SHAPE_BIGINT, withTail("bigint", 2, 2, TAIL_BYTES)],
  [SHAPE_BOOL, raw("bool", 4)],
  [SHAPE_NONE, raw("none", 4)],
  [SHAPE_FLOAT, raw("float", 4)],
  [SHAPE_STR1, withTail("str1", 3, 2, TAIL_BYTES)],
  [SHAPE_STR2, withTail("str2", 3, 2, TAIL_BYTES)],
  [SHAPE_STR4, withTail("str4", 3, 2, TAIL_BYTES)],
  [SHAPE_TUPLE, withTail("tuple", 2, 2, TAIL_WORDS)],
  [SHAPE_ARRAY, withTail("array", 2, 2, TAIL_WORDS)],
  [SHAPE_LIST, fixed("list", 4, 3)],
  [SHAPE_DICT, fixed("dict", 6, 4)],
  [SHAPE_DICT_KEYS, withTail("dict-keys", 8, 3, TAIL_WORDS)],
  [SHAPE_RANGE, fixed("range", 6, 2, 5)],
  [SHAPE_RANGE_ITERATOR, raw("range-iterator", 6)],
  [SHAPE_LIST_ITERATOR, fixed("list-iterator", 4, 3)],
  [SHAPE_TUPLE_ITERATOR, fixed("tuple-iterator", 4, 3)],
  [SHAPE_STR_ITERATOR, fixed("str-iterator", 4, 3)],
  [SHAPE_DICT_KEY_ITERATOR, fixed("dict-key-iterator", 6, 4, 5)],
  [SHAPE_DICT_VALUE_ITERATOR, fixed("dict-value-iterator", 6, 4, 5)],
  [SHAPE_DICT_ITEM_ITERATOR, fixed("dict-item-iterator", 6, 4, 5)],
  [SHAPE_DICT_KEYS_VIEW, fixed("dict-keys-view", 4, 2, 3)],
  [SHAPE_DICT_VALUES_VIEW, fixed("dict-values-view", 4, 2, 3)],
  [SHAPE_DICT_ITEMS_VIEW, fixed("dict-items-view", 4, 2, 3)],
  [SHAPE_FUNCTION, fixed("function", 12)],
  [SHAPE_CELL, fixed("cell", 4, 2, 3)],
  [SHAPE_METHOD, fixed("method", 4)],
  [SHAPE_NATIVE, fixed("native", 6, 3)],
  [SHAPE_TYPE, fixed("type", 10, 5)],
  [SHAPE_CODE, fixed("code", 14, 11)],
  [SHAPE_GENERATOR, { name: "generator", fixedWords: 9, refStart: 5, refEnd: 9, tail: TAIL_WORDS }],
  [SHAPE_MODULE, fixed("module", 4, 2, 3)],
  [SHAPE_SLICE, fixed("slice", 6, 2, 5)],
  [SHAPE_BYTES, withTail("bytes", 2, 2, TAIL_BYTES)],
  [SHAPE_HOST, raw("host", 4)],
  [SHAPE_LONG_RANGE_ITERATOR, fixed("long-range-iterator", 6, 2, 5)],
  [SHAPE_NOT_IMPLEMENTED, raw("not-implemented", 4)],
  [SHAPE_ELLIPSIS, raw("ellipsis", 4)],
  [SHAPE_STR_VIEW, fixed("str-view", 4, 3)],
]);
