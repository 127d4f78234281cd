import type { Range } from "@hotpy/trace";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resultRange } from "./integers.js";
import {
  contains,
  decideEqual,
  decideLess,
  hull,
  INT64,
  intersect,
  range,
  refineLess,
  single,
  widen,
} from "./range.js";

const edge = fc.constantFrom(
  0n,
  1n,
  -1n,
  2n,
  63n,
  -(2n ** 30n),
  2n ** 30n - 1n,
  2n ** 31n,
  -(2n ** 63n),
  2n ** 63n - 1n,
);
const int64 = fc.oneof(edge, fc.bigInt({ min: -100n, max: 100n }), fc.bigInt({ min: INT64.low, max: INT64.high }));
/** A range with one of its members. */
const member = fc.tuple(int64, int64, int64).map((three): { within: Range; value: bigint } => {
  const [low, value, high] = [...three].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { within: range(low, high), value };
});
const has = ({ low, high }: Range, value: bigint): boolean => low <= value && value <= high;
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);
const floorDivide = (a: bigint, b: bigint): bigint => (a % b !== 0n && a < 0n !== b < 0n ? a / b - 1n : a / b);

/** Exact results, as far as an instruction has one that does not exit. */
const MEANINGS = {
  i64_add: (a: bigint, b: bigint) => a + b,
  i64_sub: (a: bigint, b: bigint) => a - b,
  i64_mul: (a: bigint, b: bigint) => a * b,
  i64_add_wrap: (a: bigint, b: bigint) => wrap(a + b),
  i64_sub_wrap: (a: bigint, b: bigint) => wrap(a - b),
  i64_mul_wrap: (a: bigint, b: bigint) => wrap(a * b),
  i64_and: (a: bigint, b: bigint) => a & b,
  i64_shr: (a: bigint, b: bigint) => (b < 0n ? undefined : a >> (b > 63n ? 63n : b)),
  i64_floordiv: (a: bigint, b: bigint) => (b === 0n ? undefined : floorDivide(a, b)),
  i64_mod: (a: bigint, b: bigint) => (b === 0n ? undefined : a - b * floorDivide(a, b)),
} as const;

describe("ranges", () => {
  it.each(Object.keys(MEANINGS) as (keyof typeof MEANINGS)[])("hold every result of %s", (op) => {
    fc.assert(
      fc.property(member, member, (a, b) => {
        const result = MEANINGS[op](a.value, b.value);
        const results = resultRange(op, a.within, b.within);
        if (result !== undefined && results !== undefined) expect(has(results, result)).toBe(true);
      }),
    );
  });

  it("decide comparisons only as all their members do", () => {
    fc.assert(
      fc.property(member, member, fc.boolean(), (a, b, orEqual) => {
        const less = decideLess(a.within, b.within, orEqual);
        if (less !== undefined) expect(less).toBe(orEqual ? a.value <= b.value : a.value < b.value);
        const equal = decideEqual(a.within, b.within);
        if (equal !== undefined) expect(equal).toBe(a.value === b.value);
      }),
    );
  });

  it("are refined by what a comparison has shown, and keep the members for which it holds", () => {
    fc.assert(
      fc.property(member, member, fc.boolean(), (a, b, orEqual) => {
        fc.pre(orEqual ? a.value <= b.value : a.value < b.value);
        const [left, right] = refineLess(a.within, b.within, orEqual);
        expect(has(left as Range, a.value)).toBe(true);
        expect(has(right as Range, b.value)).toBe(true);
      }),
    );
  });

  it("have hulls and intersections", () => {
    fc.assert(
      fc.property(member, member, (a, b) => {
        const both = hull(a.within, b.within);
        expect(contains(both, a.within) && contains(both, b.within)).toBe(true);
        const common = intersect(a.within, single(b.value));
        expect(common !== undefined).toBe(has(a.within, b.value));
      }),
    );
  });

  it("stand still after a few widenings", () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 20, maxLength: 40 }), (growing) => {
        let current = growing[0].within;
        let changes = 0;
        for (const { within } of growing) {
          const next = widen(current, hull(current, within));
          expect(contains(next, current)).toBe(true);
          if (!contains(current, next)) changes++;
          current = next;
        }
        expect(changes).toBeLessThan(9);
      }),
    );
  });
});
