import { FALSE, type Memory, reserveMemory, TRUE, tagSmall } from "@hotpy/memory";
import { ARRAY, headerWord, SHAPE_ARRAY, SHAPE_FLOAT, SHAPE_INT64, SHAPE_TUPLE, wordAt } from "@hotpy/object-model";
import { describe, expect, it } from "vitest";
import { CORE, type CoreName } from "./core.js";
import { type CoreImmediate, type CoreValue, createMeanings, EXIT, isOfKind } from "./meaning.js";

function setUp(): {
  memory: Memory;
  run: (op: CoreName, args: CoreValue[], immediate?: CoreImmediate) => unknown;
  barriers: number[];
} {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  let top = memory.heap.start;
  const barriers: number[] = [];
  const meanings = createMeanings(memory, {
    allocate: (bytes) => (top += bytes) - bytes,
    barrier: (object) => barriers.push(object),
    helper: (name) => ({
      name,
      args: ["word"],
      result: "word",
      reads: [],
      writes: [],
      fails: "retry",
      run: ((word: number) => (word === tagSmall(1) ? 0 : word)) as never,
    }),
    isValid: () => true,
    callCode: (_, args) => args[1] ?? EXIT,
  });
  return { memory, barriers, run: (op, args, immediate) => meanings[op](args, immediate) };
}

describe("meanings of core instructions", () => {
  const { memory, run, barriers } = setUp();

  it("has one for each instruction", () => {
    for (const name of CORE.keys()) expect(() => run(name as CoreName, [] as never)).not.toThrow(/is not a function/);
  });

  it("divides as Python does", () => {
    const cases: [bigint, bigint, bigint, bigint][] = [
      [7n, 2n, 3n, 1n],
      [-7n, 2n, -4n, 1n],
      [7n, -2n, -4n, -1n],
      [-7n, -2n, 3n, -1n],
      [6n, -3n, -2n, 0n],
      [0n, -5n, 0n, 0n],
    ];
    for (const [a, b, quotient, remainder] of cases) {
      expect(run("i64_floordiv", [a, b])).toBe(quotient);
      expect(run("i64_mod", [a, b])).toBe(remainder);
    }
    expect(run("i64_floordiv", [1n, 0n])).toBe(EXIT);
    expect(run("i64_mod", [1n, 0n])).toBe(EXIT);
    expect(run("i64_floordiv", [-(2n ** 63n), -1n])).toBe(EXIT);
  });

  it("exits where 64 bits do not suffice", () => {
    const max = 2n ** 63n - 1n;
    expect(run("i64_add", [max, 1n])).toBe(EXIT);
    expect(run("i64_sub", [-max, 1n])).toBe(-max - 1n);
    expect(run("i64_sub", [-max, 2n])).toBe(EXIT);
    expect(run("i64_mul", [2n ** 32n, 2n ** 31n])).toBe(EXIT);
    expect(run("i64_neg", [-max - 1n])).toBe(EXIT);
    expect(run("i64_shl", [1n, 62n])).toBe(2n ** 62n);
    expect(run("i64_shl", [1n, 63n])).toBe(EXIT);
    expect(run("i64_shl", [-1n, 63n])).toBe(-(2n ** 63n));
    expect(run("i64_shl", [0n, 64n])).toBe(EXIT);
    expect(run("i64_shr", [-5n, 1000n])).toBe(-1n);
    expect(run("i64_shr", [5n, -1n])).toBe(EXIT);
    expect(run("f64_to_i64", [2 ** 63])).toBe(EXIT);
    expect(run("f64_to_i64", [-(2 ** 63)])).toBe(-(2n ** 63n));
    expect(run("f64_to_i64", [Number.NaN])).toBe(EXIT);
    expect(run("check_index", [-1n, 3])).toBe(EXIT);
    expect(run("check_index", [3n, 3])).toBe(EXIT);
    expect(run("check_index", [2n, 3])).toBe(2);
  });

  it("boxes integers in their smallest form", () => {
    for (const value of [0n, -1n, 2n ** 30n - 1n, -(2n ** 30n)])
      expect(run("box_int", [value])).toBe(tagSmall(Number(value)));
    for (const value of [2n ** 30n, -(2n ** 30n) - 1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      const word = run("box_int", [value]) as number;
      expect(memory.i32[word >>> 2]).toBe(headerWord(SHAPE_INT64));
      expect(run("guard_int", [word])).toBeUndefined();
      expect(run("unbox_int", [word])).toBe(value);
    }
  });

  it("tells words apart", () => {
    const float = run("box_float", [-0]) as number;
    expect(Object.is(run("unbox_float", [float]), -0)).toBe(true);
    expect(run("guard_shape", [float], SHAPE_FLOAT)).toBeUndefined();
    expect(run("guard_shape", [tagSmall(1)], SHAPE_FLOAT)).toBe(EXIT);
    expect(run("guard_shape", [0], SHAPE_FLOAT)).toBe(EXIT);
    expect(run("guard_int", [0])).toBe(EXIT);
    expect(run("guard_int", [float])).toBe(EXIT);
    expect(run("guard_same", [TRUE], TRUE)).toBeUndefined();
    expect(run("guard_not_same", [TRUE], FALSE)).toBeUndefined();
    expect(run("box_bool", [1])).toBe(TRUE);
    expect(run("word_eq", [float, float])).toBe(1);
  });

  it("makes, reads and writes objects", () => {
    const array = run("new", [tagSmall(4), tagSmall(5)], {
      shape: SHAPE_ARRAY,
      words: 4,
      fields: [2, 3],
      raw: [[1, 2]],
    }) as number;
    expect(memory.i32[array >>> 2]).toBe(headerWord(SHAPE_ARRAY));
    expect(run("load_i32", [array], ARRAY.size)).toBe(2);
    expect(run("load_element", [array, 1], ARRAY.items)).toBe(tagSmall(5));
    run("store_element", [array, 1, TRUE], ARRAY.items);
    expect(run("load_word", [array], wordAt(ARRAY.items, 1))).toBe(TRUE);
    expect(barriers).toEqual([array]);
    run("set_shape", [array], SHAPE_TUPLE);
    expect(memory.i32[array >>> 2]).toBe(headerWord(SHAPE_TUPLE));
    expect(run("new", [], { shape: SHAPE_TUPLE, words: 2, fields: [], raw: [] })).toBe(array + 16);
  });

  it("reports failed calls as exits", () => {
    expect(run("call_leaf", [tagSmall(1)], "h")).toBe(EXIT);
    expect(run("call_leaf", [tagSmall(2)], "h")).toBe(tagSmall(2));
    expect(run("call_code", [NaN], 0)).toBe(EXIT);
  });

  it("knows the range of each kind", () => {
    expect(isOfKind(2n ** 63n, "i64")).toBe(false);
    expect(isOfKind(2 ** 31, "i32")).toBe(false);
    expect(isOfKind(0.5, "f64")).toBe(true);
  });
});
