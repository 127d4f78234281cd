/// The recording machine: executes expansions on the real frames, as the direct machine does, and appends what it
/// executes to a trace. Questions become guards that pin the answer.

import { CORE, type CoreImmediate, type CoreName, type CoreValue, core, EXIT, type Kind } from "@hotpy/bytecode";
import { type CoreMachine, Decline, Raised, type RunningFrame, SHAPE_NULL, SHAPE_SMALL } from "@hotpy/interpreter";
import { type Address, isSmall, NULL, STATE_PENDING, type Word } from "@hotpy/memory";
import {
  type AliasClass,
  ANYTHING,
  CODE_START,
  DICT,
  type Field,
  FLAG_PINNED,
  GENERATOR_CODE,
  SHAPE_ALIAS,
  SHAPE_INT64,
  shapeIdOf,
} from "@hotpy/object-model";
import {
  anyInstruction,
  helperNamed,
  type Instruction,
  NO_EXIT,
  NO_VALUE,
  type Snapshot,
  type TraceBuilder,
  type ValueId,
} from "@hotpy/trace";
import { AbortReason } from "./abort-reason.js";
import { loadGenerator, markRunning, suspendGenerator } from "./generator-frames.js";
import { RecordedFacts } from "./recorded-facts.js";
import { Abort, Finished, type Recorded, type RecordingContext } from "./recording-context.js";
import type { ShadowFrames } from "./shadow-frames.js";

export class RecordingMachine implements CoreMachine<Recorded> {
  readonly frame: RunningFrame;
  readonly shadow: ShadowFrames;
  readonly #context: RecordingContext;
  readonly #builder: TraceBuilder;
  readonly #recorded = new RecordedFacts();
  /** State at the start of the instruction. */
  #startSlots: readonly ValueId[] = [];
  #startOffset = 0;
  readonly #snapshots = new Map<Snapshot["action"], Snapshot>();
  #effect = false;
  /** A helper has run that may have changed what the trace relies on. */
  #mayBeInvalid = false;
  readonly #megamorphic: ValueId;

  /** @param megamorphic the value whose guards have met ever new types, or NO_VALUE */
  constructor(
    context: RecordingContext,
    builder: TraceBuilder,
    frame: RunningFrame,
    shadow: ShadowFrames,
    megamorphic: ValueId = NO_VALUE,
  ) {
    this.#megamorphic = megamorphic;
    this.#context = context;
    this.#builder = builder;
    this.frame = frame;
    this.shadow = shadow;
  }

