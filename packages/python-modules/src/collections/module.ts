import type { Builtins } from "@hotpy/python-builtins";
import { recursionNatives } from "../recursion.js";
import { setCollectionNative } from "../set-collection.js";
import { defineSourceModule } from "../source-module.js";
import { countNative } from "./count.js";
import { collectionsSource } from "./source.js";

/** The module `_collections`. */
export function defineCollections(builtins: Builtins): void {
  defineSourceModule(builtins, {
    name: "_collections",
    source: collectionsSource,
    natives: [...recursionNatives(builtins), countNative(builtins.library), setCollectionNative(builtins.library)],
    shows: ["deque", "defaultdict", "OrderedDict"],
    calls: [
      { name: "_tuplegetter", parameters: "(index, doc, /)" },
      { name: "_count_elements", parameters: "(mapping, iterable, /)" },
    ],
  });
}
