import { assertVerified, NO_HELPERS, NO_VALUE, printTrace, TraceBuilder, type ValueId } from "@hotpy/trace";
import { describe, expect, it } from "vitest";
import { InnerLoops } from "./inner-loops.js";
import { type ShadowFrame, ShadowFrames } from "./shadow-frames.js";

const HEAD = 24;

/** A bridge of a consumer at 8 and its generator at 16, in whose frame it is. */
function createBridge() {
  const builder = new TraceBuilder({
    id: 5,
    kind: "bridge",
    anchor: { code: 16, ip: 0 },
    parent: { trace: 3, exit: 2 },
  });
  const [callee, held, generator, resumed, value, limit] = Array.from({ length: 6 }, (_, live) =>
    builder.input("word", live),
  );
  const consumer: ShadowFrame = {
    code: 8,
    localCount: 1,
    function: callee,
    generator: NO_VALUE,
    slots: [held],
    returnOffset: 12,
  };
  const own: ShadowFrame = {
    code: 16,
    localCount: 3,
    function: resumed,
    generator,
    slots: [value, NO_VALUE, limit],
    loaded: [value, limit, limit],
    returnOffset: 0,
  };
  const isLive = (): boolean => true;
  const shadow = new ShadowFrames([consumer, own], isLive);
  return { builder, shadow, own, value, limit, loops: new InnerLoops(builder, isLive) };
}

/** An iteration adds to the value, and leaves where that is not small. */
function iterate({ builder, shadow, own }: ReturnType<typeof createBridge>): void {
  const exit = builder.exit(shadow.snapshot(HEAD));
  builder.emit("guard_small", [own.slots[0]], undefined, exit);
  const number = builder.emit("unbox_int", [own.slots[0]]);
  own.slots[0] = builder.emit("box_int", [number]);
}

describe("loops of inlined generators", () => {
  it("close when the recording comes to their head again", () => {
    const bridge = createBridge();
    const { shadow, loops } = bridge;
    iterate(bridge);
    expect(loops.arrive(shadow, HEAD)).toBeUndefined();
    iterate(bridge);
    const trace = loops.arrive(shadow, HEAD);
    if (trace === undefined) throw new Error("the loop is open");
    assertVerified(trace, NO_HELPERS, "recording");
    expect(loops.settle(trace)).toEqual(trace);
    expect(printTrace(trace, NO_HELPERS)).toMatchSnapshot();
  });

  it("are unrolled where the recording leaves the frame", () => {
    const bridge = createBridge();
    const { builder, shadow, loops, own, value, limit } = bridge;
    expect(loops.arrive(shadow, HEAD)).toBeUndefined();
    // What the generator object holds is known under the new names as well.
    expect(own.loaded?.[0]).toBe(own.slots[0]);
    expect(own.loaded?.[1]).toBe(limit);
    const named = own.slots[0] as ValueId;
    expect(named).not.toBe(value);
    const number = builder.emit("unbox_int", [named]);
    const trace = loops.settle(builder.end({ kind: "leave", exit: builder.exit(shadow.snapshot(HEAD)) }));
    expect(trace.loop).toBeUndefined();
    expect(trace.prologue.at(-1)).toMatchObject({ id: number, args: [value] });
    expect(trace.exits[0]?.frames[1].slots[0]).toBe(value);
  });

  it("may stand in others, which are unrolled then", () => {
    const bridge = createBridge();
    const { shadow, loops } = bridge;
    expect(loops.arrive(shadow, HEAD)).toBeUndefined();
    iterate(bridge);
    expect(loops.arrive(shadow, HEAD + 8)).toBeUndefined();
    iterate(bridge);
    const trace = loops.arrive(shadow, HEAD + 8);
    if (trace === undefined) throw new Error("the loop is open");
    assertVerified(trace, NO_HELPERS, "recording");
    expect(printTrace(trace, NO_HELPERS)).toMatchSnapshot();
  });
});
