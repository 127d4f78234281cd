import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "./source-module.js";

const source = `
class Callbacks:
    all = []

def register(func, args, kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    Callbacks.all.append((func, args, kwargs))
    return func

def unregister(func):
    Callbacks.all[:] = [each for each in Callbacks.all if not each[0] == func]

def _clear():
    Callbacks.all.clear()

def _ncallbacks():
    return len(Callbacks.all)

def _run_exitfuncs():
    while Callbacks.all:
        func, args, kwargs = Callbacks.all.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            ignored(error, func)
`;

/** The module `atexit`. Who runs the program calls its `_run_exitfuncs` at the end. */
export function defineAtexit(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  defineSourceModule(builtins, {
    name: "atexit",
    source,
    natives: [
      {
        name: "ignored",
        parameters: "(error, source, /)",
        leaf: false,
        run(args) {
          realm.showIgnored(argument(args, 0), argument(args, 1), "in atexit callback");
          return realm.none;
        },
      },
    ],
    calls: [
      { name: "register", parameters: "(func, /, *args, **kwargs)" },
      { name: "unregister", parameters: "(func, /)" },
      { name: "_clear", parameters: "()" },
      { name: "_ncallbacks", parameters: "()" },
      { name: "_run_exitfuncs", parameters: "()" },
    ],
  });
}
