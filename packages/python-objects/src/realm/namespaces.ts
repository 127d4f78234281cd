import { STATE_FRAME, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import type { Modules } from "../modules.js";

/** Names that the running code sees, and modules. All leaf, but for what makes native modules. */
export interface Namespaces {
  /** Modules by name, and import. */
  readonly imports: Modules;
  /** `globals()` and `locals()` of the running frame. */
  frameGlobals(): Word;
  frameLocals(): Word;
  /** The frame object of the frame so many calls above the running one; NULL: raised. */
  frameAbove(depth: number): Word;
  /** The frame object of the topmost frame of each thread, by its number. */
  threadFrames(): ReadonlyMap<number, Word>;
  /** The dict of builtins. */
  builtins(): Word;
  /** The dict of imported modules, `sys.modules`. */
  modules(): Word;
  /** A module that has been imported, or NULL. */
  loadedModule(name: string): Word;
}

export function createNamespaces(parts: UpToProtocols): Namespaces {
  const { memory, dicts, modules, frameNames, frameObjects, exceptions, name: intern } = parts;
  const loaded = (): Word => memory.i32[modules.loaded >>> 2];
  return {
    imports: modules,
    frameGlobals: frameNames.globals,
    frameLocals: () => frameObjects.localsOf(memory.i32[STATE_FRAME >>> 2]),
    frameAbove: (depth) =>
      frameObjects.above(Math.max(depth, 0)) || exceptions.raise("ValueError", "call stack is not deep enough"),
    threadFrames: frameObjects.ofThreads,
    builtins: () => memory.i32[modules.builtins >>> 2],
    modules: loaded,
    loadedModule: (name) => dicts.getInterned(loaded(), intern(name)),
  };
}
