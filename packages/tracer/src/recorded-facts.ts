import type { CoreImmediate, CoreName, ObjectLike } from "@hotpy/bytecode";
import {
  type AliasClass,
  ANYTHING,
  FIRST_DYNAMIC_SHAPE,
  SHAPE_ALIAS,
  SHAPE_BOOL,
  SHAPE_FLOAT,
} from "@hotpy/object-model";
import { type Instruction, InstructionTable, NO_VALUE, sameIds, type ValueId } from "@hotpy/trace";
import { PassedGuards } from "./passed-guards.js";

/** What follows from what has been recorded so far, and so need not be recorded again. */
export class RecordedFacts {
  /** Constants and pure instructions. */
  readonly #instructions = new InstructionTable();
  readonly #constants = new Set<ValueId>();
  readonly #guards = new PassedGuards();
  /** Calls of helpers that only read: they hold until something that they read is written. */
  #readings: { readonly call: Instruction; readonly reads: readonly AliasClass[] }[] = [];

  /** The value of an equal instruction, or NO_VALUE. */
  find(op: CoreName, args: readonly ValueId[], immediate: CoreImmediate): ValueId {
    return this.#instructions.find(op, args, immediate);
  }

  /** An instruction that has the same result wherever it stands. */
  add(made: Instruction): void {
    this.#instructions.add(made);
  }

  addConstant(made: Instruction): void {
    this.add(made);
    this.#constants.add(made.id);
  }

  isConstant(id: ValueId): boolean {
    return this.#constants.has(id);
  }

  /** Whether a guard of this value cannot fail here. */
  holds(op: CoreName, id: ValueId, immediate?: number): boolean {
    // What a constant is never changes, but an instance may get attributes.
    if (this.isConstant(id) && (op !== "guard_shape" || (immediate as number) < FIRST_DYNAMIC_SHAPE)) return true;
    return this.#guards.has(op, id, immediate);
  }

  addGuard(op: CoreName, id: ValueId, immediate?: number): void {
    this.#guards.add(op, id, immediate);
  }

  /** The value of an equal call of a helper that only reads, if nothing has been written since that it reads; or NO_VALUE. */
  findReading(helper: string, args: readonly ValueId[]): ValueId {
    for (const { call } of this.#readings) if (call.immediate === helper && sameIds(call.args, args)) return call.id;
    return NO_VALUE;
  }

  addReading(call: Instruction, reads: readonly AliasClass[]): void {
    this.#readings.push({ call, reads });
  }

  /** These alias classes are written. */
  noteWrites(writes: readonly AliasClass[]): void {
    const isAny = writes.includes(ANYTHING);
    if (this.#readings.length > 0)
      this.#readings = this.#readings.filter(
        ({ reads }) =>
          reads.length === 0 || (!isAny && !reads.includes(ANYTHING) && !reads.some((alias) => writes.includes(alias))),
      );
    if (isAny || writes.includes(SHAPE_ALIAS)) this.#guards.forgetMutableShapes();
  }

  /** Facts that follow from how a value was made. */
  noteResult(name: CoreName, id: ValueId, immediate: CoreImmediate): void {
    if (name === "box_int" || name === "small_from_i32") this.addGuard("guard_int", id);
    if (name === "small_from_i32") this.addGuard("guard_small", id);
    if (name === "box_float") this.addGuard("guard_shape", id, SHAPE_FLOAT);
    if (name === "box_bool") this.addGuard("guard_shape", id, SHAPE_BOOL);
    if (name === "new") this.addGuard("guard_shape", id, (immediate as ObjectLike).shape);
  }
}
