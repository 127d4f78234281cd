import { expect, test } from "vitest";
import * as objectModel from "./index.js";
import {
  BASIC_LAYOUTS,
  FIRST_DYNAMIC_SHAPE,
  HEADER_BYTES,
  INSTANCE_SLOTS,
  packLayout,
  TAIL_NONE,
  TAIL_WORDS,
} from "./index.js";

const constants = Object.entries(objectModel).filter(([, value]) => typeof value === "number") as [string, number][];
const shapes = constants.filter(([name]) => /^SHAPE_(?!.*_(FIELD|BYTES)$)/.test(name) || name === "SHAPE_BYTES");

test("every fixed shape id is given once, has a layout, and leaves dynamic ids free", () => {
  const ids = shapes.map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...BASIC_LAYOUTS.keys()].sort((a, b) => a - b)).toEqual(ids.sort((a, b) => a - b));
  for (const id of ids) expect(id).toBeLessThan(FIRST_DYNAMIC_SHAPE);
});

for (const [id, layout] of BASIC_LAYOUTS) {
  test(`layout ${id}, ${layout.name}: ranges lie within the object and pack without loss`, () => {
    const { fixedWords, refStart, refEnd, tail } = layout;
    expect(fixedWords).toBeGreaterThanOrEqual(HEADER_BYTES / 4);
    expect(fixedWords).toBeLessThan(256);
    expect(refStart).toBeGreaterThanOrEqual(HEADER_BYTES / 4);
    expect(refEnd).toBeGreaterThanOrEqual(refStart);
    expect(refEnd).toBeLessThanOrEqual(fixedWords);
    const packed = packLayout(layout);
    expect([packed & 0xff, (packed >>> 8) & 0xff, (packed >>> 16) & 0xff, packed >>> 24]).toEqual([
      fixedWords,
      refStart,
      refEnd,
      tail,
    ]);
    if (tail === TAIL_NONE) expect(fixedWords % 2).toBe(0);
  });
}

/** Fields by prefix of their constants, with the layout they belong to and those that hold references. */
const fields: [shape: number, raw: string[], references: string[]][] = [
  [objectModel.SHAPE_LIST, ["LIST_LENGTH"], ["LIST_ITEMS"]],
  [objectModel.SHAPE_DICT, ["DICT_COUNT", "DICT_VERSION"], ["DICT_KEYS", "DICT_VALUES"]],
  [
    objectModel.SHAPE_DICT_KEYS,
    ["KEYS_MASK", "KEYS_USED", "KEYS_VERSION", "KEYS_SHARED", "KEYS_USABLE"],
    ["KEYS_INDEX"],
  ],
  [objectModel.SHAPE_RANGE, [], ["RANGE_START", "RANGE_STOP", "RANGE_STEP"]],
  [objectModel.SHAPE_RANGE_ITERATOR, ["RANGE_ITERATOR_NEXT", "RANGE_ITERATOR_REMAINING", "RANGE_ITERATOR_STEP"], []],
  [objectModel.SHAPE_LONG_RANGE_ITERATOR, [], ["LONG_RANGE_NEXT", "LONG_RANGE_STOP", "LONG_RANGE_STEP"]],
  [objectModel.SHAPE_LIST_ITERATOR, ["ITERATOR_INDEX"], ["ITERATOR_SEQUENCE"]],
  [objectModel.SHAPE_TUPLE_ITERATOR, ["ITERATOR_INDEX"], ["ITERATOR_SEQUENCE"]],
  [objectModel.SHAPE_STR_ITERATOR, ["ITERATOR_INDEX"], ["ITERATOR_SEQUENCE"]],
  [objectModel.SHAPE_DICT_KEY_ITERATOR, ["DICT_ITERATOR_INDEX", "DICT_ITERATOR_COUNT"], ["DICT_ITERATOR_DICT"]],
  [objectModel.SHAPE_DICT_ITEMS_VIEW, [], ["VIEW_DICT"]],
  [objectModel.SHAPE_FUNCTION, [], constants.map(([name]) => name).filter((name) => /^FUNCTION_/.test(name))],
  [objectModel.SHAPE_CELL, [], ["CELL_VALUE"]],
  [objectModel.SHAPE_METHOD, [], ["METHOD_FUNCTION", "METHOD_SELF"]],
  [objectModel.SHAPE_NATIVE, ["NATIVE_INDEX"], ["NATIVE_NAME", "NATIVE_SELF", "NATIVE_OWNER"]],
  [
    objectModel.SHAPE_TYPE,
    ["TYPE_ROOT_SHAPE", "TYPE_VERSION", "TYPE_HOST"],
    ["TYPE_NAME", "TYPE_BASES", "TYPE_MRO", "TYPE_DICT", "TYPE_META"],
  ],
  [
    objectModel.SHAPE_CODE,
    [
      "CODE_START",
      "CODE_WORDS",
      "CODE_ARGUMENTS",
      "CODE_LOCALS",
      "CODE_STACK",
      "CODE_HOST",
      "CODE_TRACE",
      "CODE_COUNTER",
    ],
    ["CODE_CONSTANTS", "CODE_NAMES", "CODE_NAME"],
  ],
  [
    objectModel.SHAPE_GENERATOR,
    ["GENERATOR_STATE", "GENERATOR_IP", "GENERATOR_USED"],
    ["GENERATOR_CODE", "GENERATOR_FUNCTION", "GENERATOR_HANDLED", "GENERATOR_NAME"],
  ],
  [objectModel.SHAPE_MODULE, [], ["MODULE_DICT"]],
  [objectModel.SHAPE_SLICE, [], ["SLICE_START", "SLICE_STOP", "SLICE_STEP"]],
  [objectModel.SHAPE_FLOAT, ["BOX_VALUE"], []],
  [objectModel.SHAPE_HOST, ["HOST_INDEX"], []],
];

