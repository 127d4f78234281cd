import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const globalInstructions: readonly ComplexDefinition[] = [
  define("load_global", "name", "-- v", "Pushes a global or builtin", { caches: 4, code: "" }),
  define("store_global", "name", "v --", "Assigns a global", { caches: 4, code: "" }),
  define("delete_global", "name", "--", "Deletes a global", { code: "" }),
  define("load_name", "name", "-- v", "Class body: looks up the namespace in local 0, then globals, then builtins", { code: "" }),
  define("store_name", "name", "v --", "Class body: assigns in the namespace", { code: "" }),
  define("delete_name", "name", "--", "Class body: deletes from the namespace", { code: "" }),
  define("load_class_cell", "local", "-- v", "Class body: name of the cell in the namespace, else the cell's contents", { code: "" }),
];
