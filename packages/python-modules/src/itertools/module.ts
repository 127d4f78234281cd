import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_NAME,
  GENERATOR_CODE,
  GENERATOR_CREATED,
  GENERATOR_RUNNING,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  GENERATOR_SUSPENDED,
  GENERATOR_USED,
  SHAPE_DICT,
  shapeIdOf,
} from "@hotpy/object-model";
import { type Builtins, sizeArgument, sizeWord } from "@hotpy/python-builtins";
import {
  MAKES_ACCUMULATE,
  MAKES_CHAIN,
  MAKES_COMBINATIONS,
  MAKES_COUNT,
  MAKES_GROUPBY,
  MAKES_LONGEST,
  MAKES_OVER_ONE,
  MAKES_OVER_SECOND,
  MAKES_PERMUTATIONS,
  MAKES_PRODUCT,
  MAKES_REPEAT,
  MAKES_SLICE,
  type NativeDefinition,
  RECIPE_FIRST,
  RECIPE_SECOND,
  STEP_CHAIN,
  STEP_CHOICES,
  STEP_COUNT,
  STEP_CYCLE,
  STEP_LONGEST,
  STEP_PAIRS,
  STEP_REPEAT,
  STEP_REST,
  STEP_SLICE,
  STEP_SUMS,
  STEP_TEE,
} from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import { choiceNatives } from "./choices.js";
import { itertoolsSource } from "./source.js";
import { statesSource } from "./states.js";

/** Iterators that CPython does not take apart either, or that share what they have with others. */
const UNCOPIED: ReadonlySet<string> = new Set(["pairwise", "_grouper", "_tee"]);
/** What a kernel does in place of the generators of these functions. */
const STEPS: Readonly<Record<string, number>> = {
  accumulate_sum: STEP_SUMS,
  chain_of: STEP_CHAIN,
  combinations_of: STEP_CHOICES,
  count_from: STEP_COUNT,
  cycle_of: STEP_CYCLE,
  drop_while: STEP_REST,
  pairwise_of: STEP_PAIRS,
  permutations_of: STEP_CHOICES,
  product_of: STEP_CHOICES,
  repeat_ever: STEP_REPEAT,
  repeat_times: STEP_REPEAT,
  slice_of: STEP_SLICE,
  tee_of: STEP_TEE,
  zip_longest_of: STEP_LONGEST,
};
/** What a kernel makes of calls of these types, and the functions of the generators in it. */
const MADE: Readonly<Record<string, { readonly makes: number; readonly parts: readonly string[] }>> = {
  accumulate: { makes: MAKES_ACCUMULATE, parts: ["accumulate_sum", "accumulate_by"] },
  chain: { makes: MAKES_CHAIN, parts: ["chain_of"] },
  combinations: { makes: MAKES_COMBINATIONS, parts: ["combinations_of"] },
  combinations_with_replacement: { makes: MAKES_COMBINATIONS, parts: ["combinations_again"] },
  count: { makes: MAKES_COUNT, parts: ["count_from"] },
  dropwhile: { makes: MAKES_OVER_SECOND, parts: ["drop_while"] },
  groupby: { makes: MAKES_GROUPBY, parts: ["group_by"] },
  islice: { makes: MAKES_SLICE, parts: ["slice_of"] },
  pairwise: { makes: MAKES_OVER_ONE, parts: ["pairwise_of"] },
  permutations: { makes: MAKES_PERMUTATIONS, parts: ["permutations_of"] },
  product: { makes: MAKES_PRODUCT, parts: ["product_of"] },
  repeat: { makes: MAKES_REPEAT, parts: ["repeat_ever", "repeat_times"] },
  starmap: { makes: MAKES_OVER_SECOND, parts: ["star_map"] },
  takewhile: { makes: MAKES_OVER_SECOND, parts: ["take_while"] },
  zip_longest: { makes: MAKES_LONGEST, parts: ["zip_longest_of"] },
};
/** `sys.maxsize`. */
const MAX_SIZE = 2 ** 63 - 1;

