/// Leaving a trace, fast: what `materialise` does, done by a kernel from a record in memory that is made when an exit is taken for the first
/// time. Programs that leave often do so a million times a second, and often before the host has optimised anything.
///
/// Values lie in EXIT_BUFFER, 8 bytes each: first the live values, which compiled code has left there, then what recipes make of them.
///
///     countdown  times that the exit is taken until whoever counts them is asked
///     state      what the kernel returns until then
///     steps      operation, operands and result as positions in the buffer; constants in full
///     STEP_END
///     frames     their number; of each RECOVERY_FRAME_FIELDS words, then the position of each slot's value; -1: NULL

import type { CoreName } from "@hotpy/bytecode";
import { depthStep } from "@hotpy/frame-stack";
import { type Address, EXIT_BUFFER_SLOTS, instantiateKernel, type Memory, NULL, shield } from "@hotpy/memory";
import { CODE_START, headerWord } from "@hotpy/object-model";
import type { Exit } from "./exits.js";
import { type Kernel, MODULE } from "./generated/kernel.js";
import type { Instruction } from "./instruction.js";
import { COMPUTATIONS } from "./recovery-operations.js";
import { NO_VALUE, type Trace, type ValueId } from "./trace.js";

/** Offsets in a record, in bytes. */
export const RECORD_COUNTDOWN = 0;
export const RECORD_STATE = 4;
export const RECORD_PROGRAM = 8;

/** State of a record of which nothing is to be said; any other is zero or positive as well. */
export const EXIT_OPEN = 0;
/** Results of the kernel: the countdown has ended; and: there is no record that can rebuild the frames, nothing is done. */
export const EXIT_ASKS = -1;
export const EXIT_UNKNOWN = -2;

export const STEP_END = 0;
/** low half, high half, result */
export const STEP_CONSTANT = 1;
/** byte address of an entry of the constant table, result */
export const STEP_OBJECT = 2;
/** value, result */
export const STEP_BOX_INT = 3;
export const STEP_BOX_FLOAT = 4;
export const STEP_BOX_BOOL = 5;
export const STEP_TAG = 6;
/** bytes, header, number of raw words, number of fields; index and value of each raw word; index and position of each field; result */
export const STEP_NEW = 7;
/** number of the operation (see recovery-operations.ts), left, right, result */
export const STEP_COMPUTE = 8;
/** Stands alone in the record of an exit that needs an operation which is not among these. */
export const STEP_IMPOSSIBLE = 9;

/** code (0: the header is in memory), function, generator, depth beyond the caller's, instruction pointer, number of slots */
export const RECOVERY_FRAME_FIELDS = 6;

const UNARY: Partial<Record<CoreName, number>> = {
  box_int: STEP_BOX_INT,
  box_float: STEP_BOX_FLOAT,
  box_bool: STEP_BOX_BOOL,
  small_from_i32: STEP_TAG,
};

/** The steps and frames of an exit's record; STEP_IMPOSSIBLE if it needs an operation that is not among those above, or more room than the buffer has. */
export function compileRecovery(memory: Memory, { deferred }: Trace, exit: Exit): readonly number[] {
  const program: number[] = [];
  const positions = new Map<ValueId, number>(exit.live.map((id, position) => [id, position]));
  const halves = new BigInt64Array(1);
  let next = exit.live.length;
  let isPossible = true;

  function positionOf(id: ValueId): number {
    if (id === NO_VALUE) return -1;
    let position = positions.get(id);
    if (position === undefined) {
      write(deferred.get(id) as Instruction);
      positions.set(id, (position = next++));
    }
    return position;
  }

  function constant(value: bigint): void {
    halves[0] = value;
    const [low, high] = new Int32Array(halves.buffer);
    program.push(STEP_CONSTANT, low, high, next);
  }

  /** Writes the step that makes a value at position `next`, after those that make what it needs. */
  function write(recipe: Instruction): void {
    const args = (recipe.args as readonly ValueId[]).map(positionOf);
    switch (recipe.op) {
      case "const_word":
      case "const_i32":
      case "const_i64":
        return constant(BigInt(recipe.immediate));
      case "const_f64":
        new Float64Array(halves.buffer)[0] = recipe.immediate;
        return constant(halves[0]);
      case "const_object":
        program.push(STEP_OBJECT, memory.constants.start + 4 * recipe.immediate, next);
        return;
      case "new": {
        const { words, shape, raw, fields, late = [] } = recipe.immediate;
        const filled = [...fields, ...late];
        program.push(STEP_NEW, words * 4, headerWord(shape), raw.length, filled.length);
        for (const [index, value] of raw) program.push(index, value);
        filled.forEach((index, argument) => program.push(index, args[argument]));
        program.push(next);
        return;
      }
      default:
        writeOperation(recipe.op, args);
    }
  }

  function writeOperation(op: CoreName, [left, right]: readonly number[]): void {
    const unary = UNARY[op];
    const number = COMPUTATIONS[op];
    if (unary !== undefined) program.push(unary, left, next);
    else if (number !== undefined) program.push(STEP_COMPUTE, number, left, right ?? left, next);
    else isPossible = false;
  }

  const frames: number[] = [];
  const { i32 } = memory;
  for (const { code, ip, function: callee, generator, slots } of exit.snapshot.frames) {
    const isKnown = callee !== NO_VALUE;
    frames.push(
      isKnown ? code : NULL,
      positionOf(callee),
      positionOf(generator),
      depthStep(i32, code),
      i32[(code + CODE_START) >>> 2] + ip,
      slots.length,
      ...slots.map(positionOf),
    );
  }
  if (!isPossible || next > EXIT_BUFFER_SLOTS) return [STEP_IMPOSSIBLE];
  return [...program, STEP_END, exit.snapshot.frames.length, ...frames];
}

/** Rebuilds frames from records. */
export interface Leaving {
  /**
   * A trace that was entered on frame `base` has left: writes the depths of its frames, which compiled code leaves out, and rebuilds those of its exit, if that has a
   * record. The topmost one becomes the running frame.
   * @returns the state in the record, EXIT_ASKS or EXIT_UNKNOWN
   */
  leave(base: Address): number;
  /** The same of an exit with this record, whose bottom frame is `frame`. */
  rebuild(record: Address, frame: Address): number;
}

/** @param allocate as `MeaningEnvironment.allocate` */
export function createLeaving(memory: Memory, allocate: (bytes: number) => Address): Leaving {
  const { exits, waste, faults } = memory;
  const { start } = exits;
  const allocateUrgent = shield(allocate, 1, (error) => {
    faults.carry(error);
    return waste.start;
  });
  const kernel = instantiateKernel<Kernel>(MODULE, memory, { heap: { allocateUrgent } });
  return { leave: (base) => kernel.leave(base, start), rebuild: kernel.rebuild };
}
