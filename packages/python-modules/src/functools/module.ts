import { type Address, NULL } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { recursionNatives } from "../recursion.js";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { defineLruCache, lruNatives } from "./lru-cache.js";
import { functoolsSource } from "./source.js";

/** The module `_functools`. */
export function defineFunctools(builtins: Builtins): void {
  const { realm, argument } = builtins.library;

  let lruCache: Address | undefined;
  const surrogate = defineSourceModule(builtins, {
    name: "_functools",
    source: functoolsSource,
    natives: [...recursionNatives(builtins), ...lruNatives(builtins.library)],
    shows: ["partial"],
    attributes: () => {
      lruCache ??= defineLruCache(builtins.library, surrogate);
      return { _lru_cache_wrapper: lruCache };
    },
    calls: [{ name: "cmp_to_key", parameters: "(mycmp)" }],
    functions: [
      {
        name: "reduce",
        parameters: "(function, iterable, initial=None, /)",
        wording: "unpack",
        frames: true,
        leaf: false,
        run(args) {
          const initial = argument(args, 2);
          const given = [argument(args, 0), argument(args, 1), realm.bool(initial !== NULL), initial || realm.none];
          return tailCallSource(builtins.library, surrogate, "reduce", given);
        },
      },
    ],
  });
}