/** The module `itertools`: types of iterators around generators, see `source.ts`. */
export function defineItertools({ library, wrappers }: Builtins): void {
  const { realm, lists, argument } = library;
  const { handles, none } = realm;
  const surrogate = realm.defineSurrogates(itertoolsSource + statesSource, choiceNatives(realm));
  const makers = new Map<string, () => Word>();
  const isNone = (word: Word): boolean => word === NULL || word === none;
  const fault = (text: string): typeof NULL => realm.raise("TypeError", text);

  const stateMethods: readonly NativeDefinition[] = [
    {
      name: "__reduce__",
      parameters: "(self, /)",
      receives: "self",
      frames: true,
      leaf: false,
      run(args) {
        const generator = wrappers.inner(realm.valueOf(argument(args, 0)));
        const field = (offset: number): Word => realm.memory.i32[(generator + offset) >>> 2];
        if (field(GENERATOR_STATE) === GENERATOR_RUNNING)
          return realm.raise("ValueError", "generator already executing");
        const slots = Array.from({ length: field(GENERATOR_USED) }, (_, i) => field(GENERATOR_SLOTS + 4 * i) || none);
        const name = realm.memory.i32[(field(GENERATOR_CODE) + CODE_NAME) >>> 2];
        const isBehindItem = field(GENERATOR_STATE) === GENERATOR_SUSPENDED;
        const given = [realm.typeOf(argument(args, 0)), name, realm.list(slots), realm.bool(isBehindItem)];
        return tailCallSource(library, surrogate, "reduce_iterator", given);
      },
    },
    {
      name: "__setstate__",
      parameters: "(self, state, /)",
      run(args) {
        const generator = wrappers.inner(argument(args, 0));
        const state = realm.valueOf(argument(args, 1));
        const code = realm.memory.i32[(generator + GENERATOR_CODE) >>> 2];
        const count = realm.memory.i32[(code + CODE_ARGUMENTS) >>> 2];
        const isNew = realm.memory.i32[(generator + GENERATOR_STATE) >>> 2] === GENERATOR_CREATED;
        if (!isNew || (state & 1) !== 0 || shapeIdOf(realm.memory, state) !== SHAPE_DICT)
          return fault("state is not that of such an iterator");
        for (let index = 0; index < count; index++) {
          const value = realm.dicts.get(state, realm.int(index));
          if (value !== NULL) realm.heap.storeWord(generator, GENERATOR_SLOTS + 4 * index, value);
        }
        return none;
      },
    },
  ];

  const places = new Map<string, { readonly name: string; readonly at: number }>();

  /** What traces call, by how many words there are of such parameters and the class. */
  function kernelsFor(parameters: string): NativeDefinition["kernel"] {
    const { wrapperOfOne, wrapperOfOneAndRest, wrapperOfRest, wrapperOfTwo } = realm.pythonKernel;
    if (parameters.startsWith("(*")) return { 2: wrapperOfRest };
    return parameters.includes(", *args") ? { 3: wrapperOfOneAndRest } : { 2: wrapperOfOne, 3: wrapperOfTwo };
  }

  function define(
    name: string,
    parameters: string | undefined,
    generator: (args: Address) => Word,
    more: Parameters<typeof wrappers.define>[0]["more"] = {},
  ): (generator: Word) => Word {
    const made = MADE[name];
    const methods = [...(more.methods ?? []), ...(UNCOPIED.has(name) ? [] : stateMethods)];
    const wrap = wrappers.define({
      name,
      module: "itertools",
      generator,
      more: { ...more, methods },
      ...(made === undefined ? {} : { makes: made.makes, kernel: kernelsFor(parameters ?? "") }),
      ...(parameters === undefined ? {} : { parameters }),
    });
    if (parameters !== undefined) makers.set(name, () => realm.type(`itertools.${name}`));
    for (const [index, part] of (made?.parts ?? []).entries()) places.set(part, { name, at: RECIPE_FIRST + index });
    return wrap;
  }

  /**
   * The text of an iterator around a generator: a surrogate makes it of what lies in the generator's first two slots (None where there are
   * fewer) and whether the generator stands behind an item.
   */
  const shownBy = (name: string): Parameters<typeof wrappers.define>[0]["more"] => ({
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        frames: true,
        leaf: false,
        run(args) {
          const generator = wrappers.inner(argument(args, 0));
          const field = (offset: number): Word => realm.memory.i32[(generator + offset) >>> 2];
          const isSingle = realm.memory.i32[(field(GENERATOR_CODE) + CODE_ARGUMENTS) >>> 2] === 1;
          const isBehindItem = field(GENERATOR_STATE) === GENERATOR_SUSPENDED;
          const [first, second] = [
            field(GENERATOR_SLOTS) || none,
            isSingle ? none : field(GENERATOR_SLOTS + 4) || none,
          ];
          return tailCallSource(library, surrogate, name, [first, second, realm.bool(isBehindItem)]);
        },
      },
    ],
  });

  /** A generator of a surrogate; the arguments are read when it has been compiled. */
  function generate(name: string, ...args: readonly (() => Word)[]): Word {
    const callee = surrogate(name);
    const step = STEPS[name];
    if (step !== undefined) wrappers.takesSteps(callee, step);
    const place = places.get(name);
    if (place !== undefined) wrappers.makesOf(realm.type(`itertools.${place.name}`), place.at, callee);
    return realm.generator(callee, ...args.map((read) => read()));
  }

  /** A generator over `iter()` of an argument, with others before and after it. */
  function over(name: string, iterable: Word, before: readonly Word[] = [], after: readonly Word[] = []): Word {
    return library.withHandles(() => {
      const first = before.map(handles.push);
      const last = after.map(handles.push);
      const iterator = wrappers.iterate(iterable);
      if (iterator === NULL) return NULL;
      const kept = handles.push(iterator);
      return generate(name, ...[...first, kept, ...last].map((handle) => () => handles.get(handle)));
    });
  }

  /** All items as a tuple. */
  function poolOf(iterable: Word): Word {
    return realm.call(realm.type("tuple"), iterable);
  }

  /** A size that must not be negative; undefined: raised. */
  function size(word: Word, message: string): number | undefined {
    const value = sizeArgument(realm, word);
    if (value === undefined || value >= 0) return value;
    realm.raise("ValueError", message);
    return undefined;
  }

  /** @param states how many parameters say where to go on; None: at the start */
  function overPool(name: string, iterable: Word, length: (count: number) => number | undefined, states: number): Word {
    return library.withHandles(() => {
      const pool = poolOf(iterable);
      if (pool === NULL) return NULL;
      const kept = handles.push(pool);
      const r = length(lists.length(pool));
      return r === undefined
        ? NULL
        : generate(
            name,
            () => handles.get(kept),
            () => realm.int(r),
            ...Array.from({ length: states }, () => () => none),
          );
    });
  }

  define("accumulate", "(iterable, func=None, *, initial=None)", (args) => {
    const [iterable, func, initial] = [0, 1, 2].map((index) => argument(args, index));
    if (!isNone(func))
      return over(
        "accumulate_by",
        iterable,
        [],
        [func, isNone(initial) ? none : initial, isNone(initial) ? none : realm.bool(false)],
      );
    const begun = isNone(initial) ? none : realm.bool(false);
    return over("accumulate_sum", iterable, [], [isNone(initial) ? none : initial, begun]);
  });

  const chain = define("chain", "(*iterables)", (args) => over("chain_of", argument(args, 0)), {
    classMethods: [
      {
        name: "from_iterable",
        parameters: "(cls, iterable, /)",
        leaf: false,
        kernel: { 2: realm.pythonKernel.chainFromIterable },
        run: (args) => chain(over("chain_of", argument(args, 1))),
      },
    ],
  });

  for (const [name, generator] of [
    ["combinations", "combinations_of"],
    ["combinations_with_replacement", "combinations_again"],
  ])
    define(name, "(iterable, r)", (args) => {
      const r = size(argument(args, 1), "r must be non-negative");
      return r === undefined ? NULL : overPool(generator, argument(args, 0), () => r, 1);
    });

  define("permutations", "(iterable, r=None)", (args) => {
    const given = argument(args, 1);
    if (!isNone(given) && !realm.integers.isInteger(realm.valueOf(given))) return fault("Expected int as r");
    return overPool(
      "permutations_of",
      argument(args, 0),
      (count) => (isNone(given) ? count : size(given, "r must be non-negative")),
      2,
    );
  });

  define("product", "(*iterables, repeat=1)", (args) => {
    const repeat = argument(args, 1) === NULL ? 1 : size(argument(args, 1), "repeat argument cannot be negative");
    if (repeat === undefined) return NULL;
    if (repeat > MAX_SIZE / 8) return realm.raise("OverflowError", "repeat argument too large");
    return library.withHandles(() => {
      const pools = handles.push(realm.list([]));
      for (let index = 0; index < lists.length(argument(args, 0)); index++) {
        const pool = poolOf(lists.item(argument(args, 0), index));
        if (pool === NULL) return NULL;
        lists.append(handles.get(pools), pool);
      }
      const repeated = lists.repeatList(handles.get(pools), repeat);
      if (repeated === NULL) return NULL;
      handles.set(pools, repeated);
      return generate(
        "product_of",
        () => handles.get(pools),
        () => none,
      );
    });
  });

  /** Two arguments of which the second is iterated. */
  const withFunction = (name: string, parameters: string, generator: string): void => {
    define(name, parameters, (args) => over(generator, argument(args, 1), [argument(args, 0)]));
  };
  withFunction("dropwhile", "(predicate, iterable, /)", "drop_while");
  withFunction("takewhile", "(predicate, iterable, /)", "take_while");
  withFunction("starmap", "(function, iterable, /)", "star_map");
  define("filterfalse", "(function, iterable, /)", (args) => {
    const test = argument(args, 0);
    if (isNone(test) || test === realm.type("bool")) return over("filter_falsy", argument(args, 1));
    return over("filter_false", argument(args, 1), [test]);
  });

  define("compress", "(data, selectors)", (args) =>
    library.withHandles(() => {
      const data = wrappers.iterate(argument(args, 0));
      if (data === NULL) return NULL;
      return over("compress_by", argument(args, 1), [data]);
    }),
  );

  const isNumber = (word: Word): boolean =>
    ["__index__", "__float__", "__complex__"].some(
      (name) => realm.lookupOnType(realm.typeOf(word), realm.intern(name)) !== NULL,
    );
  define(
    "count",
    "(start=0, step=1)",
    (args) => {
      const [start, step] = [0, 1].map((index) => argument(args, index));
      if ((start !== NULL && !isNumber(start)) || (step !== NULL && !isNumber(step)))
        return fault("a number is required");
      return generate(
        "count_from",
        () => argument(args, 0) || realm.int(0),
        () => argument(args, 1) || realm.int(1),
      );
    },
    shownBy("repr_of_count"),
  );
  define("cycle", "(iterable, /)", (args) => over("cycle_of", argument(args, 0), [], [realm.list([])]));
  define("pairwise", "(iterable, /)", (args) => over("pairwise_of", argument(args, 0)));

  const grouper = define("_grouper", undefined, () => NULL);
  const makeGrouper = realm.native({
    name: "_grouper",
    parameters: "(iterator, key, state, token, /)",
    run: (args) => grouper(generate("group_of", ...[0, 1, 2, 3].map((index) => () => argument(args, index)))),
  });
  /** What a groupby and its groups share: the value and key that come next, the key and the token of the last group; itself: none. */
  function newState(): Word {
    const state = realm.list([none, none, none, none]);
    for (let index = 0; index < 3; index++) lists.setItem(state, index, state);
    return state;
  }
  define("groupby", "(iterable, key=None)", (args) =>
    over("group_by", argument(args, 0), [], [argument(args, 1) || none, makeGrouper, newState()]),
  );
  wrappers.makesOf(realm.type("itertools.groupby"), RECIPE_SECOND, makeGrouper);

  define("islice", "(iterable, *args)", (args) => {
    const given = argument(args, 1);
    const count = lists.length(given);
    if (count === 0) return fault("islice expected at least 2 arguments, got 1");
    if (count > 3) return fault(`islice expected at most 4 arguments, got ${count + 1}`);
    /** A count; null is None, undefined: it is neither. */
    const read = (word: Word): number | null | undefined => {
      if (word === none) return null;
      const value = sizeArgument(realm, word);
      if (value === undefined) realm.clearPending();
      return value === undefined || value < 0 || value > MAX_SIZE ? undefined : value;
    };
    const values = Array.from({ length: count }, (_, index) => read(lists.item(argument(args, 1), index)));
    const [start, stop, step] =
      count === 1 ? [null, values[0], null] : [values[0], values[1], count > 2 ? values[2] : null];
    const message =
      stop === undefined
        ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    if (stop === undefined || start === undefined) return realm.raise("ValueError", message);
    if (step === undefined || step === 0)
      return realm.raise("ValueError", "Step for islice() must be a positive integer or None.");
    // What lies before the start is taken in any case.
    const end = stop === null ? none : realm.int(Math.max(stop, start ?? 0));
    return over("slice_of", argument(args, 0), [], [realm.int(start ?? 0), end, realm.int(step ?? 1)]);
  });

  define(
    "repeat",
    "(object, times=None)",
    (args) => {
      if (argument(args, 1) === NULL) return generate("repeat_ever", () => argument(args, 0));
      return library.withHandles(() => {
        const times = sizeWord(realm, argument(args, 1));
        if (times === NULL) return NULL;
        const kept = handles.push(realm.integers.sign(times) < 0 ? realm.int(0) : times);
        return generate(
          "repeat_times",
          () => argument(args, 0),
          () => handles.get(kept),
        );
      });
    },
    shownBy("repr_of_repeat"),
  );

  define("zip_longest", "(*iterables, fillvalue=None)", (args) =>
    library.withHandles(() => {
      const iterators: number[] = [];
      for (let index = 0; index < lists.length(argument(args, 0)); index++) {
        const iterator = wrappers.iterate(lists.item(argument(args, 0), index));
        if (iterator === NULL) return NULL;
        iterators.push(handles.push(iterator));
      }
      return generate(
        "zip_longest_of",
        () => realm.list(iterators.map(handles.get)),
        () => argument(args, 1) || none,
      );
    }),
  );

  const tee: (generator: Word) => Word = define("_tee", undefined, () => NULL, {
    methods: [
      {
        name: "__copy__",
        parameters: "(self, /)",
        leaf: false,
        run(args) {
          const slot = (index: number) => (): Word =>
            realm.memory.i32[(wrappers.inner(argument(args, 0)) + GENERATOR_SLOTS + 4 * index) >>> 2];
          return tee(generate("tee_of", slot(0), slot(1)));
        },
      },
    ],
  });
  realm.defineModule({
    name: "itertools",
    functions: [
      {
        name: "tee",
        parameters: "(iterable, n=2, /)",
        leaf: false,
        run(args) {
          const count = argument(args, 1) === NULL ? 2 : size(argument(args, 1), "n must be >= 0");
          if (count === undefined) return NULL;
          return library.withHandles(() => {
            const iterator = wrappers.iterate(argument(args, 0));
            if (iterator === NULL) return NULL;
            const kept = handles.push(iterator);
            const link = handles.push(realm.list([none, none]));
            // Room for all is asked for first: there may be more than memory holds.
            const made = handles.push(lists.repeatList(realm.list([none]), count));
            if (handles.get(made) === NULL) return NULL;
            for (let index = 0; index < count; index++) {
              const next = tee(
                generate(
                  "tee_of",
                  () => handles.get(link),
                  () => handles.get(kept),
                ),
              );
              if (next === NULL || !realm.setItem(handles.get(made), realm.int(index), next)) return NULL;
            }
            return poolOf(handles.get(made));
          });
        },
      },
    ],
    attributes: () => Object.fromEntries([...makers].map(([name, make]) => [name, make()])),
  });
}
