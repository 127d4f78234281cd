import { reserveMemory } from "@hotpy/memory";
import { createCapturingPlatform } from "@hotpy/python-objects/testing";
import type { SupervisorEvent } from "@hotpy/supervisor";
import { expect, it } from "vitest";
import { createPython, createTracing, installModules, wasmBackend } from "../src/index.js";

/// A program that compiles much more than there may live at a time: the ids of dead traces, with all that compiled code looks up by
/// them (validity words, words of exits, entries of the table of code), are those of other traces later.

/** Most traces that may live at a time. */
const ROOM = 30;
const FUNCTIONS = 100;
const ROUNDS = 3;

const definitions = Array.from(
  { length: FUNCTIONS },
  (_, i) => `def f${i}(x, y):
    t = 0
    for i in range(x):
        if i & y: t += i
        elif i % 3: t -= ${i} * factor
        else: t += 1
    return t`,
);

const PROGRAM = `
factor = 1
total = 0
${definitions.join("\n")}
for turn in range(${ROUNDS}):
    for f in [${definitions.map((_, i) => `f${i}`).join(", ")}]:
        for r in range(12): total += f(9, r & 3)
    factor += 1
print(total)
`;

const turns = (factor: number): number => {
  let total = 0;
  for (let n = 0; n < FUNCTIONS; n++) {
    for (let r = 0; r < 12; r++) {
      for (let i = 0; i < 9; i++) total += i & r & 3 ? i : i % 3 ? -n * factor : 1;
    }
  }
  return total;
};

it("compiles on where far more gets hot than may live, with the room for so few", () => {
  const events: SupervisorEvent[] = [];
  const platform = createCapturingPlatform();
  const python = createPython({
    platform,
    memory: reserveMemory({ size: 512 * 1024 * 1024 }),
    modules: (_, builtins) => installModules(builtins, { argv: ["program.py"] }),
    tracing: (context, step) => {
      const tracing = createTracing(context, step, {
        backend: wasmBackend,
        verify: true,
        thresholds: { loopThreshold: 5, functionThreshold: 5, exitThreshold: 2, traces: ROOM },
      });
      tracing.hooks.subscribe((event) => events.push(event));
      return tracing;
    },
  });
  expect(python.run(PROGRAM, "program.py").status).toBe(0);
  expect(platform.text()).toBe(`${turns(1) + turns(2) + turns(3)}\n`);

  const traces = events.flatMap((each) => (each.event === "trace" ? [each.optimised] : []));
  expect(traces.length).toBeGreaterThan(10 * ROOM);
  expect(traces.filter(({ kind }) => kind === "bridge").length).toBeGreaterThan(ROOM);
  expect(Math.max(...traces.map(({ id }) => id))).toBeLessThan(2 * ROOM);
  // Also at the end.
  const last = events.slice(-Math.floor(events.length / 10));
  expect(last.some(({ event }) => event === "trace")).toBe(true);
});
