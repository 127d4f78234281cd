/// The straight walk of escape analysis: boxes and objects stay virtual until something outside the trace needs them,
/// and then are made just before it. Snapshots get recipes for what is virtual at their point.

import type { CoreName } from "@hotpy/bytecode";
import { anyField, SHAPE_BOOL, SHAPE_FLOAT } from "@hotpy/object-model";
import {
  type ArgsOf,
  anyInstruction,
  type ExitNumber,
  type FrameState,
  type ImmediateValue,
  type Instruction,
  type InstructionRest,
  mapIds,
  mapSnapshot,
  NO_EXIT,
  type Snapshot,
  sameIds,
  snapshotOf,
  type Trace,
  type ValueId,
  visitSnapshot,
  withArgs,
} from "@hotpy/trace";
import {
  creation,
  type FieldContent,
  isBoxName,
  type Virtual,
  type VirtualObject,
  virtualObject,
  withField,
} from "./virtual.js";

/** A raw value that is the content of a word which exists. */
export interface KnownContent {
  readonly op: "box_int" | "box_float";
  readonly content: ValueId;
}

/** What the body of a loop must not do with virtual values that were there at its head. */
export interface LoopGuard {
  /** Virtual values of the prologue: neither made nor changed. */
  readonly outer: ReadonlySet<ValueId>;
  /** Virtual values of the loop's parameters: not made. */
  readonly own: { has(id: ValueId): boolean };
  /** Objects of the prologue that live on in parameters: not named otherwise. */
  readonly moved: ReadonlySet<ValueId>;
  /** Called when the body does it. */
  readonly onChange: (id: ValueId) => void;
}

export class Analysis {
  out: Instruction[] = [];
  /** Exits of the instructions in {@link out}. */
  readonly exits: (Snapshot | undefined)[];
  readonly virtuals: Map<ValueId, Virtual>;
  readonly deferred: Map<ValueId, Instruction>;
  /** Contents of real words, from the instructions that unbox them. */
  readonly contents: Map<ValueId, KnownContent>;
  readonly constants: Map<ValueId, number | bigint>;
  /** By value. */
  private readonly replaced: (ValueId | undefined)[];
  /** Recipes that have been made, by the value whose states they are. */
  private readonly recipes: Map<ValueId, readonly Instruction[]>;
  /** Frames as they are at exits in state {@link framesAt}. */
  private readonly frames = new Map<FrameState, FrameState>();
  private framesAt = 0;
  private snapshots = new Map<Snapshot, { readonly mapped: Snapshot; readonly state: number }>();
  /** Counts changes of what is virtual: snapshots taken in the same state are the same. */
  private stateNumber = 0;
  private guard: LoopGuard | undefined;

  constructor(
    private readonly source: Trace,
    readonly freshId: () => ValueId,
    from?: Analysis,
  ) {
    this.exits = from === undefined ? new Array<undefined>(source.exits.length).fill(undefined) : from.exits.slice();
    this.virtuals = new Map(from?.virtuals);
    this.deferred = new Map(from?.deferred);
    this.contents = new Map(from?.contents);
    this.constants = new Map(from?.constants);
    this.replaced = from === undefined ? new Array<undefined>(source.idLimit).fill(undefined) : from.replaced.slice();
    this.recipes = new Map(from?.recipes);
    this.out = [...(from?.out ?? [])];
  }

  /** From here on instructions belong to the loop's body. Returns those before it. */
  enterLoop(guard: LoopGuard): Instruction[] {
    const before = this.out;
    this.out = [];
    this.guard = guard;
    this.snapshots = new Map();
    return before;
  }

  resolve(id: ValueId): ValueId {
    let current = id;
    for (let next = this.replaced[current]; next !== undefined; next = this.replaced[current]) current = next;
    if (this.guard?.moved.has(current)) this.guard.onChange(current);
    return current;
  }

  setVirtual(id: ValueId, virtual: Virtual): void {
    this.virtuals.set(id, virtual);
    this.stateNumber++;
  }

  emit<N extends CoreName>(op: N, args: ArgsOf<N>, ...rest: InstructionRest<N>): ValueId;
  emit(op: CoreName, args: readonly ValueId[], immediate?: ImmediateValue, exit: ExitNumber = NO_EXIT): ValueId {
    return this.emitAs(this.freshId(), op, args, immediate, exit);
  }

  /** Emits an instruction that has its id already. */
  private emitAs(
    id: ValueId,
    op: CoreName,
    args: readonly ValueId[],
    immediate?: ImmediateValue,
    exit: ExitNumber = NO_EXIT,
  ): ValueId {
    this.append(anyInstruction(id, op, args, immediate, exit));
    return id;
  }

