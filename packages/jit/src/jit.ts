/// Compiled code as a part of a running VM: what it calls, and how calls, links and exits reach it.

import type { LeafHelper } from "@hotpy/bytecode";
import { type Address, type Memory, NULL, shield, TRACE_LIMIT, type Word } from "@hotpy/memory";
import { createFixedObjects, type TraceTree } from "@hotpy/trace";
import type { Backend } from "./backend.js";
import { createTreeCompiler, type TreeCode, type TreeCompiler, type TreeCompilerOptions } from "./compiler.js";
import { KERNEL_IMPORT, LEAF_IMPORT } from "./lower/leaf-calls.js";
import { exitWord } from "./lower/leave.js";
import { entryName, rootName } from "./lower/run-state.js";

/** What compiled code calls in the VM. */
export interface JitHost {
  /** Allocates past the bump chunk: takes another one and asks for a collection; never collects. */
  allocate(bytes: number): Address;
  /** The slow half of the write barrier. */
  remember(object: Address): void;
  /** A helper that fails by `raise` has thrown a JavaScript exception: makes it the pending exception of the language. Leaf. */
  hostError(error: unknown): void;
}

export interface JitOptions extends Omit<TreeCompilerOptions, "map" | "objects"> {
  readonly memory: Memory;
  readonly host: JitHost;
  /** Told of each call of a helper in TypeScript, by its name. */
  readonly onCall?: ((helper: string) => void) | undefined;
}

/** A tree of traces as machine code. */
export interface CompiledTree {
  /**
   * Runs from the frame's anchor. The word that the base frame returned, or NULL: it left, and STATE_EXIT_TRACE,
   * STATE_EXIT_NUMBER, STATE_EXIT_FRAME and the exit buffer say where.
   */
  enter(frame: Address): Word;
  /** Bytes of machine code as WebAssembly. */
  readonly size: number;
  readonly text?: string;
}

export interface Jit {
  readonly backend: Backend;
  /** Makes code for {@link Jit.load}. */
  readonly compiler: TreeCompiler;
  /**
   * Makes code a part of the VM: from now on calls and links from other compiled code reach a tree, which replaces an earlier version of it; the exit of
   * a bridge goes on in it. The entry of a tree; undefined for a bridge.
   */
  load(code: TreeCode): CompiledTree["enter"] | undefined;
  /** Compiles a tree and loads it. */
  compile(tree: TraceTree): CompiledTree;
  /** Frees the machine code of a root trace and its bridges. Nothing of it may run or be entered any more. */
  release(root: number): void;
}

export function createJit(options: JitOptions): Jit {
  const { memory, helpers, host, backend, measure = (_, run) => run() } = options;
  const table = new WebAssembly.Table({ initial: 64, maximum: TRACE_LIMIT, element: "anyfunc" });
  const compiler = createTreeCompiler({ ...options, map: memory, objects: createFixedObjects(memory) });
  const imports = new Map<string, CallableFunction>();

  function importOf(name: string): CallableFunction {
    let found = imports.get(name);
    if (found === undefined) imports.set(name, (found = findImport(name)));
    return found;
  }

  function findImport(name: string): CallableFunction {
    if (name.startsWith(LEAF_IMPORT)) {
      const helper = helpers.get(name.slice(LEAF_IMPORT.length)) as LeafHelper;
      return watched(helper.name, shieldHelper(helper, host));
    }
    if (name.startsWith(KERNEL_IMPORT))
      return (helpers.get(name.slice(KERNEL_IMPORT.length)) as LeafHelper).kernel as CallableFunction;
    const own = host[name as "allocate" | "remember"];
    return shield<unknown>(own, 1, (error) => {
      host.hostError(error);
      return memory.waste.start;
    });
  }

  /** The helper, which tells that it is called. */
  function watched(name: string, run: (...args: never[]) => unknown): (...args: never[]) => unknown {
    const { onCall } = options;
    if (onCall === undefined) return run;
    return (...args) => {
      onCall(name);
      return run(...args);
    };
  }

  function instantiate({ module, imports: names }: TreeCode): Record<string, CallableFunction> {
    const env: Record<string, WebAssembly.ImportValue> = {
      memory: memory.wasm,
      table,
      // The names that object files of the tool conventions give to the same two.
      __linear_memory: memory.wasm,
      __indirect_function_table: table,
    };
    for (const name of names) env[name] = importOf(name) as WebAssembly.ExportValue;
    const { exports } = measure("linking", () => new WebAssembly.Instance(module, { env }));
    return exports as unknown as Record<string, CallableFunction>;
  }

  function publish(id: number, code: CallableFunction): void {
    if (id >= table.length)
      table.grow(Math.max(id + 1 - table.length, Math.min(table.length, TRACE_LIMIT - table.length)));
    table.set(id, code);
  }

  function unpublish(id: number): void {
    if (id < table.length) table.set(id, null);
  }

  /** Bridges that have been compiled by themselves, by root; with the words by which exits go on in them. */
  const apart = new Map<number, { readonly id: number; readonly word: Address }[]>();

  function load(code: TreeCode): CompiledTree["enter"] | undefined {
    const exports = instantiate(code);
    const { root, bridge } = code;
    if (bridge === undefined) {
      publish(root, exports[rootName(root)]);
      return exports[entryName(root)] as CompiledTree["enter"];
    }
    publish(bridge.id, exports[rootName(bridge.id)]);
    const word = exitWord(memory, bridge.trace, bridge.exit);
    memory.i32[word >>> 2] = bridge.id;
    apart.set(root, [...(apart.get(root) ?? []), { id: bridge.id, word }]);
    return undefined;
  }

  return {
    backend,
    compiler,
    load,
    compile(tree) {
      const code = compiler.compile(tree);
      const compiled = { enter: load(code) as CompiledTree["enter"], size: code.size };
      return code.text === undefined ? compiled : { ...compiled, text: code.text };
    },
    release(root) {
      unpublish(root);
      for (const { id, word } of apart.get(root) ?? []) {
        unpublish(id);
        // The ids of the tree may be given to other traces, which begin without bridges.
        memory.i32[word >>> 2] = 0;
      }
      apart.delete(root);
    },
  };
}

/**
 * A helper as compiled code calls it. What is thrown in it becomes what its `fails` says: the pending exception, or nothing, and the
 * interpreter executes the instruction again. One that never fails has no result that could tell: the host gets the error, whose code
 * goes on with NULL to its next safepoint.
 */
function shieldHelper({ fails, args, run, isShielded }: LeafHelper, host: JitHost): (...args: never[]) => unknown {
  if (isShielded) return run;
  return shield<unknown>(run, args.length, (error) => {
    if (fails !== "retry") host.hostError(error);
    return NULL;
  });
}
