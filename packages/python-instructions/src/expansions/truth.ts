/// The truth of a value, where it is decided without running Python code.

import type { CoreMachine } from "@hotpy/interpreter";
import { FALSE, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import {
  ANYTHING,
  DICT,
  FIRST_DYNAMIC_SHAPE,
  LIST,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_FUNCTION,
  SHAPE_LIST,
  SHAPE_NONE,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
  STR,
  TUPLE,
} from "@hotpy/object-model";
import {
  BYTE_STRING,
  BYTEARRAY,
  DEQUE,
  SET,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_DEQUE,
  SHAPE_FROZENSET,
  SHAPE_SET,
} from "@hotpy/python-objects";
import { carried } from "./carried.js";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";
import { instanceTypeOf } from "./types.js";

/** Whether `value` is true; pins the answer. */
export function truthOf<V>(m: CoreMachine<V>, language: Language, object: V): boolean {
  if (m.isInt(object)) return m.truth(m.op("i64_ne", [m.op("unbox_int", [object]), m.i64(0n)]));
  const value = carried(m, language, object, ["__bool__", "__len__"]);
  if (m.isInt(value)) return m.truth(m.op("i64_ne", [m.op("unbox_int", [value]), m.i64(0n)]));
  const isNonZero = (count: V): boolean => !m.truth(m.op("i32_eq", [count, m.i32(0)]));
  const shape = m.shapeOf(value);
  switch (shape) {
    case SHAPE_BOOL:
      return m.truth(m.op("word_eq", [value, m.word(TRUE)]));
    case SHAPE_NONE:
      return false;
    case SHAPE_BIGINT:
    case SHAPE_FUNCTION:
      return true;
    case SHAPE_FLOAT:
      return m.truth(m.op("f64_ne", [m.op("unbox_float", [value]), m.f64(0)]));
    case SHAPE_STR1:
    case SHAPE_STR2:
    case SHAPE_STR4:
      return isNonZero(m.op("load_i32", [value], STR.size));
    case SHAPE_TUPLE:
      return isNonZero(m.op("load_i32", [value], TUPLE.size));
    case SHAPE_LIST:
      return isNonZero(m.op("load_i32", [value], LIST.length));
    case SHAPE_DICT:
      return isNonZero(m.op("load_i32", [value], DICT.count));
    case SHAPE_SET:
    case SHAPE_FROZENSET:
      return isNonZero(m.op("load_i32", [value], SET.used));
    case SHAPE_DEQUE:
      return isNonZero(m.op("load_i32", [value], DEQUE.length));
    case SHAPE_BYTE_STRING:
      return isNonZero(m.op("load_i32", [value], BYTE_STRING.size));
    case SHAPE_BYTEARRAY:
      return isNonZero(m.op("load_i32", [value], BYTEARRAY.size));
  }
  const { types, name, conversions } = language;
  if (shape >= FIRST_DYNAMIC_SHAPE) {
    const type = instanceTypeOf(m, language, shape);
    if (["__bool__", "__len__"].every((method) => types.lookup(type, name(method)) === NULL)) return true;
  }
  const helper = new Helpers(language).define("truth", "word -> word", { reads: [ANYTHING] }, (word: Word) =>
    conversions.truth(word),
  );
  return m.isSame(m.leaf(helper, [value]), TRUE);
}

/** The truth of a condition as a Python bool, not pinned where it need not be. */
export function notOf<V>(m: CoreMachine<V>, language: Language, value: V): V {
  if (!m.isInt(value) && m.shapeOf(value) === SHAPE_BOOL)
    return m.op("box_bool", [m.op("i32_not", [m.op("word_eq", [value, m.word(TRUE)])])]);
  return m.word(truthOf(m, language, value) ? FALSE : TRUE);
}

/** Whether `value` is None. */
export function isNone<V>(m: CoreMachine<V>, value: V): boolean {
  return m.isSame(value, NONE);
}
