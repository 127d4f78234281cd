import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";

/** Modules whose functions those of this one call. */
export interface OtherModules {
  /** Calls a function of a module, which is imported first; args must be fresh. NULL: raised. May collect. */
  call(module: string, name: string, ...args: readonly Word[]): Word;
}

export function createOtherModules({ realm }: Library, keeping: Keeping): OtherModules {
  function imported(name: string): Word {
    const loaded = realm.loadedModule(name);
    if (loaded !== NULL) return loaded;
    const importer = realm.getItem(realm.builtins(), realm.intern("__import__"));
    return importer === NULL ? NULL : realm.call(importer, realm.intern(name));
  }
  return {
    call: (name, method, ...args) =>
      keeping(args, (...kept) => {
        const module = imported(name);
        return module === NULL ? NULL : realm.callMethod(module, realm.intern(method), ...kept.map((read) => read()));
      }),
  };
}

/** Keeps words while `body` may collect. */
export type Keeping = <T>(words: readonly Word[], body: (...kept: (() => Word)[]) => T) => T;
