import { NULL } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { recursionNatives } from "../recursion.js";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { functoolsSource } from "./source.js";

/** The module `_functools`. */
export function defineFunctools(builtins: Builtins): void {
  const { realm, argument } = builtins.library;

  const surrogate = defineSourceModule(builtins, {
    name: "_functools",
    source: functoolsSource,
    natives: [
      ...recursionNatives(builtins),
      {
        name: "bind_method",
        parameters: "(function, self, /)",
        leaf: false,
        run: (args) => realm.call(realm.type("method"), argument(args, 0), argument(args, 1)),
      },
    ],
    shows: ["partial", "_lru_cache_wrapper"],
    final: ["_lru_cache_wrapper"],
    calls: [{ name: "cmp_to_key", parameters: "(mycmp)" }],
    functions: [
      {
        name: "reduce",
        parameters: "(function, iterable, initial=None, /)",
        wording: "unpack",
        frames: true,
        leaf: false,
        run(args) {
          const [callee, iterable, initial] = [0, 1, 2].map((index) => argument(args, index));
          const given = [callee, iterable, realm.bool(initial !== NULL), initial || realm.none];
          return tailCallSource(builtins.library, surrogate, "reduce", given);
        },
      },
    ],
  });
}
