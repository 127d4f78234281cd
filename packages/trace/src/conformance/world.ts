/// A small world for traces to run in: one code object, a few objects with fields of known types, leaf helpers. Built
/// anew for each run at the same addresses, so that two traces begin with the same memory.

import type { LeafHelper } from "@hotpy/bytecode";
import { FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import {
  type Address,
  FALSE,
  type Memory,
  NONE,
  NULL,
  reserveMemory,
  STATE_FORCED_EXIT,
  STATE_FRAME,
  STATE_FUEL,
  STATE_HANDLED,
  STATE_NATIVE_BUDGET,
  STATE_PENDING,
  STATE_REQUEST,
  TRACE_VALID,
  TRUE,
  tagSmall,
  type Word,
} from "@hotpy/memory";
import {
  ANYTHING,
  ARRAY_ITEMS,
  BOX_VALUE,
  CODE_START,
  createShapeTable,
  defineFields,
  headerWord,
  layoutOf,
  mutable,
  SHAPE_ARRAY,
  SHAPE_BOOL,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_NONE,
  type ShapeTable,
  shapeIdOf,
} from "@hotpy/object-model";
import type { Random } from "@hotpy/object-model/testing";
import { createLeaving, type Leaving } from "../recovery.js";

/** Instances: an int at 8, a float at 12, an instance or None at 16, raw words at 20 and 24. */
export const INSTANCE_WORDS = 8;
const INSTANCE_INT = 8;
const INSTANCE_FLOAT = 12;
const INSTANCE_NEXT = 16;
export const INSTANCE_RAW = 20;
export const INSTANCE = defineFields("instance", {
  int: mutable("word", INSTANCE_INT),
  float: mutable("word", INSTANCE_FLOAT),
  next: mutable("word", INSTANCE_NEXT),
  raw: mutable("i32", INSTANCE_RAW),
  raw2: mutable("i32", INSTANCE_RAW + 4),
});
/** Items of the array; all ints. */
export const ARRAY_LENGTH = 4;

const MiB = 1024 * 1024;

export class World {
  readonly memory: Memory = reserveMemory({ size: 256 * MiB });
  /** Two shapes of instances; an instance may change from one to the other. */
  readonly shapes: readonly [number, number];
  readonly layoutOf: ShapeTable["layout"];
  readonly code: Address;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  /** Base frame. */
  readonly frame: Address;
  /** What helpers and calls did, in order. */
  readonly log: string[] = [];
  private objects: Address[] = [];
  private top = 0;

  constructor() {
    const { memory } = this;
    const table = createShapeTable(memory);
    this.layoutOf = table.layout;
    const layout = layoutOf("instance", INSTANCE);
    this.shapes = [table.define(layout, NULL), table.define(layout, NULL)];
    this.code = memory.immortal.start;
    memory.i32[(this.code + CODE_START) >>> 2] = memory.immortal.start + 1024;
    memory.i32[NONE >>> 2] = headerWord(SHAPE_NONE);
    memory.i32[TRUE >>> 2] = memory.i32[FALSE >>> 2] = headerWord(SHAPE_BOOL);
    this.frame = memory.stack.start;
    this.leaving = createLeaving(memory, this.allocate);
    this.helpers = new Map(this.createHelpers().map((helper) => [helper.name, helper]));
  }

  readonly leaving: Leaving;

  allocate = (bytes: number): Address => (this.top += bytes) - bytes;

  /** Every object that existed before the run. */
  get roots(): readonly Address[] {
    return this.objects;
  }

  float(value: number): Word {
    const object = this.header(SHAPE_FLOAT, 16);
    this.memory.f64[(object + BOX_VALUE) >>> 3] = value;
    return object;
  }

  int(value: bigint): Word {
    if (value >= -(2n ** 30n) && value < 2n ** 30n) return tagSmall(Number(value));
    const object = this.header(SHAPE_INT64, 16);
    this.memory.i64[(object + BOX_VALUE) >>> 3] = value;
    return object;
  }

  private header(shape: number, bytes: number): Address {
    const object = this.allocate(bytes);
    this.memory.i32.fill(0, object >>> 2, (object + bytes) >>> 2);
    this.memory.i32[object >>> 2] = headerWord(shape);
    return object;
  }

  instance(shape: number, int: Word, float: Word, next: Word, raw: number): Address {
    const object = this.header(shape, INSTANCE_WORDS * 4);
    const at = object >>> 2;
    this.memory.i32.set([int, float, next, raw, raw ^ 5], at + 2);
    this.objects.push(object);
    return object;
  }

  array(items: readonly Word[]): Address {
    const object = this.header(SHAPE_ARRAY, ARRAY_ITEMS + 4 * items.length);
    this.memory.i32[(object >>> 2) + 1] = items.length;
    this.memory.i32.set(items, (object + ARRAY_ITEMS) >>> 2);
    this.objects.push(object);
    return object;
  }

  /** Empties the world and builds it as the seed's random choices say; returns the words of the base frame's slots. */
  reset(random: Random, trace: number): readonly Word[] {
    const { i32, heap } = this.memory;
    this.top = heap.start;
    this.objects = [];
    this.log.length = 0;
    for (const state of [STATE_REQUEST, STATE_PENDING, STATE_HANDLED, STATE_FORCED_EXIT]) i32[state >>> 2] = 0;
    i32[STATE_FUEL >>> 2] = 1000;
    i32[STATE_NATIVE_BUDGET >>> 2] = 100;
    i32[(TRACE_VALID >>> 2) + trace] = 1;

    const int = (): Word =>
      this.int(
        random.chance(0.7)
          ? BigInt(random.below(20) - 5)
          : random.pick([
              0n,
              1n,
              -1n,
              7n,
              1000n,
              -(2n ** 30n),
              2n ** 30n - 1n,
              2n ** 30n,
              2n ** 40n,
              2n ** 63n - 1n,
              -(2n ** 63n),
            ]),
      );
    const float = (): Word =>
      this.float(random.pick([0, -0, 1.5, -2.25, 1e300, Number.NaN, Number.POSITIVE_INFINITY, 3]));
    const instances: Address[] = [];
    for (let count = 0; count < 2; count++) {
      const next = instances.length === 0 ? NONE : random.pick(instances);
      instances.push(
        this.instance(this.shapes[random.chance(0.95) ? 0 : 1], int(), float(), next, random.below(100) - 50),
      );
    }
    const array = this.array([int(), int(), int(), int()]);
    // One slot in twenty is not of the type that the trace has been recorded for.
    const or = (usual: Word): Word =>
      random.chance(0.05) ? random.pick([NONE, TRUE, int(), float(), instances[0]]) : usual;
    const slots = [
      tagSmall(random.below(4)),
      or(int()),
      or(float()),
      or(random.pick(instances)),
      or(random.pick(instances)),
      or(array),
      or(random.pick([TRUE, FALSE, NONE])),
      or(int()),
    ];
    const at = this.frame >>> 2;
    i32.set([NULL, this.code, instances[0], 0, 0, 0, NULL, ...slots], at);
    i32[(this.frame + FRAME_SP) >>> 2] = this.frame + FRAME_SLOTS + 4 * slots.length;
    i32[STATE_FRAME >>> 2] = this.frame;
    return slots;
  }

  /** A call changes what its arguments refer to, and returns the last of them. */
  callCode = (_code: Address, _fn: Word, args: readonly Word[]): Word => {
    for (const argument of args) this.touch(argument);
    this.log.push(`call ${args.length}`);
    return args[args.length - 1] ?? NONE;
  };

  private touch(word: Word): void {
    const { i32 } = this.memory;
    if ((word & 1) !== 0 || word === NULL || !this.shapes.includes(shapeIdOf(this.memory, word))) return;
    i32[(word + INSTANCE_RAW) >>> 2] += 3;
    i32[(word + INSTANCE_INT) >>> 2] = tagSmall(42);
    if (i32[(word + INSTANCE_RAW) >>> 2] % 2 === 0) i32[word >>> 2] = headerWord(this.shapes[1]);
  }

  private createHelpers(): LeafHelper[] {
    const { i32 } = this.memory;
    const helper = (definition: Omit<LeafHelper, "run">, run: (...args: number[]) => number): LeafHelper =>
      ({ ...definition, run: (...args: number[]) => run(...args) }) as LeafHelper;
    const isInstance = (word: Word): boolean =>
      (word & 1) === 0 && word !== NULL && this.shapes.includes(shapeIdOf(this.memory, word));
    return [
      helper(
        { name: "touch", args: ["word"], result: "word", reads: [ANYTHING], writes: [ANYTHING], fails: "never" },
        (word) => {
          this.touch(word);
          this.log.push("touch");
          return word;
        },
      ),
      helper(
        {
          name: "bump",
          args: ["word"],
          result: "i32",
          reads: [INSTANCE.raw.alias],
          writes: [INSTANCE.raw.alias],
          fails: "never",
        },
        (word) => {
          if (isInstance(word)) i32[(word + INSTANCE_RAW) >>> 2] += 1;
          return isInstance(word) ? i32[(word + INSTANCE_RAW) >>> 2] : -1;
        },
      ),
      helper(
        { name: "peek", args: ["word"], result: "i32", reads: [INSTANCE.raw.alias], writes: [], fails: "never" },
        (word) => (isInstance(word) ? i32[(word + INSTANCE_RAW) >>> 2] : -1),
      ),
      helper(
        { name: "mix", args: ["i32", "i32"], result: "i32", reads: [], writes: [], fails: "never" },
        (a, b) => (Math.imul(a, 31) + b) | 0,
      ),
      helper({ name: "retry", args: ["word"], result: "word", reads: [], writes: [], fails: "retry" }, (word) =>
        word === NONE ? NULL : word,
      ),
    ];
  }
}
