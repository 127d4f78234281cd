import type { CoreMachine } from "@hotpy/interpreter";
import { type Memory, STATE_LATIN1 } from "@hotpy/memory";
import { BYTES_DATA, LATIN1, STR } from "@hotpy/object-model";

/** The character at an index within a string whose characters take a byte each: there is a string of each of these from the start. */
export function narrowCharacter<V>(m: CoreMachine<V>, { i32 }: Memory, string: V, index: V): V {
  const table = m.word(i32[STATE_LATIN1 >>> 2] - BYTES_DATA);
  return m.op("load_element", [table, m.op("load_u8", [string, index], STR.data)], LATIN1.characters);
}