  /** To be called before each complex instruction, the frame loaded. */
  begin(): void {
    this.#startSlots = [...this.shadow.top.slots];
    this.#startOffset = this.frame.offset(this.frame.ip);
    this.frame.begin();
    this.#snapshots.clear();
    this.#effect = false;
    if (!this.#mayBeInvalid) return;
    this.#mayBeInvalid = false;
    this.#builder.emit("guard_valid", [], undefined, this.#builder.exit(this.snapshot()));
  }

  /** From here on the recording may come round again, to a memory that the rest of it has changed. */
  forgetMemory(): void {
    this.#recorded.noteWrites([ANYTHING]);
  }

  /** Whether the present instruction has changed anything but the operand stack: then it can no longer be given up. */
  get hasEffect(): boolean {
    return this.#effect;
  }

  /** Undoes what the present instruction did to operands and locals. */
  undo(): void {
    this.frame.undo();
  }

  /** The state at the start of the present instruction; `raise`: at its end, as the loop saves it before raising. */
  snapshot(action: Snapshot["action"] = "resume"): Snapshot {
    let snapshot = this.#snapshots.get(action);
    if (snapshot === undefined) {
      const offset = action === "resume" ? this.#startOffset : this.frame.offset(this.frame.next);
      snapshot = this.shadow.snapshot(offset, this.#startSlots, action, this.#startOffset);
      this.#snapshots.set(action, snapshot);
    }
    return snapshot;
  }

  /* ---- constants ---- */

  word(value: Word): Recorded {
    if (this.#moves(value)) return this.#constant("const_object", value, this.#context.constant(value));
    return this.#constant("const_word", value | 0, value | 0);
  }

  i32(value: number): Recorded {
    return this.#constant("const_i32", value | 0, value | 0);
  }

  i64(value: bigint): Recorded {
    return this.#constant("const_i64", value, value);
  }

  f64(value: number): Recorded {
    return this.#constant("const_f64", value, value);
  }

  #constant(op: CoreName, value: CoreValue, immediate: number | bigint): Recorded {
    let id = this.#recorded.find(op, NO_ARGS, immediate);
    if (id === NO_VALUE) {
      const made = anyInstruction(this.#builder.freshId(), op, NO_ARGS, immediate, NO_EXIT);
      id = made.id;
      this.#builder.append(made);
      if (op === "const_object") this.#builder.constant(immediate as number);
      this.#recorded.addConstant(made);
    }
    return { id, value };
  }

  #constantOf(kind: Kind, value: CoreValue): Recorded {
    switch (kind) {
      case "word":
        return this.word(value as Word);
      case "i32":
        return this.i32(value as number);
      case "i64":
        return this.i64(value as bigint);
      case "f64":
        return this.f64(value as number);
    }
  }

  #moves(word: Word): boolean {
    const { memory } = this.#context;
    if (word === NULL || isSmall(word)) return false;
    return word >>> 0 >= memory.heap.start && (memory.i32[word >>> 2] & FLAG_PINNED) === 0;
  }

  /* ---- questions ---- */

  isSmall(value: Recorded): boolean {
    return this.shapeOf(value) === SHAPE_SMALL;
  }

  isInt(value: Recorded): boolean {
    const shape = this.shapeNow(value);
    if (shape !== SHAPE_SMALL && shape !== SHAPE_INT64) return (this.#pinShape(value, shape), false);
    this.#guard("guard_int", value);
    return true;
  }

  isNull(value: Recorded): boolean {
    return this.isSame(value, NULL);
  }

  shapeOf(value: Recorded): number {
    const shape = this.shapeNow(value);
    this.#pinShape(value, shape);
    return shape;
  }

  shapeNow({ value }: Recorded): number {
    if (isSmall(value as Word)) return SHAPE_SMALL;
    return value === NULL ? SHAPE_NULL : shapeIdOf(this.#context.memory, value as Address);
  }

  wordNow({ value }: Recorded): Word {
    return value as Word;
  }

  #pinShape(value: Recorded, shape: number): void {
    if (shape === SHAPE_SMALL) this.#guard("guard_small", value);
    else if (shape === SHAPE_NULL) this.#guard("guard_same", value, NULL);
    else this.#guard("guard_shape", value, shape);
  }

  truth(condition: Recorded): boolean {
    const holds = condition.value !== 0;
    this.#guard(holds ? "guard_true" : "guard_false", condition);
    return holds;
  }

  isSame(value: Recorded, other: Word): boolean {
    if (this.#moves(other)) return this.truth(this.op("word_eq", [value, this.word(other)]));
    const same = ((value.value as Word) | 0) === (other | 0);
    this.#guard(same ? "guard_same" : "guard_not_same", value, other | 0);
    return same;
  }

  wordOf(value: Recorded): Word {
    this.isSame(value, value.value as Word);
    return value.value as Word;
  }

  numberOf(value: Recorded): number {
    this.truth(this.op("i32_eq", [value, this.i32(value.value as number)]));
    return value.value as number;
  }

  #guard(op: CoreName, value: Recorded, immediate?: number): void {
    if (this.#recorded.holds(op, value.id, immediate)) return;
    this.#builder.emitAny(op, [value.id], immediate, this.#builder.exit(this.snapshot()));
    this.#recorded.addGuard(op, value.id, immediate);
  }

  /* ---- instructions ---- */

  op(name: CoreName, args: readonly Recorded[], immediate?: CoreImmediate): Recorded {
    const result = this.attempt(name, args, immediate);
    if (result === undefined) throw new Decline(`${name} exits`);
    return result;
  }

  attempt(name: CoreName, args: readonly Recorded[], immediate?: CoreImmediate): Recorded | undefined {
    const result = this.#context.meanings[name](
      args.map(({ value }) => value),
      immediate,
    );
    if (result === EXIT) return undefined;
    if (name === "call_leaf") return this.#recordLeaf(immediate as string, args, result);

    const { isPure, effects, result: kind } = core(name);
    const isConstant = isPure || (effects.reads === true && (immediate as Field).mutability === "fixed");
    if (isConstant && args.every(({ id }) => this.#recorded.isConstant(id)))
      return this.#constantOf(kind as Kind, result as CoreValue);
    const ids = args.map(({ id }) => id);
    const isShared = isConstant || ONLY_EXIT.has(name);
    if (isShared) {
      const known = this.#recorded.find(name, ids, immediate);
      if (known !== NO_VALUE) return { id: known, value: result ?? 0 };
    }
    if (effects.writes || effects.calls) {
      this.#effect = true;
      this.#recorded.noteWrites(writesOf(name, immediate));
    }
    const made = this.#append(name, ids, immediate, effects.exit ? this.snapshot() : undefined);
    if (isShared) this.#recorded.add(made);
    this.#recorded.noteResult(name, made.id, immediate);
    return { id: made.id, value: result ?? 0 };
  }

  /** Records the call of a helper, unless its result is known already. */
  #recordLeaf(name: string, args: readonly Recorded[], result: CoreValue | undefined): Recorded {
    const helper = helperNamed(name, this.#context.helpers);
    const ids = args.map(({ id }) => id);
    // A word may be an object that the helper makes anew each time.
    const isQuestion = helper.result !== "word" && helper.writes.length === 0;
    if (isQuestion) {
      if (helper.reads.length === 0 && helper.fails === "never" && ids.every((id) => this.#recorded.isConstant(id)))
        return this.#constantOf(helper.result as Kind, result as CoreValue);
      const known = this.#recorded.findReading(name, ids);
      if (known !== NO_VALUE) return { id: known, value: result as CoreValue };
    }
    if (helper.writes.length > 0) {
      if (!helper.isRepeatable) this.#effect = true;
      this.#recorded.noteWrites(helper.writes);
      // What changes a dict reports it where the trace relies on that dict: on a global, which it has taken for a constant.
      if (helper.writes.includes(ANYTHING) || helper.writes.includes(DICT.version.alias)) this.#mayBeInvalid = true;
    }
    const snapshot =
      helper.fails === "never" ? undefined : this.snapshot(helper.fails === "raise" ? "raise" : "resume");
    const made = this.#append("call_leaf", ids, name, snapshot);
    if (isQuestion) this.#recorded.addReading(made, helper.reads);
    return { id: made.id, value: result ?? 0 };
  }

  #append(
    op: CoreName,
    ids: readonly ValueId[],
    immediate: CoreImmediate,
    snapshot: Snapshot | undefined,
  ): Instruction {
    const exit = snapshot === undefined ? NO_EXIT : this.#builder.exit(snapshot);
    const made = anyInstruction(this.#builder.freshId(), op, ids, immediate, exit);
    this.#builder.append(made);
    return made;
  }

  leaf(helper: string, args: readonly Recorded[]): Recorded {
    const result = this.attempt("call_leaf", args, helper);
    if (result !== undefined) return result;
    if (this.#context.memory.i32[STATE_PENDING >>> 2] !== NULL) throw new Raised();
    throw new Decline(`${helper} wants to be executed again`);
  }

  watch(object: Address, key?: Word): void {
    this.#context.watch(object, key);
  }

  claim(dict: Address, key: Word): boolean {
    return this.#context.claim(dict, key);
  }

  isMegamorphic({ id }: Recorded): boolean {
    return id === this.#megamorphic;
  }

  /* ---- frames ---- */

  get code(): Address {
    return this.frame.code;
  }

  readonly address = NULL;

  currentFunction(): Recorded {
    return { id: this.shadow.top.function, value: this.frame.function };
  }

  local(index: number): Recorded {
    return this.#read(this.shadow.top.slots[index], this.frame.slot(index));
  }

  setLocal(index: number, value: Recorded): void {
    this.shadow.top.slots[index] = value.id;
    this.frame.setSlot(index, value.value as Word);
  }

  push(value: Recorded): void {
    this.shadow.top.slots.push(value.id);
    this.frame.push(value.value as Word);
  }

  pop(): Recorded {
    return this.#read(this.shadow.top.slots.pop() as ValueId, this.frame.pop());
  }

  peek(depth: number): Recorded {
    const { slots } = this.shadow.top;
    return this.#read(slots[slots.length - 1 - depth], this.frame.peek(depth));
  }

  #read(id: ValueId, value: Word): Recorded {
    return id === NO_VALUE ? this.word(NULL) : { id, value };
  }

  get next(): Address {
    return this.frame.next;
  }

  jump(words: number): void {
    this.frame.next = this.frame.ip + words * 4;
  }

  goTo(address: Address): void {
    this.frame.next = address;
  }

  call(code: Address, callee: Recorded, args: readonly Recorded[]): void {
    if (!this.#context.inlines(code)) return this.#callCode(code, callee, args);
    const returnOffset = this.frame.offset(this.frame.next);
    this.frame.pushFrame(
      code,
      callee.value as Word,
      args.map(({ value }) => value as Word),
    );
    const slots = args.map(({ id }) => id);
    while (slots.length < this.frame.localCount) slots.push(NO_VALUE);
    this.shadow.push(
      { code, localCount: this.frame.localCount, function: callee.id, generator: NO_VALUE, slots, returnOffset: 0 },
      returnOffset,
    );
  }

  /** A call that stays a call. It is executed here and now by the interpreter, so objects may have moved afterwards. */
  #callCode(code: Address, callee: Recorded, args: readonly Recorded[]): void {
    const { frame, shadow } = this;
    const returnOffset = frame.offset(frame.next);
    const during = shadow.snapshotDuringCall(returnOffset);
    const caller = frame.frame;
    frame.pushFrame(
      code,
      callee.value as Word,
      args.map(({ value }) => value as Word),
    );
    const exit = this.#builder.exit(during);
    const id = this.#builder.emit("call_code", [callee.id, ...args.map((argument) => argument.id)], code, exit);
    this.#effect = true;
    this.#recorded.noteWrites([ANYTHING]);
    const failure = this.#context.runCall(caller);
    shadow.top.slots.push(id);
    const behind = this.#builder.exit(shadow.snapshot(returnOffset));
    if (failure !== undefined) throw new Abort(failure.reason, "", failure.raised, { kind: "leave", exit: behind });
    frame.load();
    this.#builder.emit("guard_valid", [], undefined, behind);
  }

  generator(): Recorded {
    return this.#read(this.shadow.top.generator, this.frame.generator);
  }

  cut(operands: number): void {
    this.shadow.top.slots.length = this.frame.localCount + operands;
    this.frame.cut(operands);
  }

  get depth(): number {
    return this.shadow.depth;
  }

  return(value?: Recorded): void {
    if (this.shadow.depth === 1) {
      if (value === undefined) throw new Abort(AbortReason.Suspends);
      throw new Finished({ kind: "return", value: value.id });
    }
    this.#effect = true;
    this.shadow.pop();
    this.frame.popFrame();
    if (value !== undefined) this.push(value);
  }

  needsCaller(): void {
    if (this.shadow.depth === 1) throw new Abort(AbortReason.Suspends);
  }

  /** Whether the top frame has the generator in a variable, as one of a chain of filters has, which is as long each time. In recursion it has just made it. */
  #hasFromElsewhere({ value }: Recorded): boolean {
    for (let index = 0; index < this.frame.localCount; index++) if (this.frame.slot(index) === value) return true;
    return false;
  }

  resume(generator: Recorded, runningIp: number): void {
    const { memory, resumes } = this.#context;
    const resumed = memory.i32[((generator.value as Address) + GENERATOR_CODE) >>> 2];
    const recursion = this.#hasFromElsewhere(generator) ? 0 : this.shadow.countOf(resumed);
    if (!resumes(this.shadow.depth, recursion)) throw new Abort(AbortReason.TooDeep);
    const { code, callee, slots } = loadGenerator(this, memory, generator);
    const returnOffset = this.frame.offset(this.frame.next);
    this.frame.resumeGenerator(generator.value as Address, runningIp);
    this.#effect = true;
    markRunning(this, generator, runningIp);
    this.shadow.push(
      {
        code,
        localCount: this.frame.localCount,
        function: callee,
        generator: generator.id,
        slots: [...slots],
        loaded: slots,
        returnOffset: 0,
      },
      returnOffset,
    );
  }

  suspend(value: Recorded): void {
    this.needsCaller();
    const { memory } = this.#context;
    const offset = this.frame.offset(this.frame.next);
    suspendGenerator(this, this.generator(), this.shadow.top, memory.i32[(this.code + CODE_START) >>> 2] + offset);
    this.#effect = true;
    this.shadow.pop();
    this.frame.suspendGenerator();
    this.push(value);
  }

  decline(reason: string): never {
    throw new Decline(reason);
  }
}

const NO_ARGS: readonly ValueId[] = [];

/** Instructions that do nothing but leave where their condition fails: done twice with the same operands, the second never does. */
const ONLY_EXIT: ReadonlySet<CoreName> = new Set(
  [...CORE.values()]
    .filter(
      ({ effects: { exit, reads, writes, allocates, calls } }) => exit && !reads && !writes && !allocates && !calls,
    )
    .map(({ name }) => name as CoreName),
);

/** Alias classes that an instruction writes, calls aside. */
const writesOf = (op: CoreName, immediate: CoreImmediate): readonly AliasClass[] =>
  op === "set_shape" ? [SHAPE_ALIAS] : [(immediate as Field).alias];
