import type { Word } from "@hotpy/memory";
import type { UpToCalling } from "../context.js";
import { createFrameNames } from "../frame-names.js";
import type { Modules } from "../modules.js";

/** Names that the running code sees, and modules. All leaf, but for what makes native modules. */
export interface Namespaces {
  /** Modules by name, and import. */
  readonly imports: Modules;
  /** `globals()` and `locals()` of the running frame. */
  frameGlobals(): Word;
  frameLocals(): Word;
  /** The dict of builtins. */
  builtins(): Word;
  /** The dict of imported modules, `sys.modules`. */
  modules(): Word;
  /** A module that has been imported, or NULL. */
  loadedModule(name: string): Word;
}

export function createNamespaces(parts: UpToCalling): Namespaces {
  const { memory, dicts, modules, name: intern } = parts;
  const loaded = (): Word => memory.i32[modules.loaded >>> 2];
  const frameNames = createFrameNames(parts);
  return {
    imports: modules,
    frameGlobals: frameNames.globals,
    frameLocals: frameNames.locals,
    builtins: () => memory.i32[modules.builtins >>> 2],
    modules: loaded,
    loadedModule: (name) => dicts.getInterned(loaded(), intern(name)),
  };
}
