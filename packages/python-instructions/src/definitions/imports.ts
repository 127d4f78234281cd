import type { ComplexDefinition } from "@hotpy/bytecode";
import { define } from "./define.js";

export const importInstructions: readonly ComplexDefinition[] = [
  define("import_name", "name", "level fromlist -- m", "Imports a module", { code: "" }),
  define("import_from", "name", "m -- m v", "Gets a name from a module", { code: "" }),
  define("import_star", "none", "m --", "Copies a module's public names to the globals", { code: "" }),
  define("setup_annotations", "flags", "--", "Makes __annotations__ unless it is there; flag 1: in a class body", { code: "" }),
  define("print_expr", "none", "v --", "Interactive: prints the value of an expression statement", { code: "" }),
];
