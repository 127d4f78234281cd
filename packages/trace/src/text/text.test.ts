import type { LeafHelper } from "@hotpy/bytecode";
import { BASIC_LAYOUTS, type Layout, SHAPE_LIST, SHAPE_TUPLE, STR } from "@hotpy/object-model";
import { describe, expect, it } from "vitest";
import { exitsOf } from "../exits.js";
import { NO_HELPERS } from "../kinds.js";
import { verifyTrace } from "../verify.js";
import { parseTrace } from "./parse.js";
import { printTrace } from "./print.js";

const COUNTING = `trace 3 loop at code#4096+24
constants: 7
inputs:
  %0: word = slot 0
  %1: word = slot 1
prologue:
  guard_int %0 @0
  %2: word = const_object 7
loop:
  %3: word = param %0 %8
  head @1
  guard_int %3 @1
  %4: i64 = unbox_int %3
  %5: i64 = const_i64 1n
  %6: i64 = i64_add %4 %5 @2
  %7: word = load_word %1 [8 cell.value]
  %8: word = box_int %6
end: loop
deferred:
  %9: word = box_int %4
  %10: word = new %9 %2 {shape 64 bytes 24 fields [8] [12] raw [4]=2 [20]=-1}
snapshots:
  @0 resume [code#4096+24 %0 %1]
  @1 resume [code#4096+24 %3 %1]
  @2 resume [code#4096+24 %10 _ %9] [code#8192+0 f=%1 g=%2]
`;

const HELPERS = new Map<string, LeafHelper>([
  [
    "str.length",
    {
      name: "str.length",
      args: ["word"],
      result: "i32",
      reads: [STR.hash.alias],
      writes: [],
      fails: "never",
      run: () => 0,
    },
  ],
]);

describe("the text format", () => {
  it("prints what it has read", () => {
    expect(printTrace(parseTrace(COUNTING), NO_HELPERS)).toBe(COUNTING);
    expect(verifyTrace(parseTrace(COUNTING), NO_HELPERS)).toEqual([]);
  });

  it("has every form of immediate", () => {
    const text = `trace 1 bridge at code#8+0 from 3.2
inputs:
  %0: word = live 0
  %1: f64 = live 1
prologue:
  %2: word = const_word #-5
  %3: word = const_word 1040
  %4: f64 = const_f64 -0
  %5: f64 = const_f64 nan
  %6: f64 = const_f64 -inf
  %7: f64 = const_f64 1e+300
  %8: i32 = call_leaf %0 str.length
  guard_same %0 #3 @0
  guard_shape %0 5 @0
  %11: word = call_code %0 %2 code#4096 @0
  set_shape %0 65
end: link 3 @0
snapshots:
  @0 raise retry=4 [code#8+0 %0]
`;
    expect(printTrace(parseTrace(text), HELPERS)).toBe(text);
    expect(verifyTrace(parseTrace(text), HELPERS)).toEqual([]);
  });

  it("names the fields of new objects where their layout is known", () => {
    const list = `  %10: word = new %9 %2 {shape ${SHAPE_LIST} bytes 16 fields [12 list.items] raw [8 list.length]=3}`;
    const tuple = `  %10: word = new %9 %2 {shape ${SHAPE_TUPLE} bytes 16 fields [8 fixed.tuple.items] [12 fixed.tuple.items] raw [4 fixed.tuple.size]=2}`;
    for (const made of [list, tuple]) {
      const text = COUNTING.replace(/ {2}%10: .*/, made);
      const layoutOf = (shape: number): Layout | undefined => BASIC_LAYOUTS.get(shape);
      expect(printTrace(parseTrace(text), NO_HELPERS, { layoutOf })).toBe(text);
    }
  });

  it("says where it does not understand", () => {
    expect(() => parseTrace(COUNTING.replace("unbox_int", "unbox_it"))).toThrow(
      /line 13: not an instruction: unbox_it/,
    );
    expect(() => parseTrace(COUNTING.replace("1n", "1"))).toThrow(/line 14: 1 is not an immediate of const_i64/);
    expect(() => parseTrace(COUNTING.replace("%3 @1", "%3 @9"))).toThrow(/line 12: there is no snapshot @9/);
    expect(() => parseTrace("nonsense")).toThrow(/begins with `trace`/);
  });

  it("renumbers on request", () => {
    const shifted = COUNTING.replace(/%(\d+)/g, (_, digits) => `%${100 - Number(digits)}`);
    expect(printTrace(parseTrace(shifted), NO_HELPERS, { renumber: true })).toBe(
      printTrace(parseTrace(COUNTING), NO_HELPERS, { renumber: true }),
    );
  });
});

describe("exits", () => {
  it("are numbered in order and list their live values with kinds", () => {
    const exits = exitsOf(parseTrace(COUNTING), NO_HELPERS);
    expect(exits.map(({ place, instruction }) => instruction?.op ?? place)).toEqual([
      "guard_int",
      "head",
      "guard_int",
      "i64_add",
    ]);
    expect(exits[3].live).toEqual([4, 2, 1]);
    expect(exits[3].kinds).toEqual(["i64", "word", "word"]);
  });
});

describe("the verifier", () => {
  const problems = (text: string): readonly string[] => verifyTrace(parseTrace(text), NO_HELPERS);
  const replaced = (from: string, to: string): readonly string[] => problems(COUNTING.replace(from, to));

  it("finds a value that an exit needs through a recipe before it exists", () => {
    expect(replaced("guard_int %3 @1", "guard_int %3 @2")).toContain(
      "guard_int: %4 is not defined before the exit that needs it",
    );
  });

  it.each([
    ["%6: i64 = i64_add %4 %5 @2", "%6: i64 = i64_add %4 %6 @2", "%6 = i64_add: %6 is not defined before its use"],
    ["i64_add %4 %5 @2", "i64_add %4 %3 @2", "%6 = i64_add: %3 is of kind word, not i64"],
    ["i64_add %4 %5 @2", "i64_add %4 %5", "%6 = i64_add: it may exit but has no exit"],
    ["i64_add %4 %5 @2", "i64_add %4 @2", "%6 = i64_add: i64_add has 1 arguments, not 2"],
    ["unbox_int %3", "unbox_int %9", "%4 = unbox_int: %9 is deferred: only snapshots and recipes may name it"],
    ["const_object 7", "const_object 8", "%2 = const_object: constant 8 is not among the trace's constants"],
    ["param %0 %8", "param %0 %6", "back-edge: %6 is of kind i64, not word"],
    ["param %0 %8", "param %8 %8", "loop: %8 is not defined before its use"],
    ["end: loop", "end: return %0", "loop: a trace with a loop ends by its back-edge"],
    [
      "%9: word = box_int %4",
      "%9: word = new %10 {shape 64 bytes 16 fields [8]}",
      "%6 = i64_add: the recipe of %10 needs itself",
    ],
    ["f=%1 g=%2", "g=%2", "%6 = i64_add: inlined frame 1 has no function"],
    ["[code#4096+24 %3 %1]", "[code#4096+24 %8 %1]", "loop head: %8 is not defined before the exit that needs it"],
    ["%7: word = load_word", "%6: word = load_word", "%6 = load_word: %6 is defined twice"],
  ])("reports %s -> %s", (from, to, expected) => {
    expect(replaced(from, to)).toContain(expected);
  });
});
