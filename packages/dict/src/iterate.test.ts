import { type Address, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  headerWord,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_TUPLE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createFixture, type Fixture } from "../test/fixture.js";
import { ABSENT, UNDECIDED } from "./index.js";

function over({ heap, memory: { i32 } }: Fixture, shape: number, dict: Word): Address {
  const iterator = heap.allocate(24);
  const count = i32[(dict + DICT_COUNT) >>> 2];
  i32.set([headerWord(shape), 0, 0, count, dict, count], iterator >>> 2);
  return iterator;
}

test("keys, values and items in order, deleted entries left out", () => {
  const fixture = createFixture();
  const { dicts, heap, handles, memory } = fixture;
  const { i32 } = memory;
  const { nextOfDict, hasNextOfDict, advanceInDict } = dicts.kernel;
  const numbers = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 30 });
  fc.assert(
    fc.property(numbers, numbers, (added, deleted) => {
      const dict = dicts.create();
      for (const number of added) dicts.set(dict, tagSmall(number), tagSmall(number * 3));
      for (const number of deleted) dicts.delete(dict, tagSmall(number));
      const kept = added.filter((number) => !deleted.includes(number));
      const keys = over(fixture, SHAPE_DICT_KEY_ITERATOR, dict);
      const values = over(fixture, SHAPE_DICT_VALUE_ITERATOR, dict);
      const items = over(fixture, SHAPE_DICT_ITEM_ITERATOR, dict);
      const entries = over(fixture, SHAPE_DICT_ITEM_ITERATOR, dict);
      for (const number of kept) {
        expect(hasNextOfDict(keys)).toBe(1);
        expect(nextOfDict(keys)).toBe(tagSmall(number));
        expect(nextOfDict(values)).toBe(tagSmall(number * 3));
        const tuple = nextOfDict(items);
        expect(i32.slice(tuple >>> 2, (tuple + TUPLE_ITEMS + 8) >>> 2)).toEqual(
          Int32Array.of(headerWord(SHAPE_TUPLE), 2, tagSmall(number), tagSmall(number * 3)),
        );
        expect(dicts.keyAt(dict, advanceInDict(entries))).toBe(tagSmall(number));
      }
      expect(advanceInDict(entries)).toBe(ABSENT);
      for (const iterator of [keys, values, items, entries]) {
        expect(hasNextOfDict(iterator)).toBe(0);
        expect(nextOfDict(iterator)).toBe(0);
      }
      const mark = handles.mark();
      handles.push(items);
      heap.collect("minor");
      heap.verify();
      handles.release(mark);
    }),
  );
});

test("of dicts that have changed the language complains", () => {
  const fixture = createFixture();
  const { dicts, memory } = fixture;
  const { i32 } = memory;
  const { nextOfDict, hasNextOfDict, advanceInDict } = dicts.kernel;
  const dict = dicts.create();
  dicts.set(dict, tagSmall(1), tagSmall(1));
  dicts.set(dict, tagSmall(2), tagSmall(1));
  const iterator = over(fixture, SHAPE_DICT_KEY_ITERATOR, dict);
  expect(nextOfDict(iterator)).toBe(tagSmall(1));
  dicts.set(dict, tagSmall(3), tagSmall(1));
  expect(hasNextOfDict(iterator)).toBe(1);
  expect([nextOfDict(iterator), advanceInDict(iterator)], "another size").toEqual([UNDECIDED, UNDECIDED]);
  dicts.delete(dict, tagSmall(1));
  expect(nextOfDict(iterator)).toBe(tagSmall(2));
  expect(hasNextOfDict(iterator)).toBe(1);
  expect(nextOfDict(iterator), "as many keys came as went").toBe(UNDECIDED);
  expect(i32[(iterator + DICT_ITERATOR_INDEX) >>> 2]).toBe(2);
  i32[(iterator + DICT_ITERATOR_DICT) >>> 2] = NULL;
  i32[(iterator + DICT_ITERATOR_COUNT) >>> 2] = 0;
  expect(hasNextOfDict(iterator)).toBe(0);
  expect(nextOfDict(iterator)).toBe(0);
});
