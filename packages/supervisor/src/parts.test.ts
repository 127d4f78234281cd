import { NULL, reserveMemory, STATE_WATCHES } from "@hotpy/memory";
import { FLAG_WATCHED, headerWord, SHAPE_DICT } from "@hotpy/object-model";
import { describe, expect, it } from "vitest";
import { createConstantTable } from "./constant-table.js";
import { BackOff, NEVER } from "./place.js";
import { gainOf, Profit } from "./profit.js";
import { createWatches } from "./watches.js";

const MEMORY = 256 * 1024 * 1024;

describe("BackOff", () => {
  it("doubles the threshold with each failure and ends", () => {
    const place = new BackOff(7, 3);
    const seen = [place.next];
    while (!place.isGivenUp) {
      place.fail();
      seen.push(place.next);
    }
    expect(seen).toEqual([7, 14, 28, NEVER]);
  });

  it("can end at once", () => {
    const place = new BackOff(7, 3);
    place.giveUp();
    expect(place.next).toBe(NEVER);
  });
});

describe("Profit", () => {
  const judge = (instructions: number, isDeadEnd: (entry: number) => boolean): boolean => {
    const profit = new Profit();
    const isLoss = Array.from({ length: 2000 }, (_, entry) => {
      profit.visit(gainOf(instructions, false));
      return profit.note(1, isDeadEnd(entry));
    });
    return isLoss.includes(true);
  };

  it("drops what does little and ends where nothing can grow", () => {
    expect(judge(1, () => true)).toBe(true);
  });

  it("keeps what does much, or leaves elsewhere", () => {
    expect(judge(10_000, () => true)).toBe(false);
    expect(judge(1, (entry) => entry % 3 === 0)).toBe(false);
  });
});

describe("the table of constants", () => {
  it("gives equal words of one recording one position, also after they have moved", () => {
    const memory = reserveMemory({ size: MEMORY });
    const table = createConstantTable(memory);
    const scope = table.open();
    const position = scope.position(0x1000);
    expect(scope.position(0x2000)).not.toBe(position);
    expect(scope.position(0x1000)).toBe(position);
    memory.i32[(memory.constants.start >>> 2) + position] = 0x3000;
    expect(scope.position(0x3000)).toBe(position);
    expect(scope.position(0x1000)).not.toBe(position);
    expect(table.open().position(0x3000)).not.toBe(position);
  });

  it("reuses what is released, and keeps no object alive by it", () => {
    const memory = reserveMemory({ size: MEMORY });
    const table = createConstantTable(memory);
    const scope = table.open();
    const position = scope.position(0x1000);
    table.release(scope.positions);
    expect(() => table.release(scope.positions)).toThrow(/released before/);
    expect(memory.i32[(memory.constants.start >>> 2) + position]).toBe(NULL);
    expect(table.open().position(0x4000)).toBe(position);
  });
});

describe("watches", () => {
  const [NAME, OTHER] = [0x100, 0x108];
  const setUp = () => {
    const memory = reserveMemory({ size: MEMORY });
    const dict = memory.heap.start;
    memory.i32[dict >>> 2] = headerWord(SHAPE_DICT);
    return { memory, dict, watches: createWatches<number>(memory, () => 1) };
  };

  it("tell who relies on a key, or on all of an object", () => {
    const { memory, dict, watches } = setUp();
    watches.add(1, dict, NAME);
    watches.add(2, dict, undefined);
    expect(memory.i32[dict >>> 2] & FLAG_WATCHED).not.toBe(0);
    expect(watches.affected(dict, NAME)).toEqual([1, 2]);
    expect(watches.affected(dict, OTHER)).toEqual([2]);
    expect(watches.affected(dict, undefined)).toEqual([1, 2]);
    watches.remove(2);
    expect(watches.affected(dict, OTHER)).toEqual([]);
  });

  it("count what is watched", () => {
    const { memory, dict, watches } = setUp();
    const count = () => memory.i32[STATE_WATCHES >>> 2];
    const before = count();
    watches.add(1, dict, NAME);
    expect(count()).not.toBe(before);
    const between = count();
    watches.affected(dict, NAME);
    watches.remove(1);
    watches.claim(2, dict, OTHER);
    expect(count()).toBe(between);
  });

  it("keep those apart who store without telling and those who rely on the key", () => {
    const { dict, watches } = setUp();
    expect(watches.claim(1, dict, NAME)).toBe(true);
    expect(watches.add(2, dict, OTHER)).toEqual([]);
    expect(watches.add(3, dict, NAME)).toEqual([1]);
    expect(watches.claim(4, dict, NAME)).toBe(false);
    watches.remove(3);
    expect(watches.claim(4, dict, NAME)).toBe(true);
  });
});
