/// Imports of what has been imported before: a statement within a function runs each time.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { NULL, tagSmall } from "@hotpy/memory";
import { ANYTHING, FUNCTION, isNativeShape, shapeIdOf } from "@hotpy/object-model";
import { Helpers } from "./helpers.js";
import { type Language, nameAt } from "./language.js";

export function importExpansions(language: Language): Record<string, Expansion> {
  const { memory, dicts, modules, name: intern } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);
  const importFunction = intern("__import__");

  /** Declines where a program has put something else in the place of `__import__`; watches that it does not. */
  function checkImport<V>(m: CoreMachine<V>): void {
    const builtins = i32[modules.builtins >>> 2];
    const globals = m.wordOf(m.op("load_word", [m.currentFunction()], FUNCTION.globals));
    const found = dicts.getInterned(builtins, importFunction);
    const isUsual = found !== NULL && isNativeShape(shapeIdOf(memory, found));
    if (!isUsual || modules.builtinsOf(globals) !== builtins) return m.decline("an __import__ of the program's own");
    m.watch(builtins, importFunction);
  }

  return {
    import_name(m, index) {
      const fromList = m.pop();
      if (!m.isSame(m.pop(), tagSmall(0))) return m.decline("a relative import");
      checkImport(m);
      const present = helpers.define("import.present", "word word -> word", { reads: [ANYTHING] }, modules.present);
      m.push(m.leaf(present, [m.word(nameAt(language, m.code, index)), fromList]));
    },
    import_from(m, index) {
      const value = helpers.define("import.value", "word word -> word", { reads: [ANYTHING] }, modules.valueIn);
      m.push(m.leaf(value, [m.peek(0), m.word(nameAt(language, m.code, index))]));
    },
  };
}
