/// Builtin behaviour written in Python. Each function or class of a source is compiled when it is first asked for: most
/// programs need few, and compiling all would be a good part of the time that an empty program takes.

import type { CodeUnit } from "@hotpy/bytecode";
import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Calling, UpToCode } from "../context.js";
import type { NativeDefinition } from "../natives.js";
import { createFunction } from "./functions.js";
import { Refused } from "./refused.js";

/** Filename of surrogates, which tracebacks do not show. */
const FILENAME = "<builtins>";

/** A function or class to compile. */
export interface SurrogateText {
  readonly name: string;
  readonly text: string;
  /** The source that it is part of. */
  readonly source: string;
}

export type SurrogateCompiler = (surrogate: SurrogateText, filename: string) => CodeUnit;

/** Finds the functions and classes of a source. */
export interface Surrogate {
  (name: string): Word;
  /** Whether it has been asked for before: then asking again runs nothing, and moves nothing. */
  isKnown(name: string): boolean;
}

/**
 * Returns how to find the surrogates of a source: top-level functions without defaults, and classes. Asking for a function is
 * leaf; asking for a class may collect, since its body runs (`execute` calls a function without arguments). `natives` are functions that the
 * source sees beside the builtins.
 */
export function createSurrogates(
  context: UpToCode & Pick<Calling, "natives">,
  compile: SurrogateCompiler,
  execute: (fn: Word) => Word,
): (source: string, natives?: readonly NativeDefinition[]) => Surrogate {
  const { memory, dicts, objects, codes, natives, reentry, uninterrupted, name: intern } = context;
  const { i32 } = memory;

  return (source, definitions = []) => {
    /** Texts of what has not been compiled yet, by name. Most sources are never asked for anything. */
    let texts: Map<string, string>;
    const slot = objects.root(NULL);
    const namespace = (): Word => i32[slot >>> 2];
    /** Where those lie that have been asked for, as roots. */
    const known = new Map<string, Address>();

    function createNamespace(): void {
      texts = textsByName(source);
      i32[slot >>> 2] = dicts.create();
      dicts.set(namespace(), intern("__name__"), intern("builtins"));
      for (const each of definitions) dicts.set(namespace(), intern(each.name), natives.create(each));
    }

    function define(name: string): void {
      const text = texts.get(name);
      if (text === undefined) return;
      // The body of a class cannot run now; the interpreter does again what has asked for it.
      if (text.startsWith("class") && !reentry.isAllowed()) throw new Refused();
      texts.delete(name);
      const unit = compile({ name, text, source }, FILENAME);
      try {
        visitNames(unit, define);
      } catch (error) {
        texts.set(name, text);
        throw error;
      }
      const own = unit.constants.find((constant) => constant.kind === "code" && constant.unit.name === name);
      if (!text.startsWith("class") && own?.kind === "code") {
        dicts.set(
          namespace(),
          intern(name),
          createFunction(context, codes.load(own.unit, { hidden: true }), namespace()),
        );
      } else {
        // Left half done, it would be missing for good.
        const run = (): Word => execute(createFunction(context, codes.load(unit, { hidden: true }), namespace()));
        if (uninterrupted(run) === NULL) throw new Error(`the surrogate ${name} cannot be defined`);
      }
    }

    function find(name: string): Word {
      const at = known.get(name);
      if (at !== undefined) return i32[at >>> 2];
      if (namespace() === NULL) createNamespace();
      define(name);
      const value = dicts.getInterned(namespace(), intern(name));
      if (value === NULL) throw new Error(`no surrogate is called ${name}`);
      known.set(name, objects.root(value));
      return value;
    }

    return Object.assign(find, { isKnown: (name: string) => known.has(name) });
  };
}

/** How a function or class at the top level begins. */
const BEGINNINGS = ["def ", "class ", "async def "];

/** Without a regular expression, which V8 interprets the first time: it took milliseconds for the longest source. */
function textsByName(source: string): Map<string, string> {
  const texts = new Map<string, string>();
  let start = 0;
  while (start < source.length) {
    const beginning = BEGINNINGS.find((each) => source.startsWith(each, start));
    const end = nextBeginning(source, start);
    if (beginning !== undefined) {
      const after = start + beginning.length;
      texts.set(source.slice(after, endOfName(source, after)), source.slice(start, end));
    }
    start = end + 1;
  }
  return texts;
}

/** Where the line ends before the next function or class. */
function nextBeginning(source: string, start: number): number {
  for (let end = source.indexOf("\n", start); end >= 0; end = source.indexOf("\n", end + 1)) {
    const isIndented = source[end + 1] === " ";
    if (!isIndented && BEGINNINGS.some((each) => source.startsWith(each, end + 1))) return end;
  }
  return source.length;
}

/** Names of surrogates are followed by parentheses or a colon. */
function endOfName(source: string, start: number): number {
  let end = start;
  while (end < source.length && source[end] !== "(" && source[end] !== ":") end++;
  return end;
}

/** Calls back with the names of globals and attributes in a unit and those within it. */
function visitNames(unit: CodeUnit, visit: (name: string) => void): void {
  unit.names.forEach(visit);
  for (const constant of unit.constants) if (constant.kind === "code") visitNames(constant.unit, visit);
}
