/// Resuming and suspending generators inside a trace: their slots are loaded from and stored to the generator object,
/// one alias class per slot, so that passes can keep them in values from one resumption to the next.

import { type Address, type Memory, NULL, type Word } from "@hotpy/memory";
import { GENERATOR, GENERATOR_RUNNING, GENERATOR_SUSPENDED, GENERATOR_USED, slotAt } from "@hotpy/object-model";
import { NO_VALUE, type ValueId } from "@hotpy/trace";
import type { Recorded } from "./recording-context.js";
import type { RecordingMachine } from "./recording-machine.js";
import type { ShadowFrame } from "./shadow-frames.js";

/** What the frame of a resumed generator is made of. */
export interface ResumedGenerator {
  readonly code: Address;
  readonly callee: ValueId;
  readonly slots: readonly ValueId[];
}

/** Records the loads that make the frame of a generator, of which the expansion has checked that it may be resumed. */
export function loadGenerator(machine: RecordingMachine, { i32 }: Memory, generator: Recorded): ResumedGenerator {
  // Where it was suspended fixes how many slots are in use.
  machine.numberOf(machine.op("load_i32", [generator], GENERATOR.ip));
  const code = machine.wordOf(machine.op("load_word", [generator], GENERATOR.code));
  const callee = machine.op("load_word", [generator], GENERATOR.function).id;
  const used = i32[((generator.value as Address) + GENERATOR_USED) >>> 2];
  const slots = Array.from(
    { length: used },
    (_, index) => machine.op("load_word", [generator], slotAt(GENERATOR.slot, index)).id,
  );
  return { code, callee, slots };
}

/** Records that the generator runs, `runningIp` in its GENERATOR_IP. */
export function markRunning(machine: RecordingMachine, generator: Recorded, runningIp: number): void {
  machine.op("store_i32", [generator, machine.i32(GENERATOR_RUNNING)], GENERATOR.state);
  machine.op("store_i32", [generator, machine.i32(runningIp)], GENERATOR.ip);
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
    machine.op("store_word", [generator, value], slotAt(GENERATOR.slot, index));
  });
  for (let index = slots.length; index < loaded.length; index++) {
    machine.op("store_word", [generator, machine.word(NULL)], slotAt(GENERATOR.slot, index));
  }
  machine.op("store_i32", [generator, machine.i32(ip)], GENERATOR.ip);
  machine.op("store_i32", [generator, machine.i32(slots.length)], GENERATOR.used);
  machine.op("store_i32", [generator, machine.i32(GENERATOR_SUSPENDED)], GENERATOR.state);
}
