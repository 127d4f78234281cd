import { expect, test } from "vitest";
import * as objectModel from "./index.js";
import {
  BASIC_LAYOUTS,
  FIRST_DYNAMIC_SHAPE,
  FIRST_LANGUAGE_SHAPE,
  HEADER_BYTES,
  packLayout,
  TAIL_NONE,
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

test("a language's shape ids are its own", () => {
  for (const id of BASIC_LAYOUTS.keys()) expect(id).toBeLessThan(FIRST_LANGUAGE_SHAPE);
});

test("shapes that are compared as ranges are adjacent", () => {
  const { SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_DICT_KEY_ITERATOR } = objectModel;
  expect([SHAPE_STR2, SHAPE_STR4]).toEqual([SHAPE_STR1 + 1, SHAPE_STR1 + 2]);
  expect(objectModel.SHAPE_DICT_ITEM_ITERATOR).toBe(SHAPE_DICT_KEY_ITERATOR + 2);
});
