import type { Address } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { Surrogate } from "@hotpy/python-objects";
import { recursionNatives } from "../recursion.js";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { countNative } from "./count.js";
import { defaultNative } from "./default-dict.js";
import { defineDequeIterators } from "./deque-iterators.js";
import { defineDequeType, dequeNatives } from "./deque-type.js";
import { lastNative } from "./move-last.js";
import { itemNative } from "./note-item.js";
import { orderedNatives } from "./ordered-views.js";
import { collectionsSource } from "./source.js";

/** The module `_collections`. */
export function defineCollections(builtins: Builtins): void {
  let deques: Readonly<Record<string, Address>> | undefined;
  const { library } = builtins;
  const surrogate: Surrogate = defineSourceModule(builtins, {
    name: "_collections",
    source: collectionsSource,
    natives: [
      ...recursionNatives(builtins),
      defaultNative(library),
      lastNative(library),
      itemNative(library),
      ...orderedNatives(library),
      ...dequeNatives(library),
    ],
    shows: ["defaultdict", "OrderedDict"],
    calls: [{ name: "_tuplegetter", parameters: "(index, doc, /)" }],
    functions: [countNative(library, (...args) => tailCallSource(library, surrogate, "_count_elements", args))],
    attributes: () => {
      if (deques === undefined) {
        const deque = defineDequeType(library, surrogate);
        deques = { deque, ...defineDequeIterators(library, deque) };
      }
      return deques;
    },
  });
}
