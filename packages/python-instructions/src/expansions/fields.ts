/// Fields of objects as core instructions name them: byte offset and alias class. See docs/architecture.md for the
/// alias classes that begin with `fixed.`.

import type { FieldLike } from "@hotpy/bytecode";
import { STATE_HANDLED } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  CELL_VALUE,
  DICT_COUNT,
  DICT_KEYS,
  DICT_VALUES,
  DICT_VERSION,
  FUNCTION_CLOSURE,
  FUNCTION_CODE,
  FUNCTION_DEFAULTS,
  FUNCTION_GLOBALS,
  FUNCTION_KEYWORD_DEFAULTS,
  FUNCTION_QUALNAME,
  GENERATOR_HANDLED,
  GENERATOR_IP,
  GENERATOR_STATE,
  GENERATOR_USED,
  INSTANCE_OVERFLOW,
  INSTANCE_SLOTS,
  INSTANCE_VALUE,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  KEYS_VERSION,
  LIST_ITEMS,
  LIST_LENGTH,
  METHOD_FUNCTION,
  METHOD_SELF,
  NATIVE_INDEX,
  NATIVE_SELF,
  RANGE_ITERATOR_NEXT,
  RANGE_ITERATOR_REMAINING,
  RANGE_ITERATOR_STEP,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";

const field = (offset: number, alias: string): FieldLike => ({ offset, alias });

export const FUNCTION = {
  code: field(FUNCTION_CODE, "fixed.function.code"),
  globals: field(FUNCTION_GLOBALS, "fixed.function.globals"),
  closure: field(FUNCTION_CLOSURE, "fixed.function.closure"),
  defaults: field(FUNCTION_DEFAULTS, "function.defaults"),
  keywordDefaults: field(FUNCTION_KEYWORD_DEFAULTS, "function.keyword_defaults"),
  qualname: field(FUNCTION_QUALNAME, "function.qualname"),
};
export const METHOD = {
  function: field(METHOD_FUNCTION, "fixed.method.function"),
  self: field(METHOD_SELF, "fixed.method.self"),
};
export const NATIVE = {
  index: field(NATIVE_INDEX, "fixed.native.index"),
  self: field(NATIVE_SELF, "fixed.native.self"),
};
export const CELL = field(CELL_VALUE, "cell.value");
export const TUPLE = {
  size: field(TAIL_SIZE, "fixed.tuple.size"),
  items: field(TUPLE_ITEMS, "fixed.tuple.items"),
};
export const ARRAY = {
  size: field(TAIL_SIZE, "fixed.array.size"),
  items: field(ARRAY_ITEMS, "array.items"),
};
export const LIST = {
  length: field(LIST_LENGTH, "list.length"),
  items: field(LIST_ITEMS, "list.items"),
};
export const DICT = {
  /** Flags in the header. Only collections change them, and whoever begins to watch the dict. */
  header: field(0, "dict.header"),
  version: field(DICT_VERSION, "dict.version"),
  count: field(DICT_COUNT, "dict.count"),
  keys: field(DICT_KEYS, "dict.keys"),
  values: field(DICT_VALUES, "dict.values"),
  keysVersion: field(KEYS_VERSION, "dict.keys.version"),
  /** Items of the array of values. */
  valueItems: field(ARRAY_ITEMS, "dict.value.items"),
};
/** Size in bytes of a flat string's text. */
export const STR_SIZE = field(TAIL_SIZE, "fixed.str.size");
export const RANGE = {
  start: field(RANGE_START, "fixed.range.start"),
  stop: field(RANGE_STOP, "fixed.range.stop"),
  step: field(RANGE_STEP, "fixed.range.step"),
};
export const RANGE_ITERATOR = {
  next: field(RANGE_ITERATOR_NEXT, "range_iterator.next"),
  remaining: field(RANGE_ITERATOR_REMAINING, "range_iterator.remaining"),
  step: field(RANGE_ITERATOR_STEP, "fixed.range_iterator.step"),
};
export const ITERATOR = {
  index: field(ITERATOR_INDEX, "iterator.index"),
  sequence: field(ITERATOR_SEQUENCE, "iterator.sequence"),
};
export const GENERATOR = {
  state: field(GENERATOR_STATE, "generator.state"),
  ip: field(GENERATOR_IP, "generator.ip"),
  used: field(GENERATOR_USED, "generator.used"),
  handled: field(GENERATOR_HANDLED, "generator.handled"),
};
export const INSTANCE = {
  overflow: field(INSTANCE_OVERFLOW, "instance.overflow"),
  /** The inline slot at this position. One alias class per position: instances of all classes share their layout. */
  /** The value that an instance of a refined builtin type carries. */
  value: field(INSTANCE_VALUE, "fixed.instance.value"),
  slot: (position: number): FieldLike => field(INSTANCE_SLOTS + 4 * position, `instance.slot.${position}`),
  /** The item of the overflow array. */
  overflowItem: (index: number): FieldLike => field(ARRAY_ITEMS + 4 * index, "instance.overflow.items"),
};
/** The exception being handled, as a field of the state block: its base is the address 0. */
export const HANDLED = field(STATE_HANDLED, "state.handled");
