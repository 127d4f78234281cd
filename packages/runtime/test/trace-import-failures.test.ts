import { wasmBackend } from "@hotpy/jit";
import { HeapExhausted, reserveMemory } from "@hotpy/memory";
import { type NativeDefinition, PURE } from "@hotpy/python-objects";
import { createCapturingPlatform } from "@hotpy/python-objects/testing";
import { describe, expect, it } from "vitest";
import { createPython, createTracing } from "../src/index.js";

/// What a native throws that a compiled trace has called: the program finds it where it stands, as when the loop has called the native.

const LAST = 60;
const PROGRAM = `
def f():
    done = 0
    for i in range(100):
        try:
            done += fragile(i)
        except (MemoryError, RecursionError) as error:
            print(type(error).__name__, i, done)
    return done
print(f())
`;

/** Natives that say different things about themselves, and so are called from traces in different ways. */
const KINDS: Record<string, Partial<NativeDefinition>> = {
  "that says nothing": {},
  "without effects": { effects: PURE },
};

/** Runs the program; what is thrown in the iteration LAST, once or, by an error of ours, each time. */
function run(kind: Partial<NativeDefinition>, thrown: unknown): { text: string; traces: number } {
  const platform = createCapturingPlatform();
  let traces = 0;
  const python = createPython({
    platform,
    memory: reserveMemory({ size: 256 * 1024 * 1024 }),
    tracing(context, step) {
      const thresholds = { loopThreshold: 5, functionThreshold: 1000 };
      const tracing = createTracing(context, step, { backend: wasmBackend, verify: true, thresholds });
      tracing.hooks.subscribe(({ event }) => {
        if (event === "trace") traces++;
      });
      return tracing;
    },
  });
  const { realm } = python.context;
  realm.defineBuiltin({
    ...kind,
    name: "fragile",
    parameters: "(i, /)",
    run(args) {
      if (realm.integers.toNumber(realm.memory.i32[args >>> 2]) === LAST) throw thrown;
      return realm.int(1);
    },
  });
  python.run(PROGRAM, "program.py");
  return { text: platform.text(), traces };
}

describe.each(Object.entries(KINDS))("a native %s throws", (_, kind) => {
  it("for want of memory", () => {
    const { text, traces } = run(kind, new HeapExhausted(16));
    expect(text).toBe(`MemoryError ${LAST} ${LAST}\n99\n`);
    expect(traces).toBeGreaterThan(0);
  });

  it("for want of stack", () => {
    const { text } = run(kind, new RangeError("Maximum call stack size exceeded"));
    expect(text).toBe(`RecursionError ${LAST} ${LAST}\n99\n`);
  });

  it("by a fault of ours, which ends the program", () => {
    const fault = new Error("a fault of ours");
    expect(() => run(kind, fault)).toThrow(fault);
  });
});
