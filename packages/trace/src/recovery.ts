/// Leaving a trace, fast: what `materialise` does, from a list of numbers that is made when an exit is taken for the first time. Programs
/// that leave often do so a million times a second; closures and maps take ten times as long.
///
/// Values lie in EXIT_BUFFER, 8 bytes each: first the live values, which compiled code has left there, then what recipes make of them.
///
///     steps      operation, operands and result as positions in the buffer; constants in full
///     END
///     frames     see FRAME_FIELDS, then the position of each slot's value; -1: NULL

import type { CoreName } from "@hotpy/bytecode";
import {
  depthStep,
  FRAME_CODE,
  FRAME_DEPTH,
  FRAME_FUNCTION,
  FRAME_GENERATOR,
  FRAME_IP,
  FRAME_PREVIOUS,
  FRAME_SLOTS,
  FRAME_SP,
} from "@hotpy/frame-stack";
import {
  type Address,
  EXIT_BUFFER,
  EXIT_BUFFER_SLOTS,
  FALSE,
  type Memory,
  NULL,
  STATE_FRAME,
  TRUE,
  tagSmall,
} from "@hotpy/memory";
import { BOX_VALUE, CODE_START, headerWord, SHAPE_FLOAT, SHAPE_INT64 } from "@hotpy/object-model";
import type { Exit } from "./exits.js";
import type { Instruction } from "./instruction.js";
import { computeOperation, operationNumber } from "./recovery-operations.js";
import { NO_VALUE, type Trace, type ValueId } from "./trace.js";

/** How to rebuild the frames of one exit. */
export type Recovery = Int32Array;

const END = 0;
/** low half, high half, result */
const CONSTANT = 1;
/** byte address of an entry of the constant table, result */
const OBJECT = 2;
/** value, result */
const BOX_INT = 3;
const BOX_FLOAT = 4;
const BOX_BOOL = 5;
const TAG = 6;
/** bytes, header, number of raw words, number of fields; index and value of each raw word; index and position of each field; result */
const NEW = 7;
/** left, right, result */
const INT64_LESS = 8;
const INT64_EQUAL = 9;
const WORD_EQUAL = 10;
const INT32_LESS = 11;
/** value, result */
const NOT = 12;

/** number of the operation (see recovery-operations.ts), left, right, result */
const COMPUTE = 13;

/** code (0: the header is in memory), function, generator, depth beyond the caller's, instruction pointer, number of slots */
const FRAME_FIELDS = 6;

/** Comparisons by the operation they are made of: whether operands change sides, and whether the result is negated. */
const COMPARISONS: Partial<Record<CoreName, readonly [operation: number, swapped: boolean, negated: boolean]>> = {
  i64_lt: [INT64_LESS, false, false],
  i64_gt: [INT64_LESS, true, false],
  i64_ge: [INT64_LESS, false, true],
  i64_le: [INT64_LESS, true, true],
  i64_eq: [INT64_EQUAL, false, false],
  i64_ne: [INT64_EQUAL, false, true],
  word_eq: [WORD_EQUAL, false, false],
  i32_eq: [WORD_EQUAL, false, false],
  i32_lt: [INT32_LESS, false, false],
};

const UNARY: Partial<Record<CoreName, number>> = {
  box_int: BOX_INT,
  box_float: BOX_FLOAT,
  box_bool: BOX_BOOL,
  small_from_i32: TAG,
  i32_not: NOT,
};

