import type { ComplexDefinition } from "@hotpy/bytecode";
import { define, NAMESPACE } from "./define.js";

export const importInstructions: readonly ComplexDefinition[] = [
  define("import_name", "name", "level fromlist -- m", "Imports a module", {
    code: "const fromList = POP(), level = POP();\nSAVE\nRESULT(importName(NAME, fromList, level >> 1))",
  }),
  define("import_from", "name", "m -- m v", "Gets a name from a module", {
    code: "SAVE\nRESULT(importFrom(TOP(1), NAME))",
  }),
  define("import_star", "flags", "m --", "Copies a module's public names to the globals; flag 1: to the namespace", {
    readsLocals: [NAMESPACE],
    code: "const module = POP();\nSAVE\nCHECK(importStar(module, ARG === 1 ? LOCAL(0) : 0))",
  }),
  define("setup_annotations", "flags", "--", "Makes __annotations__ unless it is there; flag 1: in a class body", {
    readsLocals: [NAMESPACE],
    code: "SAVE\nCHECK(setupAnnotations(ARG === 1 ? LOCAL(0) : 0))",
  }),
  define("print_expr", "none", "v --", "Interactive: prints the value of an expression statement", {
    code: "const v = POP();\nSAVE\nCHECK(printExpression(v))",
  }),
];
