/// Resuming and suspending generators inside a trace: their slots are loaded from and stored to the generator object,
/// one alias class per slot, so that passes can keep them in values from one resumption to the next.

import type { FieldLike } from "@hotpy/bytecode";
import { type Address, type Memory, NULL, type Word } from "@hotpy/memory";
import {
  GENERATOR_CODE,
  GENERATOR_FUNCTION,
  GENERATOR_IP,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
} from "@hotpy/object-model";
import { NO_VALUE, type ValueId } from "@hotpy/trace";
import type { Recorded, RecordingMachine } from "./recording-machine.js";
import type { ShadowFrame } from "./shadow-frames.js";

const STATE: FieldLike = { offset: GENERATOR_STATE, alias: "generator.state" };
const IP: FieldLike = { offset: GENERATOR_IP, alias: "generator.ip" };
const USED: FieldLike = { offset: GENERATOR_USED, alias: "generator.used" };
const CODE: FieldLike = { offset: GENERATOR_CODE, alias: "fixed.generator.code" };
const FUNCTION: FieldLike = { offset: GENERATOR_FUNCTION, alias: "fixed.generator.function" };
const slotField = (index: number): FieldLike => ({
  offset: GENERATOR_SLOTS + 4 * index,
  alias: `generator.slot.${index}`,
});

/** What the frame of a resumed generator is made of. */
export interface ResumedGenerator {
  readonly code: Address;
  readonly callee: ValueId;
  readonly slots: readonly ValueId[];
}

/** Records the loads that make the frame of a generator, of which the expansion has checked that it may be resumed. */
export function loadGenerator(machine: RecordingMachine, { i32 }: Memory, generator: Recorded): ResumedGenerator {
  // Where it was suspended fixes how many slots are in use.
  machine.numberOf(machine.op("load_i32", [generator], IP));
  const code = machine.wordOf(machine.op("load_word", [generator], CODE));
  const callee = machine.op("load_word", [generator], FUNCTION).id;
  const used = i32[((generator.value as Address) + GENERATOR_USED) >>> 2];
  const slots = Array.from({ length: used }, (_, index) => machine.op("load_word", [generator], slotField(index)).id);
  return { code, callee, slots };
}

/** Records that the generator runs, `runningIp` in its GENERATOR_IP. */
export function markRunning(machine: RecordingMachine, generator: Recorded, runningIp: number): void {
  machine.op("store_i32", [generator, machine.i32(GENERATOR_RUNNING)], STATE);
  machine.op("store_i32", [generator, machine.i32(runningIp)], IP);
}

/** Records the stores that save a frame that goes on at address `ip`: of slots only those that have changed. */
export function suspendGenerator(
  machine: RecordingMachine,
  generator: Recorded,
  { slots, loaded = [] }: ShadowFrame,
  ip: Address,
): void {
  slots.forEach((id, index) => {
    if (id === loaded[index]) return;
    const value = id === NO_VALUE ? machine.word(NULL) : { id, value: machine.frame.slot(index) as Word };
    machine.op("store_word", [generator, value], slotField(index));
  });
  for (let index = slots.length; index < loaded.length; index++) {
    machine.op("store_word", [generator, machine.word(NULL)], slotField(index));
  }
  machine.op("store_i32", [generator, machine.i32(ip)], IP);
  machine.op("store_i32", [generator, machine.i32(slots.length)], USED);
  machine.op("store_i32", [generator, machine.i32(GENERATOR_SUSPENDED)], STATE);
}
