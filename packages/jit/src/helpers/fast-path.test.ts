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
import {
  createShapeTable,
  defineFields,
  FIRST_LANGUAGE_SHAPE,
  headerWord,
  layoutOf,
  mutable,
  SHAPE_DICT,
  SHAPE_LIST,
  SHAPE_STR1,
  STR_DATA,
  TAIL_SIZE,
} from "@hotpy/object-model";
import { NO_EXIT, type Trace, TraceBuilder } from "@hotpy/trace";
import { expect, test } from "vitest";
import { createFixture, type Fixture } from "../conformance/fixture.js";
import { wasmBackend } from "../wasm/backend.js";
import { helper as fastPath, undecidedIf } from "./helper-function.js";
import { KIT_HELPERS } from "./kit-helpers.js";

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

function string(fixture: Fixture, text: string): Word {
  const { i32, u8 } = fixture.memory;
  const address = fixture.memory.heap.start + 0x200000;
  i32[address >>> 2] = headerWord(SHAPE_STR1);
  i32[(address + TAIL_SIZE) >>> 2] = text.length;
  for (let i = 0; i < text.length; i++) u8[address + STR_DATA + i] = text.charCodeAt(i);
  return address;
}

test("the fast path decides; TypeScript where it cannot decide", () => {
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

test("a language registers a fast path of its own, over a layout of its own", () => {
  const SHAPE_POINT = FIRST_LANGUAGE_SHAPE;
  const POINT = defineFields("point", { x: mutable("word", 8), y: mutable("word", 12) });
  const pointX = fastPath("point.x", 1, (f) => {
    const point = 0;
    undecidedIf(f, f.binary("i32.and", point, f.i32(1)));
    const shape = f.binary("i32.shr_u", f.load("i32.load", point, 0), f.i32(8));
    undecidedIf(f, f.binary("i32.ne", shape, f.i32(SHAPE_POINT)));
    f.return(f.load("i32.load", point, POINT.x.offset));
  });
  const { helper, calls } = recorded({ fast: "point.x", result: "word", reads: [POINT.x.alias] }, tagSmall(9));
  const fixture = createFixture(wasmBackend, [helper], false, [...KIT_HELPERS, pointX]);
  createShapeTable(fixture.memory, new Map([[SHAPE_POINT, layoutOf("point", POINT)]]));
  const point = fixture.memory.heap.start + 0x200000;
  fixture.memory.i32.set([headerWord(SHAPE_POINT), 0, tagSmall(3), tagSmall(4)], point >>> 2);
  const trace = callTrace(fixture, 1);
  fixture.run(trace, [point]);
  expect([fixture.state(EXIT_BUFFER), calls.length]).toEqual([tagSmall(3), 0]);
  fixture.run(trace, [tagSmall(1)]);
  expect([fixture.state(EXIT_BUFFER), calls.length]).toEqual([tagSmall(9), 1]);
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
