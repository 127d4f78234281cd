/// Random traces over the core instructions: well-formed, of the types that the world's values usually have, with exits
/// at every turn. Not like a program, but like everything a pass may meet.

import type { CoreName, Kind } from "@hotpy/bytecode";
import { NONE, NULL, TRUE, tagSmall } from "@hotpy/memory";
import { ARRAY, SHAPE_ARRAY, SHAPE_FLOAT } from "@hotpy/object-model";
import type { Random } from "@hotpy/object-model/testing";
import { startBridge } from "../bridge.js";
import { TraceBuilder } from "../builder.js";
import { exitsOf } from "../exits.js";
import { type ImmediateValue, NO_EXIT } from "../instruction.js";
import { type FrameState, NO_VALUE, type Snapshot, type Trace, type ValueId } from "../trace.js";
import { ARRAY_LENGTH, INSTANCE, INSTANCE_RAW, INSTANCE_WORDS, type World } from "./world.js";

/** What is in a local: the static type of its words. */
type Type = "int" | "float" | "instance" | "array" | "any";

/** Types of the base frame's slots, as the world fills them. */
const SLOT_TYPES: readonly Type[] = ["int", "int", "float", "instance", "instance", "array", "any", "int"];
/** The slot that counts iterations, and after how many the loop ends. */
const COUNTER = 0;
const ITERATIONS = 7;

class Generator {
  private readonly locals: ValueId[];
  /** Values by type of word, or kind of raw value; words that a guard has passed are there under their type. */
  private readonly pools = new Map<
    Type | Kind | "guarded instance" | "guarded int" | "guarded float" | "guarded array",
    ValueId[]
  >();
  private ip = 8;
  private operands: ValueId[] = [];

  /** Each trace is made of a few sorts of steps only, so that its instructions have to do with each other. */
  readonly #steps: readonly (() => void)[];

  /** @param locals words in the slots of the base frame, of {@link SLOT_TYPES} */
  constructor(
    private readonly world: World,
    private readonly random: Random,
    readonly builder: TraceBuilder,
    private readonly fn: ValueId,
    locals: readonly ValueId[],
  ) {
    this.locals = locals.map((id, slot) => this.add(SLOT_TYPES[slot], id));
    const sorts = [
      () => this.arithmetic(),
      () => this.floats(),
      () => this.boxes(),
      () => this.conditions(),
      () => this.fields(),
      () => this.fields(),
      () => this.elements(),
      () => this.objects(),
      () => this.raw(),
      () => this.calls(),
      () => this.identity(),
      () => this.aliases(),
      () => this.questions(),
    ];
    this.#steps = Array.from({ length: 1 + random.below(6) }, () => random.pick(sorts));
  }

  /** Values that are there from the start beside the locals. */
  addRaw(kind: Kind, id: ValueId): void {
    this.add(kind, id);
  }

  private add(pool: Parameters<typeof this.pools.get>[0], id: ValueId): ValueId {
    const values = this.pools.get(pool) ?? [];
    values.push(id);
    this.pools.set(pool, values);
    return id;
  }

  private any(pool: Parameters<typeof this.pools.get>[0]): ValueId | undefined {
    const values = this.pools.get(pool);
    // Recent values are more likely, so that instructions depend on each other.
    if (values === undefined || values.length === 0) return undefined;
    return this.random.chance(0.6)
      ? values[Math.max(0, values.length - 1 - this.random.below(4))]
      : this.random.pick(values);
  }

  private word(): ValueId {
    return this.random.pick(
      this.locals.concat(
        this.pools.get("guarded instance") ?? [],
        this.pools.get("int") ?? [],
        this.pools.get("float") ?? [],
      ),
    );
  }

  private emit(op: CoreName, args: readonly ValueId[], immediate?: ImmediateValue, exits = false): ValueId {
    return this.builder.emitAny(op, args, immediate, exits ? this.builder.exit(this.snapshot()) : NO_EXIT);
  }

