import type { LeafHelper } from "@hotpy/bytecode";
import {
  EXIT_BUFFER,
  NONE,
  REQUEST_COLLECT,
  STATE_EXIT_NUMBER,
  STATE_REQUEST,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import { headerWord, SHAPE_DICT, SHAPE_LIST, SHAPE_STR1, STR_DATA, TAIL_SIZE } from "@hotpy/object-model";
import { NO_EXIT, type Trace, TraceBuilder } from "@hotpy/trace";
import { expect, test } from "vitest";
import { createFixture, type Fixture } from "../conformance/fixture.js";
import { wasmBackend } from "../wasm/backend.js";

/** Records its calls and answers `result`. */
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

/** Leaves with what the helper answers for the words of the slots. */
function callTrace(fixture: Fixture, words: number): Trace {
  const b = new TraceBuilder({ id: 1, kind: "loop", anchor: { code: fixture.code, ip: 0 } });
  const args = Array.from({ length: words }, (_, slot) => b.input("word", slot));
  const result = b.emit("call_leaf", args, "h", b.exit(fixture.snapshot([])));
  return b.end({ kind: "leave", exit: b.exit(fixture.snapshot([result])) });
}

function string(fixture: Fixture, text: string): Word {
  const { i32, u8 } = fixture.memory;
  const address = fixture.memory.heap.start + 0x200000;
  i32[address >>> 2] = headerWord(SHAPE_STR1);
  i32[(address + TAIL_SIZE) >>> 2] = text.length;
  for (let i = 0; i < text.length; i++) u8[address + STR_DATA + i] = text.charCodeAt(i);
  return address;
}

test("the fast path answers; TypeScript where it cannot decide", () => {
  const { helper, calls } = recorded({ fast: "str.length" }, 17);
  const fixture = createFixture(wasmBackend, [helper]);
  const trace = callTrace(fixture, 1);
  fixture.run(trace, [string(fixture, "five!")]);
  expect([fixture.state(EXIT_BUFFER), calls.length]).toEqual([5, 0]);
  const other = fixture.memory.heap.start + 0x300000;
  fixture.memory.i32[other >>> 2] = headerWord(SHAPE_LIST);
  fixture.run(trace, [other]);
  expect(fixture.state(EXIT_BUFFER)).toBe(17);
  expect(calls).toEqual([[other]]);
});

test("a failure is TypeScript's to tell", () => {
  const { helper, calls } = recorded({ fast: "str.concat", args: ["word", "word"], result: "word", fails: "retry" }, 0);
  const fixture = createFixture(wasmBackend, [helper]);
  const trace = callTrace(fixture, 2);
  const text = string(fixture, "text");
  fixture.run(trace, [text, tagSmall(1)]);
  expect(fixture.state(STATE_EXIT_NUMBER)).toBe(0);
  expect(calls).toEqual([[text, tagSmall(1)]]);
});

test("a name that the kit does not know is no fast path", () => {
  const { helper, calls } = recorded({ fast: "another language's" }, 3);
  const fixture = createFixture(wasmBackend, [helper]);
  fixture.run(callTrace(fixture, 1), [NONE]);
  expect([fixture.state(EXIT_BUFFER), calls.length]).toEqual([3, 1]);
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
