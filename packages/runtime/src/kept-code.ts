/// Code that is kept from one run to the next, where the platform keeps any: that of files, each under its content, and that of builtins written
/// in Python, those of one source together, as are the texts that a program compiles.

import { type CodeUnit, decodeUnit, encodeUnit } from "@hotpy/bytecode";
import type { CodeCache, ProgramCompiler, ProgramSource, SurrogateCompiler } from "@hotpy/python-objects";
import { compileSurrogate } from "./compile-source.js";
import { createKeptTexts } from "./kept-texts.js";
import { findUnits, keepUnits } from "./kept-units.js";
import { notesOf } from "./local-lookups.js";

export interface KeptCode {
  /** Compiles builtin behaviour that is written in Python, or takes what an earlier run has compiled. */
  readonly compileSurrogate: SurrogateCompiler;
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

/** A source is kept after this. No file is such a text, as it does not compile. */
const SURROGATES = "builtins written in Python\n";

/** What is kept of a source. */
interface KeptSource {
  readonly key: Uint8Array;
  readonly units: Map<string, CodeUnit>;
  hasNew: boolean;
}

/** Those of one source are kept together. (All sources together were half a megabyte, which `import sys` read for a tenth of it.) */
function createKeptSurrogates(cache: CodeCache): Pick<KeptCode, "compileSurrogate" | "finish"> {
  const sources = new Map<string, KeptSource>();

  function read(source: string, filename: string): KeptSource {
    const key = new TextEncoder().encode(SURROGATES + source);
    return { key, units: findUnits(cache, key, filename), hasNew: false };
  }

  return {
    compileSurrogate(surrogate, filename) {
      const { name, source } = surrogate;
      let kept = sources.get(source);
      if (kept === undefined) {
        kept = read(source, filename);
        sources.set(source, kept);
      }
      let unit = kept.units.get(name);
      if (unit === undefined) {
        unit = compileSurrogate(surrogate, filename);
        kept.units.set(name, unit);
        kept.hasNew = true;
      }
      return unit;
    },
    finish() {
      for (const kept of sources.values()) {
        if (!kept.hasNew) continue;
        kept.hasNew = false;
        keepUnits(cache, kept.key, kept.units);
      }
    },
  };
}
