import type { ComplexDefinition } from "@hotpy/bytecode";
import { FRAME_SLOTS } from "@hotpy/frame-stack";
import { CELL_VALUE, CODE_LOCALS, FUNCTION_CLOSURE, headerWord, SHAPE_CELL, TUPLE_ITEMS } from "@hotpy/object-model";
import { define } from "./define.js";

export const localInstructions: readonly ComplexDefinition[] = [
  define("load_local", "local", "-- v", "Pushes a local; UnboundLocalError if it has no value", {
    code: `
      const v = LOCAL(ARG);
      if (v === 0) { SAVE unboundLocal(ARG); RAISE }
      PUSH(v);`,
  }),
  define("store_local", "local", "v --", "Assigns a local", { code: "const v = POP(); LOCAL(ARG) = v;" }),
  define("delete_local", "local", "--", "Unbinds a local", {
    code: `
      if (LOCAL(ARG) === 0) { SAVE unboundLocal(ARG); RAISE }
      LOCAL(ARG) = 0;`,
  }),
  define("load_closure", "local", "-- cell", "Pushes the cell in a slot, to build a closure", {
    code: "PUSH(LOCAL(ARG));",
  }),
  define("load_cell", "local", "-- v", "Pushes the contents of the cell in a slot", {
    code: `
      const v = FIELD(LOCAL(ARG), ${CELL_VALUE});
      if (v === 0) { SAVE unboundCell(ARG); RAISE }
      PUSH(v);`,
  }),
  define("store_cell", "local", "v --", "Assigns the cell in a slot", {
    code: `
      const cell = LOCAL(ARG);
      FIELD(cell, ${CELL_VALUE}) = POP();
      BARRIER_NEXT(cell)`,
  }),
  define("delete_cell", "local", "--", "Unbinds the cell in a slot", {
    code: `
      const cell = LOCAL(ARG);
      if (FIELD(cell, ${CELL_VALUE}) === 0) { SAVE unboundCell(ARG); RAISE }
      FIELD(cell, ${CELL_VALUE}) = 0;`,
  }),
  define("make_cell", "local", "--", "Puts a new cell into a slot, holding its present value", {
    code: `
      ALLOCATE(cell, 16)
      i32[cell >>> 2] = ${headerWord(SHAPE_CELL)};
      i32[(cell >>> 2) + 1] = 0;
      FIELD(cell, ${CELL_VALUE}) = LOCAL(ARG);
      i32[(cell >>> 2) + 3] = 0;
      LOCAL(ARG) = cell;`,
  }),
  define("copy_free", "count", "--", "Copies the function's closure cells into the last slots", {
    code: `
      const count = ARG;
      const first = fp + ${FRAME_SLOTS >>> 2} + FIELD(CODE_OF_FRAME, ${CODE_LOCALS}) - count;
      const cells = (FIELD(FUNCTION_OF_FRAME, ${FUNCTION_CLOSURE}) + ${TUPLE_ITEMS}) >>> 2;
      for (let i = 0; i < count; i++) i32[first + i] = i32[cells + i];`,
  }),
];
