import { NONE, REQUEST_RAISE, STATE_PENDING, STATE_REQUEST } from "./state.js";
import { NULL } from "./words.js";

/** No room for an allocation: the loop turns it into an exception of the language at its boundary. */
export class HeapExhausted extends Error {
  override readonly name = "HeapExhausted";
  constructor(readonly bytes: number) {
    super(`the heap has no room for ${bytes} bytes`);
  }
}

/**
 * An error inside of the virtual machine on its way out through frames of WebAssembly, which no exception of JavaScript may cross: it is
 * kept here, and an exception is pending that nobody handles, until {@link Faults.check} is called where no such frame lies below.
 */
export interface Faults {
  /** Keeps an error, unless one is kept already. The next safepoint raises what is pending. Always NULL. Leaf. */
  carry(error: unknown): typeof NULL;
  /** What is kept, or undefined. */
  readonly carried: unknown;
  /** Throws what is kept, if anything is. */
  check(): void;
}

export function createFaults(i32: Int32Array): Faults {
  let carried: unknown;
  return {
    carry(error) {
      carried ??= error;
      // Any word but NULL: nothing looks at it.
      i32[STATE_PENDING >>> 2] = NONE;
      i32[STATE_REQUEST >>> 2] |= REQUEST_RAISE;
      return NULL;
    },
    get carried() {
      return carried;
    },
    check() {
      if (carried === undefined) return;
      const error = carried;
      carried = undefined;
      i32[STATE_PENDING >>> 2] = NULL;
      throw error;
    },
  };
}
