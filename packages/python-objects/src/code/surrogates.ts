/// Builtin behaviour written in Python. Each function or class of a source is compiled when it is first asked for: most
/// programs need few, and compiling all would be a good part of the time that an empty program takes.

import type { CodeUnit } from "@hotpy/bytecode";
import { NULL, type Word } from "@hotpy/memory";
import type { Calling, UpToCode } from "../context.js";
import type { NativeDefinition } from "../natives.js";
import { createFunction } from "./functions.js";

/** Filename of surrogates, which tracebacks do not show. */
const FILENAME = "<builtins>";

/**
 * Returns how to find the surrogates of a source: top-level functions without defaults, and classes. Asking for a function is
 * leaf; asking for a class may collect, since its body runs (`execute` calls a function without arguments). `natives` are functions that the
 * source sees beside the builtins.
 */
export function createSurrogates(
  context: UpToCode & Pick<Calling, "natives">,
  compile: (source: string, filename: string) => CodeUnit,
  execute: (fn: Word) => Word,
): (source: string, natives?: readonly NativeDefinition[]) => (name: string) => Word {
  const { memory, dicts, objects, codes, natives, uninterrupted, name: intern } = context;
  const { i32 } = memory;

  return (source, definitions = []) => {
    /** Texts of what has not been compiled yet, by name. Most sources are never asked for anything. */
    let texts: Map<string, string>;
    const slot = objects.root(NULL);
    const namespace = (): Word => i32[slot >>> 2];

    function createNamespace(): void {
      texts = textsByName(source);
      i32[slot >>> 2] = dicts.create();
      dicts.set(namespace(), intern("__name__"), intern("builtins"));
      for (const each of definitions) dicts.set(namespace(), intern(each.name), natives.create(each));
    }

    function define(name: string): void {
      const text = texts.get(name);
      if (text === undefined) return;
      texts.delete(name);
      const unit = compile(text, FILENAME);
      for (const used of namesIn(unit)) define(used);
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

    return (name) => {
      if (namespace() === NULL) createNamespace();
      define(name);
      const value = dicts.getInterned(namespace(), intern(name));
      if (value === NULL) throw new Error(`no surrogate is called ${name}`);
      return value;
    };
  };
}

function textsByName(source: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const text of source.split(/\n(?=(?:async )?def |class )/)) {
    const name = /^(?:async def|def|class) (\w+)/.exec(text)?.[1];
    if (name !== undefined) texts.set(name, text);
  }
  return texts;
}

/** Names of globals and attributes in a unit and those within it. */
function namesIn(unit: CodeUnit): string[] {
  const inner = unit.constants.flatMap((constant) => (constant.kind === "code" ? namesIn(constant.unit) : []));
  return [...unit.names, ...inner];
}