/** The recovery of an exit; undefined if it needs an operation that is not among those above, or more room than the buffer has. */
export function compileRecovery(memory: Memory, { deferred }: Trace, exit: Exit): Recovery | undefined {
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
    program.push(CONSTANT, low, high, next);
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
        program.push(OBJECT, memory.constants.start + 4 * recipe.immediate, next);
        return;
      case "new": {
        const { words, shape, raw, fields, late = [] } = recipe.immediate;
        const filled = [...fields, ...late];
        program.push(NEW, words * 4, headerWord(shape), raw.length, filled.length);
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
    const comparison = COMPARISONS[op];
    if (unary !== undefined) program.push(unary, left, next);
    else if (comparison !== undefined) {
      const [operation, swapped, negated] = comparison;
      program.push(operation, swapped ? right : left, swapped ? left : right, next);
      if (negated) program.push(NOT, next, next);
    } else {
      const number = operationNumber(op);
      if (number < 0) isPossible = false;
      program.push(COMPUTE, number, left, right ?? left, next);
    }
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
  return isPossible && next <= EXIT_BUFFER_SLOTS ? Int32Array.from([...program, END, ...frames]) : undefined;
}

/**
 * Rebuilds the frames of an exit, as `materialise` does, whose live values are in EXIT_BUFFER.
 * @param allocate as `MeaningEnvironment.allocate`
 * @returns byte address of the topmost frame
 */
export function recover(
  memory: Memory,
  allocate: (bytes: number) => Address,
  recovery: Recovery,
  base: Address,
): Address {
  const { i32 } = memory;
  const frames = runSteps(memory, allocate, recovery);
  const previous = writeFrames(i32, recovery, frames, base);
  i32[STATE_FRAME >>> 2] = previous;
  return previous;
}

/** Word index of a value in the buffer. */
const at = (position: number): number => (EXIT_BUFFER >>> 2) + 2 * position;

function box(i32: Int32Array, allocate: (bytes: number) => Address, shape: number): Address {
  const object = allocate(16);
  i32[object >>> 2] = headerWord(shape);
  i32[(object >>> 2) + 1] = 0;
  return object;
}

/** Returns where the frames begin. */
function runSteps(memory: Memory, allocate: (bytes: number) => Address, program: Recovery): number {
  const { i32, f64 } = memory;
  let pc = 0;
  for (;;) {
    const operation = program[pc];
    const first = at(program[pc + 1]);
    switch (operation) {
      case CONSTANT: {
        const result = at(program[pc + 3]);
        i32[result] = program[pc + 1];
        i32[result + 1] = program[pc + 2];
        pc += 4;
        break;
      }
      case OBJECT:
        i32[at(program[pc + 2])] = i32[program[pc + 1] >>> 2];
        pc += 3;
        break;
      case BOX_INT: {
        const low = i32[first];
        const high = i32[first + 1];
        let word = tagSmall(low);
        // Small integers have 31 bits.
        if (high !== low >> 31 || low !== (low << 1) >> 1) {
          word = box(i32, allocate, SHAPE_INT64);
          i32[(word + BOX_VALUE) >>> 2] = low;
          i32[((word + BOX_VALUE) >>> 2) + 1] = high;
        }
        i32[at(program[pc + 2])] = word;
        pc += 3;
        break;
      }
      case BOX_FLOAT: {
        const value = f64[first >>> 1];
        const object = box(i32, allocate, SHAPE_FLOAT);
        f64[(object + BOX_VALUE) >>> 3] = value;
        i32[at(program[pc + 2])] = object;
        pc += 3;
        break;
      }
      case BOX_BOOL:
        i32[at(program[pc + 2])] = i32[first] !== 0 ? TRUE : FALSE;
        pc += 3;
        break;
      case TAG:
        i32[at(program[pc + 2])] = tagSmall(i32[first]);
        pc += 3;
        break;
      case NEW:
        pc = makeObject(i32, allocate, program, pc);
        break;
      case INT64_LESS: {
        const second = at(program[pc + 2]);
        const high = i32[first + 1];
        const otherHigh = i32[second + 1];
        const isLess = high === otherHigh ? i32[first] >>> 0 < i32[second] >>> 0 : high < otherHigh;
        i32[at(program[pc + 3])] = isLess ? 1 : 0;
        pc += 4;
        break;
      }
      case INT64_EQUAL: {
        const second = at(program[pc + 2]);
        const isEqual = i32[first] === i32[second] && i32[first + 1] === i32[second + 1];
        i32[at(program[pc + 3])] = isEqual ? 1 : 0;
        pc += 4;
        break;
      }
      case WORD_EQUAL:
        i32[at(program[pc + 3])] = i32[first] === i32[at(program[pc + 2])] ? 1 : 0;
        pc += 4;
        break;
      case INT32_LESS:
        i32[at(program[pc + 3])] = i32[first] < i32[at(program[pc + 2])] ? 1 : 0;
        pc += 4;
        break;
      case NOT:
        i32[at(program[pc + 2])] = i32[first] === 0 ? 1 : 0;
        pc += 3;
        break;
      case COMPUTE: {
        const [left, right, result] = [at(program[pc + 2]), at(program[pc + 3]), at(program[pc + 4])];
        computeOperation(memory, program[pc + 1], result >>> 1, left >>> 1, right >>> 1);
        pc += 5;
        break;
      }
      default:
        return pc + 1;
    }
  }
}

/** Executes a step NEW. Returns where the next begins. */
function makeObject(i32: Int32Array, allocate: (bytes: number) => Address, program: Recovery, pc: number): number {
  const bytes = program[pc + 1];
  const raw = program[pc + 3];
  const fields = program[pc + 4];
  const object = allocate(bytes);
  const start = object >>> 2;
  for (let index = start + (bytes >>> 2) - 1; index > start; index--) i32[index] = 0;
  i32[start] = program[pc + 2];
  let next = pc + 5;
  for (let count = 0; count < raw; count++, next += 2) i32[start + program[next]] = program[next + 1];
  for (let count = 0; count < fields; count++, next += 2) {
    const position = program[next + 1];
    i32[start + program[next]] = position < 0 ? NULL : i32[at(position)];
  }
  i32[at(program[next])] = object;
  return next + 1;
}

/** Returns the address of the topmost frame. */
function writeFrames(i32: Int32Array, program: Recovery, from: number, base: Address): Address {
  let previous = NULL;
  let frame = base;
  for (let next = from; next < program.length; ) {
    const code = program[next];
    const callee = program[next + 1];
    const generator = program[next + 2];
    const start = frame >>> 2;
    if (previous !== NULL) i32[start + FRAME_PREVIOUS / 4] = previous;
    if (code !== NULL) {
      i32[start + FRAME_CODE / 4] = code;
      i32[start + FRAME_FUNCTION / 4] = i32[at(callee)];
      i32[start + FRAME_DEPTH / 4] = i32[(i32[start + FRAME_PREVIOUS / 4] + FRAME_DEPTH) >>> 2] + program[next + 3];
      i32[start + FRAME_GENERATOR / 4] = generator < 0 ? NULL : i32[at(generator)];
    }
    const slots = program[next + 5];
    const top = frame + FRAME_SLOTS + 4 * slots;
    i32[start + FRAME_IP / 4] = program[next + 4];
    i32[start + FRAME_SP / 4] = top;
    next += FRAME_FIELDS;
    const first = start + FRAME_SLOTS / 4;
    for (let slot = 0; slot < slots; slot++) {
      const position = program[next + slot];
      i32[first + slot] = position < 0 ? NULL : i32[at(position)];
    }
    next += slots;
    previous = frame;
    frame = top;
  }
  return previous;
}
