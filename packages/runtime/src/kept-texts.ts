/// The code of texts that a program gives to `exec` and `eval`: modules like `collections` and `dataclasses` write the methods of classes so, the same
/// in each run. All texts of one program are kept together, and without them a program may do without the compiler. Programs that are given as a text
/// themselves (`-c`) share one such collection, in which they are kept as well.

import type { CodeUnit } from "@hotpy/bytecode";
import type { CodeCache, ProgramCompiler, ProgramOptions } from "@hotpy/python-objects";
import { findUnits, keepUnits } from "./kept-units.js";

export interface KeptTexts {
  /** Which program runs: from now on texts are kept. */
  begin(program: string): void;
  /** The code of a program that is a text, with which its own texts are kept. What has called `warn` is compiled in each run. */
  ofProgram(source: string, compile: (warn: () => void) => CodeUnit): CodeUnit;
  /** A compiler that keeps the code of texts that have no place in a file. What warns is compiled in each run, as its warnings are shown in each. */
  programCompiler(compile: ProgramCompiler): ProgramCompiler;
  /** Keeps what the run has compiled. */
  finish(): void;
}

/** The name of such texts, `exec`'s own. */
const FILENAME = "<string>";

/** Texts that are kept of one program, which may make ever new ones. What comes then is compiled in each run. */
const MOST_TEXTS = 500;
/** The program of programs that are texts. Where there are more, those that a run has not asked for make room. */
const COMMANDS = "commands";
const MOST_COMMANDS = 100;
/** Characters of the longest text that is kept. */
const LONGEST_TEXT = 10_000;

export function createKeptTexts(cache: CodeCache): KeptTexts {
  let key: Uint8Array | undefined;
  let units: Map<string, CodeUnit> | undefined;
  let hasNew = false;
  let isOfCommands = false;
  /** What this run has asked for. */
  const used = new Set<string>();

  function begin(program: string): void {
    // Nothing that is kept as a source begins so, as it would not compile.
    key = new TextEncoder().encode(`texts compiled by ${program}`);
  }

  /** What is kept under a name, or is made now and, if it may be, kept. */
  function keeping<T extends object>(name: string, make: (warn: () => void) => T): T | CodeUnit {
    if (key === undefined) return make(() => {});
    units ??= findUnits(cache, key, FILENAME);
    const known = units.get(name);
    if (known !== undefined || used.size < MOST_TEXTS) used.add(name);
    if (known !== undefined) return known;
    let hasWarned = false;
    const made = make(() => {
      hasWarned = true;
    });
    const isFull = (isOfCommands ? used.size : units.size) >= MOST_TEXTS;
    if ("type" in made || hasWarned || isFull) return made;
    units.set(name, made as CodeUnit & T);
    hasNew = true;
    return made;
  }

  /** Without those of other runs where there are too many. */
  function kept(all: ReadonlyMap<string, CodeUnit>): ReadonlyMap<string, CodeUnit> {
    if (!isOfCommands || all.size <= MOST_COMMANDS) return all;
    return new Map([...all].filter(([name]) => used.has(name)));
  }

  return {
    begin,
    ofProgram(source, compile) {
      isOfCommands = true;
      begin(COMMANDS);
      return source.length > LONGEST_TEXT ? compile(() => {}) : (keeping(`program ${source}`, compile) as CodeUnit);
    },
    programCompiler: (compile) => (source, filename, options, warn) => {
      if (key === undefined || typeof source !== "string" || filename !== FILENAME || source.length > LONGEST_TEXT)
        return compile(source, filename, options, warn);
      return keeping(nameOf(source, options), (noteWarning) =>
        compile(source, filename, options, (warning) => {
          noteWarning();
          warn(warning);
        }),
      );
    },
    finish() {
      if (!hasNew || units === undefined || key === undefined) return;
      hasNew = false;
      keepUnits(cache, key, kept(units));
    },
  };
}

/** All that the code depends on. */
const nameOf = (
  source: string,
  { mode, flags = 0, optimize = 0, hasNamespace, isFile = false }: ProgramOptions,
): string => `${mode} ${flags} ${optimize} ${Number(hasNamespace)} ${Number(isFile)} ${source}`;
