import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate, barrier } from "@hotpy/object-model/kernel/heap";
import { copyWords, fillZero } from "@hotpy/object-model/kernel/words";
import {
  CODE_ARGUMENTS,
  CODE_ASYNC_GENERATOR,
  CODE_CLOSES,
  CODE_COROUTINE,
  CODE_FLAGS,
  CODE_LOCALS,
  CODE_STACK,
  CODE_START,
  CODE_UNCOUNTED,
  FRAME_CODE,
  FRAME_FUNCTION,
  FRAME_SLOTS,
  FUNCTION_QUALNAME,
  GENERATOR_CLOSED,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_FUNCTION,
  GENERATOR_HANDLED,
  GENERATOR_IP,
  GENERATOR_NAME,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_USED,
  SHAPE_GENERATOR,
  TAIL_SIZE,
  UNDECIDED,
} from "./generated/constants";

/// Generators of functions that nothing has to be known of beside: they are no builtins, no coroutines, and closing them runs no code.

/** Whether generators of this code are for TypeScript. */
function isSpecial(code: usize): bool {
  return (load<i32>(code, CODE_FLAGS) & (CODE_UNCOUNTED | CODE_CLOSES | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) !== 0;
}

/** A generator that has not begun and goes on at `ip`, with so many slots in use, which are left to the caller, as all are. 0: no memory. */
export function freshGenerator(code: usize, fn: usize, ip: usize, used: i32): usize {
  const capacity = load<i32>(code, CODE_LOCALS) + load<i32>(code, CODE_STACK);
  const generator = allocate(GENERATOR_SLOTS + (capacity << 2));
  if (generator === 0) return 0;
  store<i32>(generator, headerOf(SHAPE_GENERATOR));
  store<i32>(generator, capacity, TAIL_SIZE);
  store<i32>(generator, GENERATOR_CREATED, GENERATOR_STATE);
  store<usize>(generator, ip, GENERATOR_IP);
  store<i32>(generator, used, GENERATOR_USED);
  store<usize>(generator, code, GENERATOR_CODE);
  store<usize>(generator, fn, GENERATOR_FUNCTION);
  store<usize>(generator, 0, GENERATOR_HANDLED);
  store<usize>(generator, load<usize>(fn, FUNCTION_QUALNAME), GENERATOR_NAME);
  return generator;
}

/** The generator of a running frame, which goes on at `ip` and whose operands end at `sp`; UNDECIDED. */
export function newGenerator(frame: usize, ip: usize, sp: usize): usize {
  const code = load<usize>(frame, FRAME_CODE);
  const fn = load<usize>(frame, FRAME_FUNCTION);
  if (isSpecial(code) || fn === 0) return UNDECIDED;
  const used = <i32>(sp - frame - FRAME_SLOTS) >> 2;
  const generator = freshGenerator(code, fn, ip, used);
  if (generator === 0) return UNDECIDED;
  const slots = generator + GENERATOR_SLOTS;
  copyWords(slots, frame + FRAME_SLOTS, used);
  fillZero(slots + (used << 2), load<i32>(generator, TAIL_SIZE) - used);
  return generator;
}

/** A generator of a surrogate is at its end: it starts over with its parameters as they are. */
function startOver(generator: usize, code: usize, frame: usize): void {
  const parameters = load<i32>(code, CODE_ARGUMENTS);
  const slots = generator + GENERATOR_SLOTS;
  copyWords(slots, frame + FRAME_SLOTS, parameters);
  fillZero(slots + (parameters << 2), load<i32>(generator, TAIL_SIZE) - parameters);
  store<i32>(generator, GENERATOR_CREATED, GENERATOR_STATE);
  store<usize>(generator, load<usize>(code, CODE_START) + 4, GENERATOR_IP);
  store<i32>(generator, load<i32>(code, CODE_LOCALS), GENERATOR_USED);
  barrier(generator);
}

/** The generator of `frame`, which runs, is at its end: 1, or 0 with nothing done. */
export function closeGenerator(generator: usize, frame: usize): i32 {
  const code = load<usize>(generator, GENERATOR_CODE);
  if ((load<i32>(code, CODE_FLAGS) & (CODE_UNCOUNTED | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) === CODE_UNCOUNTED) {
    startOver(generator, code, frame);
    return 1;
  }
  if (isSpecial(code)) return 0;
  store<i32>(generator, GENERATOR_CLOSED, GENERATOR_STATE);
  store<i32>(generator, 0, GENERATOR_USED);
  fillZero(generator + GENERATOR_SLOTS, load<i32>(generator, TAIL_SIZE));
  return 1;
}
