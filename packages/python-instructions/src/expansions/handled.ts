import type { CoreMachine } from "@hotpy/interpreter";
import { NULL, STATE_HANDLED } from "@hotpy/memory";
import { defineFields, mutable } from "@hotpy/object-model";

/** The exception being handled, as a field of the state block: its base is the address 0. */
export const HANDLED = defineFields("state", { handled: mutable("word", STATE_HANDLED) }).handled;

export const loadHandled = <V>(m: CoreMachine<V>): V => m.op("load_word", [m.word(NULL)], HANDLED);

/** Whether an exception is being handled; pins the answer. Generators save and restore it, which traces leave out. */
export function isHandling<V>(m: CoreMachine<V>): boolean {
  return !m.isNull(loadHandled(m));
}
