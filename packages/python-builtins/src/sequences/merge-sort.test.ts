import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeSort } from "./merge-sort.js";

test("sorts stably, whatever the runs", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 400 }), (keys) => {
      const order = Int32Array.from(keys, (_, i) => i);
      mergeSort(order, (a, b) => keys[a] < keys[b]);
      expect([...order]).toEqual(keys.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b));
    }),
  );
});

test("a sorted or reversed input takes one comparison an item", () => {
  for (const sign of [1, -1]) {
    const order = Int32Array.from({ length: 1000 }, (_, i) => sign * i);
    let comparisons = 0;
    mergeSort(order, (a, b) => {
      comparisons++;
      return a < b;
    });
    expect(comparisons).toBe(999);
    expect([...order]).toEqual([...order].sort((a, b) => a - b));
  }
});

test("an exception of the comparison comes out", () => {
  expect(() =>
    mergeSort(Int32Array.of(2, 1, 3), () => {
      throw new Error("no order");
    }),
  ).toThrow("no order");
});
