/// map, filter, zip, enumerate, reversed and callable iterators: types of their own around a generator that does the
/// work. Iterating over one in a `for` loop resumes that generator directly.

import { type Address, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  CODE_FLAGS,
  defineFields,
  FUNCTION_CODE,
  fixed,
  GENERATOR_CLOSED,
  GENERATOR_SLOTS,
  GENERATOR_STATE,
  layoutOf,
  TUPLE_ITEMS,
  TYPE_INITIALISER,
} from "@hotpy/object-model";
import {
  CODE_STEP_BIT,
  MAKES_ENUMERATE,
  MAKES_FILTER,
  MAKES_MAP,
  MAKES_REVERSED,
  MAKES_WRAPPER,
  MAKES_ZIP,
  type NativeDefinition,
  RECIPE_ENUMERATE,
  RECIPE_FILTER_BY,
  RECIPE_FILTER_TRUE,
  RECIPE_FUNCTIONS,
  RECIPE_MAP,
  RECIPE_ZIP,
  RECIPE_ZIP_MANY,
  STEP_ALL,
  STEP_COUNTED,
  STEP_EACH,
  STEP_TOGETHER,
  type SurrogateArgument,
  type SurrogateCall,
  type TypeDefinition,
  WRAPPER_GENERATOR,
} from "@hotpy/python-objects";
import type { Library } from "../library.js";

const WRAPPER = defineFields("wrapper", { generator: fixed("word", WRAPPER_GENERATOR) });

const iterator = (index: number): SurrogateArgument => ({ kind: "iterator", index });
const aCallable: SurrogateArgument = { kind: "callable", index: 0 };

/** Natives that make the iterators, and what tells them from others. */
export interface Wrappers {
  isWrapper(word: Word): boolean;
  /** The generator inside. */
  inner(wrapper: Word): Word;
  /** Defines a type of iterators around generators; the result wraps a generator, NULL stays NULL. */
  define(definition: WrapperDefinition): (generator: Word) => Word;
  /** From now on a kernel takes the steps of generators of this function, where it can; the function. */
  takesSteps(fn: Word, step: number): Word;
  /** The function, which is compiled: from now on the kernel may make generators of it for calls of the type; see RECIPE_SHAPE. */
  makesOf(type: Address, at: number, fn: Word): Word;
  /** `iter(word)`, without a call for builtin containers. May collect. */
  iterate(word: Word): Word;
}

/** A type whose objects are iterators, each around a generator. */
export interface WrapperDefinition {
  readonly name: string;
  /** Default "builtins". */
  readonly module?: string;
  /** Of the call of the type, without the class. Absent: it cannot be called. */
  readonly parameters?: string;
  /** Makes the generator of an object. May collect. */
  readonly generator?: (args: Address) => Word;
  /** What traces inline instead. */
  readonly over?: SurrogateCall;
  /** What the kernel makes in place of calls of the type: MAKES_ZIP and others. */
  readonly makes?: number;
  /** The same for traces, by the number of words that the type's function gets. */
  readonly kernel?: NativeDefinition["kernel"];
  readonly more?: Pick<TypeDefinition, "methods" | "classMethods">;
}

