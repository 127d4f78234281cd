import type { CodeUnit } from "@hotpy/bytecode";
import { type Collector, createHeap, generational, type HeapOptions } from "@hotpy/gc";
import { createIdleHooks, createObservedHooks, pollInterrupt } from "@hotpy/interpreter";
import { type Memory, NULL, reserveMemory, type Word } from "@hotpy/memory";
import { createShapeTable } from "@hotpy/object-model";
import { type Builtins, installBuiltins } from "@hotpy/python-builtins";
import { INTERNAL_FUNCTIONS } from "@hotpy/python-compiler";
import {
  createLineJumps,
  createLoop,
  createObserving,
  createPythonVm,
  createStep,
  instructionSet,
  LOOP_OPERATIONS,
} from "@hotpy/python-instructions";
import { createInteraction, type Greeting } from "@hotpy/python-modules";
import {
  type CompileWarning,
  type Context,
  carryingOut,
  createContext,
  createFunction,
  createTracebackText,
  type Execution,
  interruptsOf,
  type Platform,
  PYTHON_LAYOUTS,
  syntaxErrorText,
} from "@hotpy/python-objects";
import { decodeSource, PythonSyntaxError } from "@hotpy/python-parser";
import { findAnchors } from "./anchors.js";
import { compileProgram, compileSource, parseProgram } from "./compile-source.js";
import { createKeptCode } from "./kept-code.js";
import { createTelling } from "./telling.js";
import { TooDeeplyNested } from "./too-deeply-nested.js";
import { createUncaught } from "./uncaught.js";

/** How a Python is to be put together. */
export interface PythonOptions {
  readonly platform: Platform;
  readonly memory?: Memory;
  readonly collector?: Collector;
  readonly heap?: HeapOptions;
  readonly hashSeed?: number;
  /** Makes the supervisor and what it is told of; without it nothing gets hot. `step` executes one instruction. */
  readonly tracing?: (context: Context, step: () => number) => Tracing;
  /** The loop that runs bytecode, made from the one that executes complex instructions and the single-step variant of it. */
  readonly loop?: (context: Context, fast: () => number, step: () => number) => () => number;
  /** 1: programs are compiled without assertions; 2: without docstrings too. */
  readonly optimize?: 0 | 1 | 2;
  /** Defines modules, once the builtins are there. */
  readonly modules?: (context: Context, builtins: Builtins) => void;
}

/** How a program ended: the exit status that CPython would have. */
export interface Outcome {
  readonly status: number;
}

/** How a program is to be run. */
export interface RunOptions {
  /** The program only starts another: its frame does not show, and `__main__` has no `__file__` of it. */
  readonly isHidden?: boolean;
  /** Statements of the user that follow the program, in its namespace. */
  readonly interaction?: Greeting & { /** Asked when the program has ended, however. */ isWanted(): boolean };
}

/** One running Python. */
export interface Python {
  readonly context: Context;
  /**
   * Compiles and runs a program, its text or the bytes of its file, as `__main__`; undefined: there is none, only an interaction. Output goes to the platform; uncaught
   * exceptions are shown there.
   * @throws NotImplementedByHotPy for what HotPy does not support yet
   */
  run(source: string | Uint8Array | undefined, filename: string, options?: RunOptions): Outcome;
  /** What Python shows of an exception that nobody has caught: its traceback. May collect. */
  describe(exception: Word): string;
  /** Writes what `print` has left in a buffer. */
  flush(): void;
}

/** What makes code hot, and is told of what compiled code relies on; see {@link Execution}. */
export type Tracing = Pick<Execution, "hooks" | "codeLoaded" | "functionChanged" | "typeChanged" | "dictChanged">;

/** No code relies on anything. */
const UNWATCHED = { codeLoaded: () => {}, functionChanged: () => {}, typeChanged: () => {}, dictChanged: () => {} };

/** Exit status where what was printed could not all be written, as CPython's. */
const NOT_WRITTEN = 120;

