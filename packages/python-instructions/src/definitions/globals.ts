import type { ComplexDefinition } from "@hotpy/bytecode";
import { NONE, STATE_WATCHES } from "@hotpy/memory";
import {
  DICT_KEYS,
  DICT_VALUES,
  DICT_VERSION,
  FLAG_WATCHED,
  FUNCTION_GLOBALS,
  KEYS_VERSION,
} from "@hotpy/object-model";
import { define, NAMESPACE } from "./define.js";

/** An operation on a name, out of line. */
const byName = (call: string): string => `SAVE\nCHECK(${call})`;
const STORE_GLOBAL = `${byName("storeGlobal(NAME, TOP(1), ip)")}\nDROP(1);`;

export const globalInstructions: readonly ComplexDefinition[] = [
  define(
    "load_global",
    "name",
    "-- v",
    "Pushes a global or builtin; caches: keys version of the globals, entry, keys version of the builtins",
    {
      caches: 4,
      code: "LOAD_GLOBAL_AGAIN(NAME)",
    },
  ),
  define("load_global_module", "name", "-- v", "load_global of a name that the globals have", {
    caches: 4,
    specialises: "load_global",
    code: `
      const globals = FIELD(FUNCTION_OF_FRAME, ${FUNCTION_GLOBALS});
      if (FIELD(FIELD(globals, ${DICT_KEYS}), ${KEYS_VERSION}) === CACHE(0)) {
        PUSH(i32[(FIELD(globals, ${DICT_VALUES}) + CACHE(1)) >>> 2]);
        NEXT
      }
      LOAD_GLOBAL_AGAIN(NAME)`,
  }),
  define("load_global_builtin", "name", "-- v", "load_global of a name that only the builtins have", {
    caches: 4,
    specialises: "load_global",
    code: `
      const globals = FIELD(FUNCTION_OF_FRAME, ${FUNCTION_GLOBALS});
      if (FIELD(FIELD(globals, ${DICT_KEYS}), ${KEYS_VERSION}) === CACHE(0)) {
        const builtins = i32[builtinsSlot];
        if (FIELD(FIELD(builtins, ${DICT_KEYS}), ${KEYS_VERSION}) === CACHE(2)) {
          PUSH(i32[(FIELD(builtins, ${DICT_VALUES}) + CACHE(1)) >>> 2]);
          NEXT
        }
      }
      LOAD_GLOBAL_AGAIN(NAME)`,
  }),
  define(
    "store_global",
    "name",
    "v --",
    "Assigns a global; caches: keys version of the globals, entry, number of what is watched",
    {
      caches: 4,
      code: STORE_GLOBAL,
    },
  ),
  define("store_global_module", "name", "v --", "store_global of a name that the globals have and nobody watches", {
    caches: 4,
    specialises: "store_global",
    code: `
      const globals = FIELD(FUNCTION_OF_FRAME, ${FUNCTION_GLOBALS});
      if (FIELD(FIELD(globals, ${DICT_KEYS}), ${KEYS_VERSION}) === CACHE(0) && (i32[${STATE_WATCHES >>> 2}] === CACHE(2) || (i32[globals >>> 2] & ${FLAG_WATCHED}) === 0)) {
        const values = FIELD(globals, ${DICT_VALUES});
        i32[(values + CACHE(1)) >>> 2] = POP();
        FIELD(globals, ${DICT_VERSION}) = 0;
        BARRIER_NEXT(values)
      }
      if (assignGlobal(globals, NAME, TOP(1)) === ${NONE}) { DROP(1); NEXT }
      ${STORE_GLOBAL}`,
  }),
  define("delete_global", "name", "--", "Deletes a global", { code: byName("deleteGlobal(NAME)") }),
  define("load_name", "name", "-- v", "Class body: looks up the namespace in local 0, then globals, then builtins", {
    readsLocals: [NAMESPACE],
    code: "SAVE\nRESULT(loadName(NAME, LOCAL(0)))",
  }),
  define("store_name", "name", "v --", "Class body: assigns in the namespace", {
    readsLocals: [NAMESPACE],
    code: `DROP(1);\n${byName("storeName(NAME, LOCAL(0), i32[sp])")}`,
  }),
  define("delete_name", "name", "--", "Class body: deletes from the namespace", {
    readsLocals: [NAMESPACE],
    code: byName("deleteName(NAME, LOCAL(0))"),
  }),
  define(
    "load_class_cell",
    "local",
    "-- v",
    "Class body: name of the cell in the namespace, else the cell's contents",
    {
      readsLocals: [NAMESPACE],
      code: "SAVE\nRESULT(loadClassCell(ARG, LOCAL(0)))",
    },
  ),
];
