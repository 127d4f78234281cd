import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const iterationInstructions: readonly ComplexDefinition[] = [
  define("get_iter", "none", "o -- it", "iter(o)", { code: "" }),
  define("for_iter", "jump", "it -- it v", "Pushes the next item, or drops the exhausted iterator and jumps", { caches: 4, jumpPops: 1, jumpPushes: 0, code: "" }),
];
