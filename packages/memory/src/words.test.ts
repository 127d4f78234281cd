import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsSmall, isSmall, NULL, SMALL_MAX, SMALL_MIN, tagSmall, untagSmall } from "./index.js";

const small = fc.integer({ min: SMALL_MIN, max: SMALL_MAX });

test("every small integer survives tagging, in an Int32Array too", () => {
  const words = new Int32Array(1);
  fc.assert(
    fc.property(small, (value) => {
      words[0] = tagSmall(value);
      expect(words[0]).toBe(tagSmall(value));
      expect(isSmall(words[0])).toBe(true);
      expect(untagSmall(words[0])).toBe(value);
    }),
  );
  for (const value of [SMALL_MIN, -1, 0, 1, SMALL_MAX]) expect(untagSmall(tagSmall(value))).toBe(value);
});

test("different integers are different words, and order is kept", () => {
  fc.assert(
    fc.property(small, small, (a, b) => {
      expect(tagSmall(a) === tagSmall(b)).toBe(a === b);
      expect(tagSmall(a) < tagSmall(b)).toBe(a < b);
    }),
  );
});

test("addresses and NULL are not small integers", () => {
  expect(isSmall(NULL)).toBe(false);
  fc.assert(fc.property(fc.nat(0x1fffffff), (n) => !isSmall((n * 8) | 0)));
});

test("fitsSmall knows the limits", () => {
  expect([SMALL_MIN - 1, SMALL_MIN, SMALL_MAX, SMALL_MAX + 1].map(fitsSmall)).toEqual([false, true, true, false]);
  expect(fitsSmall(2 ** 40)).toBe(false);
});
