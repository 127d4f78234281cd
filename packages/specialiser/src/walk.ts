/// The walk: goes through instructions in order, keeps what is known at each point, and emits what is left of them.

import { type CoreName, type CoreValue, core, createMeanings, EXIT, type Kind } from "@hotpy/bytecode";
import { type Memory, NULL } from "@hotpy/memory";
import {
  anyInstruction,
  type ExitNumber,
  effectsOf,
  type Helpers,
  helperNamed,
  type ImmediateValue,
  type Instruction,
  mapIds,
  mapSnapshot,
  NO_EXIT,
  type ObjectImmediate,
  resultKind,
  type Snapshot,
  snapshotOf,
  type Trace,
  type ValueId,
} from "@hotpy/trace";
import { type Fact, integerFact, integerWordFact, isStableShape, meet, nothingKnown } from "./facts.js";
import { FLOAT_RULES } from "./floats.js";
import { INTEGER_RULES } from "./integers.js";
import { type Learner, learnFromGuard, resultFact } from "./learn.js";
import { MEMORY_RULES, type MemoryObserver, noteMemoryEffects } from "./memory-rules.js";
import { type Field, type HelperResult, MemoryState } from "./memory-state.js";
import type { Outcome, Rule } from "./rule.js";
import { WORD_RULES } from "./words.js";

const RULES: Partial<Record<CoreName, Rule>> = { ...INTEGER_RULES, ...FLOAT_RULES, ...WORD_RULES, ...MEMORY_RULES };

const COMMUTATIVE: ReadonlySet<CoreName> = new Set([
  "i64_add",
  "i64_mul",
  "i64_add_wrap",
  "i64_mul_wrap",
  "i64_and",
  "i64_or",
  "i64_xor",
  "i64_eq",
  "i64_ne",
  "i32_add",
  "i32_and",
  "i32_or",
  "i32_eq",
  "f64_eq",
  "f64_ne",
  "word_eq",
]);

/** What does not change in the course of a walk. */
export interface Setting {
  readonly trace: Trace;
  readonly linear: Memory;
  readonly helpers: Helpers;
  readonly freshId: () => ValueId;
}

export class Walk implements MemoryObserver, Learner {
  readonly linear: Memory;
  readonly helpers: Helpers;
  readonly out: Instruction[] = [];
  /** Exits of the instructions in {@link out}. */
  readonly exits: (Snapshot | undefined)[];
  /** The exit to leave by, once the walk has met an instruction that certainly exits. */
  leaves: ExitNumber | undefined;
  state: MemoryState;

  private readonly replaced: Map<ValueId, ValueId>;
  private readonly facts: Map<ValueId, Fact>;
  private readonly definitions: Map<ValueId, Instruction>;
  private readonly positions: Map<ValueId, number>;
  private readonly available: Map<string, ValueId>;
  private readonly contents: Map<ValueId, ValueId>;
  private readonly boxes: Map<ValueId, ValueId>;
  private readonly snapshots = new Map<Snapshot, Snapshot>();
  readonly unseenStores = new Map<string, Instruction>();
  /** Guards against NULL that nothing with an effect has followed, by the word. */
  private readonly nullGuards = new Map<ValueId, Instruction>();
  valid: boolean;

  constructor(
    readonly setting: Setting,
    from?: Walk,
  ) {
    this.linear = setting.linear;
    this.helpers = setting.helpers;
    this.exits =
      from === undefined ? new Array<undefined>(setting.trace.exits.length).fill(undefined) : from.exits.slice();
    this.replaced = new Map(from?.replaced);
    this.facts = new Map(from?.facts);
    this.definitions = new Map(from?.definitions);
    this.positions = new Map(from?.positions);
    this.available = new Map(from?.available);
    this.contents = new Map(from?.contents);
    this.boxes = new Map(from?.boxes);
    this.valid = from?.valid ?? false;
    const factOf = (id: ValueId): Fact => this.fact(id);
    const definedAt = (id: ValueId): number => this.positions.get(id) ?? 0;
    this.state = from === undefined ? new MemoryState(factOf, definedAt) : from.state.copy(factOf, definedAt);
  }

  /* ---- values ---- */

  /** Replaces what is known of memory: at the head of a loop. */
  assumeMemory(
    unshared: Iterable<ValueId>,
    shapes: Iterable<readonly [ValueId, number]>,
    fields: Iterable<Field>,
    results: Iterable<HelperResult>,
  ): void {
    const { state } = this;
    state.fields.clear();
    state.shapes.clear();
    state.unshared.clear();
    state.results.clear();
    for (const id of unshared) state.unshared.add(id);
    for (const [id, shape] of shapes) state.shapes.set(this.resolve(id), shape);
    for (const field of fields) state.remember({ ...field, object: this.resolve(field.object) });
    for (const { helper, args, value } of results) this.learnResult(helper, args, value);
  }

