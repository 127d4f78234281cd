import { type Memory, reserveMemory } from "@hotpy/memory";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  BASIC_LAYOUTS,
  createShapeTable,
  defineFields,
  FIRST_DYNAMIC_SHAPE,
  FIRST_LANGUAGE_SHAPE,
  FLAG_HEADER,
  FLAG_LAYOUT,
  headerWord,
  INSTANCE_SLOTS,
  INSTANCE_VALUE,
  layoutOf,
  mutable,
  packLayout,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_COUNT_FIELD,
  SHAPE_INT64,
  SHAPE_LAYOUT_FIELD,
  SHAPE_LIST,
  SHAPE_PARENT_FIELD,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TYPE_FIELD,
  type ShapeTable,
  shapeIdOf,
} from "./index.js";

let memory: Memory;
let shapes: ShapeTable;
const TYPE = 0x10000;

beforeAll(() => void (memory = reserveMemory({ size: 256 * 1024 * 1024 })));
beforeEach(() => {
  memory.i32.fill(0, memory.shapes.start >>> 2, memory.shapes.end >>> 2);
  shapes = createShapeTable(memory);
});

const field = (shape: number, offset: number): number => memory.i32[(shapes.record(shape) + offset) >>> 2];
/** Stands for an interned string. */
const name = (n: number): number => 0x20000 + n * 8;

test("the table holds the basic layouts from the start", () => {
  for (const [id, layout] of BASIC_LAYOUTS) expect(field(id, SHAPE_LAYOUT_FIELD)).toBe(packLayout(layout));
  expect(shapes.count()).toBe(FIRST_DYNAMIC_SHAPE);
});

test("a language gives layouts to the shape ids that it has fixed, within its range", () => {
  const layout = layoutOf("mine", defineFields("mine", { value: mutable("word", 8) }));
  const table = createShapeTable(memory, new Map([[FIRST_LANGUAGE_SHAPE, layout]]));
  expect(field(FIRST_LANGUAGE_SHAPE, SHAPE_LAYOUT_FIELD)).toBe(packLayout(layout));
  expect([table.layoutOf(FIRST_LANGUAGE_SHAPE), table.isExact(FIRST_LANGUAGE_SHAPE)]).toEqual([
    FIRST_LANGUAGE_SHAPE,
    true,
  ]);
  for (const id of [SHAPE_LIST, FIRST_DYNAMIC_SHAPE])
    expect(() => createShapeTable(memory, new Map([[id, layout]]))).toThrow(RangeError);
});

test("ids are sequential; a type can be set afterwards", () => {
  const layout = layoutOf("x", defineFields("x", { value: mutable("word", 8) }));
  const first = shapes.define(layout, 0);
  const second = shapes.define(layout, TYPE);
  expect([first, second, shapes.count()]).toEqual([
    FIRST_DYNAMIC_SHAPE,
    FIRST_DYNAMIC_SHAPE + 1,
    FIRST_DYNAMIC_SHAPE + 2,
  ]);
  shapes.setType(first, TYPE + 8);
  expect([field(first, SHAPE_TYPE_FIELD), field(second, SHAPE_TYPE_FIELD)]).toEqual([TYPE + 8, TYPE]);
});

test("instances of any number of inline slots have whole 8 bytes and only references behind the header", () => {
  for (let inline = 0; inline < 20; inline++) {
    const shape = shapes.defineInstance("C", TYPE, inline);
    const packed = field(shape, SHAPE_LAYOUT_FIELD);
    const fixedWords = packed & 0xff;
    expect(fixedWords % 2).toBe(0);
    expect(fixedWords * 4).toBeGreaterThanOrEqual(INSTANCE_SLOTS + inline * 4);
    expect([(packed >>> 8) & 0xff, (packed >>> 16) & 0xff]).toEqual([2, INSTANCE_SLOTS / 4 + inline]);
    expect(shapes.inlineSlots(shape)).toBe(inline);
  }
});

