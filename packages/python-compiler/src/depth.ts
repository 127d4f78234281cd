import { CompilerRecursionError } from "./errors.js";

/** CPython allows 3,000 levels of nesting: three times its default recursion limit. */
const LIMIT = 3000;

/** Counts how deeply the visit of a tree is nested, so that deep source ends in a clean error. */
export class DepthCounter {
  private depth = 0;

  /** @throws CompilerRecursionError */
  enter(): void {
    if (++this.depth > LIMIT) throw new CompilerRecursionError();
  }

  leave(): void {
    this.depth--;
  }
}
