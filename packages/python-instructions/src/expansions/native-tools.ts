/// The larger steps that expansions of natives are made of.

import { SHAPE_SMALL } from "@hotpy/interpreter";
import {
  DICT,
  LIST,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
  TUPLE,
} from "@hotpy/object-model";
import {
  BYTE_STRING,
  BYTEARRAY,
  type NativeTools,
  SET,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_FROZENSET,
  SHAPE_SET,
} from "@hotpy/python-objects";
import { appendToList, buildDict, newList, newTuple } from "./builders.js";
import { carried } from "./carried.js";
import { createDictExpansions } from "./dicts.js";
import { genericAttributes } from "./generic-attributes.js";
import { Helpers, strLength, textOf } from "./helpers.js";
import type { Language } from "./language.js";
import { isFloat, toFloat } from "./numbers.js";
import { truthOf } from "./truth.js";

const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);
const NUMBERS = new Set([SHAPE_SMALL, SHAPE_INT64, SHAPE_BIGINT, SHAPE_BOOL, SHAPE_FLOAT]);

export function createNativeTools(language: Language): NativeTools {
  const helpers = new Helpers(language);
  const dicts = createDictExpansions(language);
  const attributes = genericAttributes(language);
  return {
    isFloat,
    toFloat,
    truth: (m, value) => truthOf(m, language, value),
    carried: (m, value, methods) => carried(m, language, value, methods),
    size(m, value) {
      const shape = m.shapeOf(value);
      if (shape === SHAPE_LIST) return m.op("load_i32", [value], LIST.length);
      if (shape === SHAPE_TUPLE) return m.op("load_i32", [value], TUPLE.size);
      if (shape === SHAPE_DICT) return m.op("load_i32", [value], DICT.count);
      if (shape === SHAPE_SET || shape === SHAPE_FROZENSET) return m.op("load_i32", [value], SET.used);
      if (shape === SHAPE_BYTE_STRING) return m.op("load_i32", [value], BYTE_STRING.size);
      if (shape === SHAPE_BYTEARRAY) return m.op("load_i32", [value], BYTEARRAY.size);
      return STRINGS.has(shape) ? m.leaf(strLength(helpers, language), [value]) : undefined;
    },
    text(m, value) {
      const shape = m.shapeOf(value);
      if (STRINGS.has(shape)) return value;
      return NUMBERS.has(shape) ? m.leaf(textOf(helpers, language), [value]) : undefined;
    },
    attribute: (m, object, name) => attributes.getByText(m, object, name),
    dictGet: (m, dict, key) => dicts.get(m, dict, key),
    append: (m, list, value) => appendToList(m, language, list, value),
    newList: (m) => newList(m, []),
    newDict: (m) => buildDict(m, language, []),
    newTuple: (m, items) => newTuple(m, language, items),
  };
}
