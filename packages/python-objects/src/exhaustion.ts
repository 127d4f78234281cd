import { HeapExhausted } from "@hotpy/gc";

/** What comes of it; undefined: there is no memory. For what can be left out where there is none. */
export function unlessExhausted<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof HeapExhausted) return undefined;
    throw error;
  }
}
