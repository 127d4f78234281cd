/// The walk: goes through instructions in order, keeps what is known at each point, and emits what is left of them.

import {
  CORE,
  type CoreDefinition,
  type CoreName,
  type CoreValue,
  core,
  EXIT,
  type Kind,
  type LeafHelper,
  rawMeanings,
} from "@hotpy/bytecode";
import { NULL } from "@hotpy/memory";
import type { Fact, FixedObjects, Range } from "@hotpy/trace";
import {
  anyInstruction,
  type ExitNumber,
  effectsOf,
  type FrameState,
  type Helpers,
  helperNamed,
  type ImmediateValue,
  type Instruction,
  InstructionTable,
  mapIds,
  mapSnapshot,
  NO_EXIT,
  NO_VALUE,
  type ObjectImmediate,
  type Snapshot,
  snapshotOf,
  type Trace,
  type ValueId,
  withArgs,
} from "@hotpy/trace";
import { integerFact, integerWordFact, isStableShape, meet, nothingKnown } from "./facts.js";
import { FLOAT_RULES } from "./floats.js";
import { INTEGER_RULES } from "./integers.js";
import { type Learner, learnFromGuard, resultFact } from "./learn.js";
import { MEMORY_RULES, type MemoryObserver, noteMemoryEffects, type UnseenStore } from "./memory-rules.js";
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

/** What a walk asks about each instruction, found by one look-up. */
interface Traits {
  readonly definition: CoreDefinition;
  readonly rule: Rule | undefined;
  /** The same instruction on the same values may be left out the second time. */
  readonly isShareable: boolean;
  /** An operation on raw values, whose result on constants is a constant. */
  readonly isComputable: boolean;
  readonly isCommutative: boolean;
  readonly usesMemory: boolean;
}

function traitsFrom(definition: CoreDefinition): Traits {
  const { args, result, effects } = definition;
  const { reads, writes, calls, allocates } = effects;
  const name = definition.name as CoreName;
  const hasRaw = result !== "void" && result !== "word" && !args.includes("word");
  return {
    definition,
    rule: RULES[name],
    isShareable: !reads && !writes && !calls && !allocates && result !== "void",
    isComputable: args.length > 0 && hasRaw && !reads,
    isCommutative: COMMUTATIVE.has(name),
    usesMemory: reads === true || writes === true || calls === true || name === "new",
  };
}

const TRAITS: ReadonlyMap<CoreName, Traits> = new Map(
  Array.from(CORE.values(), (definition) => [definition.name as CoreName, traitsFrom(definition)]),
);

const NO_ARGS: readonly ValueId[] = [];

/** What does not change in the course of a walk. */
export interface Setting {
  readonly trace: Trace;
  readonly objects: FixedObjects;
  readonly helpers: Helpers;
  readonly freshId: () => ValueId;
}

export class Walk implements MemoryObserver, Learner {
  readonly objects: FixedObjects;
  readonly helpers: Helpers;
  readonly out: Instruction[] = [];
  /** The exit to leave by, once the walk has met an instruction that certainly exits. */
  leaves: ExitNumber | undefined;
  state: MemoryState;

  /** By value, as the next five. */
  private readonly replaced: (ValueId | undefined)[];
  private readonly facts: (Fact | undefined)[];
  private readonly definitions: (Instruction | undefined)[];
  /** How many values had been defined before. */
  private readonly positions: (number | undefined)[];
  private readonly contents: (ValueId | undefined)[];
  private readonly boxes: (ValueId | undefined)[];
  private defined: number;
  private readonly available: InstructionTable;
  private readonly snapshots = new Map<Snapshot, Snapshot>();
  private readonly frames = new Map<FrameState, FrameState>();
  readonly unseenStores: UnseenStore[] = [];
  /** Guards against NULL that nothing with an effect has followed, by the word. */
  private readonly nullGuards = new Map<ValueId, Instruction>();
  valid: boolean;

  constructor(
    readonly setting: Setting,
    from?: Walk,
  ) {
    this.objects = setting.objects;
    this.helpers = setting.helpers;
    const { idLimit } = setting.trace;
    this.replaced = from === undefined ? byId(idLimit) : from.replaced.slice();
    this.facts = from === undefined ? byId(idLimit) : from.facts.slice();
    this.definitions = from === undefined ? byId(idLimit) : from.definitions.slice();
    this.positions = from === undefined ? byId(idLimit) : from.positions.slice();
    this.contents = from === undefined ? byId(idLimit) : from.contents.slice();
    this.boxes = from === undefined ? byId(idLimit) : from.boxes.slice();
    this.defined = from?.defined ?? 0;
    this.available = new InstructionTable(from?.available);
    this.valid = from?.valid ?? false;
    const factOf = (id: ValueId): Fact => this.fact(id);
    const definedAt = (id: ValueId): number => this.positions[id] ?? 0;
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
    state.forgetFields();
    state.shapes.clear();
    state.unshared.clear();
    state.results = [];
    for (const id of unshared) state.unshared.add(id);
    for (const [id, shape] of shapes) state.shapes.set(this.resolve(id), shape);
    for (const field of fields) state.remember({ ...field, object: this.resolve(field.object) });
    for (const { helper, args, value } of results) this.learnResult(helper, args, value);
  }

