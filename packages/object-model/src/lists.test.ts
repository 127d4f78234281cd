/// Lists and tuples of the kernel, against arrays of JavaScript.

import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import {
  ARRAY_ITEMS,
  createObjectKernel,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_LIST,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "./index.js";
import { createTestHeap } from "./testing/index.js";

const { memory, allocator, reset } = createTestHeap();
let refuses = false;
const kernel = createObjectKernel(memory, { ...allocator, canAllocate: () => !refuses });
const { i32 } = memory;

beforeEach(() => {
  reset();
  refuses = false;
});

const shapeOf = (word: number): number => i32[word >>> 2] >>> 8;
const field = (object: number, offset: number): number => i32[(object + offset) >>> 2];

function place(items: readonly number[]): number {
  const address = allocator.allocate(items.length * 4 + 8);
  i32.set(items, address >>> 2);
  return address;
}
const listOf = (items: readonly number[]): number => kernel.listFrom(place(items), items.length);
const tupleOf = (items: readonly number[]): number => kernel.tupleFrom(place(items), items.length);

/** The items; what lies behind them in a list's array must be 0. */
function itemsOf(sequence: number): number[] {
  const isList = shapeOf(sequence) === SHAPE_LIST;
  const length = field(sequence, isList ? LIST_LENGTH : TAIL_SIZE);
  const start = (isList ? field(sequence, LIST_ITEMS) + ARRAY_ITEMS : sequence + TUPLE_ITEMS) >>> 2;
  if (isList) {
    const capacity = field(field(sequence, LIST_ITEMS), TAIL_SIZE);
    expect(capacity).toBeGreaterThanOrEqual(length);
    expect([...i32.subarray(start + length, start + capacity)]).toEqual(new Array(capacity - length).fill(0));
  }
  return [...i32.subarray(start, start + length)];
}

/** Items, sometimes more than a loop copies by itself. */
const someItems = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 }),
  fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 60, maxLength: 200 }),
);
/** A start, a step and a count of places within a length. */
function places(length: number, a: number, b: number, stepWord: number): [number, number, number] {
  if (length === 0) return [0, 1, 0];
  const start = a % length;
  const step = stepWord === 0 ? 1 : stepWord;
  const most = step > 0 ? Math.floor((length - 1 - start) / step) + 1 : Math.floor(start / -step) + 1;
  return [start, step, b % (most + 1)];
}
const picked = (items: readonly number[], [start, step, count]: readonly [number, number, number]): number[] =>
  Array.from({ length: count }, (_, i) => items[start + i * step]);

const numbers = fc.nat(1000);
const steps = fc.integer({ min: -4, max: 4 });

describe("new lists and tuples", () => {
  test("of words, of parts, of two, of repetitions", () => {
    fc.assert(
      fc.property(someItems, someItems, numbers, numbers, steps, fc.nat(9), (a, b, x, y, step, times) => {
        const range = places(a.length, x, y, step);
        for (const [make, shape] of [
          [listOf, SHAPE_LIST],
          [tupleOf, SHAPE_TUPLE],
        ] as const) {
          const source = make(a);
          expect(shapeOf(source)).toBe(shape);
          expect(itemsOf(source)).toEqual(a);
          expect(itemsOf(kernel.pickList(source, ...range))).toEqual(picked(a, range));
          expect(itemsOf(kernel.pickTuple(source, ...range))).toEqual(picked(a, range));
          expect(itemsOf(kernel.concatLists(source, make(b)))).toEqual([...a, ...b]);
          expect(itemsOf(kernel.concatTuples(source, make(b)))).toEqual([...a, ...b]);
          const repeated = Array.from({ length: times }, () => a).flat();
          expect(itemsOf(kernel.repeatList(source, times))).toEqual(repeated);
          expect(itemsOf(kernel.repeatTuple(source, times))).toEqual(repeated);
        }
      }),
    );
  });

  test("what has no room is 0", () => {
    const list = listOf([1, 2, 3]);
    expect(kernel.repeatList(list, 0x7fffffff)).toBe(0);
    expect(kernel.repeatTuple(list, 0x10000000)).toBe(0);
    expect(kernel.repeatInPlace(list, 0x7fffffff)).toBeFalsy();
    expect(kernel.freshList(0x40000000)).toBe(0);
    refuses = true;
    expect(kernel.createList(2000)).toBe(0);
    expect(kernel.resizeList(list, 1, 0, 5000)).toBeFalsy();
    expect(itemsOf(list)).toEqual([1, 2, 3]);
  });
});