  private append(instruction: Instruction): void {
    const { id, op, args, immediate } = instruction;
    this.out.push(instruction);
    if (op === "unbox_int" || op === "unbox_float")
      this.contents.set(args[0], { op: op === "unbox_int" ? "box_int" : "box_float", content: id });
    if (op === "const_i32" || op === "const_word") this.constants.set(id, immediate as number);
  }

  /* ---- making what is virtual ---- */

  /** Makes a value real, with all that it refers to. Its name stays. */
  force(id: ValueId): void {
    const virtual = this.virtuals.get(id);
    if (virtual === undefined) return;
    if (this.guard?.own.has(id)) this.guard.onChange(id);
    this.noteChange(id);
    this.virtuals.delete(id);
    this.stateNumber++;
    if (virtual.kind === "box") {
      this.emitAs(id, virtual.op, [virtual.content]);
      if (virtual.op === "box_int" || virtual.op === "box_float")
        this.contents.set(id, { op: virtual.op, content: virtual.content });
      return;
    }
    for (const content of virtual.fields.values()) if (content.kind === "word") this.force(content.value);
    const {
      args,
      immediate: { late = [], ...layout },
    } = creation(virtual);
    this.emitAs(id, "new", args.slice(0, layout.fields.length), layout);
    late.forEach((word, position) => {
      this.emit("store_i32", [id, args[layout.fields.length + position]], anyField("i32", 4 * word));
    });
  }

  private noteChange(id: ValueId): void {
    if (this.guard?.outer.has(id)) this.guard.onChange(id);
  }

  /* ---- instructions ---- */

  walk(instructions: readonly Instruction[]): void {
    for (const instruction of instructions) this.step(instruction);
  }

  private step(instruction: Instruction): void {
    const { id, op, exit } = instruction;
    const args = mapIds(instruction.args, this.resolved);
    if (isBoxName(op)) return this.setVirtual(id, { kind: "box", op, content: args[0] });
    if (instruction.op === "new") {
      const object = virtualObject(args, instruction.immediate);
      if (object !== undefined) return this.setVirtual(id, object);
    }
    const virtual = args.length === 0 ? undefined : this.virtuals.get(args[0]);
    if (virtual !== undefined && this.onVirtual(instruction, args, virtual)) return;
    if (op === "word_eq" && this.compareObjects(id, args)) return;
    for (const argument of args) this.force(argument);
    if (op === "call_code") this.forceExit(exit);
    this.append(withArgs(instruction, args));
    if (exit !== NO_EXIT) this.noteExit(exit);
  }

  /** Performs an instruction on a virtual first argument without making it. False if it must be made. */
  private onVirtual(instruction: Instruction, args: readonly ValueId[], virtual: Virtual): boolean {
    const { id, op, immediate } = instruction;
    switch (op) {
      case "unbox_int":
        return this.unboxInt(id, virtual);
      case "unbox_float":
        return virtual.kind === "box" && virtual.op === "box_float" && this.replace(id, virtual.content);
      case "guard_int":
        return virtual.kind === "box" && (virtual.op === "box_int" || virtual.op === "small_from_i32");
      case "guard_small":
        return virtual.kind === "box" && virtual.op === "small_from_i32";
      case "guard_shape":
        return shapeOf(virtual) === immediate;
      // A new object is none that exists.
      case "guard_not_same":
        return virtual.kind === "object";
      default:
        break;
    }
    if (virtual.kind !== "object") return false;
    const index = this.fieldIndex(instruction, args, virtual);
    switch (op) {
      case "load_word":
      case "load_i32":
      case "load_element":
        return index !== undefined && this.load(id, op !== "load_i32", virtual, index);
      case "store_word":
      case "store_i32":
      case "store_element":
        return (
          index !== undefined &&
          this.store(args[0], virtual, index, {
            kind: op === "store_i32" ? "i32" : "word",
            value: args[args.length - 1],
          })
        );
      case "set_shape":
        this.noteChange(args[0]);
        this.setVirtual(args[0], { ...virtual, shape: immediate as number });
        return true;
      default:
        return false;
    }
  }

  private unboxInt(id: ValueId, virtual: Virtual): boolean {
    if (virtual.kind !== "box") return false;
    if (virtual.op === "box_int") return this.replace(id, virtual.content);
    if (virtual.op !== "small_from_i32") return false;
    this.emitAs(id, "i64_from_i32", [virtual.content]);
    return true;
  }

  private replace(id: ValueId, by: ValueId): true {
    this.replaced[id] = by;
    return true;
  }

