import {
  CORE,
  type CoreDefinition,
  type CoreName,
  type CoreValue,
  createMeanings,
  EXIT,
  type Kind,
} from "@hotpy/bytecode";
import { EXIT_BUFFER, STATE_EXIT_NUMBER, tagSmall, type Word } from "@hotpy/memory";
import { BOX_VALUE, headerWord, SHAPE_FLOAT, SHAPE_INT64, SHAPE_TUPLE } from "@hotpy/object-model";
import type { ConformanceCase } from "@hotpy/object-model/testing";
import { NO_EXIT, type Trace, TraceBuilder, type ValueId } from "@hotpy/trace";
import type { Backend } from "../backend.js";
import { checkSame } from "./check-same.js";
import { createFixture, type Fixture } from "./fixture.js";

const INT64 = [
  0n,
  1n,
  -1n,
  2n,
  -3n,
  7n,
  63n,
  64n,
  2n ** 30n,
  -(2n ** 30n) - 1n,
  2n ** 31n,
  2n ** 32n + 5n,
  2n ** 53n + 1n,
  2n ** 62n,
  2n ** 63n - 1n,
  -(2n ** 63n),
];
const FLOAT = [
  0,
  -0,
  1,
  -1.5,
  2.5,
  1e300,
  -1e300,
  5e-324,
  2 ** 53,
  2 ** 63,
  -(2 ** 63),
  9.3e18,
  Number.NaN,
  Infinity,
  -Infinity,
];
const INT32 = [0n, 1n, -1n, 5n, 2n ** 30n - 1n, -(2n ** 31n)];

/** Operations on numbers only: what the backend computes must be what the table of meanings says. */
const NUMERIC = [...CORE.values()].filter(
  (definition) =>
    definition.immediate === "none" &&
    definition.result !== "void" &&
    definition.args.length > 0 &&
    definition.args.every((kind) => kind !== "word") &&
    definition.result !== "word",
);

/** Every core operation on numbers, and the guards on words, over values at the edges of their ranges. */
export function operationCases(backend: Backend): ConformanceCase[] {
  const operations = NUMERIC.map((definition) => ({
    name: `computes ${definition.name}`,
    run() {
      const fixture = createFixture(backend);
      const trace = operationTrace(fixture, definition);
      for (const values of combinations(definition.args)) {
        const impossible = definition.name === "check_index" && (values[1] as number) < 0; // no length is negative
        if (!impossible) compare(fixture, trace, definition, values);
      }
    },
  }));
  const guards = (["guard_small", "guard_int", "guard_shape"] as const).map((name) => ({
    name: `decides ${name}`,
    run: () => compareGuard(createFixture(backend), name),
  }));
  return [...operations, ...guards];
}

function valuesOf(kind: Kind): readonly CoreValue[] {
  return kind === "i64" ? INT64 : kind === "f64" ? FLOAT : INT32.map(Number);
}

function combinations(kinds: readonly Kind[]): CoreValue[][] {
  return kinds.reduce<CoreValue[][]>(
    (sofar, kind) => sofar.flatMap((values) => valuesOf(kind).map((value) => [...values, value])),
    [[]],
  );
}

/** Takes boxed operands from the frame, unboxes, computes, leaves with the raw result. */
function operationTrace(fixture: Fixture, definition: CoreDefinition): Trace {
  const b = new TraceBuilder({ id: 1, kind: "loop", anchor: { code: fixture.code, ip: 0 } });
  const args = definition.args.map((kind, slot) => unboxed(b, kind, b.input("word", slot)));
  const start = fixture.snapshot([]);
  const exit = definition.effects.exit ? b.exit(start) : NO_EXIT;
  const result = b.emitAny(definition.name as CoreName, args, undefined, exit);
  return b.end({ kind: "leave", exit: b.exit(fixture.snapshot([result])) });
}

function unboxed(b: TraceBuilder, kind: Kind, word: ValueId): ValueId {
  if (kind === "f64") return b.emit("unbox_float", [word]);
  const value = b.emit("unbox_int", [word]);
  return kind === "i64" ? value : b.emit("i64_to_i32", [value]);
}

function boxed(fixture: Fixture, value: CoreValue, kind: Kind, at: number): Word {
  const { i32, i64, f64 } = fixture.memory;
  const object = fixture.memory.heap.start + 0x100000 + at * 16;
  if (kind !== "f64") {
    const integer = BigInt(value);
    if (integer >= -(2n ** 30n) && integer < 2n ** 30n) return tagSmall(Number(integer));
    i64[(object + BOX_VALUE) >>> 3] = integer;
  } else f64[(object + BOX_VALUE) >>> 3] = value as number;
  i32[object >>> 2] = headerWord(kind === "f64" ? SHAPE_FLOAT : SHAPE_INT64);
  return object;
}

function compare(fixture: Fixture, trace: Trace, definition: CoreDefinition, values: readonly CoreValue[]): void {
  const what = `${definition.name}(${values.join(", ")})`;
  const expected = createMeanings(fixture.memory, {} as never)[definition.name as CoreName](values, undefined);
  const slots = values.map((value, at) => boxed(fixture, value, definition.args[at], at));
  checkSame(fixture.run(trace, slots), 0, `what ${what} returns`);
  const exits = definition.effects.exit === true ? 1 : 0;
  const left = fixture.state(STATE_EXIT_NUMBER) < exits;
  if (expected === EXIT) checkSame(left, true, `${what} leaves`);
  // Leaving early at the edge is allowed: the interpreter then executes the instruction.
  else if (left) checkSame(left, mayLeaveEarly(definition.name, expected as bigint), `${what} leaves`);
  else checkSame(resultOf(fixture, definition.result as Kind), expected, what);
}

/** Products within 2048 of the ends of int64 are decided by a product of floats. */
function mayLeaveEarly(name: string, result: bigint): boolean {
  return name === "i64_mul" && (result > 2n ** 63n - 2048n || result < -(2n ** 63n) + 2048n);
}

function resultOf({ memory }: Fixture, kind: Kind): CoreValue {
  if (kind === "i64") return memory.i64[EXIT_BUFFER >>> 3];
  return kind === "f64" ? memory.f64[EXIT_BUFFER >>> 3] : memory.i32[EXIT_BUFFER >>> 2];
}

function compareGuard(fixture: Fixture, name: "guard_small" | "guard_int" | "guard_shape"): void {
  const b = new TraceBuilder({ id: 1, kind: "loop", anchor: { code: fixture.code, ip: 0 } });
  const word = b.input("word", 0);
  b.emitAny(name, [word], name === "guard_shape" ? SHAPE_FLOAT : undefined, b.exit(fixture.snapshot([])));
  const trace = b.end({ kind: "leave", exit: b.exit(fixture.snapshot([])) });
  const tuple = fixture.memory.heap.start + 0x200000;
  fixture.memory.i32[tuple >>> 2] = headerWord(SHAPE_TUPLE);
  const words = [
    0,
    tagSmall(0),
    tagSmall(-1),
    tagSmall(2 ** 30 - 1),
    boxed(fixture, 2n ** 40n, "i64", 0),
    boxed(fixture, 1.5, "f64", 1),
    tuple,
  ];
  for (const value of words) {
    const expected = createMeanings(fixture.memory, {} as never)[name]([value], SHAPE_FLOAT);
    fixture.run(trace, [value]);
    checkSame(fixture.state(STATE_EXIT_NUMBER) === 0, expected === EXIT, `${name}(${value}) leaves`);
  }
}
