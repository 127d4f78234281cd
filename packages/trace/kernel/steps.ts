import { headerOf } from "@hotpy/object-model/kernel/header";
import { tagSmall } from "@hotpy/object-model/kernel/words";
/// The steps of a record: they make what an exit needs, and that compiled code has left out. Values lie in EXIT_BUFFER.

import { compute } from "./compute";
import {
  BOX_VALUE,
  CODE_FLAGS,
  CODE_UNCOUNTED,
  EXIT_BUFFER,
  FALSE,
  SHAPE_FLOAT,
  SHAPE_INT64,
  STATE_ALLOC_LIMIT,
  STATE_ALLOC_TOP,
  STEP_BOX_BOOL,
  STEP_BOX_FLOAT,
  STEP_BOX_INT,
  STEP_CONSTANT,
  STEP_END,
  STEP_NEW,
  STEP_OBJECT,
  STEP_TAG,
  TRUE,
} from "./generated/constants";
import { allocateUrgent } from "./heap";

/** As `depthStep` of `@hotpy/frame-stack`. */
export function depthStep(code: usize): i32 {
  return (load<i32>(code + CODE_FLAGS) & CODE_UNCOUNTED) === 0 ? 1 : 0;
}

function allocate(bytes: usize): usize {
  const size = (bytes + 7) & ~7;
  const top = load<usize>(STATE_ALLOC_TOP);
  if (load<usize>(STATE_ALLOC_LIMIT) - top < size) return allocateUrgent(size);
  store<usize>(STATE_ALLOC_TOP, top + size);
  return top;
}

function box(shape: i32): usize {
  const object = allocate(16);
  store<i32>(object, headerOf(shape));
  store<i32>(object + 4, 0);
  return object;
}

/** Byte address of the value whose position is the operand at `operand`. */
function at(operand: usize): usize {
  return <usize>EXIT_BUFFER + (load<usize>(operand) << 3);
}

function boxInt(value: i64): usize {
  const low = <i32>value;
  // Small integers have 31 bits.
  if (<i64>low === value && (low << 1) >> 1 === low) return tagSmall(low);
  const object = box(SHAPE_INT64);
  store<i64>(object + BOX_VALUE, value);
  return object;
}

function boxFloat(value: u64): usize {
  const object = box(SHAPE_FLOAT);
  store<u64>(object + BOX_VALUE, value);
  return object;
}

/** Executes steps from `program` on. Returns the address of what stands behind them. */
export function runSteps(program: usize): usize {
  let pc = program;
  for (let step = load<i32>(pc); step !== STEP_END; step = load<i32>(pc)) {
    const first = at(pc + 4);
    switch (step) {
      case STEP_CONSTANT:
        store<i64>(at(pc + 12), load<i64>(pc + 4));
        pc += 16;
        break;
      case STEP_OBJECT:
        store<i32>(at(pc + 8), load<i32>(load<usize>(pc + 4)));
        pc += 12;
        break;
      case STEP_BOX_INT:
        store<usize>(at(pc + 8), boxInt(load<i64>(first)));
        pc += 12;
        break;
      case STEP_BOX_FLOAT:
        store<usize>(at(pc + 8), boxFloat(load<u64>(first)));
        pc += 12;
        break;
      case STEP_BOX_BOOL:
        store<i32>(at(pc + 8), load<i32>(first) !== 0 ? TRUE : FALSE);
        pc += 12;
        break;
      case STEP_TAG:
        store<usize>(at(pc + 8), tagSmall(load<i32>(first)));
        pc += 12;
        break;
      case STEP_NEW:
        pc = makeObject(pc);
        break;
      default:
        // STEP_COMPUTE
        compute(load<i32>(pc + 4), at(pc + 8), at(pc + 12), at(pc + 16));
        pc += 20;
    }
  }
  return pc + 4;
}

/** Executes a STEP_NEW. Returns the address of the next. */
function makeObject(pc: usize): usize {
  const bytes = load<usize>(pc + 4);
  const raw = load<usize>(pc + 12);
  const fields = load<usize>(pc + 16);
  const object = allocate(bytes);
  for (let word = object; word < object + bytes; word += 8) store<i64>(word, 0);
  store<i32>(object, load<i32>(pc + 8));
  let next = pc + 20;
  for (const end = next + (raw << 3); next < end; next += 8)
    store<i32>(object + (load<usize>(next) << 2), load<i32>(next + 4));
  for (const end = next + (fields << 3); next < end; next += 8) {
    const position = load<i32>(next + 4);
    store<i32>(
      object + (load<usize>(next) << 2),
      position < 0 ? 0 : load<i32>(<usize>EXIT_BUFFER + ((<usize>position) << 3)),
    );
  }
  store<usize>(at(next), object);
  return next + 4;
}
