import { ABSENT, UNDECIDED } from "@hotpy/dict";
import { FALSE, NONE, NULL, STATE_HASH, TRUE, tagSmall, type Word } from "@hotpy/memory";
import { headerWord, SHAPE_LIST, SHAPE_NATIVE } from "@hotpy/object-model";
import { createRandom } from "@hotpy/object-model/testing";
import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { createPlainValues } from "../test/plain-values.js";
import { SET_FILL, SET_HASHES, SET_MASK, SET_USED, SHAPE_FROZENSET, SHAPE_SET } from "./layouts.js";

const { memory, allocator, kernel: objects, pythonKernel: kernel, strings, floats } = createPlainValues();
const { i32 } = memory;
const STATE_HASH_WORD = STATE_HASH >>> 2;
const field = (object: Word, offset: number): number => i32[(object + offset) >>> 2];

function listOf(items: readonly Word[]): Word {
  const list = objects.createList(items.length);
  for (const item of items) objects.appendToList(list, item);
  return list;
}

function keysOf(set: Word): Word[] {
  const to = allocator.allocate(8 + 4 * field(set, SET_USED));
  i32[to >>> 2] = headerWord(SHAPE_LIST);
  kernel.storeSetKeys(set, to + 8);
  return Array.from({ length: field(set, SET_USED) }, (_, i) => i32[((to + 8) >>> 2) + i]);
}

const numbersOf = (set: Word): number[] => keysOf(set).map((key) => key >> 1);
const setOf = (numbers: readonly number[]): Word => kernel.setOfItems(listOf(numbers.map(tagSmall)), SHAPE_SET);
/** An object whose hash takes code of the language. */
function hostile(): Word {
  const object = allocator.allocate(16);
  i32[object >>> 2] = headerWord(SHAPE_NATIVE);
  return object;
}

const SEED = Number(process.env.HOTPY_TEST_SEED ?? 1);
const CASES = 60 * Number(process.env.HOTPY_TEST_SCALE ?? 1);

/** Lists of numbers, few or many, near each other or not. */
function samples(): number[][] {
  const random = createRandom(SEED);
  return Array.from({ length: CASES }, () => {
    const span = 10 ** (1 + random.below(7));
    return Array.from({ length: random.below(150) }, () => random.below(span) - Math.floor(span / 9));
  });
}

test("the order of keys is CPython's, whatever came and went", () => {
  // What is odd goes again later, if it was there.
  const cases = samples().map((numbers) =>
    [...numbers, ...numbers.filter((each) => each % 2 !== 0), ...numbers.slice(0, 20)].map((number, i) => ({
      add: i < numbers.length || number % 2 === 0,
      number,
    })),
  );
  const expected = oracle<[number[], number[], number[]][]>(
    `
def run(changes):
    s = set()
    for change in changes:
        (s.add if change["add"] else s.discard)(change["number"])
    return list(s), [s.pop() for _ in range(len(s) // 2)], list(s)
print(json.dumps([run(changes) for changes in data]))
`,
    cases,
  );
  cases.forEach((each, i) => {
    const set = kernel.createSet(SHAPE_SET);
    for (const { add, number } of each)
      expect((add ? kernel.addToSet : kernel.discardFromSet)(set, tagSmall(number))).toBe(NONE);
    const all = numbersOf(set);
    const popped = Array.from({ length: all.length >> 1 }, () => kernel.popFromSet(set) >> 1);
    expect([all, popped, numbersOf(set)]).toEqual(expected[i]);
  });
});

test("set algebra is that of JavaScript's sets", () => {
  const cases = samples();
  cases.forEach((left, i) => {
    const right = [...left.slice(0, 9 * i), ...cases[(i * 7 + 1) % cases.length]];
    const [a, b] = [setOf(left), setOf(right)];
    const [x, y] = [new Set(left), new Set(right)];
    const sorted = (numbers: Iterable<number>): number[] => [...numbers].sort((m, n) => m - n);
    const expectKeys = (set: Word, numbers: number[]): void =>
      expect(sorted(numbersOf(set))).toEqual(sorted(new Set(numbers)));
    const inBoth = [...x].filter((each) => y.has(each));
    const inLeft = [...x].filter((each) => !y.has(each));
    expectKeys(kernel.selectKeys(a, b, true, SHAPE_SET), inBoth);
    expectKeys(kernel.selectKeys(a, b, false, SHAPE_FROZENSET), inLeft);
    expect(kernel.isSubset(a, b)).toBe(inLeft.length === 0 ? 1 : 0);
    expect(kernel.isDisjoint(a, b)).toBe(inBoth.length === 0 ? 1 : 0);
    const changed = (change: (set: Word, other: Word, from: number) => number): Word => {
      const copy = kernel.copySet(a, SHAPE_SET);
      expect(change(copy, b, 0)).toBe(field(b, SET_MASK) + 1);
      return copy;
    };
    expectKeys(changed(kernel.addSetKeys), [...left, ...right]);
    expectKeys(changed(kernel.discardSetKeys), inLeft);
    expectKeys(changed(kernel.toggleSetKeys), [...inLeft, ...[...y].filter((each) => !x.has(each))]);
    for (const number of right) expect(kernel.setContains(a, tagSmall(number))).toBe(x.has(number) ? TRUE : FALSE);
    for (const set of [a, b]) expect(field(set, SET_FILL) * 5).toBeLessThan(field(set, SET_MASK) * 3);
  });
});