  /** The raw value that is in a word. */
  assumeContent(word: ValueId, content: ValueId): void {
    this.contents[word] = content;
    this.boxes[content] = word;
  }

  /** The value that stands for this one now. */
  resolve(id: ValueId): ValueId {
    let current = id;
    for (let next = this.replaced[current]; next !== undefined; next = this.replaced[current]) current = next;
    return current;
  }

  replace(id: ValueId, by: ValueId): void {
    if (id !== by) this.replaced[id] = by;
  }

  /** Declares an input or loop parameter. */
  declare(id: ValueId, fact: Fact): void {
    this.facts[id] = fact;
    this.positions[id] = this.defined++;
  }

  definition(id: ValueId): Instruction | undefined {
    return this.definitions[id];
  }

  fact(id: ValueId): Fact {
    const own = this.facts[id] ?? nothingKnown("word");
    const { kind } = own;
    if (kind === "f64") return own;
    let range: Range | undefined;
    if (kind === "i32") return own;
    if (kind === "i64") {
      const source = this.definitions[id];
      if (source?.op === "i64_from_i32") range = this.facts[source.args[0]]?.range;
    }
    if (range === undefined) {
      // What is known of a box is known of its content, and the reverse.
      const other = kind === "word" ? this.contents[id] : this.boxes[id];
      range = other === undefined ? undefined : this.facts[other]?.range;
    }
    if (range === undefined || range === own.range) return own;
    const met = meet(own, kind === "word" ? integerWordFact(range) : integerFact("i64", range)) ?? own;
    this.facts[id] = met;
    return met;
  }

  refine(id: ValueId, fact: Fact): void {
    const own = this.fact(id);
    this.facts[id] = meet(own, fact) ?? own;
  }

  learnShape(object: ValueId, shape: number): void {
    this.state.shapes.set(object, shape);
  }

  contentOf(word: ValueId): ValueId | undefined {
    return this.contents[word];
  }

  boxOf(content: ValueId): ValueId | undefined {
    return this.boxes[content];
  }

  get valueCount(): number {
    return this.defined;
  }

  constant(op: "const_word" | "const_i32" | "const_i64" | "const_f64", value: number | bigint): ValueId {
    const known = this.available.find(op, NO_ARGS, value);
    if (known !== NO_VALUE) return known;
    const made = anyInstruction(this.setting.freshId(), op, NO_ARGS, value, NO_EXIT);
    this.emit(made, TRAITS.get(op) as Traits);
    return made.id;
  }

  /**
   * Puts what is to be rebuilt at the exits of the instructions in {@link out} into a list by exit. To be called once the walk is over: a
   * value that an exit names has been defined before it, and what stands for it does not change afterwards.
   */
  noteExits(exits: (Snapshot | undefined)[]): void {
    for (const { exit } of this.out) if (exit !== NO_EXIT) this.noteExit(exit, exits);
  }

  /** Puts what is to be rebuilt at an exit into a list by exit. */
  noteExit(exit: ExitNumber, exits: (Snapshot | undefined)[]): void {
    const snapshot = snapshotOf(this.setting.trace, exit);
    let mapped = this.snapshots.get(snapshot);
    if (mapped === undefined) {
      mapped = mapSnapshot(snapshot, this.resolved, this.frames);
      this.snapshots.set(snapshot, mapped);
    }
    exits[exit] = mapped;
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
    let traits = TRAITS.get(op) as Traits;
    let immediate: ImmediateValue = instruction.immediate;
    let args = this.resolveAll(instruction.args);
    let isSame = args === instruction.args;
    for (;;) {
      const outcome = this.simplify(op, args, immediate, traits);
      if (outcome === undefined) break;
      if (outcome.kind === "gone") return;
      if (outcome.kind === "value") return this.replace(id, outcome.id);
      if (outcome.kind === "fails") {
        this.leaves = exit;
        return;
      }
      ({ op, args, immediate } = outcome);
      traits = TRAITS.get(op) as Traits;
      isSame = false;
    }
    if (traits.isShareable) {
      const known = this.available.find(op, inOrder(args, traits), immediate);
      if (known !== NO_VALUE) return this.replace(id, known);
    }
    if (exit !== NO_EXIT && this.strengthen(op, args, immediate)) return;
    if (isSame) this.emit(instruction, traits);
    else {
      const exits = exit !== NO_EXIT && effectsOf(op, immediate, this.helpers).exit === true;
      this.emit(anyInstruction(id, op, args, immediate, exits ? exit : NO_EXIT), traits);
    }
  }

