/// Leaf helpers that expansions call: operations of builtin types that are one piece of TypeScript.

import type { Kind, LeafHelper } from "@hotpy/bytecode";
import { FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { NULL, STATE_FRAME } from "@hotpy/memory";
import type { Language } from "./language.js";

/** What a helper may do to memory, by alias class. */
export interface HelperEffects {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /** It always succeeds. */
  readonly never?: true;
}

/** Alias classes of the contents of lists and dicts. */
export const LIST_CONTENTS: readonly string[] = ["list.length", "list.items", "array.items"];
export const DICT_CONTENTS: readonly string[] = ["dict.count", "dict.keys", "dict.values", "dict.keys.version", "dict.value.items"];

/** Where, below the end of the stack, the frame lies that runs while a helper does. Beyond the reach of any other frame. */
const SCRATCH_BYTES = 32768;

/** Nothing gets hot while a helper runs. */
const NO_HOOKS = { functionHot: () => true, enterFunctionTrace: () => NULL };

/**
 * Makes helpers, once by name. They fail by `retry`: the interpreter does the whole instruction again and raises what
 * there is to raise. So a helper must fail before its first effect. That includes operations which would have to run
 * Python code (`__eq__` of a key): re-entering the loop is forbidden while a helper runs, and ends in a retry.
 */
export class Helpers {
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** The name of the helper, which is made if it is new. `signature` reads "word i32 -> word". */
  define(name: string, signature: string, effects: HelperEffects, run: (...args: never[]) => number | bigint | void): string {
    const { helpers } = this.#language;
    if (helpers.has(name)) return name;
    const [left, right] = signature.split("->").map((part) => part.trim());
    const helper: LeafHelper = {
      name,
      args: (left === "" ? [] : left.split(/\s+/)) as Kind[],
      result: right as Kind | "void",
      reads: effects.reads ?? [],
      writes: effects.writes ?? [],
      fails: effects.never ? "never" : "retry",
      run: effects.never ? run : this.#guarded(run as (...args: unknown[]) => number | bigint | void) as LeafHelper["run"],
    };
    helpers.set(name, helper);
    return name;
  }

  /**
   * The running frame in memory is stale while compiled code runs: helpers work above a frame of their own.
   * A call of Python code, which the operands of the helper should not bring about, is refused by the limit of re-entry.
   */
  #guarded(run: (...args: unknown[]) => number | bigint | void): (...args: unknown[]) => number | bigint | void {
    const { reentry, exceptions, calls, memory } = this.#language;
    const { i32 } = memory;
    const running = STATE_FRAME >>> 2;
    const scratch = memory.stack.end - SCRATCH_BYTES;
    const top = (scratch + FRAME_SP) >>> 2;
    return (...args) => {
      const frame = i32[running];
      const { limit } = reentry;
      const { hooks } = calls;
      i32[running] = scratch;
      i32[top] = scratch + FRAME_SLOTS;
      reentry.limit = -1;
      calls.hooks = NO_HOOKS;
      let result: number | bigint | void = NULL;
      try {
        result = run(...args);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      } finally {
        i32[running] = frame;
        reentry.limit = limit;
        calls.hooks = hooks;
      }
      if (result === NULL) exceptions.clearPending();
      return result;
    };
  }
}
