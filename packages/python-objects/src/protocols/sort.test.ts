/// Sorting of plain values by the kernel, against CPython.

import { FALSE, NONE, TRUE, type Word } from "@hotpy/memory";
import { LIST_ITEMS, LIST_LENGTH } from "@hotpy/object-model";
import { createRandom } from "@hotpy/object-model/testing";
import { oracle } from "@hotpy-tools/oracle";
import { expect, test } from "vitest";
import { createPlainValues } from "../../test/plain-values.js";
import { createPythonKernel } from "../kernel.js";
import { NOT_PLAIN } from "./plain.js";

const { memory, allocator, kernel, pythonKernel, strings, floats, integers } = createPlainValues();
const { i32 } = memory;
const { sortPlain } = pythonKernel;

/** A value: a text, a truth, nothing, an integer or float by its Python text, or a tuple. */
type Value = string | boolean | null | { readonly number: string } | readonly Value[];

function place(words: readonly Word[]): number {
  const address = allocator.allocate(words.length * 4 + 8);
  i32.set(words, address >>> 2);
  return address;
}

function make(value: Value): Word {
  if (value === null) return NONE;
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  if (typeof value === "string") return strings.fromJS(value);
  if ("number" in value)
    return /[.ne]/.test(value.number) ? floats.create(Number(value.number)) : integers.fromBigInt(BigInt(value.number));
  const items = value.map(make);
  return items.length === 0 ? kernel.freshTuple(0) : kernel.tupleFrom(place(items), items.length);
}

const listOf = (words: readonly Word[]): Word => kernel.listFrom(place(words), words.length);
const itemsOf = (list: Word): Word[] => {
  const start = (i32[(list + LIST_ITEMS) >>> 2] >>> 2) + 2;
  return [...i32.subarray(start, start + i32[(list + LIST_LENGTH) >>> 2])];
};

const { below, chance, pick } = createRandom(Number(process.env.HOTPY_TEST_SEED ?? 1));
const text = (alphabet: string, most: number): string =>
  Array.from({ length: below(most) }, () => pick([...alphabet])).join("");
const number = (value: number | bigint | string): Value => ({ number: String(value) });

/** Makers of keys; each list takes its keys from one. */
const MAKERS: readonly (() => Value)[] = [
  () => number(below(20) - 10),
  () => number(BigInt(below(2 ** 31)) * 4294967291n * (chance(0.5) ? 1n : -1n) * BigInt(below(2))),
  () => pick([number(below(5)), true, false, number("4000000000"), number(-(2 ** 40))]),
  () => number((below(200) / 7 - 10).toFixed(3)),
  () =>
    pick([
      number("-0.0"),
      number("0.0"),
      number("1e300"),
      number("-1e-300"),
      number("2.5"),
      number(2),
      number(0),
      true,
    ]),
  () => text("ab\u0000\u00e9", 12),
  () => `a common prefix ${text("abc", 4)}`,
  () => text("ab\u0416\u{1f600}", 6),
  () => [number(below(5)), text("ab", 3)],
  () => [text("ab", 3), number(below(5)), number("2.5")],
  () => pick([[], [number(1)], [number(1), number(2)], [number(0), [text("xy", 2)]]]),
];

function ordered(kind: number, count: number, value: (i: number) => Value): Value[] {
  const values = Array.from({ length: count }, (_, i) => value(i));
  if (kind === 1) for (let i = below(10); i > 0; i--) values[below(count)] = value(below(count));
  return kind === 2 ? values.reverse() : values;
}

const lists: Value[][] = MAKERS.flatMap((maker) =>
  Array.from({ length: 25 }, () => Array.from({ length: below(pick([4, 40, 300])) }, maker)),
);
// In order, nearly, and in reverse: runs of all lengths.
for (let kind = 0; kind < 3; kind++)
  for (const count of [2, 31, 33, 64, 500, 2000])
    lists.push(
      ordered(kind, count, (i) => number(i >> 1)),
      ordered(kind, count, (i) => `key ${String(i >> 2).padStart(6, "0")}`),
    );

test("lists are sorted as CPython sorts them, and stably", () => {
  const expected = oracle<number[][][]>(
    `
def make(v):
    if isinstance(v, list): return tuple(map(make, v))
    if isinstance(v, dict): return float(v['number']) if '.' in v['number'] or 'e' in v['number'] else int(v['number'])
    return v
result = []
for given in data:
    keys = [make(v) for v in given]
    order = list(range(len(keys)))
    result.append([sorted(order, key=keys.__getitem__), sorted(order, key=keys.__getitem__, reverse=True)])
print(json.dumps(result))`,
    lists,
  );
  lists.forEach((values, i) => {
    const keys = values.map(make);
    [false, true].forEach((reverse, j) => {
      const order = listOf(values.map((_, index) => index * 2 + 1));
      expect(sortPlain(listOf(keys), order, reverse)).toBe(1);
      expect(
        itemsOf(order).map((word) => word >> 1),
        JSON.stringify(values),
      ).toEqual(expected[i][j]);
      const list = listOf(keys);
      expect(sortPlain(list, list, reverse)).toBe(1);
      expect(itemsOf(list)).toEqual(expected[i][j].map((index) => keys[index]));
    });
  });
});

test("what needs Python code is left as it is", () => {
  const other = kernel.createList(0);
  for (const words of [
    [1, 3, other],
    [other, other],
    [NONE, NONE],
    [1, strings.fromJS("a")],
    [strings.fromJS("a"), 5],
    [floats.create(Number.NaN), floats.create(1), floats.create(0)],
    [make([number(2), "a"]), make([number(1), null]), make([number(1), "b"])],
    [make([number(1)]), make(["a"])],
    [make([number(1)]), 3],
    [make([number(1), "a"]), kernel.tupleFrom(place([3, other]), 2)],
  ]) {
    const list = listOf(words);
    expect(sortPlain(list, list, false)).toBe(NOT_PLAIN);
    expect(itemsOf(list)).toEqual(words);
  }
});

test("without memory nothing is done", () => {
  const refusing = createPythonKernel(memory, { ...allocator, canAllocate: () => false });
  const words = Array.from({ length: 1000 }, (_, i) => 2 * ((i * 7919) % 1000) + 1);
  const list = listOf(words);
  expect(refusing.sortPlain(list, list, false)).toBe(0);
  expect(itemsOf(list)).toEqual(words);
});
