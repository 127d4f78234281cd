import type { LeafHelper } from "@hotpy/bytecode";
import {
  EXIT_BUFFER,
  isSmall,
  NONE,
  REQUEST_COLLECT,
  STATE_EXIT_NUMBER,
  STATE_REQUEST,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import { FLAG_INTERNED, headerWord, SHAPE_DICT, SHAPE_STR1, UNDECIDED } from "@hotpy/object-model";
import { NO_EXIT, type Trace, TraceBuilder } from "@hotpy/trace";
import { expect, test } from "vitest";
import { createFixture, type Fixture } from "../conformance/fixture.js";
import { wasmBackend } from "../wasm/backend.js";

/** Records its calls and returns `result`. */
function recorded(
  helper: Partial<LeafHelper>,
  result: number,
  effect = (): void => {},
): { helper: LeafHelper; calls: number[][] } {
  const calls: number[][] = [];
  const run = (...args: number[]): number => {
    calls.push(args);
    effect();
    return result;
  };
  return {
    calls,
    helper: { name: "h", args: ["word"], result: "i32", reads: [], writes: [], fails: "never", ...helper, run },
  };
}

/** Leaves with what the helper returns for the words of the slots. */
function callTrace(fixture: Fixture, words: number): Trace {
  const b = new TraceBuilder({ id: 1, kind: "loop", anchor: { code: fixture.code, ip: 0 } });
  const args = Array.from({ length: words }, (_, slot) => b.input("word", slot));
  const result = b.emit("call_leaf", args, "h", b.exit(fixture.snapshot([])));
  return b.end({ kind: "leave", exit: b.exit(fixture.snapshot([result])) });
}

test("the kernel decides; TypeScript where it cannot decide", () => {
  const { helper, calls } = recorded({ kernel: (word: Word) => (isSmall(word) ? word >> 1 : UNDECIDED) }, 17);
  const fixture = createFixture(wasmBackend, [helper]);
  const trace = callTrace(fixture, 1);
  fixture.run(trace, [tagSmall(5)]);
  expect([fixture.state(EXIT_BUFFER), calls.length]).toEqual([5, 0]);
  fixture.run(trace, [NONE]);
  expect(fixture.state(EXIT_BUFFER)).toBe(17);
  expect(calls).toEqual([[NONE]]);
});

test("0 of a kernel is a failure, as it is of TypeScript", () => {
  const kernel = (a: Word, b: Word): number => (a === b ? 0 : UNDECIDED);
  const { helper, calls } = recorded({ kernel, args: ["word", "word"], result: "word", fails: "retry" }, 0);
  const fixture = createFixture(wasmBackend, [helper]);
  const trace = callTrace(fixture, 2);
  fixture.run(trace, [NONE, NONE]);
  expect(fixture.state(STATE_EXIT_NUMBER)).toBe(0);
  expect(calls).toEqual([]);
  fixture.run(trace, [NONE, tagSmall(1)]);
  expect(fixture.state(STATE_EXIT_NUMBER)).toBe(0);
  expect(calls).toEqual([[NONE, tagSmall(1)]]);
});

test("strings of which both are interned are compared without a call", () => {
  const { helper, calls } = recorded({ isOfInterned: true, args: ["word", "word"] }, 1);
  const fixture = createFixture(wasmBackend, [helper]);
  const trace = callTrace(fixture, 2);
  const { i32 } = fixture.memory;
  const [one, two, made] = [0, 8, 16].map((offset) => fixture.memory.heap.start + offset);
  i32[one >>> 2] = i32[two >>> 2] = headerWord(SHAPE_STR1, FLAG_INTERNED);
  i32[made >>> 2] = headerWord(SHAPE_STR1);
  const results = [
    [one, one],
    [one, two],
    [made, made],
  ].map((words) => {
    fixture.run(trace, words);
    return fixture.state(EXIT_BUFFER);
  });
  expect(results).toEqual([1, 0, 1]);
  expect(calls).toEqual([]);
  fixture.run(trace, [one, made]);
  expect(fixture.state(EXIT_BUFFER)).toBe(1);
  expect(calls).toEqual([[one, made]]);
});

test("a loop leaves at its next turn when a helper has asked for a collection", () => {
  let turns = 0;
  const { helper } = recorded({}, 1, () => {
    if (++turns === 5) fixture.memory.i32[STATE_REQUEST >>> 2] = REQUEST_COLLECT;
  });
  const fixture: Fixture = createFixture(wasmBackend, [helper]);
  const b = new TraceBuilder({ id: 1, kind: "loop", anchor: { code: fixture.code, ip: 0 } });
  const x = b.input("word", 0);
  const [param] = b.beginLoop([{ kind: "word", entry: x }], ([id]) => fixture.snapshot([id]));
  b.emit("call_leaf", [param], "h", NO_EXIT);
  fixture.run(b.endLoop([param]), [tagSmall(SHAPE_DICT)]);
  expect(turns).toBe(5);
});
