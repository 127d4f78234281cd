import { FRAME_CODE, FRAME_FUNCTION, FRAME_SLOTS } from "@hotpy/frame-stack";
import { NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { CELL_VALUE, FUNCTION_GLOBALS } from "@hotpy/object-model";
import type { UpToCode } from "./context.js";

/** The names that the running frame sees, for `globals()` and `locals()`. Leaf. */
export interface FrameNames {
  /** The dict of globals. */
  globals(): Word;
  /** The names of the scope: the globals of a module, a class body's dict, or a copy of a function's local variables. */
  locals(): Word;
}

export function createFrameNames({ memory, dicts, codes, name: intern }: UpToCode): FrameNames {
  const { i32 } = memory;
  const inFrame = (offset: number): Word => i32[(i32[STATE_FRAME >>> 2] + offset) >>> 2];
  const globals = (): Word => i32[(inFrame(FRAME_FUNCTION) + FUNCTION_GLOBALS) >>> 2];

  return {
    globals,
    locals() {
      const { unit } = codes.record(inFrame(FRAME_CODE));
      // A class body, or a module with a namespace, keeps its names in a mapping in its first slot, which has no name.
      if (unit.localNames[0] === ".namespace") return inFrame(FRAME_SLOTS);
      if (unit.name === "<module>") return globals();
      const result = dicts.create();
      const { localNames, cellNames, freeNames } = unit;
      const slots = [...localNames, ...cellNames, ...freeNames];
      for (let i = 0; i < slots.length; i++) {
        const word = inFrame(FRAME_SLOTS + i * 4);
        const value = i < localNames.length || word === NULL ? word : i32[(word + CELL_VALUE) >>> 2];
        if (value !== NULL) dicts.set(result, intern(slots[i]), value);
      }
      return result;
    },
  };
}
