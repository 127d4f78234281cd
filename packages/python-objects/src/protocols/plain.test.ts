import { FALSE, NONE, TRUE, type Word } from "@hotpy/memory";
import { headerWord, int64Halves, SHAPE_LIST, SHAPE_TUPLE } from "@hotpy/object-model";
import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { createPlainValues } from "../../test/plain-values.js";
import { SHAPE_SET } from "../layouts.js";
import { createPlain, NOT_PLAIN } from "./plain.js";

const { memory, allocator, kernel, pythonKernel, strings, floats, integers } = createPlainValues();
const { i32 } = memory;
const plain = createPlain(memory, pythonKernel);

/** A value in JSON: integers as strings of digits, floats as numbers with a point in a string, texts quoted. */
type Value = string | null | boolean | readonly Value[];

function make(value: Value): Word {
  if (value === null) return NONE;
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  if (typeof value === "string") {
    if (value.startsWith("'")) return strings.fromJS(value.slice(1, -1));
    return /[.n]/.test(value) ? floats.create(Number(value)) : integers.fromBigInt(BigInt(value));
  }
  const items = value.map(make);
  const tuple = allocator.allocate(8 + items.length * 4);
  i32[tuple >>> 2] = headerWord(SHAPE_TUPLE);
  i32[(tuple >>> 2) + 1] = items.length;
  items.forEach((item, i) => {
    i32[(tuple >>> 2) + 2 + i] = item;
  });
  return tuple;
}

const PYTHON = `
def make(v):
    if isinstance(v, list): return tuple(map(make, v))
    if not isinstance(v, str): return v
    return v[1:-1] if v.startswith("'") else float(v) if '.' in v else int(v)
values = [make(v) for v in data]
`;

const numbers: Value[] = [
  "0",
  "-1",
  "1",
  "255",
  "1073741824",
  "-1073741825",
  "9007199254740993",
  "9223372036854775807",
  "1.0",
  "-1.0",
  "0.5",
  "9007199254740992.0",
  "9223372036854775808.0",
  true,
  false,
];
const tuples: Value[] = [
  [],
  ["1"],
  ["1", "2"],
  ["1.0", "2"],
  [true, "2"],
  ["-1"],
  [["1"], []],
  ["-2"],
  ["1", "3"],
  [["1", "2"], "3"],
  ["0", "0", "0", "0"],
];
const values: Value[] = [
  ...numbers,
  null,
  "''",
  "'a'",
  "'ab'",
  "'b'",
  "'é'",
  "'😀'",
  ...tuples,
  ["'a'", "1"],
  ["'a'", "2"],
  [null],
];
const words = values.map(make);

test("equality is Python's", () => {
  const expected = oracle<boolean[][]>(
    `${PYTHON}print(json.dumps([[a == b for b in values] for a in values]))`,
    values,
  );
  expect(words.map((a) => words.map((b) => plain.equals(a, b) === 1))).toEqual(expected);
});

test("order is Python's where it needs no call", () => {
  const expected = oracle<(boolean | null)[][]>(
    `${PYTHON}
def less(a, b):
    try: return a < b
    except TypeError: return None
print(json.dumps([[less(a, b) for b in values] for a in values]))`,
    values,
  );
  words.forEach((a, i) => {
    words.forEach((b, j) => {
      const result = plain.less(a, b);
      if (result !== NOT_PLAIN)
        expect([values[i], values[j], result === 1]).toEqual([values[i], values[j], expected[i][j]]);
      else expect(expected[i][j]).toBeNull();
    });
  });
});

test("hashes of numbers and tuples are CPython's", () => {
  const hashable = [...numbers, ...tuples];
  const expected = oracle<string[]>(`${PYTHON}print(json.dumps([str(hash(v)) for v in values]))`, hashable);
  hashable.forEach((value, i) => {
    if (!plain.hash(make(value))) return;
    const { lo, hi } = int64Halves.int64;
    expect(`${value}: ${(BigInt(hi) << 32n) | BigInt(lo >>> 0)}`).toBe(`${value}: ${expected[i]}`);
  });
});

/** An object that is not plain, and about whose type nothing is known. */
function makeSet(): Word {
  const set = allocator.allocate(32);
  i32[set >>> 2] = headerWord(SHAPE_SET);
  return set;
}

test("other objects are not plain", () => {
  const list = allocator.allocate(16);
  i32[list >>> 2] = headerWord(SHAPE_LIST);
  // Of lists it is known that they equal no such value, of sets it is not.
  expect(plain.equals(list, make("1"))).toBe(0);
  expect(plain.equals(list, make(null))).toBe(0);
  expect(plain.equals(list, makeSet())).toBe(NOT_PLAIN);
  expect(plain.equals(makeSet(), make("1"))).toBe(NOT_PLAIN);
  expect(plain.equals(list, list)).toBe(1);
  expect(plain.hash(list)).toBe(false);
  expect(plain.less(make(null), make(null))).toBe(NOT_PLAIN);
});

test("searching and comparing lists and tuples, up to what code must compare", () => {
  const values = [...numbers, "'a'", "'ab'", "'é'", "'Ж'", null, ["1", "'a'"], ["1", "'b'"], ["1"], []].map(make);
  const other = makeSet();
  const all = [...values, other];
  const isEqual = (a: Word, b: Word): boolean => plain.equals(a, b) === 1;
  const sequence = (words: readonly Word[]): Word => {
    const list = kernel.createList(0);
    for (const word of words) kernel.appendToList(list, word);
    return list;
  };
  const list = sequence(values);
  const mixed = sequence(all);
  for (const value of values.map((_, i) => values[i])) {
    const first = values.findIndex((each) => isEqual(each, value));
    expect(plain.find(list, value, 0, 1000)).toBe(first);
    expect(plain.count(list, value)).toBe(values.filter((each) => isEqual(each, value)).length);
    expect(plain.find(list, value, first + 1, 1000)).toBe(
      values.findIndex((each, i) => i > first && isEqual(each, value)),
    );
    expect(plain.find(list, value, 0, first)).toBe(-1);
    expect(plain.count(mixed, value)).toBe(NOT_PLAIN);
  }
  expect(plain.find(list, strings.fromJS("not there"), 0, 1000)).toBe(-1);
  expect(plain.find(mixed, strings.fromJS("not there"), 3, 1000)).toBe(-2 - values.length);
  expect(plain.find(mixed, other, values.length, 1000)).toBe(values.length);
  expect(plain.find(list, other, 2, 1000)).toBe(-4);

  const copy = sequence(
    [...numbers, "'a'", "'ab'", "'é'", "'Ж'", null, ["1", "'a'"], ["1", "'b'"], ["1"], []].map(make),
  );
  expect(plain.firstDifference(list, copy)).toBe(values.length);
  for (let at = 0; at < values.length; at++) {
    const changed = sequence([...values.slice(0, at), make("'else'"), ...values.slice(at + 1)]);
    expect(plain.firstDifference(list, changed)).toBe(at);
    const shorter = sequence(values.slice(0, at));
    expect(plain.firstDifference(shorter, list)).toBe(at);
    expect(plain.firstDifference(sequence([...values.slice(0, at), other]), list)).toBe(-1 - at);
  }
});