  /** The state here, at an instruction of its own; sometimes inside an inlined call. */
  snapshot(): Snapshot {
    this.ip += 4;
    const base: FrameState = {
      code: this.world.code,
      ip: this.ip,
      function: this.fn,
      slots: [...this.locals, ...this.operands],
      generator: NO_VALUE,
    };
    const inlined = (): FrameState => ({
      code: this.world.code,
      ip: this.ip,
      function: this.locals[3],
      slots: [this.word(), NO_VALUE, this.word()],
      generator: this.random.chance(0.3) ? this.word() : NO_VALUE,
    });
    return {
      frames: this.random.chance(0.2) ? [base, inlined()] : [base],
      action: "resume",
    };
  }

  /** A value of this kind or type, made with guards if there is none. */
  private need(kind: Kind | "guarded instance" | "guarded array"): ValueId {
    const known = this.any(kind);
    if (known !== undefined && this.random.chance(0.85)) return known;
    switch (kind) {
      case "i64":
        return this.random.chance(0.3)
          ? this.add("i64", this.emit("const_i64", [], BigInt(this.random.below(9) - 4)))
          : this.unboxed("int");
      case "f64":
        return this.random.chance(0.2)
          ? this.add("f64", this.emit("const_f64", [], this.random.pick([0, -0, 0.5])))
          : this.unboxed("float");
      case "i32":
        return this.add(
          "i32",
          this.random.chance(0.5)
            ? this.emit("const_i32", [], this.random.below(5) - 1)
            : this.emit("load_i32", [this.need("guarded instance")], INSTANCE.raw),
        );
      case "guarded instance":
        return this.guarded(
          "instance",
          "guard_shape",
          this.world.shapes[this.random.chance(0.95) ? 0 : 1],
          "guarded instance",
        );
      case "guarded array":
        return this.guarded("array", "guard_shape", SHAPE_ARRAY, "guarded array");
      case "word":
        return this.word();
    }
  }

  private guarded(
    type: Type,
    guard: CoreName,
    immediate: number | undefined,
    pool: "guarded instance" | "guarded array" | "guarded int" | "guarded float",
  ): ValueId {
    const id = this.any(type) ?? this.word();
    if (this.random.chance(0.3)) this.emit("guard_not_same", [id], NULL, true);
    this.emit(guard, [id], immediate, true);
    return this.add(pool, id);
  }

  private unboxed(type: "int" | "float"): ValueId {
    return type === "int"
      ? this.add("i64", this.emit("unbox_int", [this.guarded("int", "guard_int", undefined, "guarded int")]))
      : this.add("f64", this.emit("unbox_float", [this.guarded("float", "guard_shape", SHAPE_FLOAT, "guarded float")]));
  }

  /** Puts a word into a local of its type, sometimes. */
  private assign(type: Type, id: ValueId): void {
    this.add(type, id);
    if (!this.random.chance(0.5)) return;
    const slots = SLOT_TYPES.flatMap((slotType, slot) =>
      slot !== COUNTER && (slotType === type || slotType === "any") ? [slot] : [],
    );
    if (slots.length === 0) return;
    this.locals[this.random.pick(slots)] = id;
    // Two locals with one object are two names for it in the next iteration.
    if (this.random.chance(0.3)) this.locals[this.random.pick(slots)] = id;
  }

