import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const generatorInstructions: readonly ComplexDefinition[] = [
  define("make_generator", "none", "--", "Start of a generator function: makes the generator from this frame and returns it", { code: "" }),
  define("yield_value", "none", "v -- sent", "Suspends the generator; the value sent is pushed on resumption", { code: "" }),
  define("get_yield_from", "none", "o -- it", "Iterator of `yield from`", { code: "" }),
  define("send", "jump", "it v -- it y", "Sends v to the iterator; if it has finished, pops it, pushes its result and jumps", { jumpPops: 2, jumpPushes: 1, code: "" }),
];
