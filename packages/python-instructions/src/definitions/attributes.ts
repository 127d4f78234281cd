import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const attributeInstructions: readonly ComplexDefinition[] = [
  define("load_attr", "name", "o -- v", "Gets an attribute", { caches: 6, code: "" }),
  define("store_attr", "name", "v o --", "Sets an attribute", { caches: 6, code: "" }),
  define("delete_attr", "name", "o --", "Deletes an attribute", { code: "" }),
  define("load_method", "name", "o -- f self", "Looks up a method to be called: function and self, or 1 (tagged 0) and the plain attribute", { caches: 6, code: "" }),
];
