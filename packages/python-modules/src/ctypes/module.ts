import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "../source-module.js";
import { createCData } from "./data.js";
import { memorySource } from "./memory-source.js";
import { numberNatives } from "./numbers.js";
import { pointersSource } from "./pointers-source.js";
import { typesSource } from "./types-source.js";

const KNOWN_FUNCTIONS = ["memmove", "memset", "string_at", "wstring_at", "cast"];

const NUMBERS: Readonly<Record<string, number>> = {
  RTLD_LOCAL: 0,
  RTLD_GLOBAL: 256,
  FUNCFLAG_CDECL: 1,
  FUNCFLAG_PYTHONAPI: 4,
  FUNCFLAG_USE_ERRNO: 8,
  FUNCFLAG_USE_LASTERROR: 16,
};

/** The module `_ctypes`: C's types, in memory of HotPy's own. Shared libraries are not loaded. */
export function defineCtypes(builtins: Builtins): void {
  const { library } = builtins;
  const { realm } = library;
  const data = createCData(library);
  const surrogate = defineSourceModule(builtins, {
    name: "_ctypes",
    source: memorySource + typesSource + pointersSource,
    natives: [...data.natives, ...numberNatives(library)],
    shows: ["ArgumentError", "Union", "Structure", "Array", "_Pointer", "CFuncPtr", "_SimpleCData"],
    calls: [
      { name: "sizeof", parameters: "(object, /)" },
      { name: "byref", parameters: "(object, offset=None, /)" },
      { name: "addressof", parameters: "(object, /)" },
      { name: "alignment", parameters: "(object, /)" },
      { name: "resize", parameters: "(object, size, /)" },
      { name: "POINTER", parameters: "(type, /)" },
      { name: "pointer", parameters: "(object, /)" },
      { name: "set_errno", parameters: "(value, /)" },
      { name: "get_errno", parameters: "()" },
      { name: "dlopen", parameters: "(name, flag=None, /)" },
      { name: "dlclose", parameters: "(handle, /)" },
      { name: "dlsym", parameters: "(handle, name, /)" },
    ],
    attributes() {
      const kept = KNOWN_FUNCTIONS.map((name) =>
        realm.handles.push(realm.call(surrogate("known_address"), realm.str(name))),
      );
      const made = realm.getAttribute(surrogate("PointerTypes"), realm.intern("made"));
      return {
        __version__: realm.str("1.1.0"),
        _pointer_type_cache: made,
        ...Object.fromEntries(KNOWN_FUNCTIONS.map((name, index) => [`_${name}_addr`, realm.handles.get(kept[index])])),
        ...Object.fromEntries(Object.entries(NUMBERS).map(([name, value]) => [name, realm.int(value)])),
      };
    },
  });
}