  step(): void {
    this.operands = this.random.chance(0.3) ? [this.word()] : [];
    this.random.pick(this.#steps)();
  }

  private arithmetic(): void {
    const op = this.random.pick([
      "i64_add",
      "i64_sub",
      "i64_mul",
      "i64_and",
      "i64_or",
      "i64_xor",
      "i64_floordiv",
      "i64_mod",
      "i64_shl",
      "i64_shr",
    ] as const);
    const pure = op === "i64_and" || op === "i64_or" || op === "i64_xor";
    const b = this.random.chance(0.4)
      ? this.emit("const_i64", [], BigInt(this.random.pick([0, 1, 2, 3, 8, -1])))
      : this.need("i64");
    this.add("i64", this.emit(op, [this.need("i64"), b], undefined, !pure));
    if (this.random.chance(0.1)) this.add("i64", this.emit("i64_neg", [this.need("i64")], undefined, true));
  }

  private floats(): void {
    const op = this.random.pick(["f64_add", "f64_sub", "f64_mul", "f64_div"] as const);
    this.add("f64", this.emit(op, [this.need("f64"), this.need("f64")]));
    if (this.random.chance(0.3))
      this.add("f64", this.emit(this.random.pick(["f64_neg", "f64_abs", "f64_floor"] as const), [this.need("f64")]));
    if (this.random.chance(0.2)) this.add("f64", this.emit("i64_to_f64", [this.need("i64")]));
  }

  private boxes(): void {
    if (this.random.chance(0.5)) this.assign("int", this.emit("box_int", [this.need("i64")]));
    else this.assign("float", this.emit("box_float", [this.need("f64")]));
  }

  private conditions(): void {
    const { random } = this;
    const condition = random.chance(0.7)
      ? this.emit(random.pick(["i64_lt", "i64_le", "i64_gt", "i64_ge", "i64_eq", "i64_ne"] as const), [
          this.need("i64"),
          this.need("i64"),
        ])
      : this.emit(random.pick(["f64_lt", "f64_eq", "f64_ge"] as const), [this.need("f64"), this.need("f64")]);
    this.add("i32", condition);
    if (random.chance(0.2)) this.add("i32", this.emit("i32_not", [condition]));
    if (random.chance(0.3)) this.assign("any", this.emit("box_bool", [condition]));
    if (random.chance(0.15))
      this.emit(random.pick(["guard_true", "guard_false"] as const), [condition], undefined, true);
  }

  private fields(): void {
    const { random } = this;
    const object = this.need("guarded instance");
    const [field, type] = random.pick([
      [INSTANCE.int, "int"],
      [INSTANCE.float, "float"],
      [INSTANCE.next, "instance"],
    ] as const);
    if (random.chance(0.5)) this.assign(type, this.emit("load_word", [object], field));
    else this.emit("store_word", [object, (random.chance(0.8) ? this.any(type) : undefined) ?? this.word()], field);
    if (random.chance(0.3)) this.add("i32", this.emit("load_i32", [object], INSTANCE.raw));
    if (random.chance(0.3)) this.emit("store_i32", [object, this.need("i32")], INSTANCE.raw);
  }

  private elements(): void {
    const array = this.need("guarded array");
    const length = this.emit("const_i32", [], ARRAY_LENGTH);
    const index = this.random.chance(0.5)
      ? this.emit("const_i32", [], this.random.below(ARRAY_LENGTH))
      : this.emit("check_index", [this.need("i64"), length], undefined, true);
    if (this.random.chance(0.5)) this.assign("int", this.emit("load_element", [array, index], ARRAY.items));
    else this.emit("store_element", [array, index, this.any("int") ?? this.word()], ARRAY.items);
  }

  private objects(): void {
    const { random } = this;
    if (random.chance(0.2)) {
      this.emit("set_shape", [this.need("guarded instance")], random.pick(this.world.shapes));
      return;
    }
    const object = this.create();
    this.assign("instance", object);
    this.add("guarded instance", object);
  }

  /** A new object is stored, and reached again through what may be the same object by another name. */
  private aliases(): void {
    const { random } = this;
    const [a, b] = [this.need("guarded instance"), this.need("guarded instance")];
    const object = this.create();
    this.emit("store_word", [a, object], INSTANCE.next);
    if (random.chance(0.3)) this.emit("set_shape", [b], random.pick(this.world.shapes));
    const reached = this.emit("load_word", [b], INSTANCE.next);
    this.emit("guard_shape", [reached], this.world.shapes[0], true);
    this.emit("store_word", [reached, this.any("int") ?? this.locals[1]], INSTANCE.int);
    if (random.chance(0.3)) this.emit("set_shape", [reached], this.world.shapes[1]);
    this.assign("int", this.emit("load_word", [object], INSTANCE.int));
    if (random.chance(0.3)) this.retype(a, b);
    if (random.chance(0.5)) this.emit("guard_shape", [object], this.world.shapes[0], true);
    this.assign("instance", random.pick([object, reached]));
  }

  /** A helper that only reads is asked before and after something that may write what it reads. */
  private questions(): void {
    const { random } = this;
    const [a, b] = [this.need("guarded instance"), this.need("guarded instance")];
    const ask = (): void =>
      this.assign(
        "int",
        this.emit("box_int", [this.emit("i64_from_i32", [this.add("i32", this.emit("call_leaf", [a], "peek"))])]),
      );
    ask();
    random.pick([
      () => this.emit("store_i32", [b, this.need("i32")], INSTANCE.raw),
      () => this.emit("call_leaf", [b], "bump"),
      () => this.emit("call_leaf", [b], "touch"),
      () => this.need("i64"),
    ])();
    ask();
  }

  /** A field of what may be the same object gets a value of another type. */
  private retype(a: ValueId, b: ValueId): void {
    const before = this.emit("load_word", [a], INSTANCE.float);
    this.emit("guard_shape", [before], SHAPE_FLOAT, true);
    this.emit("store_word", [b, this.word()], INSTANCE.float);
    const after = this.emit("load_word", [a], INSTANCE.float);
    this.emit("guard_shape", [after], SHAPE_FLOAT, true);
    this.add("f64", this.emit("unbox_float", [after]));
  }

  private create(): ValueId {
    const { random } = this;
    const next = random.chance(0.5) ? this.emit("const_word", [], NONE) : (this.any("instance") ?? this.locals[3]);
    const args = [this.any("int") ?? this.locals[1], this.any("float") ?? this.locals[2], next];
    return this.emit("new", args, {
      shape: this.world.shapes[0],
      words: INSTANCE_WORDS,
      fields: [2, 3, 4],
      raw: [[5, random.below(9)]],
    });
  }

  private raw(): void {
    const { random } = this;
    this.add(
      "i32",
      this.emit(random.pick(["i32_add", "i32_sub", "i32_and", "i32_or", "i32_eq", "i32_lt"] as const), [
        this.need("i32"),
        this.need("i32"),
      ]),
    );
    if (random.chance(0.3)) this.add("i64", this.emit("i64_from_i32", [this.need("i32")]));
    if (random.chance(0.3)) {
      const small = this.emit("i32_and", [this.need("i32"), this.emit("const_i32", [], 0xffff)]);
      this.assign("int", this.emit("small_from_i32", [small]));
    }
  }

  private calls(): void {
    const { random } = this;
    random.pick([
      () => this.add("i32", this.emit("call_leaf", [this.need("i32"), this.need("i32")], "mix")),
      () => this.add("i32", this.emit("call_leaf", [this.locals[random.pick([3, 4])]], "bump")),
      () => this.add("i32", this.emit("call_leaf", [this.locals[random.pick([3, 4])]], "peek")),
      () => this.add("i32", this.emit("call_leaf", [this.need("guarded instance")], "peek")),
      () => this.assign("any", this.emit("call_leaf", [this.word()], "touch")),
      () => this.assign("any", this.emit("call_leaf", [this.word()], "retry", true)),
      () => {
        this.assign("any", this.emit("call_code", [this.locals[3], this.word(), this.word()], this.world.code, true));
        this.emit("guard_valid", [], undefined, true);
      },
    ])();
  }

  private identity(): void {
    const { random } = this;
    random.pick([
      () =>
        this.add(
          "i32",
          this.emit("word_eq", [this.any("instance") ?? this.locals[3], this.any("instance") ?? this.locals[4]]),
        ),
      () => this.emit("guard_not_same", [this.word()], random.pick([NONE, TRUE, tagSmall(99)]), true),
      () =>
        this.emit(
          random.pick(["guard_small", "guard_int"] as const),
          [this.any("int") ?? this.locals[1]],
          undefined,
          true,
        ),
    ])();
  }

  /** Begins the loop: locals become its parameters, and what was known of words is known of others now. */
  beginLoop(): void {
    const entries = this.locals.map((entry) => ({ kind: "word" as const, entry }));
    const params = this.builder.beginLoop(entries, (ids) => ({
      frames: [{ code: this.world.code, ip: 0, function: this.fn, slots: ids, generator: NO_VALUE }],
      action: "resume",
    }));
    params.forEach((id, slot) => {
      this.locals[slot] = id;
      this.add(SLOT_TYPES[slot], id);
    });
    this.emit("guard_small", [this.locals[COUNTER]], undefined, true);
    const count = this.emit("unbox_int", [this.locals[COUNTER]]);
    const limit = this.emit("const_i64", [], BigInt(ITERATIONS));
    this.emit("guard_true", [this.emit("i64_lt", [count, limit])], undefined, true);
    const next = this.emit("i64_add", [count, this.emit("const_i64", [], 1n)], undefined, true);
    this.locals[COUNTER] = this.emit("box_int", [next]);
  }

  endLoop(): Trace {
    return this.builder.endLoop(this.locals);
  }

  endStraight(): Trace {
    return this.random.chance(0.5)
      ? this.builder.end({ kind: "return", value: this.word() })
      : this.builder.end({ kind: "leave", exit: this.builder.exit(this.snapshot()) });
  }
}

/** A random trace: with a loop mostly, else of a function. */
export function randomTrace(world: World, random: Random, id = 1): Trace {
  const isLoop = random.chance(0.75);
  const builder = new TraceBuilder({ id, kind: isLoop ? "loop" : "function", anchor: { code: world.code, ip: 0 } });
  const fn = isLoop ? NO_VALUE : builder.input("word", "function");
  const generator = new Generator(
    world,
    random,
    builder,
    fn,
    SLOT_TYPES.map((_, slot) => builder.input("word", slot)),
  );
  for (let count = random.below(isLoop ? 6 : 30); count > 0; count--) generator.step();
  if (!isLoop) return generator.endStraight();
  generator.beginLoop();
  for (let count = 3 + random.below(25); count > 0; count--) generator.step();
  return generator.endLoop();
}

/** A root that always leaves, with unboxed values and deferred objects, and a random bridge from there. */
export function randomBridge(world: World, random: Random): { readonly root: Trace; readonly bridge: Trace } {
  const root = rootOfBridge(world);
  const exits = exitsOf(root, world.helpers);
  const exit = exits[exits.length - 1];
  const builder = new TraceBuilder({
    id: 2,
    kind: "bridge",
    anchor: root.anchor,
    parent: { trace: root.id, exit: exit.number },
  });
  const { snapshot, valueOf } = startBridge(builder, root, exit);
  const generator = new Generator(world, random, builder, snapshot.frames[0].function, snapshot.frames[0].slots);
  exit.live.forEach((id, index) => generator.addRaw(exit.kinds[index], valueOf(id)));
  for (let count = 3 + random.below(25); count > 0; count--) generator.step();
  return { root, bridge: generator.endStraight() };
}

function rootOfBridge(world: World): Trace {
  const builder = new TraceBuilder({ id: 1, kind: "function", anchor: { code: world.code, ip: 0 } });
  const fn = builder.input("word", "function");
  const inputs = SLOT_TYPES.map((_, slot) => builder.input("word", slot));
  const snapshot = (slots: readonly ValueId[]): Snapshot => ({
    frames: [{ code: world.code, ip: 4, function: fn, slots, generator: NO_VALUE }],
    action: "resume",
  });
  builder.emit("guard_int", [inputs[1]], undefined, builder.exit(snapshot(inputs)));
  builder.emit("guard_shape", [inputs[2]], SHAPE_FLOAT, builder.exit(snapshot(inputs)));
  const int = builder.emit("unbox_int", [inputs[1]]);
  const float = builder.emit("unbox_float", [inputs[2]]);
  const raw = builder.emit("i64_to_i32", [int]);
  const boxed = builder.defer("box_int", [int]);
  const number = builder.defer("box_float", [float]);
  const object = builder.defer("new", [boxed, number, inputs[3], raw], {
    shape: world.shapes[0],
    words: INSTANCE_WORDS,
    fields: [2, 3, 4],
    raw: [],
    late: [INSTANCE_RAW / 4],
  });
  const leaving = snapshot([inputs[0], boxed, number, object, ...inputs.slice(4)]);
  return builder.end({ kind: "leave", exit: builder.exit(leaving) });
}