  /** The raw value that is in a word. */
  assumeContent(word: ValueId, content: ValueId): void {
    this.contents.set(word, content);
    this.boxes.set(content, word);
  }

  /** The value that stands for this one now. */
  resolve(id: ValueId): ValueId {
    let current = id;
    for (let next = this.replaced.get(current); next !== undefined; next = this.replaced.get(current)) current = next;
    return current;
  }

  replace(id: ValueId, by: ValueId): void {
    if (id !== by) this.replaced.set(id, by);
  }

  /** Declares an input or loop parameter. */
  declare(id: ValueId, fact: Fact): void {
    this.facts.set(id, fact);
    this.positions.set(id, this.positions.size);
  }

  definition(id: ValueId): Instruction | undefined {
    return this.definitions.get(id);
  }

  fact(id: ValueId): Fact {
    const own = this.facts.get(id) ?? nothingKnown("word");
    const source = this.definitions.get(id);
    if (source?.op === "i64_from_i32") {
      const range = this.facts.get(source.args[0])?.range;
      return range === undefined ? own : (meet(own, integerFact("i64", range)) ?? own);
    }
    // What is known of a box is known of its content, and the reverse.
    const other = own.kind === "word" ? this.contents.get(id) : this.boxes.get(id);
    const range = other === undefined ? undefined : this.facts.get(other)?.range;
    if (range === undefined || own.kind === "f64" || own.kind === "i32") return own;
    return meet(own, own.kind === "word" ? integerWordFact(range) : { ...own, range }) ?? own;
  }

  refine(id: ValueId, fact: Fact): void {
    const own = this.fact(id);
    this.facts.set(id, meet(own, fact) ?? own);
  }

  learnShape(object: ValueId, shape: number): void {
    this.state.shapes.set(object, shape);
  }

  contentOf(word: ValueId): ValueId | undefined {
    return this.contents.get(word);
  }

  boxOf(content: ValueId): ValueId | undefined {
    return this.boxes.get(content);
  }

  get valueCount(): number {
    return this.positions.size;
  }

  constant(op: "const_word" | "const_i32" | "const_i64" | "const_f64", value: number | bigint): ValueId {
    const key = keyOf(op, [], value);
    return this.available.get(key) ?? this.emit(anyInstruction(this.setting.freshId(), op, [], value, NO_EXIT));
  }

  /** Says what is to be rebuilt at an exit that something in {@link out} names. */
  noteExit(exit: ExitNumber): void {
    const snapshot = snapshotOf(this.setting.trace, exit);
    let mapped = this.snapshots.get(snapshot);
    if (mapped === undefined) {
      mapped = mapSnapshot(snapshot, this.resolved);
      this.snapshots.set(snapshot, mapped);
    }
    this.exits[exit] = mapped;
  }

  readonly resolved = (id: ValueId): ValueId => this.resolve(id);

  /* ---- instructions ---- */

  /** Walks over instructions until the end or a certain exit ({@link leaves}). */
  walk(instructions: readonly Instruction[]): void {
    for (const instruction of instructions) {
      this.step(instruction);
      if (this.leaves !== undefined) return;
    }
  }

  private step(instruction: Instruction): void {
    const { id, exit } = instruction;
    let op: CoreName = instruction.op;
    let immediate: ImmediateValue = instruction.immediate;
    let args = mapIds(instruction.args, this.resolved);
    let isSame = args === instruction.args;
    for (;;) {
      const outcome = this.simplify(op, args, immediate);
      if (outcome === undefined) break;
      if (outcome.kind === "gone") return;
      if (outcome.kind === "value") return this.replace(id, outcome.id);
      if (outcome.kind === "fails") {
        this.noteExit(exit);
        this.leaves = exit;
        return;
      }
      ({ op, args, immediate } = outcome);
      isSame = false;
    }
    const known = this.isShareable(op) ? this.available.get(keyOf(op, args, immediate)) : undefined;
    if (known !== undefined) return this.replace(id, known);
    if (this.strengthen(op, args, immediate)) return;
    if (isSame) this.emit(instruction);
    else {
      const exits = exit !== NO_EXIT && effectsOf(op, immediate, this.helpers).exit === true;
      this.emit(anyInstruction(id, op, args, immediate, exits ? exit : NO_EXIT));
    }
  }

  /**
   * A guard on what a word is takes the place of an earlier one that it is not NULL, and says more: leaving earlier is
   * always right, and one check is cheaper than two.
   */
  private strengthen(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): boolean {
    if (op !== "guard_shape" && op !== "guard_int" && op !== "guard_small") return false;
    const weaker = this.nullGuards.get(args[0]);
    if (weaker === undefined) return false;
    this.nullGuards.delete(args[0]);
    const stronger = anyInstruction(weaker.id, op, args, immediate, weaker.exit);
    this.out[this.out.lastIndexOf(weaker)] = stronger;
    learnFromGuard(this, stronger);
    return true;
  }

