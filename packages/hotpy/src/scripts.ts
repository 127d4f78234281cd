/// The scripts of the thread that runs Python: the program, and its parts, which are loaded when they are first needed. See tools/build.

import { createRequire } from "node:module";
import { join } from "node:path";
import { type CachedScript, runCached } from "./code-cache.js";
import { resetEngineFlags, setEngineFlags } from "./engine-flags.js";

/** A part as it stands in its file. */
type Part = (shared: unknown, require: NodeJS.Require, importMetaUrl: string) => unknown;
type Program = (
  exports: object,
  require: NodeJS.Require,
  module: object,
  filename: string,
  loadPart: (name: string) => Part,
) => void;

export interface Scripts<T> {
  /** What the program exports. */
  readonly exports: T;
  /** To be called when the program has ended: leaves the compiled code of what it has run. */
  save(): void;
}

/** Runs the program `name` in a directory; it loads its parts from there. */
export function runScripts<T>(directory: string, name: string): Scripts<T> {
  const path = join(directory, name);
  const scripts: CachedScript<unknown>[] = [];
  function load<S>(path: string): S {
    const script = runCached<S>(path);
    scripts.push(script);
    return script.value;
  }
  const loadPart = (part: string): Part => {
    resetEngineFlags();
    try {
      return load<Part>(join(directory, `${part}.part.cjs`));
    } finally {
      setEngineFlags();
    }
  };
  const program = load<Program>(path);
  const module = { exports: {} };
  program(module.exports, createRequire(path), module, path, loadPart);
  return {
    exports: module.exports as T,
    save() {
      for (const script of scripts) script.save();
    },
  };
}
