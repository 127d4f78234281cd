import { FRAME_SLOTS } from "@hotpy/frame-stack";
import { EXIT_BUFFER, STATE_EXIT_NUMBER, STATE_EXIT_TRACE, tagSmall, untagSmall } from "@hotpy/memory";
import { exitKey, exitsOf, type Trace, TraceBuilder } from "@hotpy/trace";
import { describe, expect, it } from "vitest";
import type { Backend } from "../backend.js";
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
export function describeTraces(backend: () => Backend): void {
  describe("compiled traces", () => {
    it("runs a loop until its guard fails, values left unboxed", () => {
      const fixture = createFixture(backend());
      const trace = sumLoop(fixture);
      expect(fixture.run(trace, [0, 1000, 0, 0].map(tagSmall))).toBe(0);
      expect(fixture.state(STATE_EXIT_TRACE)).toBe(3);
      expect(fixture.state(STATE_EXIT_NUMBER)).toBe(4);
      expect(fixture.memory.i64.slice(EXIT_BUFFER >>> 3, (EXIT_BUFFER >>> 3) + 3)).toEqual(
        BigInt64Array.of(1000n, BigInt.asIntN(64, fixture.memory.i64[(EXIT_BUFFER >>> 3) + 1]), 499500n),
      );
      expect(fixture.state(EXIT_BUFFER + 8)).toBe(tagSmall(1000));
    });

    it("returns when the fuel is gone", () => {
      const fixture = createFixture(backend());
      const trace = sumLoop(fixture);
      fixture.run(trace, [0, 1_000_000, 0, 0].map(tagSmall), 100);
      expect(fixture.state(STATE_EXIT_NUMBER)).toBe(3);
      expect(fixture.memory.i64[EXIT_BUFFER >>> 3]).toBe(98n);
    });

    it("calls itself; an exit in a callee ends all callers", () => {
      const fixture = createFixture(backend());
      const trace = fib(fixture);
      const base = new TraceBuilder({
        id: 6,
        kind: "bridge",
        anchor: { code: fixture.code, ip: 0 },
        parent: { trace: 5, exit: 1 },
      });
      const n = base.input("word", 0);
      const bridge = base.end({ kind: "return", value: n });
      expect(fixture.run(trace, [tagSmall(20), 0, 0, 0])).toBe(0);
      expect([fixture.state(STATE_EXIT_TRACE), fixture.state(STATE_EXIT_NUMBER)]).toEqual([5, 1]);
      const whole = fixture.jit.compile({ root: trace, bridges: new Map([["5:1", bridge]]) });
      fixture.memory.i32[(fixture.frame + FRAME_SLOTS) >>> 2] = tagSmall(20);
      expect(untagSmall(whole.enter(fixture.frame))).toBe(6765);
    });

    it("goes on in a bridge that is compiled by itself, and in what grows from that", () => {
      const fixture = createFixture(backend());
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
      expect(fixture.jit.compileBridge(tree, bridge, exit)).toBe(true);
      expect(untagSmall(fixture.run(trace, slots))).toBe(1000);
      // Its own exit is left like any other, and the values of the exit are those of the bridge.
      expect(fixture.run(trace, [0, 3000, 0, 0].map(tagSmall))).toBe(0);
      expect(fixture.state(STATE_EXIT_TRACE)).toBe(7);
    });
  });
}
