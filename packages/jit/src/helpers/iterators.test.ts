import { type Address, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  headerWord,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_LIST_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_TUPLE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createHelperFixture, type HelperFixture } from "../../test/helper-fixture.js";

function overString({ heap, memory: { i32 } }: HelperFixture, string: Word): Address {
  const iterator = heap.allocate(16);
  i32.set([headerWord(SHAPE_STR_ITERATOR), 0, 0, string], iterator >>> 2);
  return iterator;
}

function overDict({ heap, memory: { i32 } }: HelperFixture, shape: number, dict: Word): Address {
  const iterator = heap.allocate(24);
  const count = i32[(dict + DICT_COUNT) >>> 2];
  i32.set([headerWord(shape), 0, 0, count, dict, count], iterator >>> 2);
  return iterator;
}

test("strings: each character of Latin-1, once", () => {
  const fixture = createHelperFixture();
  const {
    strings,
    call,
    memory: { i32 },
  } = fixture;
  const text = fc.string({ unit: fc.constantFrom("a", "ÿ", "ж", "\u{1f600}"), maxLength: 9 });
  fc.assert(
    fc.property(text, (content) => {
      const iterator = overString(fixture, strings.fromJS(content));
      for (const [index, character] of [...content].entries()) {
        expect(call("iterator.has_next", iterator)).toBe(1);
        const item = call("iterator.next", iterator);
        if (character > "ÿ") {
          expect(item).toBeUndefined();
          expect(i32[(iterator + ITERATOR_INDEX) >>> 2]).toBe(index);
          i32[(iterator + ITERATOR_INDEX) >>> 2]++;
        } else expect(item).toBe(strings.char(character.codePointAt(0) as number));
      }
      expect(call("iterator.has_next", iterator)).toBe(0);
      expect(call("iterator.next", iterator)).toBeUndefined();
      i32[(iterator + ITERATOR_SEQUENCE) >>> 2] = NULL;
      expect(call("iterator.has_next", iterator)).toBe(0);
      expect(call("iterator.next", iterator)).toBeUndefined();
    }),
  );
});

test("dicts: keys, values and items in order, deleted entries left out", () => {
  const fixture = createHelperFixture();
  const {
    dicts,
    call,
    heap,
    handles,
    memory: { i32 },
  } = fixture;
  const numbers = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 30 });
  fc.assert(
    fc.property(numbers, numbers, (added, deleted) => {
      const dict = dicts.create();
      for (const number of added) dicts.set(dict, tagSmall(number), tagSmall(number * 3));
      for (const number of deleted) dicts.delete(dict, tagSmall(number));
      const kept = added.filter((number) => !deleted.includes(number));
      const keys = overDict(fixture, SHAPE_DICT_KEY_ITERATOR, dict);
      const values = overDict(fixture, SHAPE_DICT_VALUE_ITERATOR, dict);
      const items = overDict(fixture, SHAPE_DICT_ITEM_ITERATOR, dict);
      for (const number of kept) {
        expect(call("iterator.has_next", keys)).toBe(1);
        expect(call("iterator.next", keys)).toBe(tagSmall(number));
        expect(call("iterator.next", values)).toBe(tagSmall(number * 3));
        const tuple = call("iterator.next", items) as Word;
        expect(i32.slice(tuple >>> 2, (tuple + TUPLE_ITEMS + 8) >>> 2)).toEqual(
          Int32Array.of(headerWord(SHAPE_TUPLE), 2, tagSmall(number), tagSmall(number * 3)),
        );
      }
      for (const iterator of [keys, values, items]) {
        expect(call("iterator.has_next", iterator)).toBe(0);
        expect(call("iterator.next", iterator)).toBeUndefined();
      }
      const mark = handles.mark();
      handles.push(items);
      heap.collect("minor");
      heap.verify();
      handles.release(mark);
    }),
  );
});

test("dicts that have changed are TypeScript's to complain about", () => {
  const fixture = createHelperFixture();
  const {
    dicts,
    call,
    memory: { i32 },
  } = fixture;
  const dict = dicts.create();
  dicts.set(dict, tagSmall(1), tagSmall(1));
  dicts.set(dict, tagSmall(2), tagSmall(1));
  const iterator = overDict(fixture, SHAPE_DICT_KEY_ITERATOR, dict);
  expect(call("iterator.next", iterator)).toBe(tagSmall(1));
  dicts.set(dict, tagSmall(3), tagSmall(1));
  expect(call("iterator.has_next", iterator)).toBe(1);
  expect(call("iterator.next", iterator), "another size").toBeUndefined();
  dicts.delete(dict, tagSmall(1));
  expect(call("iterator.next", iterator)).toBe(tagSmall(2));
  expect(call("iterator.has_next", iterator)).toBe(1);
  expect(call("iterator.next", iterator), "as many keys came as went").toBeUndefined();
  expect(i32[(iterator + DICT_ITERATOR_INDEX) >>> 2]).toBe(2);
  i32[(iterator + DICT_ITERATOR_DICT) >>> 2] = NULL;
  i32[(iterator + DICT_ITERATOR_COUNT) >>> 2] = 0;
  expect(call("iterator.has_next", iterator)).toBe(0);
  expect(call("iterator.next", iterator)).toBeUndefined();
});

test("other iterators, and what is none", () => {
  const {
    heap,
    memory: { i32 },
    call,
  } = createHelperFixture();
  const iterator = heap.allocate(16);
  i32.set([headerWord(SHAPE_LIST_ITERATOR), 0, 0, NULL], iterator >>> 2);
  for (const word of [iterator, tagSmall(3)]) {
    expect(call("iterator.has_next", word)).toBeUndefined();
    expect(call("iterator.next", word)).toBeUndefined();
  }
});