test("the same names in the same order lead to the same shape, and only then", () => {
  const order = fc.uniqueArray(fc.nat(12), { maxLength: 8 });
  const follow = (root: number, path: number[]): number =>
    path.reduce((shape, n) => shapes.transition(shape, name(n)), root);
  fc.assert(
    fc.property(order, order, (left, right) => {
      const root = shapes.defineInstance("C", TYPE, 4);
      const a = follow(root, left);
      const b = follow(root, right);
      expect(a === b).toBe(left.join() === right.join());
      expect(shapes.names(a)).toEqual(left.map(name));
      left.forEach((n, position) => expect(shapes.slotOf(a, name(n))).toBe(position));
      expect(shapes.slotOf(a, name(99))).toBe(-1);
      expect(field(a, SHAPE_COUNT_FIELD)).toBe(left.length);
      expect(field(a, SHAPE_TYPE_FIELD)).toBe(TYPE);
      expect(field(a, SHAPE_LAYOUT_FIELD)).toBe(field(root, SHAPE_LAYOUT_FIELD));
      if (left.length > 0) expect(shapes.slotOf(field(a, SHAPE_PARENT_FIELD), name(left.at(-1)!))).toBe(-1);
    }),
  );
});

test("a full table is an error, not an id outside it", () => {
  const layout = layoutOf("x", {});
  expect(() => {
    for (;;) shapes.define(layout, 0);
  }).toThrow(RangeError);
  expect(shapes.record(shapes.count() - 1)).toBeLessThan(memory.shapes.end);
});

test("headers keep shape and flags apart", () => {
  fc.assert(
    fc.property(fc.nat(0xfffff), (shape) => {
      memory.i32[memory.heap.start >>> 2] = headerWord(shape, FLAG_LAYOUT);
      expect(shapeIdOf(memory, memory.heap.start)).toBe(shape);
      expect(memory.i32[memory.heap.start >>> 2] & 0xff).toBe(FLAG_HEADER | FLAG_LAYOUT);
    }),
  );
});

test("a shape says its layout and whether its objects have it in memory", () => {
  for (const [ids, family] of [
    [[SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW], SHAPE_STR1],
    [[SHAPE_INT64, SHAPE_BIGINT, SHAPE_BOOL], SHAPE_INT64],
    [[SHAPE_LIST], SHAPE_LIST],
  ] as const) {
    for (const id of ids) expect([shapes.layoutOf(id), shapes.isExact(id)]).toEqual([family, true]);
  }
  const set = shapes.define(layoutOf("set", {}), TYPE);
  expect([shapes.layoutOf(set), shapes.isExact(set)]).toEqual([set, true]);
  const plain = shapes.defineInstance("Plain", TYPE, 2);
  expect([shapes.layoutOf(plain), shapes.isExact(plain)]).toEqual([0, false]);
  const refined = shapes.transition(shapes.defineInstance("Refined", TYPE, 2, SHAPE_LIST), name(1));
  expect([shapes.layoutOf(refined), shapes.isExact(refined)]).toEqual([SHAPE_LIST, false]);
  const further = shapes.transition(refined, name(2));
  expect([shapes.layoutOf(further), shapes.isExact(further)]).toEqual([SHAPE_LIST, false]);
});

test("the shape without an attribute is that of the others added in order", () => {
  const root = shapes.defineInstance("C", TYPE, 2);
  const all = [1, 2, 3, 4].reduce((shape, n) => shapes.transition(shape, name(n)), root);
  for (const gone of [1, 2, 3, 4]) {
    const others = [1, 2, 3, 4].filter((n) => n !== gone);
    const expected = others.reduce((shape, n) => shapes.transition(shape, name(n)), root);
    expect(shapes.removal(all, name(gone))).toBe(expected);
    expect(shapes.names(expected)).toEqual(others.map(name));
  }
});

test("the value of an instance of a refined type is in its first slot; other words are their own value", () => {
  const [list, carrier, instance] = [0x100000, 0x100040, 0x100080];
  const refined = shapes.transition(shapes.defineInstance("Refined", TYPE, 2, SHAPE_LIST), name(1));
  memory.i32[list >>> 2] = headerWord(SHAPE_LIST);
  memory.i32[carrier >>> 2] = headerWord(refined);
  memory.i32[(carrier + INSTANCE_VALUE) >>> 2] = list;
  memory.i32[instance >>> 2] = headerWord(shapes.defineInstance("Plain", TYPE, 2));
  expect([carrier, list, instance, 15].map(shapes.valueOf)).toEqual([list, list, instance, 15]);
});
