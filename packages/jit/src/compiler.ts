/// From trees of traces to WebAssembly modules. Nothing here needs the VM's memory: it may run in another thread.

import type { LeafHelper } from "@hotpy/bytecode";
import type { MemoryMap } from "@hotpy/memory";
import type { Exit, FixedObjects, Trace, TraceTree } from "@hotpy/trace";
import type { Backend } from "./backend.js";
import type { LirModule } from "./lir/lir.js";
import { canBePatched } from "./lower/leave.js";
import { type LoweredTree, lowerBridge, lowerTree } from "./lower/tree.js";

/** Code of a tree, or of a bridge by itself, that is in no VM yet; `postMessage` hands it to another thread. */
export interface TreeCode {
  /** Id of the root trace. */
  readonly root: number;
  /** The bridge that this is the code of; undefined: it is that of the whole tree. */
  readonly bridge: { readonly id: number; readonly trace: number; readonly exit: number } | undefined;
  readonly module: WebAssembly.Module;
  /** Names of the functions that the module imports. */
  readonly imports: readonly string[];
  /** Bytes of the module. */
  readonly size: number;
  /** The backend's text, if asked for. */
  readonly text: string | undefined;
}

export interface TreeCompiler {
  compile(tree: TraceTree): TreeCode;
  /**
   * Compiles one bridge of a tree that has been compiled without it. Much cheaper than the whole
   * tree, and each passage costs a few nanoseconds more. Undefined: its exit cannot be reached so, the tree is to be compiled.
   */
  compileBridge(tree: TraceTree, bridge: Trace, from: Exit): TreeCode | undefined;
}

export interface TreeCompilerOptions {
  readonly map: MemoryMap;
  readonly objects: FixedObjects;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  readonly backend: Backend;
  /** A root trace by id. */
  root(id: number): Trace;
  /** See `LoweringEnvironment.chaos`. */
  readonly chaos?: boolean;
  /** Told of what takes time: the backend's `encoding`, and the engine's `compiling`, and `linking` where the module becomes a part of the VM. */
  readonly measure?: (<T>(phase: string, run: () => T) => T) | undefined;
  /** Keep the backend's text of each trace, for logs. */
  readonly text?: boolean;
}

export function createTreeCompiler(options: TreeCompilerOptions): TreeCompiler {
  const { map, objects, helpers, backend, measure = (_, run) => run() } = options;
  const environment = { map, objects, helpers, root: options.root, chaos: options.chaos ?? false };

  function build(root: number, bridge: TreeCode["bridge"], { functions, imports: called }: LoweredTree): TreeCode {
    const lowered: LirModule = { functions, imports: called, pages: map.size / 65536 };
    const { bytes, text } = measure("encoding", () => backend.compile(lowered, { text: options.text ?? false }));
    const module = measure("compiling", () => new WebAssembly.Module(bytes as BufferSource));
    return { root, bridge, module, imports: [...called.keys()], size: bytes.length, text };
  }

  return {
    compile: (tree) => build(tree.root.id, undefined, lowerTree(tree, environment)),
    compileBridge(tree, bridge, { number, kinds }) {
      if (!canBePatched(number, kinds.length)) return undefined;
      const live = kinds.map((kind) => (kind === "word" ? "i32" : kind));
      const { trace } = bridge.parent as NonNullable<Trace["parent"]>;
      return build(tree.root.id, { id: bridge.id, trace, exit: number }, lowerBridge(tree, bridge, environment, live));
    },
  };
}
