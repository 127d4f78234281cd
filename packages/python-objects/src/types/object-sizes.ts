import { type Address, TRUE, type Word } from "@hotpy/memory";
import {
  DICT_KEYS,
  GENERATOR_CODE,
  KEYS_SHARED,
  LIST_ITEMS,
  SHAPE_DICT,
  SHAPE_GENERATOR,
  SHAPE_LIST,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_TUPLE,
  STR_DATA,
  TAIL_SIZE,
} from "@hotpy/object-model";
import type { UpToCalling } from "../context.js";
import { SET_MASK, SHAPE_FROZENSET, SHAPE_SET } from "../layouts.js";
import { basicSize, headSize } from "./type-flags.js";

/// How many bytes CPython's object would take where HotPy has another, by CPython's structs. Programs print these.

const WORD = 8;
const DIGIT_BITS = 30;
const INT_HEAD = 24;
const ASCII_HEAD = 48;
const UNICODE_HEAD = 72;
/** A struct's part in front of its frame, and the frame's in front of its slots. */
const GENERATOR_HEAD = 152;
/** Sets of so few slots have them in the object itself. */
const SMALL_SET_SLOTS = 8;
const SET_ENTRY = 16;
const KEYS_HEAD = 32;
const KEY_ENTRY = 24;
const TEXT_KEY_ENTRY = 16;
const HEAP_TYPE = 1672;
const STATIC_TYPE = 408;
const METACLASS = 904;
/** What the first instance of a class has as table of its `__dict__`. */
const INSTANCE_VALUES = 232;

/** Bytes of a dict's table with room for so many keys. */
function keysSize(count: number, isText: boolean): number {
  let slots = 8;
  while (Math.floor((slots * 2) / 3) < count) slots *= 2;
  const indexBytes = slots < 256 ? 1 : slots < 65_536 ? 2 : 4;
  return KEYS_HEAD + slots * indexBytes + Math.floor((slots * 2) / 3) * (isText ? TEXT_KEY_ENTRY : KEY_ENTRY);
}

/** What `__sizeof__` of the builtin types says. */
export function objectSize(context: UpToCalling, word: Word): number {
  const { memory, types, integers, strings, dicts, codes, shapes, bytes } = context;
  const { i32, u8 } = memory;
  const type = types.typeOf(word);
  const value = shapes.valueOf(word);
  if (types.isType(value)) {
    if (!types.record(value).isClass) return STATIC_TYPE;
    return types.isSubtype(value, types.type) ? METACLASS : HEAP_TYPE;
  }
  if (types.isSubtype(type, types.int)) {
    const bits = value === TRUE ? 1 : (value & 1) !== 0 || isInteger(value) ? integers.bitLength(value) : 0;
    return INT_HEAD + 4 * Math.max(1, Math.ceil(bits / DIGIT_BITS));
  }
  if (strings.isString(value)) return textSize(strings.flat(value));
  if (bytes.isBytes(value)) return basicSize(context, type) + bytes.size(value);
  if (bytes.isByteArray(value)) return basicSize(context, type) + (bytes.size(value) > 0 ? bytes.size(value) + 1 : 0);
  switch ((value & 1) !== 0 ? 0 : i32[value >>> 2] >>> 8) {
    case SHAPE_TUPLE:
      return basicSize(context, type) + WORD * i32[(value + TAIL_SIZE) >>> 2];
    case SHAPE_LIST:
      return basicSize(context, type) + WORD * i32[(i32[(value + LIST_ITEMS) >>> 2] + TAIL_SIZE) >>> 2];
    case SHAPE_SET:
    case SHAPE_FROZENSET: {
      const slots = i32[(value + SET_MASK) >>> 2] + 1;
      return basicSize(context, type) + (slots <= SMALL_SET_SLOTS ? 0 : slots * SET_ENTRY);
    }
    case SHAPE_DICT: {
      const count = dicts.length(value);
      if (count === 0) return basicSize(context, type);
      if (value === word && i32[(i32[(value + DICT_KEYS) >>> 2] + KEYS_SHARED) >>> 2] !== 0)
        return basicSize(context, type) + INSTANCE_VALUES;
      return basicSize(context, type) + keysSize(count, hasTextKeys(value));
    }
    case SHAPE_GENERATOR: {
      const { unit } = codes.record(i32[(value + GENERATOR_CODE) >>> 2]);
      const slots = unit.localNames.length + unit.cellNames.length + unit.freeNames.length + unit.stackSize;
      return GENERATOR_HEAD + WORD * slots;
    }
  }
  return basicSize(context, type);

  function isInteger(each: Word): boolean {
    return types.isSubtype(types.typeOf(each), types.int) && types.typeOf(each) !== types.named("bool");
  }

  function hasTextKeys(dict: Address): boolean {
    for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1))
      if (!strings.isString(dicts.keyAt(dict, entry))) return false;
    return true;
  }

  function textSize(text: Word): number {
    const length = strings.length(text);
    switch (i32[text >>> 2] >>> 8) {
      case SHAPE_STR1: {
        const data = text + STR_DATA;
        for (let at = 0; at < length; at++) if (u8[data + at] >= 128) return UNICODE_HEAD + length + 1;
        return ASCII_HEAD + length + 1;
      }
      case SHAPE_STR2:
        return UNICODE_HEAD + 2 * (length + 1);
      default:
        return UNICODE_HEAD + 4 * (length + 1);
    }
  }
}

/** What `sys.getsizeof` adds: what lies in front of an object. */
export const objectHeadSize = (context: UpToCalling, word: Word): number =>
  headSize(context, context.types.typeOf(word));