describe("changes of lists", () => {
  test("any sequence of them", () => {
    const change = fc.record({
      kind: fc.constantFrom(
        "append",
        "pop",
        "insert",
        "take",
        "delete",
        "assign",
        "assign extended",
        "extend",
        "extend by itself",
        "repeat",
        "reverse",
        "clear",
      ),
      items: someItems,
      x: numbers,
      y: numbers,
      step: steps,
    });
    fc.assert(
      fc.property(someItems, fc.array(change, { maxLength: 30 }), (first, changes) => {
        let model = [...first];
        const list = listOf(first);
        for (const { kind, items, x, y, step } of changes) {
          const [start, by, count] = places(model.length, x, y, step);
          switch (kind) {
            case "append":
              expect(kernel.appendToList(list, x + 1)).toBe(1);
              model.push(x + 1);
              break;
            case "pop":
              expect(kernel.popFromList(list)).toBe(model.pop() ?? 0);
              break;
            case "insert": {
              const at = x % (model.length + 1);
              kernel.insertIntoList(list, at, y + 1);
              model.splice(at, 0, y + 1);
              break;
            }
            case "take":
              if (model.length === 0) break;
              expect(kernel.takeFromList(list, start)).toBe(model.splice(start, 1)[0]);
              break;
            case "delete": {
              kernel.deleteSlice(list, start, by, count);
              const gone = new Set(Array.from({ length: count }, (_, i) => start + i * by));
              model = model.filter((_, i) => !gone.has(i));
              break;
            }
            case "assign": {
              const [from, , removed] = places(model.length, x, y, 1);
              expect(kernel.assignSlice(list, from, 1, removed, x % 2 ? listOf(items) : tupleOf(items))).toBeTruthy();
              model.splice(from, removed, ...items);
              break;
            }
            case "assign extended": {
              if (by === 1) break;
              const given = Array.from({ length: count }, (_, i) => i + 2000);
              kernel.assignSlice(list, start, by, count, listOf(given));
              given.forEach((item, i) => {
                model[start + i * by] = item;
              });
              break;
            }
            case "extend":
              kernel.extendList(list, x % 2 ? listOf(items) : tupleOf(items));
              model.push(...items);
              break;
            case "extend by itself":
              if (model.length > 1000) break;
              kernel.extendList(list, list);
              model.push(...model);
              break;
            case "repeat":
              if (model.length > 1000) break;
              kernel.repeatInPlace(list, 1 + (x % 4));
              model = Array.from({ length: 1 + (x % 4) }, () => model).flat();
              break;
            case "reverse":
              kernel.reverseList(list);
              model.reverse();
              break;
            case "clear":
              kernel.clearList(list);
              model = [];
          }
          expect(itemsOf(list)).toEqual(model);
        }
      }),
    );
  });

  test("what is no list is not popped from", () => {
    for (const word of [7, tupleOf([1, 3])]) expect(kernel.popFromList(word)).toBe(-2);
  });

  test("room grows as CPython's does: by an eighth, in fours, and exactly where much comes at once", () => {
    const capacities = (grow: (list: number) => void, times: number): number[] => {
      const list = kernel.createList(0);
      const seen = new Set<number>();
      for (let i = 0; i < times; i++) {
        grow(list);
        seen.add(field(field(list, LIST_ITEMS), TAIL_SIZE));
      }
      return [...seen];
    };
    expect(capacities((list) => kernel.appendToList(list, 3), 100)).toEqual([
      4, 8, 16, 24, 32, 40, 52, 64, 76, 92, 108,
    ]);
    const hundred = listOf(new Array(100).fill(7));
    expect(capacities((list) => kernel.extendList(list, hundred), 3)).toEqual([100, 200, 300]);
  });
});
