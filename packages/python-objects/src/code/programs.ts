/// Code that programs compile: `compile`, `exec`, `eval`, and imported files.

import type { CodeUnit } from "@hotpy/bytecode";
import { FRAME_CODE } from "@hotpy/frame-stack";
import { type Address, NONE, NULL, STATE_FRAME, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import type { Hides } from "./codes.js";
import { createFunction } from "./functions.js";

export type ProgramMode = "exec" | "eval" | "single";

/** How a text is to be compiled. */
export interface ProgramOptions {
  readonly mode: ProgramMode;
  /** Flags of `compile`, and of the features of `__future__` that hold. */
  readonly flags?: number;
  /** 1: without assertions; 2: without docstrings too. */
  readonly optimize?: 0 | 1 | 2;
  /** Names lie in a mapping that is the code's only argument; else they are globals. */
  readonly hasNamespace: boolean;
  /** The source is a module's file: its code may be kept for the next run, and may come from an earlier one. */
  readonly isFile?: boolean;
}

/** Why a text cannot be compiled: the exception that it is in Python. */
export interface CompileFault {
  readonly type: "SyntaxError" | "IndentationError" | "TabError" | "MemoryError" | "RecursionError" | "ValueError";
  readonly message: string;
  /** Of SyntaxErrors: lines and columns count from 1, as CPython's attributes. */
  readonly place?: SourcePlace;
}

export interface SourcePlace {
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number;
  readonly text: string | null;
  readonly end_lineno: number;
  readonly end_offset: number;
}

/** What a program is warned of when a text is compiled; a SyntaxError where warnings are errors. */
export interface CompileWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  readonly place: SourcePlace;
}

/** A text, or the bytes of a file, which say how they are encoded. */
export type ProgramSource = string | Uint8Array;

/** Compiles a text or a syntax tree. */
export type ProgramCompiler = (
  source: ProgramSource | SyntaxNode,
  filename: string,
  options: ProgramOptions,
  warn: (warning: CompileWarning) => void,
) => CodeUnit | CompileFault;

/** A node of a syntax tree: its kind is the name of its class in CPython's `ast`, its other properties are that class's fields. */
export interface SyntaxNode {
  readonly kind: string;
  readonly [field: string]: unknown;
}

/** The syntax tree of a source, and its text, in which the places of the tree are. */
export interface ParsedProgram {
  readonly tree: SyntaxNode;
  readonly text: string;
}

export type ProgramParser = (
  source: ProgramSource,
  filename: string,
  options: ProgramOptions,
  warn: (warning: CompileWarning) => void,
) => ParsedProgram | CompileFault;

/** Compiling programs. What compiles may collect, as it warns. */
export interface Programs {
  /** The code object of a text; NULL: SyntaxError and the like. The same text gives the same code object for a while. */
  compileProgram(source: ProgramSource | SyntaxNode, filename: string, options?: Partial<ProgramOptions>): Word;
  /** The code object of an imported file, made anew. */
  compileFile(bytes: Uint8Array, filename: string, hidden?: Hides): Word;
  /** The syntax tree of a text; undefined: raised. */
  parseProgram(source: ProgramSource, filename: string, options: ProgramOptions): ParsedProgram | undefined;
  /** Bits of `co_flags` for the features of `__future__` that hold in the running frame. Leaf. */
  inheritedFlags(): number;
  /** Gives warnings of a compiled text to `warnings`. False: raised, a SyntaxError where such warnings are errors. */
  warnOfProgram(warnings: readonly CompileWarning[], filename: string): boolean;
  /** How programs are optimised that do not say it themselves. */
  optimize: 0 | 1 | 2;
  /**
   * The code to run what has been compiled with names in a mapping: it takes that as its only argument. NULL: raised. Code that was
   * not made by `compileProgram` is returned as it is.
   */
  withNamespace(code: Address): Word;
  /** Notes code that was made of a program's by changing what does not touch its instructions, and its code with names in a mapping. */
  noteChanged(code: Address, from: Address, namespaced: Address): void;
  /** How many variables of functions around it code uses: functions of it need as many cells. */
  freeNames(code: Address): number;
  /** A function that runs code in these globals; `closure`, of cells, where it has free names. */
  functionOf(code: Address, globals: Word, closure?: Word): Word;
  /** Raises what a fault is in Python. */
  raiseFault(fault: CompileFault): typeof NULL;
}

interface Program {
  readonly source: ProgramSource | SyntaxNode;
  readonly filename: string;
  readonly options: ProgramOptions;
  namespaced: Address;
}

/** Bits of `co_flags`. */
export const FEATURE_FLAGS = 0x1fe_0000;
/** So many code objects are kept, as code is never freed. */
const MOST_KEPT = 4096;