export function defineWrapperTypes(library: Library): Wrappers {
  const { realm, lists, iterators, surrogate, argument } = library;
  const { handles, memory, none } = realm;
  const { i32 } = memory;
  const shapes = new Set<number>();

  const inner = (wrapper: Word): Word => i32[(wrapper + WRAPPER_GENERATOR) >>> 2];
  const isWrapper = (word: Word): boolean => (word & 1) === 0 && shapes.has(i32[word >>> 2] >>> 8);
  const nextName = realm.intern("__next__");

  const define = (
    name: string,
    parameters: string | undefined,
    generator: (args: Address) => Word,
    over?: SurrogateCall,
    makes?: number,
  ): ((generator: Word) => Word) =>
    defineWrapper({
      name,
      generator,
      ...(parameters === undefined ? {} : { parameters }),
      ...(over === undefined ? {} : { over }),
      ...(makes === undefined ? {} : { makes }),
    });

  function defineWrapper({
    name,
    module = "builtins",
    parameters,
    generator: makeGenerator = () => NULL,
    over = () => undefined,
    makes,
    kernel,
    more = {},
  }: WrapperDefinition): (generator: Word) => Word {
    const shape = realm.shapes.define(layoutOf(name, WRAPPER), NULL);
    shapes.add(shape);
    function wrap(generator: Word): Word {
      if (generator === NULL) return NULL;
      const wrapper = realm.object(shape);
      i32[(wrapper + WRAPPER_GENERATOR) >>> 2] = generator;
      return wrapper;
    }
    const methods: NativeDefinition[] = [
      { name: "__iter__", parameters: "(self, /)", receives: "self", run: (args) => argument(args, 0) },
      {
        name: "__next__",
        parameters: "(self, /)",
        frames: true,
        run(args) {
          const generator = inner(argument(args, 0));
          return realm.tailCallFound(realm.lookupOnType(realm.typeOf(generator), nextName), generator);
        },
      },
    ];
    const type = realm.defineType({
      name,
      module,
      shapes: [shape],
      iterate: inner,
      ...(parameters === undefined
        ? {}
        : {
            isBase: true,
            construct: {
              name,
              parameters: parameters.replace("(", "(cls, "),
              run: (args: Address) => wrap(makeGenerator(args + 4)),
              wraps: { shape, inner: WRAPPER.generator, over },
              makes: makes ?? MAKES_WRAPPER,
              ...(kernel === undefined ? {} : { kernel }),
            },
          }),
    });
    if (makes !== undefined) {
      const recipe = realm.tuple([tagSmall(shape), ...Array.from({ length: RECIPE_FUNCTIONS }, () => none)]);
      realm.heap.storeWord(type, TYPE_INITIALISER, recipe);
    }
    // `iter(x)` is x itself, whatever a loop takes.
    realm.extendType(type, { ...more, methods: [...methods, ...(more.methods ?? [])] });
    return wrap;
  }

  /** A surrogate that is compiled, of which the kernel may make generators from now on for calls of a type; see RECIPE_SHAPE. */
  function part(type: string, at: number, name: string): Word {
    return makesOf(realm.type(type), at, surrogate(name));
  }

  function makesOf(type: Address, at: number, fn: Word): Word {
    const recipe = i32[(type + TYPE_INITIALISER) >>> 2];
    if (i32[(recipe + TUPLE_ITEMS + at * 4) >>> 2] !== fn) realm.heap.storeWord(recipe, TUPLE_ITEMS + at * 4, fn);
    return fn;
  }

  function takesSteps(fn: Word, step: number): Word {
    i32[(i32[(fn + FUNCTION_CODE) >>> 2] + CODE_FLAGS) >>> 2] |= step << CODE_STEP_BIT;
    return fn;
  }

  const stepping = (type: string, at: number, name: string, step: number): Word =>
    takesSteps(part(type, at, name), step);
  const generate = (name: string, ...args: readonly Word[]): Word => realm.generator(surrogate(name), ...args);
  const zipStep = (count: number): Word => stepping("zip", RECIPE_ZIP + count - 1, zips[count], STEP_TOGETHER);
  const enumerateStep = (): Word => stepping("enumerate", RECIPE_ENUMERATE, "enumerate_from", STEP_COUNTED);

  /** `iter(word)`. Builtin containers are not asked by a call. */
  const iterate = (word: Word): Word => iterators.over(word) || realm.iterate(word);

  /** `iter()` of each item of the tuple, as a list; NULL: raised. */
  function iteratorsOf(tuple: Word): Word {
    return library.withHandles(() => {
      const kept = handles.push(tuple);
      const result = handles.push(lists.create(lists.length(tuple)));
      for (let i = 0; i < lists.length(handles.get(kept)); i++) {
        const iterator = iterate(lists.item(handles.get(kept), i));
        if (iterator === NULL) return NULL;
        lists.append(handles.get(result), iterator);
      }
      return handles.get(result);
    });
  }

  /** Iterates one argument and calls a surrogate with a first argument and the iterator. */
  function generateOver(name: string, iterable: Word, before: readonly Word[], after: readonly Word[] = []): Word {
    return library.withHandles(() => {
      const first = before.map((word) => handles.push(word));
      const last = after.map((word) => handles.push(word));
      const iterator = iterate(iterable);
      if (iterator === NULL) return NULL;
      return generate(name, ...first.map(handles.get), iterator, ...last.map(handles.get));
    });
  }

  const mapStep = (): Word => stepping("map", RECIPE_MAP, "map_one", STEP_EACH);

  define(
    "map",
    "(*iterables)",
    (args) => {
      const given = argument(args, 0);
      if (lists.length(given) < 2) return realm.raise("TypeError", "map() must have at least two arguments.");
      if (lists.length(given) === 2) {
        mapStep();
        return generateOver("map_one", lists.item(given, 1), [lists.item(given, 0)]);
      }
      if (lists.length(given) === 3) part("map", RECIPE_MAP + 1, "map_two");
      const all = iteratorsOf(lists.pickTuple(given, 1, 1, lists.length(given) - 1));
      if (all === NULL) return NULL;
      const callee = lists.item(argument(args, 0), 0);
      if (lists.length(all) === 2) return generate("map_two", callee, lists.item(all, 0), lists.item(all, 1));
      return generate("map_many", callee, all);
    },
    (count) => {
      if (count === 2) return { surrogate: mapStep(), given: [aCallable, iterator(1)] };
      return count === 3
        ? { surrogate: surrogate("map_two"), given: [aCallable, iterator(1), iterator(2)] }
        : undefined;
    },
    MAKES_MAP,
  );

  define(
    "filter",
    "(function, iterable, /)",
    (args) => {
      const test = argument(args, 0);
      part("filter", RECIPE_FILTER_TRUE, "filter_true");
      part("filter", RECIPE_FILTER_BY, "filter_by");
      if (test === none || test === realm.type("bool")) return generateOver("filter_true", argument(args, 1), []);
      return generateOver("filter_by", argument(args, 1), [test]);
    },
    (count) => (count === 2 ? { surrogate: surrogate("filter_by"), given: [aCallable, iterator(1)] } : undefined),
    MAKES_FILTER,
  );

  /** Surrogates by number of iterables. */
  const zips = ["", "zip_one", "zip_two", "zip_three"];
  define(
    "zip",
    "(*iterables, strict=False)",
    (args) => {
      const strict = argument(args, 1) === NULL ? 0 : realm.truth(argument(args, 1));
      if (strict < 0) return NULL;
      const all = iteratorsOf(argument(args, 0));
      if (all === NULL) return NULL;
      const count = lists.length(all);
      if (count === 0) return generate("zip_one", realm.iterate(lists.create(0)));
      if (strict === 1) return generate("zip_strict", all);
      if (count < zips.length) {
        zipStep(count);
        return generate(zips[count], ...Array.from({ length: count }, (_, i) => lists.item(all, i)));
      }
      stepping("zip", RECIPE_ZIP_MANY, "zip_many", STEP_ALL);
      return generate("zip_many", all);
    },
    (count) => {
      if (count === 0 || count >= zips.length) return undefined;
      return {
        surrogate: zipStep(count),
        given: Array.from({ length: count }, (_, index) => iterator(index)),
      };
    },
    MAKES_ZIP,
  );

  define(
    "enumerate",
    "(iterable=None, start=0)",
    (args) => {
      if (argument(args, 0) === NULL) {
        const message =
          argument(args, 1) === NULL
            ? "enumerate() missing required argument 'iterable'"
            : "'start' is an invalid keyword argument for enumerate()";
        return realm.raise("TypeError", message);
      }
      let start = argument(args, 1);
      if (start === NULL) start = realm.int(0);
      else start = realm.index(start);
      enumerateStep();
      return start === NULL ? NULL : generateOver("enumerate_from", argument(args, 0), [], [start]);
    },
    (count) => {
      const start: SurrogateArgument =
        count === 1 ? { kind: "constant", word: realm.int(0) } : { kind: "integer", index: 1 };
      return count === 0 ? undefined : { surrogate: enumerateStep(), given: [iterator(0), start] };
    },
    MAKES_ENUMERATE,
  );
  realm.extendType(realm.type("enumerate"), { isGeneric: true });

  const wrapCallable = define("callable_iterator", undefined, () => NULL);

  const { bytes, strings } = realm;
  const isNativelyReversed = (word: Word): boolean =>
    lists.isTuple(word) || strings.isString(word) || bytes.isBytes(word) || bytes.isByteArray(word);

  /** Objects with `__len__` and `__getitem__` from their end; strings, bytes and tuples natively. */
  function reversed(sequence: Word): Word {
    if (isNativelyReversed(sequence)) return NULL;
    return library.withHandles(() => {
      const kept = handles.push(sequence);
      const length = realm.length(sequence);
      return length < 0 ? NULL : generate("reversed_sequence", handles.get(kept), realm.int(length));
    });
  }
  const wrapReversed = define("reversed", undefined, () => NULL);
  const reversedType = realm.type("reversed");
  // Strings, bytes and tuples have a native iterator of the same type, which is its own iterator.
  const [nativeShape] = iterators.shapesByType.reversed;
  realm.shapes.setType(nativeShape, reversedType);
  const isNative = (word: Word): boolean => i32[word >>> 2] >>> 8 === nativeShape;
  const nextOfNative = (iterator: Word): Word => iterators.nextOf(iterator)?.(iterator) ?? NULL;
  realm.extendType(reversedType, { iterate: (self) => (isNative(self) ? self : inner(self)), next: nextOfNative });
  const reversedName = realm.intern("__reversed__");
  realm.extendType(reversedType, {
    isBase: true,
    methods: [
      { name: "__iter__", parameters: "(self, /)", receives: "self", run: (args) => argument(args, 0) },
      {
        name: "__length_hint__",
        parameters: "(self, /)",
        run(args) {
          const self = argument(args, 0);
          if (isNative(self)) return realm.int(iterators.remaining(self));
          const generator = inner(self);
          if (i32[(generator + GENERATOR_STATE) >>> 2] === GENERATOR_CLOSED) return realm.int(0);
          // What the surrogate was given: the sequence, and how many items are left.
          const left = realm.integers.toNumber(i32[(generator + GENERATOR_SLOTS + 4) >>> 2]);
          const length = realm.length(i32[(generator + GENERATOR_SLOTS) >>> 2]);
          return length < 0 ? NULL : realm.int(length < left ? 0 : left);
        },
      },
      {
        name: "__next__",
        parameters: "(self, /)",
        frames: true,
        run(args) {
          const self = argument(args, 0);
          if (!isNative(self))
            return realm.tailCallFound(realm.lookupOnType(realm.typeOf(inner(self)), nextName), inner(self));
          const item = nextOfNative(self);
          return item === NULL ? realm.raiseWith("StopIteration") : item;
        },
      },
    ],
    construct: {
      name: "reversed",
      makes: MAKES_REVERSED,
      parameters: "(cls, sequence, /)",
      wording: "unpack",
      frames: true,
      run(args) {
        const sequence = argument(args, 1);
        if (isNativelyReversed(sequence))
          return iterators.reversed(strings.isString(sequence) ? strings.flat(sequence) : sequence, "reversed");
        const type = realm.typeOf(sequence);
        const method = realm.lookupOnType(type, reversedName);
        if (method !== NULL && method !== none) return realm.tailCallFound(method, sequence);
        if (
          method === none ||
          realm.lookupOnType(type, realm.intern("__getitem__")) === NULL ||
          realm.isSubtype(type, realm.type("dict"))
        ) {
          return realm.raise("TypeError", `'${realm.typeName(sequence)}' object is not reversible`);
        }
        return wrapReversed(reversed(sequence));
      },
    },
  });

  realm.defineBuiltin({
    name: "iter",
    kernel: { 1: realm.pythonKernel.callIter },
    parameters: "(object, sentinel=None, /)",
    run(args) {
      const object = argument(args, 0);
      const sentinel = argument(args, 1);
      if (sentinel === NULL) return isWrapper(object) ? object : realm.iterate(object);
      if (!realm.isCallable(object)) return realm.raise("TypeError", "iter(v, w): v must be callable");
      return wrapCallable(generate("call_until", object, sentinel));
    },
  });

  return { isWrapper, inner, define: defineWrapper, takesSteps, makesOf, iterate };
}
