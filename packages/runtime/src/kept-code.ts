/// Code that is kept from one run to the next, where the platform keeps any: that of files, each under its content, and that of builtins written
/// in Python, all together, as is that of texts that a program compiles.

import { type CodeUnit, decodeUnit, EMPTY_UNIT, encodeUnit } from "@hotpy/bytecode";
import type { CodeCache, ProgramCompiler, ProgramSource } from "@hotpy/python-objects";
import { compileSurrogate } from "./compile-source.js";
import { createKeptTexts } from "./kept-texts.js";
import { notesOf } from "./local-lookups.js";

export interface KeptCode {
  /** Compiles builtin behaviour that is written in Python, or takes what an earlier run has compiled. */
  compileSurrogate(source: string, filename: string): CodeUnit;
  /** A compiler that keeps the code of files, and that of texts where the program itself has a file. The files' SyntaxWarnings are shown when they are compiled, as by CPython. */
  programCompiler(compile: ProgramCompiler): ProgramCompiler;
  /** The code of the program itself. What has called `warn` is compiled in each run, as its warnings are shown in each. */
  ofProgram(source: ProgramSource, filename: string, compile: (warn: () => void) => CodeUnit): CodeUnit;
  /** Keeps what the run has compiled of builtins and texts. */
  finish(): void;
}

/** The name of a program that is given as a text. */
const COMMAND = "<string>";

export function createKeptCode(cache: CodeCache | undefined): KeptCode {
  if (cache === undefined) {
    return {
      compileSurrogate,
      programCompiler: (compile) => compile,
      ofProgram: (_source, _filename, compile) => compile(() => {}),
      finish() {},
    };
  }
  const surrogates = createKeptSurrogates(cache);
  const texts = createKeptTexts(cache);

  function find(source: Uint8Array, filename: string): CodeUnit | undefined {
    const code = cache?.find(source);
    return code === undefined ? undefined : decodeUnit(code, filename);
  }

  return {
    compileSurrogate: surrogates.compileSurrogate,
    programCompiler(compile) {
      const compileText = texts.programCompiler(compile);
      return (source, filename, options, warn) => {
        if (options.isFile !== true || options.optimize || !(source instanceof Uint8Array))
          return compileText(source, filename, options, warn);
        const kept = find(source, filename);
        if (kept !== undefined) return kept;
        const made = compile(source, filename, options, warn);
        if (!("type" in made)) cache.keep(source, encodeUnit(made, notesOf));
        return made;
      };
    },
    finish() {
      surrogates.finish();
      texts.finish();
    },
    ofProgram(source, filename, compile) {
      if (filename === COMMAND && typeof source === "string") return texts.ofProgram(source, compile);
      if (typeof source === "string" || filename.startsWith("<")) return compile(() => {});
      texts.begin(filename);
      const kept = find(source, filename);
      if (kept !== undefined) return kept;
      let hasWarned = false;
      const unit = compile(() => {
        hasWarned = true;
      });
      if (!hasWarned) cache.keep(source, encodeUnit(unit, notesOf));
      return unit;
    },
  };
}

/** Under this they are kept. No source is this text, as it does not compile. */
const SURROGATES = new TextEncoder().encode("builtins written in Python");

/** They are kept as one unit, whose names are their sources, and whose constants their units. */
function createKeptSurrogates(cache: CodeCache): Pick<KeptCode, "compileSurrogate" | "finish"> {
  let units: Map<string, CodeUnit> | undefined;
  let hasNew = false;

  function read(filename: string): Map<string, CodeUnit> {
    const found = new Map<string, CodeUnit>();
    const code = cache.find(SURROGATES);
    const all = code === undefined ? undefined : decodeUnit(code, filename);
    all?.constants.forEach((constant, index) => {
      if (constant.kind === "code") found.set(all.names[index], constant.unit);
    });
    return found;
  }

  return {
    compileSurrogate(source, filename) {
      units ??= read(filename);
      let unit = units.get(source);
      if (unit === undefined) {
        hasNew = true;
        unit = compileSurrogate(source, filename);
        units.set(source, unit);
      }
      return unit;
    },
    finish() {
      if (!hasNew || units === undefined) return;
      hasNew = false;
      const constants = [...units.values()].map((unit) => ({ kind: "code", unit }) as const);
      cache.keep(SURROGATES, encodeUnit({ ...EMPTY_UNIT, names: [...units.keys()], constants }, notesOf));
    },
  };
}
