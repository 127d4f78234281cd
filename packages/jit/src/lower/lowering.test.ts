import type { LeafHelper } from "@hotpy/bytecode";
import { reserveMemory } from "@hotpy/memory";
import { ANYTHING, CODE_LOCALS, CODE_START, SHAPE_FLOAT } from "@hotpy/object-model";
import { createFixedObjects, type Snapshot, type Trace, TraceBuilder, type ValueId } from "@hotpy/trace";
import { expect, test } from "vitest";
import { printLir } from "../lir/print.js";
import type { LoweringEnvironment } from "./lowering.js";
import { lowerTree } from "./tree.js";

const CODE = 4096;
const CODE_BYTES = 100_000;

const appendHelper: LeafHelper = {
  name: "append",
  args: ["word", "word"],
  result: "word",
  reads: [ANYTHING],
  writes: [],
  fails: "retry",
  kernel: () => 0,
  run: () => 0,
};

function environmentOf(): LoweringEnvironment {
  const memory = reserveMemory({ size: 256 * 1024 * 1024 });
  memory.i32[(CODE + CODE_START) >>> 2] = CODE_BYTES;
  memory.i32[(CODE + CODE_LOCALS) >>> 2] = 2;
  return {
    map: memory,
    objects: createFixedObjects(memory),
    chaos: false,
    helpers: new Map([[appendHelper.name, appendHelper]]),
    root: () => {
      throw new Error("no other root");
    },
  };
}

/** The root function of a trace without bridges; the entry from TypeScript is the same for all. */
function lowered(trace: Trace): string {
  const { functions } = lowerTree({ root: trace, bridges: new Map() }, environmentOf());
  return printLir({ functions: [functions[0]], imports: new Map(), pages: 0 });
}

function snapshot(slots: readonly ValueId[], ip: number): Snapshot {
  return { frames: [{ code: CODE, ip, function: -1, slots, generator: -1 }], action: "resume" };
}

test("`x += 0.5` in a loop: a float in a register, boxed only where the loop leaves", () => {
  const b = new TraceBuilder({ id: 7, kind: "loop", anchor: { code: CODE, ip: 8 } });
  const x = b.input("word", 0);
  b.emit("guard_shape", [x], SHAPE_FLOAT, b.exit(snapshot([x], 8)));
  let boxed = -1;
  const [raw] = b.beginLoop([{ kind: "f64", entry: b.emit("unbox_float", [x]) }], ([param]) => {
    boxed = b.defer("box_float", [param]);
    return snapshot([boxed], 8);
  });
  const half = b.emit("const_f64", [], 0.5);
  const trace = b.endLoop([b.emit("f64_add", [raw, half])]);
  expect(`\n${lowered(trace)}`).toMatchInlineSnapshot(`
    "
    export function trace7(r0: i32, r1: i32, r2: i32, r3: i32, r4: i32) -> i32
      r7 = i32.load [120]
      r5 = r7
      loop 0
        r5 = i32.sub r5, 1
        r10 = i32.le_s r5, 0
        r12 = i32.load [16412]
        r13 = i32.eqz r12
        r14 = i32.or r10, r13
        if r14 (unlikely)
          i32.store [120], r5
          i32.store [r0+28], r4
          i32.store [r0+12], 100008
          r18 = i32.add r0, 36
          i32.store [r0+16], r18
          i32.store [64], r0
          i32.store [96], r3
          i32.store [100], -1
          return 0
        r26 = i32.and r4, 1
        if r26
          r24 = 1
        else
          r28 = i32.load [r4]
          r30 = i32.shr_u r28, 8
          r24 = i32.ne r30, 5
        if r24 (unlikely)
          i32.store [120], r5
          tailcall leave7_i32x1(r0, r1, r2, r3, 7, 0, r4)
        r35 = f64.load [r4+8]
        r36 = r35
        loop 1
          r5 = i32.sub r5, 7
          r39 = i32.le_s r5, 0
          r41 = i32.load [16412]
          r42 = i32.eqz r41
          r43 = i32.or r39, r42
          if r43 (unlikely)
            i32.store [120], r5
            tailcall end7_f64x1(r0, r1, r2, r3, 7, 1, r36)
          r48 = f64.add r36, 0.5
          r36 = r48
          continue 1
    "
  `);
});

test("a helper: the kernel first, then TypeScript, then the exit", () => {
  const b = new TraceBuilder({ id: 9, kind: "function", anchor: { code: CODE, ip: 0 } });
  b.input("word", "function");
  const value = b.emit(
    "call_leaf",
    [b.emit("const_word", [], 4104), b.emit("const_word", [], 85)],
    "append",
    b.exit(snapshot([], 12)),
  );
  expect(`\n${lowered(b.end({ kind: "return", value }))}`).toMatchInlineSnapshot(`
    "
    export function trace9(r0: i32, r1: i32, r2: i32, r3: i32) -> i32
      r6 = i32.load [16420]
      r7 = i32.eqz r6
      r9 = i32.load [120]
      r4 = i32.sub r9, 4
      i32.store [120], r4
      r13 = i32.le_s r4, 0
      r15 = i32.le_s r3, 0
      r16 = i32.or r13, r15
      r17 = i32.or r7, r16
      if r17 (unlikely)
        i32.store [r0], r1
        i32.store [r0+4], 4096
        i32.store [r0+8], r2
        i32.store [r0+24], 0
        i32.store [r0+28], 0
        i32.store [r0+32], 0
        i32.store [r0+12], 100000
        r22 = i32.add r0, 36
        i32.store [r0+16], r22
        i32.store [64], r0
        i32.store [96], r3
        i32.store [100], -1
        return 0
      loop 0
        r31 = call kernel.append(4104, 85)
        r33 = i32.load [80]
        if r33 (unlikely)
          r4 = -1073741824
          i32.store [120], r4
        r30 = r31
        r37 = i32.eq r30, -2
        if r37 (unlikely)
          r38 = call leaf.append(4104, 85)
          r40 = i32.load [80]
          if r40 (unlikely)
            r4 = -1073741824
            i32.store [120], r4
          r30 = r38
        r43 = i32.eqz r30
        if r43 (unlikely)
          tailcall leave9(r0, r1, r2, r3, 9, 0)
        return r30
    "
  `);
});

test("a slot is stored again before a call once the header of another frame has lain in its place", () => {
  const b = new TraceBuilder({ id: 9, kind: "function", anchor: { code: CODE, ip: 0 } });
  b.input("word", "function");
  const x = b.input("word", 0);
  const callee = b.emit("const_word", [], 4104);
  const frame = (slots: readonly ValueId[], called: ValueId) =>
    ({ code: CODE, ip: 8, function: called, slots, generator: -1 }) as const;
  const call = (...frames: ReturnType<typeof frame>[]): ValueId =>
    b.emit("call_code", [callee], CODE, b.exit({ frames, action: "resume" }));
  call(frame([callee, x], -1));
  call(frame([callee], -1), frame([], callee));
  const text = lowered(b.end({ kind: "return", value: call(frame([callee, x], -1)) }));
  const stored = [...text.matchAll(/store \[r0\+32\], (r\d+)/g)].map(([, register]) => register);
  expect(stored).toEqual(["r3", "r0", "r3"]);
});
