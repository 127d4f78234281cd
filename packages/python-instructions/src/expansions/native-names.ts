/// Names of native functions as expansions list them: "list.append" for methods, "math.sqrt" for functions of modules,
/// "len" for builtins, "new range" for what a builtin type does when it is called.

import { isSmall, NULL, type Word } from "@hotpy/memory";
import { MODULE_DICT, NATIVE_INDEX, SHAPE_NATIVE, shapeIdOf, TYPE_DICT } from "@hotpy/object-model";
import type { Context } from "@hotpy/python-objects";

/** Modules whose functions expansions know. */
const MODULES = ["math", "time", "sys"];
/** Types whose methods they know. */
const TYPES = ["str", "list", "dict", "int", "float", "tuple", "set", "frozenset", "range"];

export interface NativeNames {
  /** The name of the native with this index (NATIVE_INDEX). */
  nameOf(index: number): string;
}

export function createNativeNames({
  memory,
  types,
  natives,
  dicts,
  modules,
  name: intern,
}: Pick<Context, "memory" | "types" | "natives" | "dicts" | "modules" | "name">): NativeNames {
  const { i32 } = memory;
  const names = new Map<number, string>();

  /** Function objects of natives, by index: those of builtins and modules, and methods of builtin types. */
  function collect(): void {
    const add = (prefix: string, dict: Word): void => {
      for (let entry = dicts.nextEntry(dict, 0); entry >= 0; entry = dicts.nextEntry(dict, entry + 1)) {
        const value = dicts.valueAt(dict, entry);
        if (isSmall(value) || shapeIdOf(memory, value) !== SHAPE_NATIVE) continue;
        const index = i32[(value + NATIVE_INDEX) >>> 2];
        if (!names.has(index)) names.set(index, `${prefix}${natives.records[index].definition.name}`);
      }
    };
    add("", i32[modules.builtins >>> 2]);
    for (const module of MODULES) {
      const loaded = dicts.getInterned(i32[modules.loaded >>> 2], intern(module));
      if (loaded !== NULL) add(`${module}.`, i32[(loaded + MODULE_DICT) >>> 2]);
    }
    for (const type of TYPES) add(`${type}.`, i32[(types.named(type) + TYPE_DICT) >>> 2]);
  }

  return {
    nameOf(index) {
      if (!names.has(index)) collect();
      if (!names.has(index)) names.set(index, `? ${natives.records[index].definition.name}`);
      return names.get(index) as string;
    },
  };
}
