import type { CoreName, Kind } from "@hotpy/bytecode";
import {
  type ArgsOf,
  anyInstruction,
  type ImmediateValue,
  type Instruction,
  type InstructionRest,
  NO_EXIT,
} from "./instruction.js";
import type { ExitNumber, Input, LoopParam, Snapshot, Trace, TraceEnd, ValueId } from "./trace.js";

/** What is known of a trace before its first instruction. */
export type TraceHeader = Pick<Trace, "id" | "kind" | "anchor" | "parent">;

/**
 * Builds a trace instruction by instruction. Before {@link beginLoop} instructions go to the prologue, after it to the
 * loop's body. Ids are given out in order, from `firstId`; exits in order of {@link exit}.
 */
export class TraceBuilder {
  readonly #header: TraceHeader;
  readonly #inputs: Input[] = [];
  readonly #prologue: Instruction[] = [];
  readonly #constants: number[] = [];
  readonly #exits: Snapshot[] = [];
  readonly #deferred = new Map<ValueId, Instruction>();
  #loop: { params: Omit<LoopParam, "back">[]; body: Instruction[]; head: ExitNumber } | undefined;
  #nextId: ValueId;

  constructor(header: TraceHeader, firstId: ValueId = 0) {
    this.#header = header;
    this.#nextId = firstId;
  }

  /** An id that nothing else has. */
  freshId(): ValueId {
    return this.#nextId++;
  }

  /** Number of instructions so far. */
  get length(): number {
    return this.#prologue.length + (this.#loop?.body.length ?? 0);
  }

  /** Declares an input: a slot of the base frame, the function, or a live value of the parent's exit. */
  input(kind: Kind, source: Input["source"]): ValueId {
    const id = this.freshId();
    this.#inputs.push({ id, kind, source });
    return id;
  }

  /** A new exit, for one instruction or end. */
  exit(snapshot: Snapshot): ExitNumber {
    return this.#exits.push(snapshot) - 1;
  }

  /** Appends an instruction; returns the name of its result (also of one without result). */
  emit<N extends CoreName>(op: N, args: ArgsOf<N>, ...rest: InstructionRest<N>): ValueId;
  emit(op: CoreName, args: readonly ValueId[], immediate?: ImmediateValue, exit: ExitNumber = NO_EXIT): ValueId {
    return this.emitAny(op, args, immediate, exit);
  }

  /** As {@link emit}, for an instruction whose name is known only when the program runs. */
  emitAny(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue, exit: ExitNumber): ValueId {
    const id = this.#nextId++;
    this.append(anyInstruction(id, op, args, immediate, exit));
    return id;
  }

  /** Appends an instruction that has its id already. */
  append(instruction: Instruction): void {
    (this.#loop?.body ?? this.#prologue).push(instruction);
  }

  /** Adds a recipe that only exits execute. */
  defer<N extends CoreName>(op: N, args: ArgsOf<N>, ...rest: InstructionRest<N>): ValueId;
  defer(op: CoreName, args: readonly ValueId[], immediate?: ImmediateValue): ValueId {
    const id = this.freshId();
    this.#deferred.set(id, anyInstruction(id, op, args, immediate, NO_EXIT));
    return id;
  }

  /** Notes that the trace names this position of the VM's constant table. */
  constant(position: number): void {
    if (!this.#constants.includes(position)) this.#constants.push(position);
  }

  /** Starts the loop: one parameter per entry value. Returns the parameters; `head` describes the state in terms of them. */
  beginLoop(
    entries: readonly { readonly kind: Kind; readonly entry: ValueId }[],
    head: (params: readonly ValueId[]) => Snapshot,
  ): readonly ValueId[] {
    if (this.#loop !== undefined) throw new Error("a trace has one loop");
    const params = entries.map(({ kind, entry }) => ({ id: this.freshId(), kind, entry }));
    const ids = params.map(({ id }) => id);
    this.#loop = { params, body: [], head: this.exit(head(ids)) };
    return ids;
  }

  /** Ends a loop trace: the value of each loop parameter for the next iteration, in order. */
  endLoop(back: readonly ValueId[]): Trace {
    const loop = this.#loop;
    if (loop === undefined || back.length !== loop.params.length)
      throw new Error("one value per loop parameter is needed");
    return this.#finish(
      { kind: "loop" },
      { ...loop, params: loop.params.map((param, index) => ({ ...param, back: back[index] })) },
    );
  }

  /** Ends a trace that does not jump back. */
  end(end: Exclude<TraceEnd, { kind: "loop" }>): Trace {
    if (this.#loop !== undefined) throw new Error("a trace with a loop ends by its back-edge");
    return this.#finish(end);
  }

  #finish(end: TraceEnd, loop?: Trace["loop"]): Trace {
    return {
      ...this.#header,
      inputs: this.#inputs,
      prologue: this.#prologue,
      ...(loop === undefined ? {} : { loop }),
      end,
      exits: this.#exits,
      idLimit: this.#nextId,
      deferred: this.#deferred,
      constants: this.#constants,
    };
  }
}
