import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const localInstructions: readonly ComplexDefinition[] = [
  define("load_local", "local", "-- v", "Pushes a local; UnboundLocalError if it has no value", { code: "" }),
  define("store_local", "local", "v --", "Assigns a local", { code: "" }),
  define("delete_local", "local", "--", "Unbinds a local", { code: "" }),
  define("load_closure", "local", "-- cell", "Pushes the cell in a slot, to build a closure", { code: "" }),
  define("load_cell", "local", "-- v", "Pushes the contents of the cell in a slot", { code: "" }),
  define("store_cell", "local", "v --", "Assigns the cell in a slot", { code: "" }),
  define("delete_cell", "local", "--", "Unbinds the cell in a slot", { code: "" }),
  define("make_cell", "local", "--", "Puts a new cell into a slot, holding its present value", { code: "" }),
  define("copy_free", "count", "--", "Copies the function's closure cells into the last slots", { code: "" }),
];