  private simplify(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): Outcome {
    if (op === "call_leaf") {
      const known = this.state.results.get(resultKey(immediate as string, args));
      return known === undefined ? undefined : { kind: "value", id: known.value };
    }
    if (op === "guard_valid") return this.valid ? { kind: "gone" } : undefined;
    return this.compute(op, args, immediate) ?? RULES[op]?.(this, args, immediate);
  }

  /** The result of raw operations on constants. */
  private compute(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): Outcome {
    const { args: kinds, result, effects } = core(op);
    if (args.length === 0 || result === "void" || result === "word" || kinds.includes("word") || effects.reads)
      return undefined;
    const constants = args.map((id) => this.fact(id).constant);
    if (constants.includes(undefined)) return undefined;
    const computed = meaningsOf(this.linear)[op](constants as CoreValue[], immediate);
    if (computed === EXIT) return { kind: "fails" };
    return { kind: "value", id: this.constant(`const_${result}`, computed as CoreValue) };
  }

  /** Whether the same instruction on the same values may be left out the second time. */
  private isShareable(op: CoreName): boolean {
    if (op === "call_leaf") return false;
    const { reads, writes, calls, allocates } = core(op).effects;
    return !reads && !writes && !calls && !allocates && core(op).result !== "void";
  }

  /** Takes note of what a helper answers, if that depends only on its arguments and on memory that it reads. */
  learnResult(name: string, args: readonly ValueId[], value: ValueId): void {
    const { reads, writes, result } = helperNamed(name, this.helpers);
    // A word could be an object that the helper makes anew each time.
    if (writes.length > 0 || result === "word" || result === "void") return;
    this.state.results.set(resultKey(name, args), { helper: name, args, reads, value });
  }

  /** Appends an instruction whose arguments are resolved, and takes note of what it tells. */
  emit(instruction: Instruction): ValueId {
    const { id, op, args, immediate, exit } = instruction;
    const kind = resultKind(op, immediate, this.helpers);
    if (exit !== NO_EXIT) {
      this.noteExit(exit);
      this.unseenStores.clear();
    }
    this.out.push(instruction);
    if (kind !== "void") this.define(instruction, kind);
    if (exit !== NO_EXIT) learnFromGuard(this, instruction);
    if (op === "guard_valid") this.valid = true;
    const { writes, calls } = effectsOf(op, immediate, this.helpers);
    if (writes || calls) this.nullGuards.clear();
    else if (op === "guard_not_same" && immediate === NULL) this.nullGuards.set(args[0], instruction);
    noteMemoryEffects(this, instruction);
    if (op === "call_leaf") this.learnResult(immediate as string, args, id);
    if (this.isShareable(op)) this.available.set(keyOf(op, args, immediate), id);
    return id;
  }

  private define(instruction: Instruction, kind: Kind): void {
    const { id, op, args, immediate } = instruction;
    const helper = op === "call_leaf" ? helperNamed(immediate as string, this.helpers) : undefined;
    this.definitions.set(id, instruction);
    const argumentFacts = Array.from(args, (argument) => this.fact(argument));
    this.declare(id, resultFact(op, kind, argumentFacts, immediate, this.linear, helper));
    if (op === "unbox_int" || op === "unbox_float") {
      this.contents.set(args[0], id);
      this.boxes.set(id, args[0]);
    }
    if (op === "box_int" || op === "box_float") this.contents.set(id, args[0]);
    // Two floats of the same value are two objects; integers and bools are not told apart.
    if (op === "box_int" || op === "box_bool") this.boxes.set(args[0], id);
    if (op === "new" && !isStableShape((immediate as ObjectImmediate).shape))
      this.learnShape(id, (immediate as ObjectImmediate).shape);
  }
}

const resultKey = (helper: string, args: readonly ValueId[]): string => `${helper}(${args.join()})`;

function keyOf(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): string {
  const ordered = COMMUTATIVE.has(op) ? [...args].sort((a, b) => a - b) : args;
  const text = Object.is(immediate, -0)
    ? "-0"
    : typeof immediate === "object"
      ? JSON.stringify(immediate)
      : String(immediate);
  return `${op} ${ordered.join()} ${text}`;
}

const tables = new WeakMap<Memory, ReturnType<typeof createMeanings>>();

/** The meanings of raw operations, which need nothing of the VM. */
function meaningsOf(memory: Memory): ReturnType<typeof createMeanings> {
  let table = tables.get(memory);
  if (table === undefined) {
    const unavailable = (): never => {
      throw new Error("only raw operations are computed");
    };
    table = createMeanings(memory, {
      allocate: unavailable,
      barrier: unavailable,
      helper: unavailable,
      isValid: unavailable,
      callCode: () => NULL,
    });
    tables.set(memory, table);
  }
  return table;
}
