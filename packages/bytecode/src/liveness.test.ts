import { describe, expect, it } from "vitest";
import type { ComplexDefinition } from "./complex.js";
import { createInstructionSet } from "./instruction-set.js";
import { computeLiveness } from "./liveness.js";

const define = (
  name: string,
  operand: ComplexDefinition["operand"],
  more: Partial<ComplexDefinition> = {},
): ComplexDefinition => ({
  name,
  operand,
  pops: 0,
  pushes: 0,
  caches: 0,
  meaning: "",
  code: "",
  ...more,
});
const set = createInstructionSet([
  define("load", "local"),
  define("store", "local", { writesLocal: true }),
  define("jump_if", "jump"),
  define("jump", "jump", { terminal: true }),
  define("stop", "none", { terminal: true }),
  define("call", "none", { readsLocals: [0] }),
  define("store_load", "local", { fuses: ["store", "load"] }),
]);
const encode = (name: string, argument = 0): number => ((set.get(name)?.opcode as number) | (argument << 8)) >>> 0;

function liveAt(
  code: number[],
  handlers: { start: number; end: number; target: number }[] = [],
): (offset: number) => number[] {
  const source = {
    code: Int32Array.from(code),
    localCount: 40,
    handlers: handlers.map((range) => ({ ...range, depth: 0 })),
  };
  const liveness = computeLiveness(source, set);
  return (offset) => Array.from({ length: 40 }, (_, slot) => slot).filter((slot) => liveness.isLive(offset, slot));
}

describe("liveness of locals", () => {
  it("ends at the last read and begins at the write", () => {
    const live = liveAt([encode("store", 3), encode("load", 3), encode("load", 35), encode("stop")]);
    expect([0, 1, 2, 3].map(live)).toEqual([[35], [3, 35], [35], []]);
  });

  it("of a frame that waits in a loop's head is that of the body and of what comes behind the loop", () => {
    // 0: jump_if 3; 1: load 1; 2: stop; 3: load 2; 4: stop
    const code = [encode("jump_if", 3), encode("load", 1), encode("stop"), encode("load", 2), encode("stop")];
    const { isLive, isLiveDuringCall } = computeLiveness(
      { code: Int32Array.from(code), localCount: 3, handlers: [] },
      set,
    );
    const slots = (isThere: (offset: number, slot: number) => boolean): number[] =>
      [0, 1, 2].filter((slot) => isThere(1, slot));
    expect([slots(isLive), slots(isLiveDuringCall)]).toEqual([[1], [1, 2]]);
  });

  it("goes round loops", () => {
    // 0: load 1; 1: store 2; 2: load 2; 3: jump_if 5; 4: jump 0; 5: load 4; 6: stop
    const live = liveAt([
      encode("load", 1),
      encode("store", 2),
      encode("load", 2),
      encode("jump_if", 2),
      encode("jump", -4),
      encode("load", 4),
      encode("stop"),
    ]);
    expect(live(0)).toEqual([1, 4]);
    expect(live(4)).toEqual([1, 4]);
    expect(live(5)).toEqual([4]);
  });

  it("keeps what a handler reads, even across the write that it protects", () => {
    const live = liveAt(
      [encode("store", 1), encode("stop"), encode("load", 1), encode("stop")],
      [{ start: 0, end: 1, target: 2 }],
    );
    expect(live(0)).toEqual([1]);
  });

  it("keeps what a handler reads while a frame waits for a call that the handler covers", () => {
    const code = [encode("load", 2), encode("stop"), encode("load", 1), encode("stop")];
    const { isLive, isLiveDuringCall } = computeLiveness(
      { code: Int32Array.from(code), localCount: 3, handlers: [{ start: 0, end: 1, target: 2, depth: 0 }] },
      set,
    );
    // The call at 0 returns to 1, behind the protected range.
    expect([0, 1, 2].map((slot) => isLive(1, slot))).toEqual([false, false, false]);
    expect([0, 1, 2].map((slot) => isLiveDuringCall(1, slot))).toEqual([false, true, false]);
  });

  it("knows hidden reads, and superinstructions by their first part", () => {
    const live = liveAt([encode("store_load", 5), encode("load", 5), encode("call"), encode("stop")]);
    expect(live(0)).toEqual([0]);
    expect(live(1)).toEqual([0, 5]);
  });
});
