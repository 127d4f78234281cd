import { FRAME_SLOTS } from "@hotpy/frame-stack";
import {
  EXIT_BUFFER,
  EXIT_FRAMES_COMPLETE,
  STATE_EXIT_NUMBER,
  STATE_EXIT_TRACE,
  STATE_FUEL,
  tagSmall,
  untagSmall,
} from "@hotpy/memory";
import type { ConformanceCase } from "@hotpy/object-model/testing";
import { exitKey, exitsOf, fuelOf, type Trace, TraceBuilder } from "@hotpy/trace";
import type { Backend } from "../backend.js";
import { checkSame } from "./check-same.js";
import { createFixture, type Fixture } from "./fixture.js";

/** `while i < n: total += i; i += 1`, unboxed across the back-edge. */
function sumLoop(fixture: Fixture): Trace {
  const b = new TraceBuilder({ id: 3, kind: "loop", anchor: { code: fixture.code, ip: 8 } });
  const [i, n, total] = [0, 1, 2].map((slot) => b.input("word", slot));
  const start = fixture.snapshot([i, n, total, -1], 8);
  for (const word of [i, n, total]) b.emit("guard_int", [word], undefined, b.exit(start));
  const limit = b.emit("unbox_int", [n]);
  const entries = [b.emit("unbox_int", [i]), b.emit("unbox_int", [total])];
  const boxes: number[] = [];
  const [p, q] = b.beginLoop(
    entries.map((entry) => ({ kind: "i64" as const, entry })),
    (params) => {
      boxes.push(...params.map((param) => b.defer("box_int", [param])));
      return fixture.snapshot([boxes[0], n, boxes[1], -1], 8);
    },
  );
  const head = fixture.snapshot([boxes[0], n, boxes[1], -1], 8);
  b.emit("guard_true", [b.emit("i64_lt", [p, limit])], undefined, b.exit(head));
  const total2 = b.emit("i64_add", [q, p], undefined, b.exit(head));
  const one = b.emit("const_i64", [], 1n);
  const i2 = b.emit("i64_add", [p, one], undefined, b.exit(head));
  return b.endLoop([i2, total2]);
}

/** `def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)` as function trace; the base case is an exit. */
function fib(fixture: Fixture): Trace {
  const b = new TraceBuilder({ id: 5, kind: "function", anchor: { code: fixture.code, ip: 0 } });
  const fn = b.input("word", "function");
  const n = b.input("word", 0);
  const start = fixture.snapshot([n, -1, -1, -1]);
  b.emit("guard_int", [n], undefined, b.exit(start));
  const raw = b.emit("unbox_int", [n]);
  const two = b.emit("const_i64", [], 2n);
  b.emit("guard_false", [b.emit("i64_lt", [raw, two])], undefined, b.exit(start));
  const call = (less: bigint, stack: readonly number[]): number => {
    const smaller = b.emit("i64_sub", [raw, b.emit("const_i64", [], less)], undefined, b.exit(start));
    const word = b.emit("box_int", [smaller]);
    const during = fixture.snapshot([n, -1, -1, -1, ...stack], 20);
    const result = b.emit("call_code", [fn, word], fixture.code, b.exit(during));
    b.emit("guard_int", [result], undefined, b.exit(fixture.snapshot([n, -1, -1, -1, ...stack, result], 20)));
    return result;
  };
  const first = call(1n, []);
  const second = call(2n, [first]);
  const sum = b.emit(
    "i64_add",
    [b.emit("unbox_int", [first]), b.emit("unbox_int", [second])],
    undefined,
    b.exit(start),
  );
  return b.end({ kind: "return", value: b.emit("box_int", [sum]) });
}

/** Whole traces: loops, fuel, recursion, bridges. */
export function traceCases(backend: Backend): ConformanceCase[] {
  const tests: readonly (readonly [name: string, run: (fixture: Fixture) => void])[] = [
    ["runs a loop until its guard fails, values left unboxed", runsLoop],
    ["returns when the fuel is gone", returnsWithoutFuel],
    ["calls itself; an exit in a callee ends all callers", callsItself],
    ["goes on in a bridge that is compiled by itself, and in what grows from that", goesOnInBridge],
    ["a loop and its bridge that go on in each other end when the fuel is gone", takesTurns],
  ];
  return tests.map(([name, run]) => ({ name, run: () => run(createFixture(backend)) }));
}

function checkExit(fixture: Fixture, trace: number, number: number): void {
  checkSame(fixture.state(STATE_EXIT_TRACE), trace, "the trace that was left");
  checkSame(fixture.state(STATE_EXIT_NUMBER), number, "the exit");
}

function runsLoop(fixture: Fixture): void {
  checkSame(fixture.run(sumLoop(fixture), [0, 1000, 0, 0].map(tagSmall)), 0, "the result");
  checkExit(fixture, 3, 4);
  const { i64 } = fixture.memory;
  checkSame(i64[EXIT_BUFFER >>> 3], 1000n, "i");
  checkSame(fixture.state(EXIT_BUFFER + 8), tagSmall(1000), "n");
  checkSame(i64[(EXIT_BUFFER >>> 3) + 2], 499500n, "total");
}

