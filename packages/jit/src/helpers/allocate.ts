import { STATE_ALLOC_LIMIT, STATE_ALLOC_TOP } from "@hotpy/memory";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { undecidedIf } from "./helper-function.js";

/**
 * Address of so many fresh bytes (a multiple of 8), not zeroed; UNDECIDED if the chunk has no room for them, and for
 * `slack` bytes more, which may be written meanwhile.
 */
export function allocate(f: FunctionBuilder, bytes: Reg, slack = 0): Reg {
  const object = f.loadAt("i32.load", STATE_ALLOC_TOP);
  const room = f.binary("i32.sub", f.binary("i32.sub", f.loadAt("i32.load", STATE_ALLOC_LIMIT), object), f.i32(slack));
  undecidedIf(f, f.binary("i32.lt_s", room, bytes));
  f.storeAt("i32.store", STATE_ALLOC_TOP, f.binary("i32.add", object, bytes));
  return object;
}
