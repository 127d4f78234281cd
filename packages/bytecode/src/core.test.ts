import type { Field } from "@hotpy/object-model";
import { describe, expect, expectTypeOf, it } from "vitest";
import { CORE, type CoreArgs, type CoreExits, type CoreImmediateOf, core, type ObjectLike } from "./core.js";

describe("the table of core instructions", () => {
  it("numbers them in order", () => {
    expect([...CORE.values()].map(({ number }) => number)).toEqual([...CORE.keys()].map((_, index) => index));
  });

  it("knows which are pure", () => {
    expect(core("i64_add_wrap").isPure).toBe(true);
    for (const name of ["i64_add", "box_int", "load_word", "store_word", "call_code"] as const)
      expect(core(name).isPure).toBe(false);
  });

  it("types operands by their number", () => {
    expectTypeOf<CoreArgs<"guard_valid", number>>().toEqualTypeOf<readonly []>();
    expectTypeOf<CoreArgs<"const_i32", number>>().toEqualTypeOf<readonly []>();
    expectTypeOf<CoreArgs<"guard_small", number>>().toEqualTypeOf<readonly [number]>();
    expectTypeOf<CoreArgs<"i64_add", number>>().toEqualTypeOf<readonly [number, number]>();
    expectTypeOf<CoreArgs<"store_element", number>>().toEqualTypeOf<readonly [number, number, number]>();
    expectTypeOf<CoreArgs<"new", number>>().toEqualTypeOf<readonly number[]>();
    expectTypeOf<CoreArgs<"call_code", number>>().toEqualTypeOf<readonly [number, ...number[]]>();
  });

  it("types immediates and exits", () => {
    expectTypeOf<CoreImmediateOf<"const_i64">>().toEqualTypeOf<bigint>();
    expectTypeOf<CoreImmediateOf<"load_word">>().toEqualTypeOf<Field<"word">>();
    expectTypeOf<CoreImmediateOf<"load_u8">>().toEqualTypeOf<Field<"bytes">>();
    expectTypeOf<CoreImmediateOf<"store_i32">>().toEqualTypeOf<Field<"i32", "mutable">>();
    expectTypeOf<CoreImmediateOf<"new">>().toEqualTypeOf<ObjectLike>();
    expectTypeOf<CoreImmediateOf<"i64_add">>().toEqualTypeOf<undefined>();
    expectTypeOf<CoreExits<"i64_add">>().toEqualTypeOf<true>();
    expectTypeOf<CoreExits<"i64_add_wrap">>().toEqualTypeOf<false>();
    expectTypeOf<CoreExits<"call_leaf">>().toEqualTypeOf<boolean>();
  });
});
