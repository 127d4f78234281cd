import { FRAME_CODE, FRAME_FUNCTION, FRAME_SLOTS } from "@hotpy/frame-stack";
import { type Address, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { CELL_VALUE, FUNCTION_GLOBALS } from "@hotpy/object-model";
import type { UpToCode } from "./context.js";

/** The names that frames see, for `globals()` and `locals()`. Leaf. */
export interface FrameNames {
  /** The dict of globals. */
  globals(): Word;
  /**
   * The names of a frame's scope: the globals of a module, a class body's dict, or a function's local variables, in a dict that is there,
   * unless it is NULL.
   */
  localsOf(frame: Address, into?: Word): Word;
  /** The same of a frame whose slots are kept at an address. */
  localsIn(code: Address, globals: Word, slots: Address, into?: Word): Word;
  /** Whether the names of such a frame's scope are kept in a mapping of their own: those of a class body, or of a module with a namespace. */
  hasNamespace(code: Address): boolean;
  /** Takes what has been changed in what `localsOf` has given of a function's frame back to its variables. */
  storeLocals(frame: Address, locals: Word): void;
}

export function createFrameNames({ memory, heap, dicts, codes, name: intern }: UpToCode): FrameNames {
  const { i32 } = memory;
  const globalsOf = (frame: Address): Word => i32[(i32[(frame + FRAME_FUNCTION) >>> 2] + FUNCTION_GLOBALS) >>> 2];

  /** That is in its first slot, which has no name. */
  const hasNamespace = (code: Address): boolean => codes.record(code).unit.localNames[0] === ".namespace";

  function localsIn(code: Address, globals: Word, slots: Address, into: Word = NULL): Word {
    const { unit } = codes.record(code);
    if (hasNamespace(code)) return i32[slots >>> 2];
    if (unit.name === "<module>") return globals;
    return localsAt(code, slots, into);
  }

  const localsOf = (frame: Address, into: Word = NULL): Word =>
    localsIn(i32[(frame + FRAME_CODE) >>> 2], globalsOf(frame), frame + FRAME_SLOTS, into);

  function localsAt(code: Address, address: Address, into: Word = NULL): Word {
    const { unit } = codes.record(code);
    const result = into === NULL ? dicts.create() : into;
    const { localNames, cellNames, freeNames } = unit;
    const slots = [...localNames, ...cellNames, ...freeNames];
    for (let i = 0; i < slots.length; i++) {
      const word = i32[(address >>> 2) + i];
      const value = i < localNames.length || word === NULL ? word : i32[(word + CELL_VALUE) >>> 2];
      if (value !== NULL) dicts.set(result, intern(slots[i]), value);
      else if (into !== NULL) dicts.delete(result, intern(slots[i]));
    }
    return result;
  }

  function storeLocals(frame: Address, locals: Word): void {
    const { unit } = codes.record(i32[(frame + FRAME_CODE) >>> 2]);
    if (unit.localNames[0] === ".namespace" || unit.name === "<module>") return;
    const { localNames, cellNames, freeNames } = unit;
    const slots = [...localNames, ...cellNames, ...freeNames];
    for (let i = 0; i < slots.length; i++) {
      const slot = (frame + FRAME_SLOTS + i * 4) >>> 2;
      const value = dicts.getInterned(locals, intern(slots[i]));
      if (i < localNames.length) i32[slot] = value;
      else if (i32[slot] !== NULL) heap.storeWord(i32[slot], CELL_VALUE, value);
    }
  }

  return {
    globals: () => globalsOf(i32[STATE_FRAME >>> 2]),
    localsOf,
    localsIn,
    hasNamespace,
    storeLocals,
  };
}