export function createPython(options: PythonOptions): Python {
  const { platform } = options;
  const keptCode = createKeptCode(platform.codeCache);
  const memory = options.memory ?? reserveMemory();
  const shapes = createShapeTable(memory, PYTHON_LAYOUTS);
  const heap = createHeap(memory, options.collector ?? generational, { layoutOf: shapes.layout }, options.heap);
  const context = createContext({
    memory,
    heap,
    shapes,
    platform,
    instructions: instructionSet,
    loopOperations: LOOP_OPERATIONS,
    compile: keptCode.compileSurrogate,
    compileProgram: keptCode.programCompiler(compileProgram),
    parseProgram,
    internals: INTERNAL_FUNCTIONS,
    hashSeed: options.hashSeed ?? 0,
    execution(context) {
      const vm = createPythonVm(context, instructionSet);
      // The recorder and observers alone take it, which most programs do without.
      let made: (() => number) | undefined;
      const step = (): number => (made ??= carryingOut(context.memory.faults, createStep(vm)))();
      const fast = createLoop(vm);
      const interrupted = interruptsOf(context.platform);
      const jumps = createLineJumps(instructionSet, INTERNAL_FUNCTIONS);
      const observing = createObserving(context, instructionSet, jumps, step, () => pollInterrupt(memory, interrupted));
      context.observers.observeBy(observing.observation);
      const tracing = options.tracing?.(context, observing.step) ?? {
        ...UNWATCHED,
        hooks: createIdleHooks(memory, interrupted),
      };
      const observedHooks = createObservedHooks(memory, tracing.hooks);
      context.realm.setBuiltin("__build_class__", vm.buildClass);
      return {
        ...tracing,
        get hooks() {
          return context.observers.isAny() ? observedHooks : tracing.hooks;
        },
        loop: observing.loop(options.loop?.(context, fast, step) ?? fast),
        typeHides: vm.typeHides,
        exceptionShown: (exception) => tell(describe(context, exception)),
        exceptionIgnored(given, origin, where = "in") {
          const { handles, observers } = context;
          const mark = handles.mark();
          const [exception, source] = [handles.push(given), handles.push(origin)];
          if (!observers.ignored(given, origin, where))
            tell(
              createTracebackText(context, findAnchors, sourceOf).formatIgnored(
                handles.get(exception),
                handles.get(source),
                where,
              ),
            );
          handles.release(mark);
        },
      };
    },
  });
  const builtins = installBuiltins(context.realm);
  const { streams } = builtins;
  const tell = createTelling(context, streams);
  context.realm.optimize = options.optimize ?? 0;
  if (options.optimize) context.realm.setBuiltin("__debug__", context.realm.bool(false));
  options.modules?.(context, builtins);

  const { realm, dicts, modules, codes, exceptions, finalisers, handles } = context;
  const showError = streams.tell;
  const uncaught = createUncaught(context, tell);

  /** The text of a program that was not read from a file that could be read again. */
  const sources = new Map<string, string>();
  let isEnding = false;
  /** At its end CPython cannot show lines of source any more. */
  const sourceOf = (name: string): string | undefined => (isEnding ? "" : sources.get(name));

  function describe(context: Context, exception: Word): string {
    return createTracebackText(context, findAnchors, sourceOf).format(exception);
  }

  /** Tells what is wrong with the source. */
  function compileOrTell(
    given: string | Uint8Array,
    filename: string,
  ): { readonly unit: CodeUnit; readonly warnings: CompileWarning[] } | undefined {
    const warnings: CompileWarning[] = [];
    try {
      const source = typeof given === "string" ? given : decodeSource(given, filename);
      if (!filename.startsWith("<")) sources.set(filename, source);
      const { optimize } = realm;
      const compile = (warn: () => void): CodeUnit =>
        compileSource(
          source,
          filename,
          (warning) => {
            warn();
            warnings.push(warning);
          },
          { mode: "exec", hasNamespace: false, optimize, isFile: !filename.startsWith("<") },
        );
      const kept = filename.startsWith("<") ? source : given;
      return { unit: optimize === 0 ? keptCode.ofProgram(kept, filename, compile) : compile(() => {}), warnings };
    } catch (error) {
      if (error instanceof PythonSyntaxError) showError(syntaxErrorText(error));
      else if (error instanceof TooDeeplyNested) showError(`${error.message}\n`);
      else throw error;
      return undefined;
    }
  }

  /** The module `__main__`. */
  function createMain(): Word {
    const main = modules.create("__main__");
    dicts.set(memory.i32[modules.loaded >>> 2], context.name("__main__"), main);
    const globals = context.attributes.instances.dictOf(main);
    dicts.set(globals, context.name("__annotations__"), dicts.create());
    dicts.set(globals, context.name("__builtins__"), modules.import(context.name("builtins"), NULL, 0));
    return main;
  }

  /** Runs a program in the namespace of a module; the exit status. */
  function runProgram(main: Word, given: string | Uint8Array, filename: string, options: RunOptions): number {
    const { isHidden = false, interaction } = options;
    const compiled = compileOrTell(given, filename);
    if (compiled === undefined) return 1;
    const globals = handles.push(context.attributes.instances.dictOf(main));
    const hasFile = !isHidden && !filename.startsWith("<");
    if (hasFile) {
      dicts.set(handles.get(globals), context.name("__file__"), realm.str(filename));
      dicts.set(handles.get(globals), context.name("__cached__"), realm.none);
    }
    const code = codes.load(compiled.unit, { hidden: isHidden });
    const isDone =
      realm.warnOfProgram(compiled.warnings, filename) &&
      callAndFlush(createFunction(context, code, handles.get(globals))) !== NULL;
    if (isDone) return 0;
    if (interaction?.isWanted() !== true) return uncaught.endWith(exceptions.pending());
    // Here even SystemExit does not end all.
    const exception = exceptions.pending();
    exceptions.clearPending();
    uncaught.show(exception);
    return 1;
  }

  function interact(main: Word, greeting: Greeting): number {
    const globals = context.attributes.instances.dictOf(main);
    for (const ofFile of ["__file__", "__cached__"]) dicts.delete(globals, context.name(ofFile));
    const isDone = createInteraction(builtins, uncaught.show).run(globals, greeting) !== NULL;
    return isDone ? 0 : uncaught.endWith(exceptions.pending());
  }

  function run(given: string | Uint8Array | undefined, filename: string, options: RunOptions = {}): Outcome {
    const kept = handles.push(createMain());
    let status = given === undefined ? 0 : runProgram(handles.get(kept), given, filename, options);
    if (options.interaction?.isWanted() === true) status = interact(handles.get(kept), options.interaction);
    waitForThreads();
    runExitFunctions();
    context.threads.stop();
    finalisers.runDead();
    const isWritten = streams.finish();
    isEnding = true;
    finalisers.runLiving(context.attributes.instances.dictOf(handles.get(kept)));
    streams.flush();
    keptCode.finish();
    exceptions.clearPending();
    return { status: isWritten ? status : NOT_WRITTEN };
  }

  /** Calls; whatever ends the program, what it has printed comes first. */
  function callAndFlush(callee: Word): Word {
    try {
      return realm.call(callee);
    } catch (error) {
      streams.finish();
      throw error;
    }
  }

  /** For those that `threading` has started, but for daemons. */
  function waitForThreads(): void {
    const module = realm.loadedModule("threading");
    if (module === NULL) return;
    const mark = handles.mark();
    const kept = handles.push(module);
    const shutDown = realm.findAttribute(module, context.name("_shutdown"));
    if (shutDown !== NULL && callAndFlush(shutDown) === NULL) {
      const exception = exceptions.pending();
      exceptions.clearPending();
      realm.showIgnored(exception, handles.get(kept), "in");
    }
    handles.release(mark);
  }

  /** What `atexit` has been given, if the program has imported it. */
  function runExitFunctions(): void {
    const module = realm.loadedModule("atexit");
    if (module === NULL) return;
    const run = realm.findAttribute(module, context.name("_run_exitfuncs"));
    if (run === NULL || callAndFlush(run) === NULL) exceptions.clearPending();
  }

  return {
    context,
    run,
    describe: (exception) => describe(context, exception),
    flush: () => void streams.flush(),
  };
}
