import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const controlInstructions: readonly ComplexDefinition[] = [
  define("jump", "jump", "--", "Jumps forward", { terminal: true, code: "" }),
  define("jump_back", "jump", "--", "A loop's back-edge: a safepoint; caches: countdown to hot, trace id + 1", { caches: 2, terminal: true, code: "" }),
  define("jump_if_false", "jump", "c --", "Jumps if c is false", { code: "" }),
  define("jump_if_true", "jump", "c --", "Jumps if c is true", { code: "" }),
  define("jump_if_false_or_pop", "jump", "c --", "Jumps and keeps c if it is false, else drops it", { jumpPushes: 1, code: "" }),
  define("jump_if_true_or_pop", "jump", "c --", "Jumps and keeps c if it is true, else drops it", { jumpPushes: 1, code: "" }),
  define("jump_if_none", "jump", "c --", "Jumps if c is None", { code: "" }),
  define("jump_if_not_none", "jump", "c --", "Jumps if c is not None", { code: "" }),
];
