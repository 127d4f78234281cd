import { NONE, NULL, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";

export interface ImportOperations {
  importName(name: Word, fromList: Word, level: number): Word;
  importFrom(module: Word, name: Word): Word;
  /** The interactive mode's print of a value. A word if done. */
  printExpression(value: Word): Word;
}

export function createImportOperations({ modules, realm, dicts, memory, name: intern }: Context): ImportOperations {
  return {
    importName: modules.import,
    importFrom: modules.importFrom,
    printExpression(value) {
      if (value === NONE) return NONE;
      const text = realm.repr(value);
      if (text === NULL) return NULL;
      return realm.call(dicts.getInterned(memory.i32[modules.builtins >>> 2], intern("print")), text);
    },
  };
}
