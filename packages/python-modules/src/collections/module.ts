import type { Address } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { recursionNatives } from "../recursion.js";
import { defineSourceModule } from "../source-module.js";
import { countNative } from "./count.js";
import { defineDequeIterators } from "./deque-iterators.js";
import { defineDequeType, dequeNatives } from "./deque-type.js";
import { lastNative } from "./move-last.js";
import { collectionsSource } from "./source.js";

/** The module `_collections`. */
export function defineCollections(builtins: Builtins): void {
  let deques: Readonly<Record<string, Address>> | undefined;
  const { library } = builtins;
  const surrogate = defineSourceModule(builtins, {
    name: "_collections",
    source: collectionsSource,
    natives: [...recursionNatives(builtins), countNative(library), lastNative(library), ...dequeNatives(library)],
    shows: ["defaultdict", "OrderedDict"],
    calls: [
      { name: "_tuplegetter", parameters: "(index, doc, /)" },
      { name: "_count_elements", parameters: "(mapping, iterable, /)" },
    ],
    attributes: () => {
      if (deques === undefined) {
        const deque = defineDequeType(library, surrogate);
        deques = { deque, ...defineDequeIterators(library, deque) };
      }
      return deques;
    },
  });
}
