import { NULL, type Word } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";

export interface ImportOperations {
  importName(name: Word, fromList: Word, level: number): Word;
  importFrom(module: Word, name: Word): Word;
  /** The interactive mode's print of a value. A word if done. */
  printExpression(value: Word): Word;
}

export function createImportOperations(context: Context): ImportOperations {
  const { modules, realm, calls, dicts, handles, memory, name: intern } = context;
  const { i32 } = memory;
  const importName = intern("__import__");
  const builtins = (): Word => i32[modules.builtins >>> 2];
  /** A program may put another in its place. */
  const standard = realm.root(NULL);

  return {
    importName(name, fromList, level) {
      if (i32[standard >>> 2] === NULL) i32[standard >>> 2] = dicts.getInterned(builtins(), importName);
      const callee = dicts.getInterned(modules.builtinsOf(realm.frameGlobals()), importName);
      if (callee === i32[standard >>> 2]) return modules.import(name, fromList, level);
      if (callee === NULL) return realm.raise("ImportError", "__import__ not found");
      const globals = realm.frameGlobals();
      return calls.invokeWith(callee, name, globals, realm.frameLocals(), fromList, realm.int(level));
    },
    importFrom: modules.importFrom,
    printExpression(value) {
      const mark = handles.mark();
      const kept = handles.push(value);
      const sys = modules.import(intern("sys"), NULL, 0);
      const hook = sys === NULL ? NULL : realm.findAttribute(sys, intern("displayhook"));
      let result = NULL;
      if (hook !== NULL) result = realm.call(hook, handles.get(kept));
      else if (realm.pending() === NULL) result = realm.raise("RuntimeError", "lost sys.displayhook");
      handles.release(mark);
      return result;
    },
  };
}
