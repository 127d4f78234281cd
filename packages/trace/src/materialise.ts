/// Leaving a trace: rebuilds the VM frames that a snapshot describes from the values that an executor hands over.
/// This is the only place that does so; the trace interpreter and compiled code share it.

import type { CoreName, CoreValue, Kind, Meaning } from "@hotpy/bytecode";
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
import { type Address, EXIT_BUFFER, EXIT_BUFFER_SLOTS, type Memory, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { CODE_START } from "@hotpy/object-model";
import type { Exit } from "./exits.js";
import type { Instruction } from "./instruction.js";
import { NO_VALUE, type Snapshot, type Trace, type ValueId } from "./trace.js";

/** The executable meaning of each core instruction. */
export type Meanings = Readonly<Record<CoreName, Meaning>>;

/** Value of a live value or of a recipe. */
type ValueOf = (id: ValueId) => CoreValue;

/**
 * Rebuilds the frames of an exit and makes the topmost the running one (STATE_FRAME). Deferred objects are created,
 * each once. Never reaches a safepoint.
 *
 * The base frame lies at `base`. Its FRAME_PREVIOUS is not touched; the rest of its header is written only if the
 * snapshot knows its function (function traces), else it is in memory already. An inlined frame lies at the stack
 * pointer of the frame that called it.
 * @param values of `exit.live`, in order
 * @returns byte address of the topmost frame
 */
export function materialise(
  memory: Memory,
  meanings: Meanings,
  trace: Trace,
  exit: Exit,
  base: Address,
  values: readonly CoreValue[],
): Address {
  const live = new Map(exit.live.map((id, index) => [id, values[index]]));
  return materialiseSnapshot(
    memory,
    exit.snapshot,
    base,
    evaluator(memory, meanings, trace.deferred, (id) => live.get(id) as CoreValue),
  );
}

/** As {@link materialise}, for a snapshot whose values are found by `valueOf`. */
export function materialiseSnapshot(memory: Memory, { frames }: Snapshot, base: Address, valueOf: ValueOf): Address {
  const { i32 } = memory;
  const word = (id: ValueId): Word => (id === NO_VALUE ? NULL : (valueOf(id) as Word));
  let frame = base;
  let previous = NULL;
  for (const { code, ip, function: callee, generator, slots } of frames) {
    const at = frame >>> 2;
    if (previous !== NULL) i32[at + FRAME_PREVIOUS / 4] = previous;
    if (callee !== NO_VALUE) {
      i32[at + FRAME_CODE / 4] = code;
      i32[at + FRAME_FUNCTION / 4] = word(callee);
      i32[at + FRAME_DEPTH / 4] = i32[(i32[at + FRAME_PREVIOUS / 4] + FRAME_DEPTH) >>> 2] + depthStep(i32, code);
      i32[at + FRAME_GENERATOR / 4] = word(generator);
    }
    const top = frame + FRAME_SLOTS + 4 * slots.length;
    i32[at + FRAME_IP / 4] = i32[(code + CODE_START) >>> 2] + ip;
    i32[at + FRAME_SP / 4] = top;
    slots.forEach((slot, index) => {
      i32[at + FRAME_SLOTS / 4 + index] = word(slot);
    });
    previous = frame;
    frame = top;
  }
  i32[STATE_FRAME >>> 2] = previous;
  return previous;
}

/** Finds values, running the recipes of deferred ones: each once, so that an object named twice is one object. */
export function evaluator(
  memory: Memory,
  meanings: Meanings,
  deferred: Trace["deferred"],
  liveValue: ValueOf,
): ValueOf {
  const made = new Map<ValueId, CoreValue>();
  return function valueOf(id): CoreValue {
    const recipe = deferred.get(id);
    if (recipe === undefined) return liveValue(id);
    let value = made.get(id);
    if (value === undefined) {
      value = execute(memory, meanings, recipe, (recipe.args as readonly ValueId[]).map(valueOf));
      made.set(id, value);
    }
    return value;
  };
}

function execute(
  memory: Memory,
  meanings: Meanings,
  { op, immediate: layout }: Instruction,
  args: readonly CoreValue[],
): CoreValue {
  if (op !== "new") return meanings[op](args, layout) as CoreValue;
  const object = meanings.new(args.slice(0, layout.fields.length), layout) as Address;
  layout.late?.forEach((index, position) => {
    memory.i32[(object >>> 2) + index] = args[layout.fields.length + position] as number;
  });
  return object;
}

/** Leaves the live values of an exit where compiled code leaves them: in EXIT_BUFFER, 8 bytes each. */
export function writeExitBuffer(memory: Memory, kinds: readonly Kind[], values: readonly CoreValue[]): void {
  if (values.length > EXIT_BUFFER_SLOTS)
    throw new RangeError(`an exit has ${values.length} live values, more than ${EXIT_BUFFER_SLOTS}`);
  const { i32, i64, f64 } = memory;
  values.forEach((value, index) => {
    const place = EXIT_BUFFER + 8 * index;
    if (kinds[index] === "i64") i64[place >>> 3] = value as bigint;
    else if (kinds[index] === "f64") f64[place >>> 3] = value as number;
    else i32[place >>> 2] = value as number;
  });
}

/** The live values of an exit as {@link writeExitBuffer} or compiled code left them. */
export function readExitBuffer(memory: Memory, kinds: readonly Kind[]): CoreValue[] {
  const { i32, i64, f64 } = memory;
  return kinds.map((kind, index) => {
    const place = EXIT_BUFFER + 8 * index;
    return kind === "i64" ? i64[place >>> 3] : kind === "f64" ? f64[place >>> 3] : i32[place >>> 2];
  });
}