for (const [shape, raw, references] of fields) {
  const layout = BASIC_LAYOUTS.get(shape)!;
  test(`${layout.name}: collectors see its references and nothing else`, () => {
    const wordOf = (name: string): number => {
      const offset = constants.find(([constant]) => constant === name)?.[1];
      expect(offset, name).toBeDefined();
      return offset! / 4;
    };
    const seen = Array.from({ length: layout.refEnd - layout.refStart }, (_, i) => layout.refStart + i);
    expect(references.map(wordOf).sort((a, b) => a - b)).toEqual(seen);
    for (const name of raw) {
      expect(seen).not.toContain(wordOf(name));
      expect(wordOf(name)).toBeGreaterThanOrEqual(HEADER_BYTES / 4);
      expect(wordOf(name)).toBeLessThan(layout.fixedWords);
    }
  });
}

test("tails begin where the fixed part ends", () => {
  const start = (shape: number): number => BASIC_LAYOUTS.get(shape)!.fixedWords * 4;
  expect(start(objectModel.SHAPE_TUPLE)).toBe(objectModel.TUPLE_ITEMS);
  expect(start(objectModel.SHAPE_ARRAY)).toBe(objectModel.ARRAY_ITEMS);
  expect(start(objectModel.SHAPE_BYTES)).toBe(objectModel.BYTES_DATA);
  expect(start(objectModel.SHAPE_STR1)).toBe(objectModel.STR_DATA);
  expect(start(objectModel.SHAPE_STR4)).toBe(objectModel.STR_DATA);
  expect(start(objectModel.SHAPE_DICT_KEYS)).toBe(objectModel.KEYS_ENTRIES);
  expect(start(objectModel.SHAPE_GENERATOR)).toBe(objectModel.GENERATOR_SLOTS);
  expect(BASIC_LAYOUTS.get(objectModel.SHAPE_GENERATOR)!.tail).toBe(TAIL_WORDS);
});

test("shapes that are compared as ranges are adjacent", () => {
  const { SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_DICT_KEY_ITERATOR, SHAPE_DICT_KEYS_VIEW } = objectModel;
  expect([SHAPE_STR2, SHAPE_STR4]).toEqual([SHAPE_STR1 + 1, SHAPE_STR1 + 2]);
  expect(objectModel.SHAPE_DICT_ITEM_ITERATOR).toBe(SHAPE_DICT_KEY_ITERATOR + 2);
  expect(objectModel.SHAPE_DICT_ITEMS_VIEW).toBe(SHAPE_DICT_KEYS_VIEW + 2);
});

test("instances: the overflow array and the inline slots are references", () => {
  expect(INSTANCE_SLOTS).toBe(objectModel.INSTANCE_OVERFLOW + 4);
});
