import type { Address, NULL, Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import { defineSourceModule } from "../source-module.js";
import { createHeaps } from "./heaps.js";
import { heapSource } from "./source.js";

/**
 * The module `_heapq`. Heaps of plain values (numbers, strings, tuples of them) run no Python code. Where it is needed, nothing has been
 * done yet, and the source does the whole operation.
 */
export function defineHeapq(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, lists, argument } = library;
  const { pythonKernel: kernel } = realm;
  const heaps = createHeaps(library);
  const source = (name: string, ...args: readonly Word[]): Word => tailCallSource(library, surrogate, name, args);

  function push(heap: Word, args: Address): Word {
    const item = argument(args, 1);
    return heaps.push(heap, item) ? realm.none : source("heappush", heap, item);
  }

  function pop(heap: Word, isMax: boolean): Word {
    const size = lists.length(heap);
    if (size === 0) return realm.raise("IndexError", "index out of range");
    if (size === 1) return lists.take(heap, 0);
    const result = lists.item(heap, 0);
    if (!heaps.settle(heap, lists.item(heap, size - 1), 0, size - 1, isMax))
      return source("heappop", heap, realm.bool(isMax));
    lists.take(heap, size - 1);
    return result;
  }

  function replace(heap: Word, item: Word, isMax: boolean): Word {
    const size = lists.length(heap);
    if (size === 0) return realm.raise("IndexError", "index out of range");
    const result = lists.item(heap, 0);
    return heaps.settle(heap, item, 0, size, isMax) ? result : source("heapreplace", heap, item, realm.bool(isMax));
  }

  function pushPop(heap: Word, args: Address): Word {
    const item = argument(args, 1);
    if (lists.length(heap) === 0) return item;
    const isLess = realm.plain.less(lists.item(heap, 0), item);
    if (isLess === 0) return item;
    if (isLess !== 1) return source("heappushpop", heap, item);
    const result = lists.item(heap, 0);
    return heaps.settle(heap, item, 0, lists.length(heap), false) ? result : source("heappushpop", heap, item);
  }

  function heapify(heap: Word, isMax: boolean): Word {
    const size = lists.length(heap);
    for (let i = (size >> 1) - 1; i >= 0; i--)
      if (!heaps.settle(heap, lists.item(heap, i), i, size, isMax))
        return source("heapify", heap, realm.int(i), realm.bool(isMax));
    return realm.none;
  }

  const native = (
    name: string,
    run: (heap: Word, args: Address) => Word,
    more: Partial<NativeDefinition> = {},
  ): NativeDefinition => ({
    name,
    parameters: "(heap, /)",
    frames: true,
    run(args): Word | typeof NULL {
      const heap = realm.valueOf(argument(args, 0));
      if (lists.isList(heap)) return run(heap, args);
      const which = more.parameters === undefined ? "argument" : "argument 1";
      const message = `${name}() ${which} must be list, not ${realm.typeName(argument(args, 0))}`;
      return realm.raise("TypeError", message);
    },
    ...more,
  });
  const withItem = { parameters: "(heap, item, /)", wording: "unpack" } as const;
  const forObjects = (name: string, isItem?: true): Pick<NativeDefinition, "forObjects"> => ({
    forObjects: { method: "__lt__", inList: true, ...(isItem && { isItem }), surrogate: () => surrogate(name) },
  });

  const surrogate = defineSourceModule(builtins, {
    name: "_heapq",
    source: heapSource,
    functions: [
      native("heappush", push, { ...withItem, kernel: { 2: kernel.heapPush }, ...forObjects("heappush") }),
      native("heappop", (heap) => pop(heap, false), {
        kernel: { 1: kernel.heapPop },
        ...forObjects("heappop_least", true),
      }),
      native("heapreplace", (heap, args) => replace(heap, argument(args, 1), false), {
        ...withItem,
        kernel: { 2: kernel.heapReplace },
        ...forObjects("heapreplace_least", true),
      }),
      native("heappushpop", pushPop, {
        ...withItem,
        kernel: { 2: kernel.heapPushPop },
        ...forObjects("heappushpop", true),
      }),
      // It may have changed the list before it needs Python code.
      native("heapify", (heap) => heapify(heap, false), { leaf: false }),
      native("_heappop_max", (heap) => pop(heap, true)),
      native("_heapreplace_max", (heap, args) => replace(heap, argument(args, 1), true), withItem),
      native("_heapify_max", (heap) => heapify(heap, true), { leaf: false }),
    ],
    attributes: () => ({ __about__: realm.str(ABOUT) }),
    doc: "Heap queue algorithm (a.k.a. priority queue).",
  });
}

const ABOUT = "Heap queues\n\n[explanation by François Pinard]\n";
