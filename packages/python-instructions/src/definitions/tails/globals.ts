import type { LoopTail } from "@hotpy/interpreter";
import { FUNCTION_GLOBALS, UNDECIDED } from "@hotpy/object-model";

/** The global or builtin of a name of which the instruction at `ip` does not know where it lies. */
export const loadGlobalAgain: LoopTail = {
  name: "load_global_again",
  parameters: { name: "i32" },
  caches: 4,
  code: `
    const value = globalOf(FIELD(FUNCTION_OF_FRAME, ${FUNCTION_GLOBALS}), name, i32[builtinsSlot]);
    if (value !== ${UNDECIDED}) { PUSH(value); NEXT }
    SAVE
    RESULT(loadGlobal(name, ip))`,
};
