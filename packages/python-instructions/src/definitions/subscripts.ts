import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const subscriptInstructions: readonly ComplexDefinition[] = [
  define("load_subscript", "none", "o k -- v", "o[k]", { caches: 2, code: "" }),
  define("store_subscript", "none", "v o k --", "o[k] = v", { caches: 2, code: "" }),
  define("delete_subscript", "none", "o k --", "del o[k]", { code: "" }),
];
