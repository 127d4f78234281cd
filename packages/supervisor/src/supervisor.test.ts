import { NULL, TRACE_LIMIT, TRACE_VALID, tagSmall, untagSmall } from "@hotpy/memory";
import { FLAG_WATCHED } from "@hotpy/object-model";
import { createFixedObjects } from "@hotpy/trace";
import { DEFAULT_LIMITS, record } from "@hotpy/tracer";
import { createToy, FIB, SUM, TOY_CELL, type Toy } from "@hotpy/tracer/testing";
import { describe, expect, it } from "vitest";
import {
  type ChaosOptions,
  createConstantTable,
  createInterpretingExecutor,
  createSupervisor,
  type Supervisor,
  type SupervisorEvent,
  type SupervisorOptions,
} from "./index.js";

const SMALL: Partial<SupervisorOptions> = { loopThreshold: 7, functionThreshold: 5, exitThreshold: 3 };

interface Machine {
  readonly toy: Toy;
  readonly supervisor: Supervisor;
  readonly events: SupervisorEvent[];
}

function createMachine(options: Partial<SupervisorOptions> = SMALL, chaos?: ChaosOptions): Machine {
  const toy = createToy();
  const supervisor = createSupervisor(
    {
      ...toy,
      objects: createFixedObjects(toy.memory),
      executor: createInterpretingExecutor(toy),
      constants: createConstantTable(toy.memory),
      record: (start, questions) => record({ ...toy, limits: DEFAULT_LIMITS, isLive: () => true, ...questions }, start),
      framesLeft: () => 100_000,
      identity: (object) => object,
      passes: [],
      verify: true,
      ...(chaos === undefined ? {} : { chaos }),
    },
    options,
  );
  toy.hooks = supervisor;
  const events: SupervisorEvent[] = [];
  supervisor.subscribe((event) => events.push(event));
  return { toy, supervisor, events };
}

const count = (events: readonly SupervisorEvent[], name: SupervisorEvent["event"]): number =>
  events.filter(({ event }) => event === name).length;

/** Calls local 1 (a sum) for n = local 0 … 1 and adds up. */
const SUM_OF_SUMS: readonly (readonly [string, number?])[] = [
  ["small", 0],
  ["store", 2],
  ["small", 0],
  ["local", 0],
  ["less"],
  ["jump_unless", 12],
  ["local", 2],
  ["local", 1],
  ["local", 0],
  ["call", 1],
  ["add"],
  ["store", 2],
  ["local", 0],
  ["small", -1],
  ["add"],
  ["store", 0],
  ["jump_back", -14],
  ["local", 2],
  ["return"],
];
const NESTED = SUM_OF_SUMS.map((each): readonly [string, number?] =>
  each[0] === "jump_unless" ? ["jump_unless", 12] : each,
);

