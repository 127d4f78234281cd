/// Who executes traces: the trace interpreter, or compiled code. Both leave in the same way, so the supervisor cannot
/// tell which it is.

import type { LeafHelper } from "@hotpy/bytecode";
import { RunningFrame } from "@hotpy/interpreter";
import {
  type Address,
  EXIT_FRAMES_COMPLETE,
  type Memory,
  NULL,
  STATE_EXIT_TRACE,
  STATE_FRAME,
  type Word,
} from "@hotpy/memory";
import { CODE_TRACE } from "@hotpy/object-model";
import {
  createTraceInterpreter,
  type Exit,
  exitKey,
  lengthOf,
  type Trace,
  type TraceInterpreterOptions,
  type TraceTree,
} from "@hotpy/trace";

export interface Executor {
  /** A root trace is new. @throws Error if it cannot be compiled. */
  install(tree: TraceTree): void;
  /** A tree has grown by a bridge from an exit. @throws Error if it cannot be compiled; then the tree stays as it was. */
  grow(tree: TraceTree, bridge: Trace, from: Exit): void;
  /** The root trace will not be entered again. */
  remove(root: number): void;
  /**
   * Runs a root trace on a frame; STATE_FUEL and STATE_NATIVE_BUDGET are set. The word that the frame returned, or NULL: it left;
   * then STATE_EXIT_TRACE, STATE_EXIT_NUMBER, STATE_EXIT_FRAME and EXIT_BUFFER say where.
   */
  enter(root: number, frame: Address): Word;
}

/** Makes code of trees, perhaps in another thread; `TreeCompiler` of `@hotpy/jit` is one. */
export interface CodeMaker<Code> {
  compile(tree: TraceTree): Code;
  /** The code of one bridge of a tree that has been compiled without it; undefined: its exit cannot be reached so, the tree is to be compiled. */
  compileBridge(tree: TraceTree, bridge: Trace, from: Exit): Code | undefined;
}

/** Lets code run; `Jit` of `@hotpy/jit` is one. */
export interface CodeLoader<Code> {
  readonly compiler: CodeMaker<Code>;
  /** The entry of a tree; undefined for a bridge. */
  load(code: Code): ((frame: Address) => Word) | undefined;
  release(root: number): void;
}

/** Instructions of a tree from which on its bridges stay functions apart: an engine takes too long for very large ones. */
const LARGE_TREE = 1500;

/**
 * The code of a tree that has grown. A bridge is compiled by itself, and the whole tree anew, as one function, whenever it has four times as many bridges as
 * when that was done last: so all compiling together is linear in what is compiled in the end.
 */
export function compileGrown<Code>(compiler: CodeMaker<Code>, tree: TraceTree, bridge: Trace, from: Exit): Code {
  const { size } = tree.bridges;
  const hasGrown = size > 1 && Number.isInteger(Math.log2(size) / 2);
  const alone = hasGrown && lengthOf(tree) < LARGE_TREE ? undefined : compiler.compileBridge(tree, bridge, from);
  return alone ?? compiler.compile(tree);
}

/** An executor to which code can be given that has been made elsewhere. */
export interface CompilingExecutor<Code> extends Executor {
  /** From now on the code of this root, or of a bridge of it, is what runs. */
  load(root: number, code: Code): void;
}

/** Executes compiled code. */
export function createCompilingExecutor<Code>(loader: CodeLoader<Code>): CompilingExecutor<Code> {
  const entries: (((frame: Address) => Word) | undefined)[] = [];
  const load = (root: number, code: Code): void => {
    const entry = loader.load(code);
    if (entry !== undefined) entries[root] = entry;
  };
  return {
    load,
    install: (tree) => load(tree.root.id, loader.compiler.compile(tree)),
    grow: (tree, bridge, from) => load(tree.root.id, compileGrown(loader.compiler, tree, bridge, from)),
    remove(root) {
      entries[root] = undefined;
      loader.release(root);
    },
    enter: (root, frame) => (entries[root] as (frame: Address) => Word)(frame),
  };
}

/** What {@link createInterpretingExecutor} needs of the VM. */
export interface InterpretingEnvironment {
  readonly memory: Memory;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  allocate(bytes: number): Address;
  barrier(object: Address): void;
}

/** Executes traces by the trace interpreter. */
export function createInterpretingExecutor(
  environment: InterpretingEnvironment,
  options: TraceInterpreterOptions = {},
): Executor {
  const { memory, barrier } = environment;
  const { i32 } = memory;
  const running = new RunningFrame(memory, barrier);
  const trees = new Map<number, TraceTree>();
  const traces = new Map<number, Trace>();
  const bridges = new Map<string, number>();

  const interpreter = createTraceInterpreter(
    {
      ...environment,
      traceOf: (id) => traces.get(id),
      bridgeOf: (trace, exit) => bridges.get(exitKey(trace, exit)),
      callCode(code, callee, args) {
        running.load();
        running.pushFrame(code, callee, args);
        const entry = i32[(code + CODE_TRACE) >>> 2];
        if (entry !== 0) return interpreter.enter(entry - 1, i32[STATE_FRAME >>> 2]);
        i32[STATE_EXIT_TRACE >>> 2] = EXIT_FRAMES_COMPLETE;
        return NULL;
      },
    },
    options,
  );

  const install = (tree: TraceTree): void => {
    trees.set(tree.root.id, tree);
    traces.set(tree.root.id, tree.root);
    for (const [key, bridge] of tree.bridges) {
      traces.set(bridge.id, bridge);
      bridges.set(key, bridge.id);
    }
  };

  return {
    install,
    grow: install,
    remove(root) {
      const tree = trees.get(root);
      trees.delete(root);
      traces.delete(root);
      for (const [key, { id }] of tree?.bridges ?? []) {
        traces.delete(id);
        bridges.delete(key);
      }
    },
    enter: (root, frame) => interpreter.enter(root, frame),
  };
}
