import { HeapExhausted } from "@hotpy/memory";

/** What comes of it; undefined: there is no memory. For what can be left out where there is none. */
export function unlessExhausted<Given extends unknown[], Result>(
  make: (...given: Given) => Result,
  ...given: Given
): Result | undefined {
  try {
    return make(...given);
  } catch (error) {
    if (error instanceof HeapExhausted) return undefined;
    throw error;
  }
}
