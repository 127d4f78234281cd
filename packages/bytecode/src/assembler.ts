import type { HandlerRange, PositionRange } from "./code-unit.js";
import { encode } from "./encode.js";
import { type Instruction, type InstructionSet, MAX_ARGUMENT, MIN_ARGUMENT } from "./instruction-set.js";
import { copyShortExits, dropUnreachable, emptyJumpsToNext, fuse, threadJumps } from "./optimise.js";
import { dropNops, fillPositions } from "./positions.js";
import { computeDepths } from "./stack-depth.js";

/** A place in the source: lines from 1, columns in code points from 0, -1 unknown. */
export interface Position {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

/** A place in the code, the target of jumps. */
export class Label {
  /** Index into the assembler's items; -1 before it is placed. */
  index = -1;
}

/** The handler of a range of instructions. What it is nested in handles what its own code raises. */
export class Handler {
  /** Operand stack depth to cut to, in words; known once depths are computed. */
  depth = -1;

  constructor(
    readonly label: Label,
    readonly parent: Handler | null,
    /** Words of the stack at the beginning of the range that are cut too. */
    readonly discard: number,
  ) {}
}

/** One instruction, or (with `instruction` null) the point where `handler` begins. */
export interface Item {
  instruction: Instruction | null;
  argument: number;
  target: Label | null;
  /** null: that of the only instruction that control comes from, if there is one, else none. */
  position: Position | null;
  handler: Handler | null;
}

/** What the assembler makes: the parts of a code unit that are about instructions. Offsets are in words. */
export interface Assembled {
  readonly code: Int32Array;
  readonly stackSize: number;
  readonly handlers: readonly HandlerRange[];
  readonly positions: readonly PositionRange[];
}

/** Builds the code of one code unit. Jumps are made shorter, unreachable code is dropped, superinstructions are formed. */
export class Assembler {
  /** Handler of the instructions emitted next, null for none. Set it back to the `parent` to end a range. */
  handler: Handler | null = null;
  /** Position of the instructions emitted next; null takes that of the instruction before, and none where several lead here. */
  position: Position | null = null;
  private readonly items: Item[] = [];

  constructor(private readonly instructionSet: InstructionSet) {}

  /** @throws RangeError if the argument has more than 24 bits. */
  emit(name: string, argument = 0): void {
    if (argument < MIN_ARGUMENT || argument > MAX_ARGUMENT)
      throw new RangeError(`${name} ${argument}: the argument has more than 24 bits`);
    this.append(name, argument, null);
  }

  /** Emits an instruction that jumps to the label, which may be placed later. */
  jump(name: string, target: Label): void {
    this.append(name, 0, target);
  }

  /** Makes the next instruction the one that jumps to the label reach. */
  place(label: Label): void {
    if (label.index >= 0) throw new Error("a label is placed twice");
    label.index = this.items.length;
  }

  /**
   * From here on `label` handles exceptions, with the stack as it is now less `discard` words, then the exception.
   * @returns the handler, which is `this.handler` until it is set to something else; it may be set again.
   */
  protect(label: Label, discard = 0): Handler {
    this.handler = new Handler(label, this.handler, discard);
    this.items.push({ instruction: null, argument: 0, target: null, position: null, handler: this.handler });
    return this.handler;
  }

  /** @throws Error if the stack depth is inconsistent or control can run off the end: errors of the compiler. */
  assemble(): Assembled {
    const nop = this.instructionSet.get("nop");
    threadJumps(this.items);
    const items = copyShortExits(this.items, nop);
    const depths = computeDepths(items);
    const live = dropNops(emptyJumpsToNext(dropUnreachable(items, depths.before), nop), nop);
    fillPositions(live);
    fuse(live, this.instructionSet);
    return { stackSize: depths.maximum, ...encode(live) };
  }

  private append(name: string, argument: number, target: Label | null): void {
    const instruction = this.instructionSet.get(name);
    if (instruction === undefined) throw new Error(`no instruction is called ${name}`);
    this.items.push({ instruction, argument, target, position: this.position, handler: this.handler });
  }
}