describe("loops", () => {
  it("run as traces once hot, and leave into the interpreter at the end", () => {
    const { toy, events } = createMachine();
    const sum = toy.define(1, 2, SUM);
    expect(untagSmall(toy.call(sum, tagSmall(1000)))).toBe(500500);
    expect(count(events, "trace")).toBe(1);
    expect(toy.count).toBeLessThan(400);
  });

  it("grow bridges from hot exits, also to returns", () => {
    const { toy, events } = createMachine();
    const sum = toy.define(1, 2, SUM);
    for (let i = 0; i < 8; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    const bridges = events.flatMap((each) =>
      each.event === "trace" && each.recorded.kind === "bridge" ? [each.recorded] : [],
    );
    expect(bridges.map(({ end }) => end.kind)).toContain("return");
    const before = toy.count;
    expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    expect(toy.count - before).toBeLessThan(40);
  });

  it("cope with other types of operands", () => {
    const { toy } = createMachine();
    const sum = toy.define(1, 2, SUM);
    toy.call(sum, tagSmall(100));
    const result = toy.call(sum, toy.float(100));
    expect(toy.memory.f64[(result + 8) >>> 3]).toBe(5050);
  });

  it("may call functions with loops", () => {
    const { toy } = createMachine();
    const expected = Array.from({ length: 60 }, (_, n) => ((n + 1) * (n + 2)) / 2).reduce((a, b) => a + b);
    const sum = toy.define(1, 2, SUM);
    const all = toy.define(2, 3, NESTED);
    for (let i = 0; i < 5; i++) expect(untagSmall(toy.call(all, tagSmall(60), sum))).toBe(expected);
  });

  it("count calls of functions that only traces call", () => {
    const { toy } = createMachine({ ...SMALL, functionThreshold: 50 });
    const sum = toy.define(1, 2, SUM);
    const all = toy.define(2, 3, NESTED);
    for (let i = 0; i < 5; i++) toy.call(all, tagSmall(60), sum);
    const before = toy.count;
    toy.call(all, tagSmall(60), sum);
    expect(toy.count - before).toBeLessThan(60);
  });
});

describe("functions", () => {
  it("call themselves as traces", () => {
    const { toy, events } = createMachine();
    const fib = toy.define(1, 1, FIB);
    expect(untagSmall(toy.call(fib, tagSmall(15)))).toBe(610);
    expect(count(events, "trace")).toBeGreaterThanOrEqual(2);
    const before = toy.count;
    expect(untagSmall(toy.call(fib, tagSmall(15)))).toBe(610);
    expect(toy.count - before).toBeLessThan(20);
  });

  it("recurse deeper than the native budget", () => {
    const { toy } = createMachine({ ...SMALL, nativeDepth: 10 });
    const depth = toy.define(1, 1, [
      ["local"],
      ["small", 1],
      ["less"],
      ["jump_unless", 3],
      ["small", 0],
      ["return"],
      ["self"],
      ["local"],
      ["small", 1],
      ["subtract"],
      ["call", 1],
      ["small", 1],
      ["add"],
      ["return"],
    ]);
    for (let i = 0; i < 10; i++) expect(untagSmall(toy.call(depth, tagSmall(300)))).toBe(300);
  });

  it("raise out of traces", () => {
    const { toy } = createMachine();
    const check = toy.define(1, 1, [["local"], ["check"], ["return"]]);
    for (let i = 0; i < 20; i++) expect(toy.call(check, tagSmall(4))).toBe(tagSmall(4));
    expect(toy.call(check, tagSmall(-4))).toBe(NULL);
    expect(toy.call(check, tagSmall(4))).toBe(tagSmall(4));
  });
});

describe("what goes wrong", () => {
  it("is tried again less and less often, then never", () => {
    const { toy, events } = createMachine({ ...SMALL, attempts: 3 });
    const odd = toy.define(1, 1, [["local"], ["odd_thing"], ["return"]]);
    const caller = toy.define(2, 2, [
      ["small", 0],
      ["local", 0],
      ["less"],
      ["jump_unless", 9],
      ["local", 1],
      ["small", 3],
      ["call", 1],
      ["local", 0],
      ["small", -1],
      ["add"],
      ["store", 0],
      ["jump_back", -11],
      ["small", 0],
      ["return"],
    ]);
    toy.call(caller, tagSmall(1000), odd);
    expect(count(events, "abort")).toBe(6);
    expect(count(events, "blacklist")).toBe(2);
    expect(count(events, "trace")).toBe(0);
  });

  it("is forced: every exit once", () => {
    const { toy, events } = createMachine({ ...SMALL, fuel: 400 }, { mode: "once" });
    const sum = toy.define(1, 2, SUM);
    for (let i = 0; i < 30; i++) expect(untagSmall(toy.call(sum, tagSmall(100)))).toBe(5050);
    const forced = new Set(
      events.flatMap((each) => (each.event === "exit" && each.forced ? [`${each.trace}:${each.exit}`] : [])),
    );
    expect(forced.size).toBeGreaterThan(3);
  });

  it("is forced at random, reproducibly", () => {
    const runs = [1, 1, 2].map((seed) => {
      const { toy, events } = createMachine({ ...SMALL, fuel: 1000 }, { mode: "random", seed, period: 2 });
      const fib = toy.define(1, 1, FIB);
      for (let i = 0; i < 5; i++) expect(untagSmall(toy.call(fib, tagSmall(12)))).toBe(144);
      return events
        .map((each) => (each.event === "exit" ? `${each.trace}:${each.exit}:${each.forced}` : each.event))
        .join(" ");
    });
    expect(runs[0]).toBe(runs[1]);
    expect(runs[0]).not.toBe(runs[2]);
  });
});

describe("ids of traces", () => {
  const RECORDINGS = 9000;
  const traceIds = (events: readonly SupervisorEvent[]): number[] =>
    events.flatMap((each) => (each.event === "trace" ? [each.recorded.id] : []));

  it("are used again once their root is dead: more functions get hot than there are ids", () => {
    const { toy, supervisor, events } = createMachine({ ...SMALL, traces: 40 });
    for (let i = 0; i < RECORDINGS; i++) {
      const sum = toy.define(1, 2, SUM);
      expect(untagSmall(toy.call(sum, tagSmall(20)))).toBe(210);
      expect(supervisor.traceCount).toBeLessThanOrEqual(40);
    }
    const ids = traceIds(events);
    // A root gets a second chance: now and then there is no room for one, until others have not been entered for long.
    expect(ids.length).toBeGreaterThan(TRACE_LIMIT);
    expect(Math.max(...ids)).toBeLessThan(60);
    const last = toy.define(1, 2, SUM);
    toy.call(last, tagSmall(20));
    const before = toy.count;
    toy.call(last, tagSmall(1000));
    expect(toy.count - before).toBeLessThan(60);
  });

  it("are used again where what a trace relies on changes time and again", () => {
    const { toy, supervisor, events } = createMachine({ ...SMALL, attempts: 2 * RECORDINGS });
    const { i32 } = toy.memory;
    const cell = toy.cell(tagSmall(2));
    watchCells(toy);
    for (let i = 0; i < RECORDINGS; i++) {
      const get = toy.define(1, 1, [["local"], ["get"], ["return"]]);
      for (let call = 0; call < 7; call++) expect(toy.call(get, cell)).toBe(i32[(cell + TOY_CELL.value.offset) >>> 2]);
      i32[(cell + TOY_CELL.value.offset) >>> 2] = tagSmall(i & 0xff);
      supervisor.changed(cell, NULL);
    }
    expect(supervisor.traceCount).toBe(0);
    expect(traceIds(events).length).toBe(RECORDINGS);
    expect(new Set(traceIds(events)).size).toBe(1);
    expect(events.filter(({ event }) => event === "dead").length).toBe(RECORDINGS);
  });
});

describe("invalidation", () => {
  it("unlinks what relied on a changed object", () => {
    const { toy, supervisor, events } = createMachine();
    const { i32 } = toy.memory;
    const cell = toy.cell(tagSmall(2));
    watchCells(toy);
    const get = toy.define(1, 1, [["local"], ["get"], ["return"]]);
    for (let i = 0; i < 20; i++) expect(toy.call(get, cell)).toBe(tagSmall(2));
    expect(count(events, "trace")).toBe(1);
    expect(i32[cell >>> 2] & FLAG_WATCHED).not.toBe(0);
    const trace = events.flatMap((each) => (each.event === "trace" ? [each.recorded.id] : []))[0];
    expect(i32[(TRACE_VALID >>> 2) + trace]).toBe(1);
    i32[(cell + TOY_CELL.value.offset) >>> 2] = tagSmall(3);
    supervisor.changed(cell, NULL);
    expect(i32[(TRACE_VALID >>> 2) + trace]).toBe(0);
    expect(toy.call(get, cell)).toBe(tagSmall(3));
    expect(count(events, "invalidate")).toBe(1);
    supervisor.changed(cell, NULL);
    expect(count(events, "invalidate")).toBe(1);
  });

  it("drops all traces, which are recorded anew", () => {
    const { toy, supervisor, events } = createMachine();
    const get = toy.define(1, 1, [["local"], ["get"], ["return"]]);
    const cell = toy.cell(tagSmall(2));
    for (let i = 0; i < 20; i++) toy.call(get, cell);
    expect(supervisor.traceCount).toBe(1);
    supervisor.dropAll();
    expect(supervisor.traceCount).toBe(0);
    for (let i = 0; i < 200; i++) expect(toy.call(get, cell)).toBe(tagSmall(2));
    expect(count(events, "trace")).toBe(2);
  });
});

/** From now on the toy's `get` takes the contents of a cell for a constant, and watches it. */
function watchCells(toy: Toy): void {
  const known = toy.expansions.findIndex(({ name }) => name === "get");
  (toy.expansions as unknown as { expansion: unknown }[])[known].expansion = (m: never) =>
    watchingGet(m as never, toy.memory.i32);
}

function watchingGet(m: import("@hotpy/interpreter").CoreMachine<unknown>, i32: Int32Array): void {
  const cell = m.wordOf(m.pop());
  m.watch(cell);
  m.push(m.word(i32[(cell + TOY_CELL.value.offset) >>> 2]));
}
