import { type Address, NULL, type Word } from "@hotpy/memory";
import { DICT_COUNT, layoutOf, UNDECIDED } from "@hotpy/object-model";
import { fitsSize, type Library } from "@hotpy/python-builtins";
import {
  LRU,
  LRU_ATTRIBUTES,
  LRU_CACHE,
  LRU_FUNCTION,
  LRU_HITS,
  LRU_INFO,
  LRU_MISSES,
  LRU_MOST,
  LRU_TYPED,
  type NativeDefinition,
  type Surrogate,
} from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";

/** The type `functools._lru_cache_wrapper`. Results that are kept a kernel finds; all else is in the source of `_functools`. */
export function defineLruCache(library: Library, surrogate: Surrogate): Address {
  const { realm, argument } = library;
  const { memory, none, handles, pythonKernel: kernel } = realm;
  const { i32 } = memory;
  const shape = realm.shapes.define(layoutOf("lru-cache", LRU), NULL);
  const field = (lru: Word, offset: number): number => i32[(lru + offset) >>> 2];
  const mostOf = (lru: Word): Word => (field(lru, LRU_MOST) < 0 ? none : realm.int(field(lru, LRU_MOST)));

  function construct(args: Address): Word {
    const maxsize = argument(args, 2);
    const isBounded = maxsize !== none;
    if (isBounded && !realm.integers.isInteger(realm.valueOf(maxsize)))
      return realm.raise("TypeError", "maxsize should be integer or None");
    if (!realm.isCallable(argument(args, 1))) return realm.raise("TypeError", "the first argument must be callable");
    if (isBounded && !fitsSize(realm, realm.valueOf(argument(args, 2))))
      return realm.raise("OverflowError", "cannot fit 'int' into an index-sized integer");
    const most = isBounded ? realm.integers.toNumber(realm.valueOf(argument(args, 2))) : -1;
    const typed = realm.truth(argument(args, 3));
    if (typed < 0) return NULL;
    const cache = realm.dicts.create();
    const lru = realm.object(shape);
    i32[(lru + LRU_FUNCTION) >>> 2] = argument(args, 1);
    i32[(lru + LRU_CACHE) >>> 2] = cache;
    i32[(lru + LRU_INFO) >>> 2] = argument(args, 4);
    i32[(lru + LRU_MOST) >>> 2] = isBounded ? Math.min(Math.max(0, most), 0x3fffffff) : -1;
    i32[(lru + LRU_TYPED) >>> 2] = typed;
    return lru;
  }

  const self = (name: string, run: (lru: Word, args: Address) => Word, rest = ", /"): NativeDefinition => ({
    name,
    parameters: `(self${rest})`,
    leaf: false,
    run: (args) => run(argument(args, 0), args),
  });

  return realm.defineType({
    name: "_lru_cache_wrapper",
    module: "functools",
    shapes: [shape],
    bindsLikeFunctions: true,
    attributesAt: LRU_ATTRIBUTES,
    isWeaklyReferable: true,
    construct: {
      name: "_lru_cache_wrapper",
      parameters: "(cls, user_function, maxsize, typed, cache_info_type)",
      calledBy: "lru_cache",
      leaf: false,
      run: construct,
    },
    methods: [
      {
        name: "__call__",
        parameters: "(self, /, *args, **kwargs)",
        frames: true,
        spread: kernel.callCached,
        kernel: { 3: kernel.callCachedBy },
        run(args) {
          const lru = argument(args, 0);
          const hasNames = field(argument(args, 2), DICT_COUNT) !== 0;
          const key = hasNames ? UNDECIDED : kernel.newKeyOf(lru, argument(args, 1));
          if (key !== UNDECIDED) {
            // In a trace the call of the source is refused, and all this done again.
            if (!realm.isInTrace()) i32[(lru + LRU_MISSES) >>> 2]++;
            const given = [lru, key, field(lru, LRU_FUNCTION), argument(args, 1)];
            return tailCallSource(library, surrogate, "compute", given);
          }
          const state = [LRU_FUNCTION, LRU_CACHE].map((offset) => field(lru, offset));
          const rules = [mostOf(lru), realm.bool(field(lru, LRU_TYPED) !== 0)];
          return tailCallSource(library, surrogate, "call_cached", [
            lru,
            ...state,
            ...rules,
            argument(args, 1),
            argument(args, 2),
          ]);
        },
      },
      self(
        "__get__",
        (lru, args) => (argument(args, 1) === none ? lru : realm.call(realm.type("method"), lru, argument(args, 1))),
        ", instance, owner=None, /",
      ),
      self("cache_info", (lru) =>
        library.withHandles(() => {
          const info = handles.push(field(lru, LRU_INFO));
          const counts = [LRU_HITS, LRU_MISSES].map((offset) => realm.int(field(lru, offset)));
          const size = realm.int(field(field(lru, LRU_CACHE), DICT_COUNT));
          return realm.call(handles.get(info), ...counts, mostOf(lru), size);
        }),
      ),
      self("cache_clear", (lru) => {
        i32[(lru + LRU_HITS) >>> 2] = 0;
        i32[(lru + LRU_MISSES) >>> 2] = 0;
        realm.dicts.clear(field(lru, LRU_CACHE));
        return none;
      }),
      self("__reduce__", (lru) => realm.getAttribute(lru, realm.intern("__qualname__"))),
      self("__copy__", (lru) => lru),
      self("__deepcopy__", (lru) => lru, ", memo, /"),
    ],
  });
}

/** What the source counts. */
export function lruNatives({ realm, argument }: Library): NativeDefinition[] {
  const { heap, pythonKernel } = realm;
  const { i32 } = realm.memory;
  const counting = (name: string, offset: number): NativeDefinition => ({
    name,
    parameters: "(lru, /)",
    run(args) {
      i32[(argument(args, 0) + offset) >>> 2]++;
      return realm.none;
    },
  });
  return [
    {
      name: "keep",
      parameters: "(lru, key, result, /)",
      kernel: { 3: pythonKernel.keepResult },
      run(args) {
        const [lru, key, result] = [0, 1, 2].map((index) => argument(args, index));
        const kept = pythonKernel.keepResult(lru, key, result);
        if (kept === NULL) return heap.exhausted();
        // Code of the program must compare.
        if (kept !== UNDECIDED || realm.setItem(i32[(lru + LRU_CACHE) >>> 2], key, result)) return realm.none;
        return NULL;
      },
    },
    counting("count_hit", LRU_HITS),
    counting("count_miss", LRU_MISSES),
  ];
}
