/// Code that programs compile: `compile`, `exec`, `eval`, and imported files.

import type { CodeUnit } from "@hotpy/bytecode";
import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import type { UpToProtocols } from "../context.js";
import { createFunction } from "./functions.js";

export type ProgramMode = "exec" | "eval" | "single";

/** How a text is to be compiled. */
export interface ProgramOptions {
  readonly mode: ProgramMode;
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
  readonly place?: {
    readonly filename: string;
    readonly lineno: number;
    readonly offset: number;
    readonly text: string | null;
    readonly end_lineno: number;
    readonly end_offset: number;
  };
}

/** A text, or the bytes of a file, which say how they are encoded. */
export type ProgramSource = string | Uint8Array;

/** Compiles a text, and shows SyntaxWarnings. */
export type ProgramCompiler = (
  source: ProgramSource,
  filename: string,
  options: ProgramOptions,
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
  mode: ProgramMode,
) => ParsedProgram | CompileFault;

/** Compiling programs. All leaf. */
export interface Programs {
  /** The code object of a text; NULL: SyntaxError and the like. The same text gives the same code object for a while. */
  compileProgram(source: ProgramSource, filename: string, mode?: ProgramMode): Word;
  /** The code object of an imported file, made anew. */
  compileFile(bytes: Uint8Array, filename: string): Word;
  /** The syntax tree of a text; undefined: raised. */
  parseProgram(source: ProgramSource, filename: string, mode: ProgramMode): ParsedProgram | undefined;
  /**
   * The code to run what has been compiled with names in a mapping: it takes that as its only argument. NULL: raised. Code that was
   * not made by `compileProgram` is returned as it is.
   */
  withNamespace(code: Address): Word;
  /** Whether code has been made by `compileProgram` or stands by itself: it takes no arguments and no cells. */
  isRunnable(code: Address): boolean;
  /** A function that runs code in these globals. */
  functionOf(code: Address, globals: Word): Word;
  /** Raises what a fault is in Python. */
  raiseFault(fault: CompileFault): typeof NULL;
}

interface Program {
  readonly source: ProgramSource;
  readonly filename: string;
  readonly mode: ProgramMode;
  namespaced: Address;
}

/** So many code objects are kept, as code is never freed. */
const MOST_KEPT = 4096;

export function createPrograms(parts: UpToProtocols, compile: ProgramCompiler, parse: ProgramParser): Programs {
  const { codes, exceptions, objects, strings, types, name: intern } = parts;
  const programs = new Map<Address, Program>();
  const known = new Map<string, Address>();

  function load(source: ProgramSource, filename: string, options: ProgramOptions): Word {
    const made = compile(source, filename, options);
    return "type" in made ? raiseFault(made) : codes.load(made);
  }

  function raiseFault({ type, message, place }: CompileFault): typeof NULL {
    if (place === undefined) return exceptions.raise(type, message);
    const { filename, lineno, offset, text, end_lineno: endLine, end_offset: endOffset } = place;
    const details = [
      strings.fromJS(filename),
      objects.int(lineno),
      objects.int(offset),
      text === null ? NONE : strings.fromJS(text),
      objects.int(endLine),
      objects.int(endOffset),
    ];
    const shown = strings.fromJS(message);
    const exception = exceptions.create(types.named(type), [shown, objects.tuple(details)]);
    const members = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];
    exceptions.setMember(exception, intern("msg"), shown);
    members.forEach((name, index) => exceptions.setMember(exception, intern(name), details[index]));
    return exceptions.raiseObject(exception);
  }

  return {
    parseProgram(source, filename, mode) {
      const parsed = parse(source, filename, mode);
      if ("tree" in parsed) return parsed;
      raiseFault(parsed);
      return undefined;
    },
    raiseFault,
    compileProgram(source, filename, mode = "exec") {
      // Programs that compile bytes do so once.
      const key = typeof source === "string" ? `${mode}\0${filename}\0${source}` : undefined;
      const before = key === undefined ? undefined : known.get(key);
      if (before !== undefined) return before;
      const code = load(source, filename, { mode, hasNamespace: false });
      if (code === NULL) return NULL;
      programs.set(code, { source, filename, mode, namespaced: NULL });
      if (key === undefined) return code;
      if (known.size === MOST_KEPT) known.clear();
      known.set(key, code);
      return code;
    },
    compileFile: (bytes, filename) => load(bytes, filename, { mode: "exec", hasNamespace: false, isFile: true }),
    withNamespace(code) {
      const program = programs.get(code);
      if (program === undefined) return code;
      if (program.namespaced === NULL) {
        const { source, filename, mode } = program;
        program.namespaced = load(source, filename, { mode, hasNamespace: true });
      }
      return program.namespaced;
    },
    functionOf: (code, globals) => createFunction(parts, code, globals),
    isRunnable: (code) => codes.record(code).unit.freeNames.length === 0,
  };
}
