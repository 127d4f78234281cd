/// The code of texts that a program gives to `exec` and `eval`: modules like `collections` and `dataclasses` write the methods of classes so, the same
/// in each run. All texts of one program are kept together, and without them a program may do without the compiler.

import { type CodeUnit, decodeUnit, EMPTY_UNIT, encodeUnit } from "@hotpy/bytecode";
import type { CodeCache, ProgramCompiler, ProgramOptions } from "@hotpy/python-objects";

export interface KeptTexts {
  /** Which program runs: from now on texts are kept. */
  begin(program: string): void;
  /** A compiler that keeps the code of texts that have no place in a file. What warns is compiled in each run, as its warnings are shown in each. */
  programCompiler(compile: ProgramCompiler): ProgramCompiler;
  /** Keeps what the run has compiled. */
  finish(): void;
}

/** The name of such texts, `exec`'s own. */
const FILENAME = "<string>";

/** Texts that are kept of one program. What comes then is compiled in each run: a program may make ever new texts, and none is ever dropped. */
const MOST_TEXTS = 500;
/** Characters of the longest text that is kept. */
const LONGEST_TEXT = 10_000;

export function createKeptTexts(cache: CodeCache): KeptTexts {
  let key: Uint8Array | undefined;
  let units: Map<string, CodeUnit> | undefined;
  let hasNew = false;

  /** They are kept as one unit, whose names are the texts, and whose constants their units. */
  function read(from: Uint8Array): Map<string, CodeUnit> {
    const found = new Map<string, CodeUnit>();
    const code = cache.find(from);
    const all = code === undefined ? undefined : decodeUnit(code, FILENAME);
    all?.constants.forEach((constant, index) => {
      if (constant.kind === "code") found.set(all.names[index], constant.unit);
    });
    return found;
  }

  return {
    begin(program) {
      // Nothing that is kept as a source begins so, as it would not compile.
      key = new TextEncoder().encode(`texts compiled by ${program}`);
    },
    programCompiler: (compile) => (source, filename, options, warn) => {
      if (key === undefined || typeof source !== "string" || filename !== FILENAME || source.length > LONGEST_TEXT)
        return compile(source, filename, options, warn);
      units ??= read(key);
      const name = nameOf(source, options);
      const kept = units.get(name);
      if (kept !== undefined) return kept;
      let hasWarned = false;
      const made = compile(source, filename, options, (warning) => {
        hasWarned = true;
        warn(warning);
      });
      if ("type" in made || hasWarned || units.size >= MOST_TEXTS) return made;
      units.set(name, made);
      hasNew = true;
      return made;
    },
    finish() {
      if (!hasNew || units === undefined || key === undefined) return;
      hasNew = false;
      const constants = [...units.values()].map((unit) => ({ kind: "code", unit }) as const);
      cache.keep(key, encodeUnit({ ...EMPTY_UNIT, names: [...units.keys()], constants }));
    },
  };
}

/** All that the code depends on. */
const nameOf = (
  source: string,
  { mode, flags = 0, optimize = 0, hasNamespace, isFile = false }: ProgramOptions,
): string => `${mode} ${flags} ${optimize} ${Number(hasNamespace)} ${Number(isFile)} ${source}`;
