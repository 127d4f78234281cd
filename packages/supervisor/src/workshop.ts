/// The thread that makes traces, without the thread: passes and compiler over copies of the traces that a supervisor has recorded. It
/// keeps the trees as the supervisor has them, as all that it is told comes in order.

import type { LeafHelper } from "@hotpy/bytecode";
import {
  type Exit,
  exitKey,
  exitsOf,
  type FixedObjects,
  type Helpers,
  type Pass,
  type PassContext,
  runPipeline,
  ToldObjects,
  type Trace,
} from "@hotpy/trace";
import { type CodeMaker, compileGrown } from "./executor.js";
import { helperFrom, type Keep, type Make, type Reply, type Request } from "./messages.js";
import { type Measure, measuredPasses, Phases } from "./phases.js";

export interface WorkshopEnvironment<Code> {
  readonly passes: readonly Pass[];
  /** As in the supervisor's environment. */
  factsAtExit?(trace: Trace, exit: number, context: PassContext): PassContext["inherited"];
  /** What compiles; `root` finds a root trace by id. */
  createCompiler(setting: {
    readonly objects: FixedObjects;
    readonly helpers: Helpers;
    readonly measure: Measure;
    root(id: number): Trace;
  }): CodeMaker<Code>;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

interface Kept {
  readonly trace: Trace;
  readonly inherited: PassContext["inherited"];
}

interface Tree {
  readonly root: Trace;
  readonly bridges: Map<string, Trace>;
}

/** Takes requests in order; returns the reply, if there is one. */
export function createWorkshop<Code>(
  environment: WorkshopEnvironment<Code>,
): (request: Request) => Reply<Code> | undefined {
  const { factsAtExit, now } = environment;
  const objects = new ToldObjects();
  const helpers = new Map<string, LeafHelper>();
  const trees = new Map<number, Tree>();
  const kept = new Map<number, Kept>();
  let phases = new Phases(now, "others");
  const measure: Measure = (phase, run) => phases.measure(phase, run);
  const passes = measuredPasses(environment.passes, measure);
  const compiler = environment.createCompiler({
    objects,
    helpers,
    measure,
    root: (id) => (trees.get(id) as Tree).root,
  });
  const contextOf = (inherited: PassContext["inherited"]): PassContext => ({ objects, helpers, inherited });

  function factsFor({ parent }: Trace): PassContext["inherited"] {
    if (parent === undefined) return undefined;
    const { trace, inherited } = kept.get(parent.trace) as Kept;
    return factsAtExit?.(trace, parent.exit, contextOf(inherited));
  }

  function compile(root: number, trace: Trace): Code {
    const { parent } = trace;
    if (parent === undefined) {
      const tree = { root: trace, bridges: new Map<string, Trace>() };
      const code = compiler.compile(tree);
      trees.set(root, tree);
      return code;
    }
    const tree = trees.get(root) as Tree;
    const key = exitKey(parent.trace, parent.exit);
    const from = exitsOf((kept.get(parent.trace) as Kept).trace, helpers)[parent.exit] as Exit;
    tree.bridges.set(key, trace);
    try {
      return compileGrown(compiler, tree, trace, from);
    } catch (error) {
      tree.bridges.delete(key);
      throw error;
    }
  }

  function keep({ root, trace, inherited }: Keep): void {
    const { parent } = trace;
    if (parent === undefined) trees.set(root, { root: trace, bridges: new Map() });
    else trees.get(root)?.bridges.set(exitKey(parent.trace, parent.exit), trace);
    kept.set(trace.id, { trace, inherited });
  }

  function make({ root, trace: recorded }: Make): { trace: Trace; code: Code } {
    const inherited = measure("facts", () => factsFor(recorded));
    const trace = runPipeline(recorded, passes, contextOf(inherited));
    const code = measure("lowering", () => compile(root, trace));
    kept.set(trace.id, { trace, inherited });
    return { trace, code };
  }

  function release(root: number): void {
    const tree = trees.get(root);
    trees.delete(root);
    kept.delete(root);
    for (const { id } of tree?.bridges.values() ?? []) kept.delete(id);
  }

  return (request) => {
    if (request.kind === "release") {
      release(request.root);
      return undefined;
    }
    for (const helper of request.helpers) helpers.set(helper.name, helperFrom(helper));
    objects.learn(request.objects);
    if (request.kind === "keep") {
      keep(request);
      return undefined;
    }
    const { order } = request;
    phases = new Phases(now, "others");
    const times = (): Record<string, number> =>
      Object.fromEntries(phases.read().map(({ phase, milliseconds }) => [phase, milliseconds]));
    try {
      const made = make(request);
      return { order, ...made, times: times() };
    } catch (error) {
      return { order, error: `${error instanceof Error ? error.stack : error}`, times: times() };
    }
  };
}