function returnsWithoutFuel(fixture: Fixture): void {
  const loop = sumLoop(fixture);
  fixture.run(loop, [0, 1_000_000, 0, 0].map(tagSmall), 1 + 99 * fuelOf(loop));
  checkExit(fixture, 3, 3);
  checkSame(fixture.memory.i64[EXIT_BUFFER >>> 3], 98n, "i");
}

function callsItself(fixture: Fixture): void {
  const trace = fib(fixture);
  const base = new TraceBuilder({
    id: 6,
    kind: "bridge",
    anchor: { code: fixture.code, ip: 0 },
    parent: { trace: 5, exit: 1 },
  });
  const n = base.input("word", 0);
  const bridge = base.end({ kind: "return", value: n });
  checkSame(fixture.run(trace, [tagSmall(20), 0, 0, 0]), 0, "the result");
  checkExit(fixture, 5, 1);
  const whole = fixture.jit.compile({ root: trace, bridges: new Map([["5:1", bridge]]) });
  fixture.memory.i32[(fixture.frame + FRAME_SLOTS) >>> 2] = tagSmall(20);
  checkSame(untagSmall(whole.enter(fixture.frame)), 6765, "fib(20)");
}

function goesOnInBridge(fixture: Fixture): void {
  const trace = sumLoop(fixture);
  const slots = [0, 1000, 0, 0].map(tagSmall);
  fixture.run(trace, slots);
  const exit = exitsOf(trace, new Map())[fixture.state(STATE_EXIT_NUMBER)];
  const base = new TraceBuilder({
    id: 7,
    kind: "bridge",
    anchor: { code: fixture.code, ip: 0 },
    parent: { trace: trace.id, exit: exit.number },
  });
  const [last, limitWord] = exit.kinds.map((kind, position) => base.input(kind, position));
  const limit = base.emit("const_i64", [], 2000n);
  const isBelow = base.emit("i64_lt", [last, limit]);
  base.emit("guard_true", [isBelow], undefined, base.exit(fixture.snapshot([limitWord, -1, -1, -1])));
  const bridge = base.end({ kind: "return", value: base.emit("box_int", [last]) });
  const tree = { root: trace, bridges: new Map([[exitKey(trace.id, exit.number), bridge]]) };
  checkSame(fixture.growBy(tree, bridge, exit), true, "the bridge is compiled by itself");
  checkSame(untagSmall(fixture.run(trace, slots)), 1000, "the result");
  // Its own exit is left like any other, and the values of the exit are those of the bridge.
  checkSame(fixture.run(trace, [0, 3000, 0, 0].map(tagSmall)), 0, "the result");
  checkSame(fixture.state(STATE_EXIT_TRACE), 7, "the trace that was left");
}

/** A loop whose first iteration, the prologue, always leaves, and the bridge from there, which links back to it. */
function prologueThatLeaves(fixture: Fixture): { root: Trace; bridge: Trace } {
  const b = new TraceBuilder({ id: 3, kind: "loop", anchor: { code: fixture.code, ip: 8 } });
  const i = b.input("word", 0);
  const start = fixture.snapshot([i, -1, -1, -1], 8);
  b.emit("guard_small", [i], undefined, b.exit(start));
  b.emit("guard_true", [b.emit("i32_lt", [i, b.emit("const_i32", [], 0)])], undefined, b.exit(start));
  b.beginLoop([{ kind: "word", entry: i }], ([word]) => fixture.snapshot([word, -1, -1, -1], 8));
  const root = b.endLoop([i]);
  const base = new TraceBuilder({
    id: 7,
    kind: "bridge",
    anchor: { code: fixture.code, ip: 8 },
    parent: { trace: root.id, exit: 1 },
  });
  const word = base.input("word", 0);
  const bridge = base.end({ kind: "link", target: root.id, exit: base.exit(fixture.snapshot([word, -1, -1, -1], 8)) });
  return { root, bridge };
}

function takesTurns(fixture: Fixture): void {
  const { root, bridge } = prologueThatLeaves(fixture);
  const tree = { root, bridges: new Map([[exitKey(root.id, 1), bridge]]) };
  const slots = [tagSmall(5), 0, 0, 0];
  fixture.run(root, slots);
  checkExit(fixture, root.id, 1);
  const checkEnded = (result: number): void => {
    checkSame(result, 0, "the result");
    checkSame(fixture.state(STATE_EXIT_TRACE), EXIT_FRAMES_COMPLETE, "how it was left");
    checkSame(fixture.state(STATE_FUEL), 0, "the fuel");
    checkSame(fixture.state(fixture.frame + FRAME_SLOTS), tagSmall(5), "the local");
  };
  const exit = exitsOf(root, new Map())[1];
  checkSame(fixture.growBy(tree, bridge, exit), true, "the bridge is compiled by itself");
  // So many turns would not fit on the hardware stack, if each left something there.
  checkEnded(fixture.run(root, slots, 1_000_000));
  const whole = fixture.jit.compile(tree);
  fixture.memory.i32[STATE_FUEL >>> 2] = 1000;
  checkEnded(whole.enter(fixture.frame));
}