export function createPrograms(parts: UpToProtocols, compile: ProgramCompiler, parse: ProgramParser): Programs {
  const {
    codes,
    exceptions,
    objects,
    strings,
    types,
    modules,
    calls,
    attributes,
    handles,
    reentry,
    platform,
    name: intern,
  } = parts;
  const { i32 } = parts.memory;
  const settings: { optimize: 0 | 1 | 2 } = { optimize: 0 };
  const programs = new Map<Address, Program>();
  const known = new Map<string, Address>();

  function load(
    source: ProgramSource | SyntaxNode,
    filename: string,
    options: ProgramOptions,
    warns = true,
    hidden?: Hides,
  ): Word {
    const warnings: CompileWarning[] = [];
    const made = compile(source, filename, { optimize: settings.optimize, ...options }, (each) => warnings.push(each));
    hasWarned = warnings.length > 0;
    if (warns && !warn(warnings, filename)) return NULL;
    return "type" in made ? raiseFault(made) : codes.load(made, hidden === undefined ? {} : { hidden });
  }

  /** Whether what was compiled last has been warned of. */
  let hasWarned = false;

  /** Where there is no such module nobody is told. */
  function warn(warnings: readonly CompileWarning[], filename: string): boolean {
    if (warnings.length === 0 || !modules.nativeNames().includes("_warnings")) return true;
    for (const { category, message, place } of warnings) {
      const mark = handles.mark();
      const module = modules.import(intern("_warnings"), NULL, 0);
      const callee = module === NULL ? NULL : attributes.find(module, intern("warn_explicit"));
      const call = (): Word =>
        calls.invokeWith(
          callee,
          strings.fromJS(message),
          types.named(category),
          strings.fromJS(filename),
          objects.int(place.lineno),
        );
      const result = callee === NULL ? NULL : reentry.complete(call, NONE, NONE, NONE);
      handles.release(mark);
      if (result !== NULL) continue;
      if (exceptions.pendingIs(category)) {
        exceptions.clearPending();
        raiseFault({ type: "SyntaxError", message, place });
      }
      return false;
    }
    return true;
  }

  /** What CPython's compiler shows of a place: what stands there in the file of that name, if there is one. */
  function lineOfFile(filename: string, line: number): string | null {
    const text = platform.readFile(filename)?.split(/\r\n|\r|\n/)[line - 1];
    return text === undefined ? null : `${text}\n`;
  }

  function raiseFault({ type, message, place }: CompileFault): typeof NULL {
    if (place === undefined) return exceptions.raise(type, message);
    const { filename, lineno, offset, end_lineno: endLine, end_offset: endOffset } = place;
    const text = place.text ?? lineOfFile(filename, lineno);
    const details = [
      strings.fromJS(filename),
      objects.int(lineno),
      objects.int(offset),
      text === null ? NONE : strings.fromJS(text),
      objects.int(endLine),
      objects.int(endOffset),
    ];
    const shown = strings.fromJS(message);
    const exception = exceptions.create(types.named(type), objects.tuple([shown, objects.tuple(details)]));
    const members = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];
    exceptions.setMember(exception, intern("msg"), shown);
    members.forEach((name, index) => exceptions.setMember(exception, intern(name), details[index]));
    return exceptions.raiseObject(exception);
  }

  return {
    get optimize() {
      return settings.optimize;
    },
    set optimize(level) {
      settings.optimize = level;
    },
    inheritedFlags() {
      const code = i32[(i32[STATE_FRAME >>> 2] + FRAME_CODE) >>> 2];
      return codes.record(code).unit.flags & FEATURE_FLAGS;
    },
    warnOfProgram: warn,
    parseProgram(source, filename, options) {
      const warnings: CompileWarning[] = [];
      const parsed = parse(source, filename, options, (each) => warnings.push(each));
      if (!warn(warnings, filename)) return undefined;
      if ("tree" in parsed) return parsed;
      raiseFault(parsed);
      return undefined;
    },
    raiseFault,
    compileProgram(source, filename, given = {}) {
      const options: ProgramOptions = { mode: "exec", hasNamespace: false, optimize: settings.optimize, ...given };
      const { mode, flags = 0, optimize } = options;
      // Programs that compile bytes do so once.
      const key = typeof source === "string" ? `${mode} ${flags} ${optimize}\0${filename}\0${source}` : undefined;
      const before = key === undefined ? undefined : known.get(key);
      if (before !== undefined) return before;
      const code = load(source, filename, options);
      if (code === NULL) return NULL;
      programs.set(code, { source, filename, options, namespaced: NULL });
      if (key === undefined || hasWarned) return code;
      if (known.size === MOST_KEPT) known.clear();
      known.set(key, code);
      return code;
    },
    compileFile: (bytes, filename, hidden) =>
      load(bytes, filename, { mode: "exec", hasNamespace: false, isFile: true }, true, hidden),
    withNamespace(code) {
      const program = programs.get(code);
      if (program === undefined) return code;
      if (program.namespaced === NULL) {
        const { source, filename, options } = program;
        program.namespaced = load(source, filename, { ...options, hasNamespace: true }, false);
      }
      return program.namespaced;
    },
    noteChanged(code, from, namespaced) {
      const program = programs.get(from);
      if (program !== undefined) programs.set(code, { ...program, namespaced });
    },
    functionOf: (code, globals, closure = NULL) => createFunction(parts, code, globals, { closure }),
    freeNames: (code) => codes.record(code).unit.freeNames.length,
  };
}
