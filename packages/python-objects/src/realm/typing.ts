import { type Address, isSmall, NULL, STATE_DEPTH_LIMIT, type Word } from "@hotpy/memory";
import {
  CODE_FLAGS,
  FUNCTION_CODE,
  SHAPE_FUNCTION,
  SHAPE_TUPLE,
  shapeIdOf,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import { CODE_HIDDEN } from "../code/codes.js";
import type { UpToProtocols } from "../context.js";
import type { Patterns } from "../natives.js";
import { objectHeadSize } from "../types/object-sizes.js";
import { patternsOf, setCollection } from "../types/patterns.js";
import { TRAIT_CARRIES_ITERATION, TRAIT_CLASS } from "../types/traits.js";
import type { Arithmetic } from "./arithmetic.js";

/** Types of objects. Leaf, but for `isInstanceOf` and `isSubclassOf`, which may collect. */
export interface Typing {
  /** Address of a type that TypeScript defines, e.g. "list" or, of another module than builtins, "collections.deque". Types never move. */
  type(name: string): Address;
  typeOf(word: Word): Address;
  /**
   * The value of an instance of a class that refines a builtin type (an object of exactly that type); any other word itself.
   * For arguments of which only the value counts, as CPython's `PyUnicode_Check` and the like take them.
   */
  valueOf(word: Word): Word;
  /**
   * The same where its class iterates over it as the builtin type does; else the word itself. For what CPython takes apart without
   * asking only if `tp_iter` is that of the builtin type.
   */
  iteratedAs(word: Word): Word;
  /** `type(word).__name__` for messages. */
  typeName(word: Word): string;
  /** The same without its module: `__name__`. */
  plainTypeName(word: Word): string;
  /** Bytes that `sys.getsizeof` counts beside what `__sizeof__` says. */
  headSize(word: Word): number;
  /** Name of a type. */
  nameOfType(type: Address): string;
  /** Whether it is a class: defined in Python, and its attributes may change. */
  isClass(type: Address): boolean;
  /** Whether weak references may refer to instances of a builtin type. */
  isWeaklyReferable(type: Address): boolean;
  isSubtype(type: Address, base: Address): boolean;
  /** What the patterns of `match` take instances of the type for. */
  collectionOf(type: Address): Patterns["collection"] | undefined;
  /** From now on they take those of a class, and of those that refine it, for that. */
  setCollection(type: Address, collection: NonNullable<Patterns["collection"]>): void;
  /** From now on no class can refine it. */
  seal(type: Address): void;
  /** By type only, no `__instancecheck__`. */
  isInstance(word: Word, type: Address): boolean;
  /** Attribute found on the type or its bases, unbound, or NULL with nothing pending. `name` is interned. */
  lookupOnType(type: Address, name: Word): Word;
  /** Whether objects of the type may say themselves what their `__class__` is, which isinstance() asks then. */
  saysItsClass(type: Address): boolean;
  /** Finds out what kernels may take for granted of instances of the type. */
  noteTraits(type: Address): void;
  /** isinstance() with tuples and unions; 1, 0, -1. */
  isInstanceOf(word: Word, classInfo: Word): number;
  /** issubclass(), likewise. */
  isSubclassOf(type: Word, classInfo: Word): number;
  /** What `known` knows is not asked of `__instancecheck__` and `__subclasscheck__` again. */
  setKnownChecks(known: KnownChecks): void;
}

/**
 * What a class's own `__instancecheck__` or `__subclasscheck__`, `check`, says of instances of a type, or of the type; undefined: it is to be called. Leaf. No
 * instance of the type says itself what its class is.
 */
export type KnownChecks = (check: Word, classInfo: Address, type: Address) => boolean | undefined;

/** How deep `__bases__` of what are no classes may go. */
const MOST_BASES = 500;

export function createTyping(parts: UpToProtocols, { truth }: Pick<Arithmetic, "truth">): Typing {
  const { memory, handles, shapes, types, exceptions, calls, name: intern } = parts;
  const { i32 } = memory;
  const { complete } = parts.reentry;

  let knownChecks: KnownChecks = () => undefined;
  const [instanceCheckName, subclassCheckName] = ["__instancecheck__", "__subclasscheck__"].map(intern);

  /**
   * What a class's own `__instancecheck__` or `__subclasscheck__` says of an argument, which is of a type or is that type: 1, 0, -1; undefined: it has none
   * but that of `type`.
   */
  function checkBy(classInfo: Word, name: Word, argument: Word, type: Address): number | undefined {
    const meta = types.typeOf(classInfo);
    if (meta === types.type) return undefined;
    const found = types.lookup(meta, name);
    if (found === NULL || found === types.lookup(types.type, name)) return undefined;
    if (type !== NULL && !parts.observers.isAny() && !saysItsClass(type)) {
      const known = knownChecks(found, classInfo, type);
      if (known !== undefined) return known ? 1 : 0;
    }
    const result = complete(calls.invokeBound, found, classInfo, argument);
    return truth(result);
  }

  /** Tuples in tuples that are being looked through. */
  let depth = 0;

  /**
   * Whether `check` says so of a class in a tuple: 1, 0, -1. What is no tuple raises TypeError.
   * The checks may run Python code, so the tuple may move.
   */
  function anyOf(
    argument: Word,
    classes: Word,
    check: (argument: Word, classInfo: Word) => number,
    fault: string,
  ): number {
    const list = shapes.valueOf(classes);
    if (isSmall(list) || i32[list >>> 2] >>> 8 !== SHAPE_TUPLE) {
      exceptions.raise("TypeError", fault);
      return -1;
    }
    const mark = handles.mark();
    const kept = handles.push(argument);
    const tuple = handles.push(list);
    const count = i32[(list + TAIL_SIZE) >>> 2];
    let result = 0;
    if (++depth > i32[STATE_DEPTH_LIMIT >>> 2]) {
      exceptions.raise("RecursionError", "maximum recursion depth exceeded in comparison");
      result = -1;
    }
    for (let i = 0; i < count && result === 0; i++)
      result = check(handles.get(kept), i32[((handles.get(tuple) + TUPLE_ITEMS) >>> 2) + i]);
    depth--;
    handles.release(mark);
    return result;
  }

  const isTuple = (word: Word): boolean => {
    const value = shapes.valueOf(word);
    return (value & 1) === 0 && i32[value >>> 2] >>> 8 === SHAPE_TUPLE;
  };
  const [className, basesName] = ["__class__", "__bases__"].map(intern);

  /** Whether objects of the type may say themselves what `__class__` is. */
  function saysItsClass(type: Address): boolean {
    return types.record(type).isClass && (parts.traits(type) & TRAIT_CLASS) === 0;
  }

  /** Keeps two words while `ask` may run Python code. */
  function keeping(a: Word, b: Word, ask: (first: () => Word, second: () => Word) => number): number {
    const mark = handles.mark();
    const [first, second] = [handles.push(a), handles.push(b)];
    const result = ask(
      () => handles.get(first),
      () => handles.get(second),
    );
    handles.release(mark);
    return result;
  }

  /** An attribute; NULL where there is none, or with an exception pending that is no AttributeError. May collect. */
  function attributeOf(word: Word, name: Word): Word {
    const found = complete(parts.attributes.get, word, name, 0);
    if (found === NULL && exceptions.pendingIs("AttributeError")) exceptions.clearPending();
    return found;
  }
  const classOf = (word: Word): Word => attributeOf(word, className);

  /** `__bases__` of what need not be a class, if that is a tuple; NULL: it has none, or raised. May collect. */
  function basesOf(word: Word): Word {
    const bases = attributeOf(word, basesName);
    return bases !== NULL && isTuple(bases) ? bases : NULL;
  }

  /** False: raised. */
  function hasBases(word: Word, fault: string): boolean {
    if (types.isType(word)) return true;
    const found = basesOf(word) !== NULL;
    if (!found && exceptions.pending() === NULL) exceptions.raise("TypeError", fault);
    return found;
  }

  /** Whether one refines the other, where they need not be classes: by their `__bases__`. 1, 0, -1. May collect. */
  function refines(derived: Word, base: Word, depth = 0): number {
    if (derived === base) return 1;
    if (depth > MOST_BASES) {
      exceptions.raise("RecursionError", "maximum recursion depth exceeded in __issubclass__");
      return -1;
    }
    const mark = handles.mark();
    const kept = handles.push(base);
    const bases = basesOf(derived);
    let result = bases === NULL && exceptions.pending() !== NULL ? -1 : 0;
    if (bases !== NULL) {
      const tuple = handles.push(shapes.valueOf(bases));
      const count = i32[(handles.get(tuple) + TAIL_SIZE) >>> 2];
      for (let i = 0; i < count && result === 0; i++)
        result = refines(i32[((handles.get(tuple) + TUPLE_ITEMS) >>> 2) + i], handles.get(kept), depth + 1);
    }
    handles.release(mark);
    return result;
  }

  /** issubclass(); 1, 0, -1. */
  function isSubclassOf(type: Word, classInfo: Word): number {
    // Stays: without a check of its own nothing has run.
    const own = checkBy(classInfo, subclassCheckName, type, types.isType(type) ? type : NULL);
    if (own !== undefined) return own;
    if (types.isType(type) && types.isType(classInfo)) return types.isSubtype(type, classInfo) ? 1 : 0;
    if (!isTuple(classInfo)) {
      return keeping(type, classInfo, (first, second) => {
        if (!hasBases(first(), "issubclass() arg 1 must be a class")) return -1;
        if (!hasBases(second(), "issubclass() arg 2 must be a class, a tuple of classes, or a union")) return -1;
        return refines(first(), second());
      });
    }
    return anyOf(type, classInfo, isSubclassOf, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }

  function isInstanceOf(word: Word, classInfo: Word): number {
    if (types.typeOf(word) === classInfo) return 1;
    // Stays: without a check of its own nothing has run.
    const own = checkBy(classInfo, instanceCheckName, word, types.typeOf(word));
    if (own !== undefined) return own;
    if (types.isType(classInfo)) {
      const type = types.typeOf(word);
      if (types.isSubtype(type, classInfo)) return 1;
      if (!saysItsClass(type)) return 0;
      const said = classOf(word);
      if (said === NULL) return exceptions.pending() === NULL ? 0 : -1;
      return said !== type && types.isType(said) && types.isSubtype(said, classInfo) ? 1 : 0;
    }
    if (!isTuple(classInfo)) {
      return keeping(word, classInfo, (first, second) => {
        if (!hasBases(second(), "isinstance() arg 2 must be a type, a tuple of types, or a union")) return -1;
        const said = classOf(first());
        return said === NULL ? (exceptions.pending() === NULL ? 0 : -1) : refines(said, second());
      });
    }
    return anyOf(word, classInfo, isInstanceOf, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  }

  /** Whether a class has what iterates over it, and gets items, from a builtin class written in Python: such a one gives what its dict holds. */
  function isIteratedByOurs(type: Address): boolean {
    const [iterate, keys] = ["__iter__", "keys"].map((name) => types.lookup(type, intern(name)));
    const getItem = intern("__getitem__");
    return (
      [iterate, keys].every((each) => {
        if (each === NULL || shapeIdOf(memory, each) !== SHAPE_FUNCTION) return false;
        return (i32[(i32[(each + FUNCTION_CODE) >>> 2] + CODE_FLAGS) >>> 2] & CODE_HIDDEN) !== 0;
      }) && types.lookup(type, getItem) === types.lookup(types.named("dict"), getItem)
    );
  }

  return {
    type: types.named,
    typeOf: types.typeOf,
    valueOf: shapes.valueOf,
    iteratedAs(word) {
      const value = shapes.valueOf(word);
      if (value === word || (parts.traits(types.typeOf(word)) & TRAIT_CARRIES_ITERATION) !== 0) return value;
      return isIteratedByOurs(types.typeOf(word)) ? value : word;
    },
    plainTypeName: (word) => types.nameOf(types.typeOf(word)),
    typeName: (word) => types.shownNameOf(types.typeOf(word)),
    headSize: (word) => objectHeadSize(parts, word),
    nameOfType: types.nameOf,
    isClass: (type) => types.record(type).isClass,
    isWeaklyReferable: (type) => types.record(type).isWeaklyReferable,
    isSubtype: types.isSubtype,
    collectionOf: (type) => patternsOf(types, type, "collection"),
    setCollection: (type, collection) => setCollection(types, type, collection),
    seal(type) {
      types.record(type).isBase = false;
    },
    isInstance: (word, type) => types.isSubtype(types.typeOf(word), type),
    lookupOnType: types.lookup,
    isInstanceOf,
    saysItsClass,
    noteTraits: parts.traits,
    isSubclassOf,
    setKnownChecks(known) {
      knownChecks = known;
    },
  };
}