  /** Word index of the field that an access names; `undefined` if it is not known or not a field. */
  private fieldIndex(
    { op, immediate }: Instruction,
    args: readonly ValueId[],
    { words }: VirtualObject,
  ): number | undefined {
    if (op === "load_u8" || op === "load_f64" || typeof immediate !== "object" || !("alias" in immediate))
      return undefined;
    const element = op === "load_element" || op === "store_element" ? this.constants.get(args[1]) : 0;
    if (typeof element !== "number") return undefined;
    const index = immediate.offset / 4 + element;
    return index >= 2 && index < words ? index : op === "load_i32" && index === 1 ? index : undefined;
  }

  private load(id: ValueId, tagged: boolean, { fields }: VirtualObject, index: number): boolean {
    const content = fields.get(index) ?? { kind: "raw", word: 0 };
    if (content.kind === "raw") this.emitAs(id, tagged ? "const_word" : "const_i32", [], content.word);
    else if ((content.kind === "word") === tagged) this.replaced[id] = this.resolve(content.value);
    else return false;
    return true;
  }

  private store(id: ValueId, object: VirtualObject, index: number, content: FieldContent): boolean {
    if (content.kind === "word" && this.reaches(content.value, id)) return false;
    this.noteChange(id);
    this.setVirtual(id, withField(object, index, content));
    return true;
  }

  /** Whether a virtual value refers to `target`, itself included: recipes cannot be cyclic. */
  private reaches(id: ValueId, target: ValueId): boolean {
    if (id === target) return true;
    const virtual = this.virtuals.get(id);
    if (virtual?.kind !== "object") return false;
    return [...virtual.fields.values()].some(
      (content) => content.kind === "word" && this.reaches(content.value, target),
    );
  }

  private compareObjects(id: ValueId, [a, b]: readonly ValueId[]): boolean {
    const isNew = this.virtuals.get(a)?.kind === "object" || this.virtuals.get(b)?.kind === "object";
    if (!isNew) return false;
    this.emitAs(id, "const_i32", [], a === b ? 1 : 0);
    return true;
  }

  /* ---- exits ---- */

  /** Gives the exit recipes for what is virtual now. */
  noteExit(exit: ExitNumber): void {
    this.exits[exit] = this.snapshot(snapshotOf(this.source, exit));
  }

  private snapshot(snapshot: Snapshot): Snapshot {
    const known = this.snapshots.get(snapshot);
    if (known?.state === this.stateNumber) return known.mapped;
    if (this.framesAt !== this.stateNumber) {
      this.frames.clear();
      this.framesAt = this.stateNumber;
    }
    const mapped = mapSnapshot(snapshot, this.valueAtExit, this.frames);
    this.snapshots.set(snapshot, { mapped, state: this.stateNumber });
    return mapped;
  }

  /** Makes everything that an exit names, for where frames must be in memory. */
  forceExit(exit: ExitNumber): void {
    visitSnapshot(snapshotOf(this.source, exit), (id) => this.force(this.resolve(id)));
  }

  private readonly resolved = (id: ValueId): ValueId => this.resolve(id);
  private readonly valueAtExit = (id: ValueId): ValueId => this.exitValue(id);

  private exitValue(id: ValueId): ValueId {
    const again = this.source.deferred.get(id);
    if (again !== undefined) return this.recipe(id, again.op, mapIds(again.args, this.valueAtExit), again.immediate);
    const value = this.resolve(id);
    const virtual = this.virtuals.get(value);
    if (virtual === undefined) return value;
    if (virtual.kind === "box") return this.recipe(value, virtual.op, [virtual.content], undefined);
    const { args, immediate } = creation(virtual);
    return this.recipe(value, "new", mapIds(args, this.valueAtExit), immediate);
  }

  /** A recipe for this state of a virtual value; the same state has one recipe, whatever exits need it. */
  private recipe(owner: ValueId, op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): ValueId {
    const known = this.recipes.get(owner) ?? [];
    for (const made of known)
      if (made.op === op && made.immediate === immediate && sameIds(made.args, args)) return made.id;
    const made = anyInstruction(this.freshId(), op, args, immediate, NO_EXIT);
    this.deferred.set(made.id, made);
    this.recipes.set(owner, [...known, made]);
    return made.id;
  }
}

function shapeOf(virtual: Virtual): number | undefined {
  if (virtual.kind === "object") return virtual.shape;
  return virtual.op === "box_float" ? SHAPE_FLOAT : virtual.op === "box_bool" ? SHAPE_BOOL : undefined;
}