test("keys that need code of the language stop an operation where it is", () => {
  const odd = hostile();
  const set = setOf([1, 2]);
  for (const operation of [kernel.setContains, kernel.addToSet, kernel.discardFromSet, kernel.removeFromSet])
    expect(operation(set, odd)).toBe(UNDECIDED);
  expect(numbersOf(set)).toEqual([1, 2]);
  expect(kernel.addItems(set, listOf([tagSmall(3), odd, tagSmall(4)]), 0)).toBe(1);
  expect(kernel.addItems(set, listOf([tagSmall(3), odd, tagSmall(4)]), 2)).toBe(3);
  expect(numbersOf(set)).toEqual([1, 2, 3, 4]);
  // By its hash it is found where it lies, and compared with another one of the same hash only by code of the language.
  expect(kernel.findInSet(set, odd, 2, 0, 0)).toBe(UNDECIDED - 1);
  expect(kernel.slotAtStep(set, 2, 0, 0)).toBe(2);
  expect(kernel.findInSet(set, odd, 2, 0, 1)).toBe(ABSENT);
  expect(kernel.insertIntoSet(set, odd, 2, 0)).toBe(1);
  // The table has grown: the order in which it was filled anew is that of the slots, and the odd key was in the first.
  const found = kernel.findInSet(set, odd, 2, 0, 0);
  expect(found).toBe(2);
  expect(keysOf(set)).toContain(odd);
  const twin = hostile();
  const steps = [0, 1, 2].map((step) => kernel.findInSet(set, twin, 2, 0, step));
  expect(steps).toEqual([UNDECIDED - 1, UNDECIDED - 2, ABSENT]);
  expect(kernel.slotAtStep(set, 2, 0, 1)).toBe(3);
  expect(kernel.selectKeys(setOf([2]), set, true, SHAPE_SET)).toBe(UNDECIDED);
  kernel.removeSlot(set, found);
  expect(kernel.findInSet(set, odd, 2, 0, 2)).toBe(ABSENT);
});

test("numbers that are equal are one key, strings that are equal too", () => {
  const set = kernel.createSet(SHAPE_SET);
  for (const key of [
    tagSmall(1),
    floats.create(1),
    TRUE,
    strings.fromJS("one"),
    strings.fromJS("one"),
    tagSmall(-1),
    tagSmall(-2),
  ])
    kernel.addToSet(set, key);
  expect(field(set, SET_USED)).toBe(4);
  expect(kernel.removeFromSet(set, floats.create(-2))).toBe(NONE);
  expect(kernel.removeFromSet(set, floats.create(-2)), "it has gone").toBe(UNDECIDED);
  expect(kernel.setContains(set, strings.fromJS("one"))).toBe(TRUE);
});

test("iterating: each key once, and a change of size is noticed", () => {
  const set = setOf([5, 6, 7]);
  const iterator = kernel.iterateSet(set);
  const seen: number[] = [];
  while (kernel.hasNextOfSet(iterator) === 1) seen.push(kernel.nextOfSet(iterator) >> 1);
  expect(seen).toEqual([5, 6, 7]);
  expect(kernel.nextOfSet(iterator)).toBe(NULL);
  kernel.addToSet(set, tagSmall(9));
  expect(kernel.nextOfSet(iterator), "once exhausted, it stays so").toBe(NULL);
  const other = kernel.iterateSet(set);
  kernel.discardFromSet(set, tagSmall(9));
  expect([kernel.hasNextOfSet(other), kernel.nextOfSet(other)]).toEqual([1, UNDECIDED]);
});

test("the hash of a frozenset is CPython's, and kept", () => {
  const cases = samples();
  const expected = oracle<string[]>("print(json.dumps([str(hash(frozenset(numbers))) for numbers in data]))", cases);
  cases.forEach((numbers, i) => {
    const frozen = kernel.setOfItems(listOf(numbers.map(tagSmall)), SHAPE_FROZENSET);
    for (let time = 0; time < 2; time++) {
      expect(kernel.hashPlain(frozen)).toBeTruthy();
      const hash = (BigInt(i32[STATE_HASH_WORD + 1]) << 32n) | BigInt(i32[STATE_HASH_WORD] >>> 0);
      expect(String(hash)).toBe(expected[i]);
    }
  });
});

test("a table that grows by much: half full at the most, clean after removals are swept", () => {
  const set = setOf(Array.from({ length: 70_000 }, (_, i) => i));
  expect(field(set, SET_USED)).toBe(70_000);
  for (let i = 0; i < 69_000; i++) kernel.discardFromSet(set, tagSmall(i));
  expect(kernel.sweepSet(set)).toBeTruthy();
  expect(field(set, SET_FILL)).toBe(1000);
  expect(field(field(set, SET_HASHES), 4)).toBe((field(set, SET_MASK) + 1) * 8);
  expect(kernel.clearSet(set)).toBeTruthy();
  expect([field(set, SET_USED), field(set, SET_MASK)]).toEqual([0, 7]);
});