  /** What operands stand for now; the list itself if they are the same. */
  private resolveAll(ids: readonly ValueId[]): readonly ValueId[] {
    const { replaced } = this;
    for (let index = 0; index < ids.length; index++)
      if (replaced[ids[index]] !== undefined) return mapIds(ids, this.resolved);
    return ids;
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

  private simplify(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue, traits: Traits): Outcome {
    if (op === "call_leaf") {
      const known = this.state.resultOf(immediate as string, args);
      return known === undefined ? undefined : { kind: "value", id: known.value };
    }
    if (op === "guard_valid") return this.valid ? { kind: "gone" } : undefined;
    const { rule } = traits;
    const computed = traits.isComputable ? this.compute(op, args, immediate) : undefined;
    return computed ?? (rule === undefined ? undefined : rule(this, args, immediate));
  }

  /** The result of raw operations on constants. */
  private compute(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): Outcome {
    for (const id of args) if (this.fact(id).constant === undefined) return undefined;
    const constants = args.map((id) => this.fact(id).constant);
    const { result } = core(op);
    const computed = rawMeanings()[op](constants as CoreValue[], immediate);
    if (computed === EXIT) return { kind: "fails" };
    return { kind: "value", id: this.constant(`const_${result as "i32" | "i64" | "f64"}`, computed as CoreValue) };
  }

  /** Takes note of what a helper returns, if that depends only on its arguments and on memory that it reads. */
  learnResult(name: string, args: readonly ValueId[], value: ValueId): void {
    const { reads, writes, result } = helperNamed(name, this.helpers);
    // A word could be an object that the helper makes anew each time.
    if (writes.length > 0 || result === "word" || result === "void") return;
    if (this.state.resultOf(name, args) === undefined) this.state.results.push({ helper: name, args, reads, value });
  }

  /** Appends an instruction whose arguments are resolved, and notes the facts that follow from it. */
  private emit(instruction: Instruction, traits: Traits): void {
    const { op, args, immediate, exit } = instruction;
    const helper = op === "call_leaf" ? helperNamed(immediate as string, this.helpers) : undefined;
    const kind = helper === undefined ? traits.definition.result : helper.result;
    if (exit !== NO_EXIT) this.unseenStores.length = 0;
    this.out.push(instruction);
    if (kind !== "void") this.define(instruction, kind, helper);
    if (exit !== NO_EXIT) learnFromGuard(this, instruction);
    if (traits.usesMemory) {
      const { writes, calls } = traits.definition.effects;
      if (helper === undefined ? writes || calls : helper.writes.length > 0) this.nullGuards.clear();
      noteMemoryEffects(this, instruction);
      if (helper !== undefined) this.learnResult(helper.name, args, instruction.id);
    } else if (op === "guard_valid") this.valid = true;
    else if (op === "guard_not_same" && immediate === NULL) this.nullGuards.set(args[0], instruction);
    if (traits.isShareable) this.available.add(withArgs(instruction, inOrder(args, traits)));
  }

  private define(instruction: Instruction, kind: Kind, helper: LeafHelper | undefined): void {
    const { id, op, args, immediate } = instruction;
    this.definitions[id] = instruction;
    const first = args.length > 0 ? this.fact(args[0] as ValueId) : undefined;
    const second = args.length > 1 ? this.fact(args[1] as ValueId) : undefined;
    this.declare(id, resultFact(op, kind, first, second, immediate, this.objects, helper));
    if (op === "unbox_int" || op === "unbox_float") {
      this.assumeContent(args[0], id);
    }
    if (op === "box_int" || op === "box_float") this.contents[id] = args[0];
    // Two floats of the same value are two objects; integers and bools are not told apart.
    if (op === "box_int" || op === "box_bool") this.boxes[args[0]] = id;
    if (op === "new" && !isStableShape((immediate as ObjectImmediate).shape))
      this.learnShape(id, (immediate as ObjectImmediate).shape);
  }
}

/** A table by value id. Values that a walk adds make it longer. */
const byId = <T>(limit: ValueId): (T | undefined)[] => new Array<T | undefined>(limit).fill(undefined);

/** Operands of what commutes in one order, whichever the program has. */
const inOrder = (args: readonly ValueId[], { isCommutative }: Traits): readonly ValueId[] =>
  isCommutative && args[0] > args[1] ? [args[1], args[0]] : args;
