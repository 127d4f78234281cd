import { EMPTY_UNIT } from "@hotpy/bytecode";
import { FRAME_CODE } from "@hotpy/frame-stack";
import { CODE_COUNTER } from "@hotpy/object-model";
import type { Context } from "@hotpy/python-objects";
import { expect, test, vi } from "vitest";
import { createLateTracing, type Past } from "./late-tracing.js";
import type { Tracing } from "./python.js";

function setUp(patience = 0) {
  const i32 = new Int32Array(64);
  const expectFinalisers = vi.fn();
  const context = {
    heap: { finalisers: { expect: expectFinalisers } },
    memory: { i32 },
    platform: { monotonic: () => 5_000_000n },
  } as unknown as Context;
  const made = {
    hooks: {
      loopThreshold: 3,
      functionThreshold: 739,
      loopHot: vi.fn(() => true),
      functionHot: vi.fn(() => false),
      enterLoopTrace: vi.fn(() => false),
      enterFunctionTrace: vi.fn(() => 7),
    },
    codeLoaded: vi.fn(),
    functionChanged: vi.fn(),
    typeChanged: vi.fn(),
    dictChanged: vi.fn(),
  } satisfies Tracing;
  const make = vi.fn((_: Past) => made);
  return {
    i32,
    made,
    make,
    expectFinalisers,
    tracing: createLateTracing(context, { loopThreshold: 3 }, patience, make),
  };
}

const naming = (...names: string[]) => ({ ...EMPTY_UNIT, names });

test("is made once, when something is hot, and then told of all", () => {
  const { tracing, made, make } = setUp();
  expect(tracing.hooks.loopThreshold).toBe(3);
  expect(tracing.hooks.functionThreshold).toBe(739);
  tracing.functionChanged();
  tracing.dictChanged(8, 0);
  tracing.codeLoaded(naming("print"));
  expect(make).not.toHaveBeenCalled();

  expect(tracing.hooks.loopHot(16, 24)).toBe(true);
  expect(tracing.hooks.functionHot(16)).toBe(false);
  expect(make).toHaveBeenCalledOnce();
  expect(make).toHaveBeenCalledWith({ keepsAllLocals: false, since: 5 });
  expect(made.hooks.loopHot).toHaveBeenCalledWith(16, 24);
  expect(made.dictChanged).not.toHaveBeenCalled();

  tracing.dictChanged(8, 4);
  tracing.typeChanged(12);
  tracing.codeLoaded(naming("a"));
  expect(made.dictChanged).toHaveBeenCalledWith(8, 4);
  expect(made.typeChanged).toHaveBeenCalledWith(12);
  expect(made.codeLoaded).toHaveBeenCalledOnce();
  expect(tracing.hooks.enterLoopTrace(1, 24)).toBe(false);
  expect(tracing.hooks.enterFunctionTrace(1)).toBe(7);
});

test("hears of code that was loaded before", () => {
  const { tracing, make, expectFinalisers } = setUp();
  tracing.codeLoaded(naming("__del__"));
  expect(expectFinalisers).toHaveBeenCalledOnce();
  tracing.codeLoaded({ ...EMPTY_UNIT, constants: [{ kind: "str", value: "locals" }] });
  tracing.hooks.functionHot(16);
  expect(make).toHaveBeenCalledWith({ keepsAllLocals: true, since: 5 });
});

test("waits until enough has been hot", () => {
  const { tracing, made, make, i32 } = setUp(2);
  expect(tracing.hooks.loopHot(16, 24)).toBe(true);
  expect(i32[24 >>> 2]).toBeGreaterThan(0);
  const code = 64;
  i32[(16 + FRAME_CODE) >>> 2] = code;
  expect(tracing.hooks.functionHot(16)).toBe(true);
  expect(i32[(code + CODE_COUNTER) >>> 2]).toBeGreaterThan(0);
  expect(make).not.toHaveBeenCalled();

  expect(tracing.hooks.functionHot(16)).toBe(false);
  expect(make).toHaveBeenCalledOnce();
  tracing.hooks.loopHot(16, 24);
  expect(made.hooks.loopHot).toHaveBeenCalledWith(16, 24);
});
