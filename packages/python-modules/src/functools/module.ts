import { NULL } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { defineSourceModule } from "../source-module.js";
import { functoolsSource } from "./source.js";

/** The module `_functools`. */
export function defineFunctools(builtins: Builtins): void {
  const { realm, argument } = builtins.library;
  /** Identities of what is being shown: a `repr` within a `repr`. */
  const shown = new Set<number>();
  const identity = (args: number): number => realm.heap.identity(argument(args, 0));

  const surrogate = defineSourceModule(builtins, {
    name: "_functools",
    source: functoolsSource,
    natives: [
      {
        name: "recursive_enter",
        parameters: "(object, /)",
        run(args) {
          const wasShown = shown.has(identity(args));
          shown.add(identity(args));
          return realm.bool(wasShown);
        },
      },
      {
        name: "recursive_leave",
        parameters: "(object, /)",
        run(args) {
          shown.delete(identity(args));
          return realm.none;
        },
      },
      {
        name: "bind_method",
        parameters: "(function, self, /)",
        run: (args) => realm.method(argument(args, 0), argument(args, 1)),
      },
    ],
    shows: ["partial", "_lru_cache_wrapper"],
    calls: [{ name: "cmp_to_key", parameters: "(mycmp)" }],
    functions: [
      {
        name: "reduce",
        parameters: "(function, iterable, initial=None, /)",
        wording: "unpack",
        frames: true,
        leaf: false,
        run(args) {
          const callee = surrogate("reduce");
          const initial = argument(args, 2);
          const value = initial === NULL ? realm.none : initial;
          return realm.tailCall(callee, argument(args, 0), argument(args, 1), realm.bool(initial !== NULL), value);
        },
      },
    ],
  });
}
