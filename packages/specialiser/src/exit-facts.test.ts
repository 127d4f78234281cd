import type { LeafHelper } from "@hotpy/bytecode";
import { NULL, reserveMemory } from "@hotpy/memory";
import { DICT } from "@hotpy/object-model";
import { createFixedObjects, NO_HELPERS, type PassContext, parseTrace, printTrace } from "@hotpy/trace";
import { describe, expect, it } from "vitest";
import { factsAtExit, specialiser } from "./index.js";

const context: PassContext = {
  objects: createFixedObjects(reserveMemory({ size: 256 * 1024 * 1024 })),
  helpers: NO_HELPERS,
};

const LOOP = parseTrace(`trace 1 loop at code#4096+24
inputs:
  %0: word = slot 0
  %1: word = slot 1
prologue:
  guard_int %0 @0
  guard_shape %1 70 @0
  %2: i64 = unbox_int %0
  %12: i64 = const_i64 0n
  %13: word = const_word #0
loop:
  %3: i64 = param %12 %6
  %4: word = param %13 %7
  head @1
  %5: i32 = i64_lt %3 %2
  guard_true %5 @2
  %8: i64 = const_i64 1n
  %6: i64 = i64_add_wrap %3 %8
  %7: word = box_int %6
end: loop
deferred:
  %9: word = box_int %3
snapshots:
  @0 resume [code#4096+24 %0 %1]
  @1 resume [code#4096+24 %0 %1 %9]
  @2 resume [code#4096+28 %0 %1 %9 %4]
`);

const FIND: LeafHelper = {
  name: "find",
  args: ["word", "word"],
  result: "i32",
  reads: [DICT.keys.alias],
  writes: [],
  fails: "retry",
  run: () => 1,
};

describe("facts at an exit", () => {
  it("tell what helpers have returned, so that a bridge does not ask again", () => {
    const known = { ...context, helpers: new Map([[FIND.name, FIND]]) };
    const parent = parseTrace(`trace 1 function at code#4096+0
inputs:
  %0: word = function
  %1: word = slot 0
prologue:
  guard_not_same %1 0 @0
  %2: i32 = call_leaf %0 %1 find @0
  %3: i32 = const_i32 1
  %4: i32 = i32_lt %3 %2
  guard_true %4 @1
end: return %1
deferred:
  %5: i32 = i32_lt %6 %2
  %6: i32 = const_i32 1
  %7: word = box_bool %5
snapshots:
  @0 resume [code#4096+0 f=%0 %1]
  @1 resume [code#4096+8 f=%0 %1 %7]
`);
    const inherited = factsAtExit(parent, 2, known);
    expect(inherited).toMatchObject([
      { fact: { tag: "any" } },
      { fact: { not: [NULL] } },
      { fact: { range: { low: -(2n ** 31n), high: 1n } }, result: { helper: "find", args: [0, 1] } },
    ]);
    const bridge = parseTrace(`trace 2 bridge at code#4096+8 from 1.2
inputs:
  %0: word = live 0
  %1: word = live 1
  %2: i32 = live 2
prologue:
  %3: i32 = call_leaf %0 %1 find @0
  %4: word = small_from_i32 %3
end: return %4
snapshots:
  @0 resume [code#4096+8 f=%0 %1]
`);
    expect(printTrace(specialiser.run(bridge, { ...known, inherited }), known.helpers)).toContain(
      "prologue:\n  %4: word = small_from_i32 %2\n",
    );
  });

  it("are those of its live values, found over the loop too, with what the failed guard says", () => {
    expect(factsAtExit(LOOP, 3, context)).toMatchObject([
      { fact: { tag: "integer" } },
      { fact: { tag: "object" }, instance: 70 },
      { fact: { range: { low: 0n, high: 2n ** 63n - 1n } } },
      { fact: { tag: "integer", range: { low: 0n, high: 2n ** 63n - 1n } } },
    ]);
    expect(factsAtExit(LOOP, 0, context)).toMatchObject([{ fact: { tag: "any" } }, { fact: { tag: "any" } }]);
  });

  it("let a bridge do without guards", () => {
    const bridge = parseTrace(`trace 2 bridge at code#4096+28 from 1.3
inputs:
  %0: word = live 0
  %1: word = live 1
  %2: i64 = live 2
  %3: word = live 3
prologue:
  guard_int %0 @0
  guard_shape %1 70 @0
  guard_int %3 @0
  %4: i64 = const_i64 1n
  %5: i64 = i64_sub %2 %4 @0
  %6: word = box_int %5
end: return %6
snapshots:
  @0 resume [code#4096+28 %0 %1 %3]
`);
    const inherited = factsAtExit(LOOP, 3, context);
    expect(printTrace(specialiser.run(bridge, { ...context, inherited }), NO_HELPERS)).toContain(`prologue:
  %4: i64 = const_i64 1n
  %5: i64 = i64_sub_wrap %2 %4
  %6: word = box_int %5
end`);
  });
});
