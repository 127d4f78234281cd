/// Leaf helpers that expansions call: operations of builtin types that are one piece of TypeScript.

import type { Kind, LeafHelper } from "@hotpy/bytecode";
import { FRAME_SLOTS, FRAME_SP } from "@hotpy/frame-stack";
import { pollInterrupt } from "@hotpy/interpreter";
import { type Address, HeapExhausted, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import { type AliasClass, ANYTHING, TUPLE_ITEMS } from "@hotpy/object-model";
import { interruptsOf, type NativeDefinition, NotImplementedByHotPy, RESUME, Refused } from "@hotpy/python-objects";
import type { Language } from "./language.js";

/** What a helper may do to memory, by alias class. */
export interface HelperEffects {
  readonly reads?: readonly AliasClass[];
  readonly writes?: readonly AliasClass[];
  /** It always succeeds. */
  readonly never?: true;
  /** See {@link LeafHelper.isRepeatable}. */
  readonly isRepeatable?: true;
  /** It neither raises nor calls anything that might: NULL asks for a retry. */
  readonly quiet?: true;
  /** It may have had effects when it raises; see {@link LeafHelper.fails}. */
  readonly raises?: true;
  /** See {@link LeafHelper.isOfInterned}. */
  readonly isOfInterned?: true;
  /** A function of a kernel that does; see {@link LeafHelper.kernel}. */
  readonly kernel?: CallableFunction;
}

/** What an operation may do of which nothing is known: anything that a leaf may, also raise at any time. */
export const ANY_EFFECTS: HelperEffects = { reads: [ANYTHING], writes: [ANYTHING], raises: true };

/** How many words of each argument are put back, those in the tuple of `*args` behind the others, and which argument that tuple is, -1: none. */
export interface Restored {
  readonly words: readonly number[];
  readonly varargs: number;
}

/** Where, below the end of the stack, the frame lies that runs while a helper does. Beyond the reach of any other frame. */
const SCRATCH_BYTES = 32768;
/** Where natives that helpers call get their arguments. */
const ARGUMENT_BYTES = 16384;

/**
 * Makes helpers, once by name. They fail by `retry`: the interpreter does the whole instruction again and raises what
 * there is to raise. So a helper must fail before its first effect, unless it says `raises`. Operations which would have to run
 * Python code (`__eq__` of a key) always end in a retry: re-entering the loop is forbidden while a helper runs.
 */
export class Helpers {
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  /** The name of the helper, which is made if it is new. `signature` reads "word i32 -> word". */
  define(
    name: string,
    signature: string,
    effects: HelperEffects,
    run: (...args: never[]) => number | bigint | void,
  ): string {
    const [left, right] = signature.split("->").map((part) => part.trim());
    const args = (left === "" ? [] : left.split(/\s+/)) as Kind[];
    return this.#add(name, args, right as Kind | "void", effects, () =>
      effects.never || effects.quiet
        ? run
        : (this.#guarded(run as unknown as Run, right === "word", effects.raises === true) as LeafHelper["run"]),
    );
  }

  /**
   * The name of the helper that calls a native's `run` with so many arguments, all words; `words` is what it takes. Where the interpreter is
   * to do the call again, as many words of each argument as `restores` says are put back as they were.
   */
  defineNative(
    name: string,
    count: number,
    words: number,
    effects: HelperEffects,
    run: NativeDefinition["run"],
    restores: Restored,
  ): string {
    return this.#add(
      name,
      new Array<Kind>(count).fill("word"),
      "word",
      effects,
      () =>
        this.#native(
          this.#restoring(run, restores, count, effects.raises === true),
          count,
          words,
          effects.raises === true,
        ) as LeafHelper["run"],
    );
  }

  #add(
    name: string,
    args: readonly Kind[],
    result: Kind | "void",
    { reads = [], writes = [], never, quiet, raises, isRepeatable, isOfInterned, kernel }: HelperEffects,
    run: () => LeafHelper["run"],
  ): string {
    const { helpers } = this.#language;
    const known = helpers.get(name);
    if (known !== undefined && known.args.length !== args.length) throw new Error(`two helpers are called ${name}`);
    if (known === undefined) {
      helpers.set(name, {
        name,
        args,
        result,
        reads,
        writes,
        fails: never ? "never" : raises ? "raise" : "retry",
        run: run(),
        ...(never || quiet ? {} : { isShielded: true }),
        ...(isRepeatable === undefined ? {} : { isRepeatable }),
        ...(isOfInterned === undefined ? {} : { isOfInterned }),
        ...(kernel === undefined ? {} : { kernel }),
      });
    }
    return name;
  }

  /**
   * The running frame in memory is stale while compiled code runs: helpers work above a frame of their own.
   * A call of Python code, which the operands of the helper should not bring about, is refused by the limit of re-entry.
   */
  #guarded(run: Run, returnsWord: boolean, raises: boolean): (...args: never[]) => Result {
    const { enter, leave, failed } = this.#scratchFrame(returnsWord, raises);
    // Fixed parameter lists: a rest parameter costs an array at each call.
    switch (run.length) {
      case 1:
        return (a) => {
          enter();
          try {
            return leave(run(a));
          } catch (error) {
            return failed(error);
          }
        };
      case 2:
        return (a, b) => {
          enter();
          try {
            return leave(run(a, b));
          } catch (error) {
            return failed(error);
          }
        };
      case 3:
        return (a, b, c) => {
          enter();
          try {
            return leave(run(a, b, c));
          } catch (error) {
            return failed(error);
          }
        };
      default:
        return (...args) => {
          enter();
          try {
            return leave(run(...args));
          } catch (error) {
            return failed(error);
          }
        };
    }
  }

  /** The native, which leaves the arguments as they were where the interpreter is to do the call again. */
  #restoring(
    run: NativeDefinition["run"],
    { words, varargs }: Restored,
    taken: number,
    raises: boolean,
  ): NativeDefinition["run"] {
    if (words.every((count) => count === 0)) return run;
    const { memory, reentry } = this.#language;
    const { i32 } = memory;
    const kept = new Int32Array(words.reduce((sum, count) => sum + count, 0));
    const addresses = new Int32Array(words.length);
    /** The word of an argument, or of one behind those that the native takes: one in its tuple. */
    function argument(args: Address, index: number, count: number): Word {
      if (index < count) return i32[(args >>> 2) + index];
      return i32[(i32[(args >>> 2) + varargs] + TUPLE_ITEMS + 4 * (index - count)) >>> 2];
    }
    function keep(args: Address): void {
      for (let i = 0, at = 0; i < words.length; at += words[i++]) {
        if (words[i] === 0) continue;
        const first = (addresses[i] = argument(args, i, taken) >>> 2);
        for (let j = 0; j < words[i]; j++) kept[at + j] = i32[first + j];
      }
    }
    function restore(): void {
      for (let i = 0, at = 0; i < words.length; at += words[i++])
        for (let j = 0; j < words[i]; j++) i32[addresses[i] + j] = kept[at + j];
    }
    return (args, count) => {
      keep(args);
      try {
        const result = run(args, count);
        if (reentry.hasRefused() || result === RESUME || (result === NULL && !raises)) restore();
        return result;
      } catch (error) {
        restore();
        throw error;
      }
    };
  }

  /** Lays the arguments out where the native expects them, NULL for those that are not given. */
  #native(run: NativeDefinition["run"], count: number, words: number, raises: boolean): (...args: Word[]) => Result {
    const { memory } = this.#language;
    const { i32 } = memory;
    const { enter, leave, failed } = this.#scratchFrame(true, raises);
    const args: Address = memory.stack.end - ARGUMENT_BYTES;
    const first = args >>> 2;
    function call(): Result {
      enter();
      for (let i = count; i < words; i++) i32[first + i] = NULL;
      try {
        return leave(run(args, words));
      } catch (error) {
        return failed(error);
      }
    }
    switch (count) {
      case 1:
        return (a) => {
          i32[first] = a;
          return call();
        };
      case 2:
        return (a, b) => {
          i32[first] = a;
          i32[first + 1] = b;
          return call();
        };
      case 3:
        return (a, b, c) => {
          i32[first] = a;
          i32[first + 1] = b;
          i32[first + 2] = c;
          return call();
        };
      default:
        return (...given) => {
          i32.set(given, first);
          return call();
        };
    }
  }

  /** What a helper does before its work, after it, and when that ends in a JavaScript exception. */
  #scratchFrame(
    returnsWord: boolean,
    raises: boolean,
  ): {
    enter(): void;
    leave(result: Result): Result;
    failed(error: unknown): Result;
  } {
    const { reentry, exceptions, failures, memory, platform } = this.#language;
    const { i32 } = memory;
    const interrupted = interruptsOf(platform);
    const running = STATE_FRAME >>> 2;
    const scratch = memory.stack.end - SCRATCH_BYTES;
    const top = (scratch + FRAME_SP) >>> 2;
    // Helpers do not nest, so one place to save is enough.
    let frame = 0;

    function enter(): void {
      frame = i32[running];
      i32[running] = scratch;
      i32[top] = scratch + FRAME_SLOTS;
      reentry.forbid();
    }
    function leave(result: Result): Result {
      i32[running] = frame;
      const isRefused = reentry.permit();
      pollInterrupt(memory, interrupted);
      if (isRefused || (result === NULL && !raises)) exceptions.clearPending();
      // A frame that has been pushed is not run.
      return returnsWord && (isRefused || result === RESUME) ? NULL : result;
    }
    function failed(error: unknown): Result {
      leave(NULL);
      exceptions.clearPending();
      const isMemory = error instanceof HeapExhausted;
      // The interpreter executes the instruction again, and raises MemoryError or RecursionError, or reports what is not implemented, with the line.
      if (error instanceof NotImplementedByHotPy || error instanceof Refused) return NULL;
      if (!isMemory && !(error instanceof RangeError)) return failures.carry(error);
      if (!raises) return NULL;
      if (!isMemory && error.message.includes("call stack"))
        return exceptions.raise("RecursionError", "maximum recursion depth exceeded");
      return failures.raiseStopped() ? NULL : exceptions.raise("MemoryError", "");
    }
    return { enter, leave, failed };
  }
}

/* ---- helpers that several expansions call ---- */

/** What `str` makes of a value whose text needs no Python code. */
export function textOf(helpers: Helpers, { conversions, pythonKernel }: Language): string {
  return helpers.define("text", "word -> word", { kernel: pythonKernel.textOfNumber }, (word: Word) =>
    conversions.toStr(word),
  );
}

/** Code points of a string of any form. */
export function strLength(helpers: Helpers, { strings, kernel }: Language): string {
  return helpers.define("str.length", "word -> i32", { never: true, kernel: kernel.lengthOfString }, (text: Word) =>
    strings.length(text),
  );
}

type Result = number | bigint | void;
/** A helper, whose `length` is its number of arguments, or 0 if it takes any number. */
type Run = (...args: unknown[]) => Result;
