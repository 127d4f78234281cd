import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  SHAPE_FUNCTION,
  shapeIdOf,
  TYPE_ROOT_SHAPE,
  TYPE_TRAITS,
  TYPE_TRAITS_VERSION,
  TYPE_VERSION,
} from "@hotpy/object-model";
import type { Protocols, UpToCalling } from "../context.js";
import { BINARY_OPERATORS, COMPARISONS } from "../protocols/operator-names.js";

/// What kernels and the loop may take for granted of instances of a type, until the type changes.

/** They are true: there is neither `__bool__` nor `__len__`. */
export const TRAIT_TRUE = 1;
/** `__class__` is their class: none of its own, and no other way to get attributes. */
export const TRAIT_CLASS = 2;
/** They can be raised. */
export const TRAIT_EXCEPTION = 4;
/** They are hashed by their identity, and equal to themselves alone, as far as they are asked. */
export const TRAIT_IDENTITY = 8;
/** `object.__new__` makes them, of the type's root shape with nothing in it, and nobody has to know of them. */
export const TRAIT_FRESH = 16;

/// They carry a value (see `CARRIER`), and these methods are those of the builtin type, which get nothing but the value:

/** `__getitem__`; of dicts `__missing__` may be there all the same. */
export const TRAIT_CARRIES_ITEMS = 32;
/** `__setitem__`. */
export const TRAIT_CARRIES_STORES = 64;
/** `__contains__`. */
export const TRAIT_CARRIES_SEARCH = 128;
/** `__len__` and `__bool__`. */
export const TRAIT_CARRIES_LENGTH = 256;
/** `__iter__`, and `__next__` of iterators. */
export const TRAIT_CARRIES_ITERATION = 512;
/** All comparisons, and `__hash__`. */
export const TRAIT_CARRIES_ORDER = 1024;
/** All binary operators, of either side. */
export const TRAIT_CARRIES_SUMS = 2048;

/** `__new__` and `__init__`, and nobody has to know of them: a call makes the value, and what carries it. */
export const TRAIT_MADE_OF_VALUE = 4096;
/** `T.__new__` makes them, and nobody has to know of them: for kernels. */
export const TRAIT_CARRIER = 8192;

/// Of exceptions, these methods are those of the builtin ones:

/** `__str__`, and that gives the text of the arguments. */
export const TRAIT_TEXT_OF_ARGUMENTS = 16384;
/** `__str__` of KeyError, which gives the `repr` of the only argument. */
export const TRAIT_TEXT_OF_KEY = 32768;
/** `__repr__`. */
export const TRAIT_NAME_OF_ARGUMENTS = 65536;

/** They carry a value (see above), and `get` is that of the builtin type. */
export const TRAIT_CARRIES_GET = 131072;

/** There is a `__call__`. */
export const TRAIT_CALLABLE = 262144;
/** `__hash__` is a function in Python. */
export const TRAIT_HASHED_BY_CODE = 524288;
/** They are equal to themselves alone, as far as they are asked, however they are hashed. */
export const TRAIT_EQUAL_ALONE = 1048576;

const CARRIED_METHODS: readonly (readonly [number, readonly string[]])[] = [
  [TRAIT_CARRIES_GET, ["get"]],
  [TRAIT_CARRIES_ITEMS, ["getitem"]],
  [TRAIT_CARRIES_STORES, ["setitem"]],
  [TRAIT_CARRIES_SEARCH, ["contains"]],
  [TRAIT_CARRIES_LENGTH, ["len", "bool"]],
  [TRAIT_CARRIES_ITERATION, ["iter", "next"]],
  [TRAIT_CARRIES_ORDER, [...COMPARISONS.map(([name]) => name), "hash"]],
  [TRAIT_MADE_OF_VALUE, ["new", "init"]],
  [TRAIT_CARRIES_SUMS, BINARY_OPERATORS.flatMap(([name]) => [name, `r${name}`])],
];

/** Traits of a type's instances, as bits; found out when they are asked for, and then in the type for kernels to read. */
export type Traits = (type: Address) => number;

export function createTraits({
  memory,
  shapes,
  types,
  attributes,
  name: intern,
}: UpToCalling & Pick<Protocols, "attributes">): Traits {
  const { i32 } = memory;
  const [bool, length, className, call] = ["__bool__", "__len__", "__class__", "__call__"].map(intern);
  const comparing = ["__eq__", "__ne__"].map(intern);
  const hash = intern("__hash__");

  const carriedMethods = CARRIED_METHODS.map(([trait, names]) => ({
    trait,
    names: names.map((name) => intern(name === "get" ? name : `__${name}__`)),
  }));

  function findCarried(type: Address): number {
    const { valueType, hasFinaliser, refinedWithDict } = types.record(type);
    const shape = i32[(type + TYPE_ROOT_SHAPE) >>> 2];
    if (valueType === NULL || shapes.isExact(shape) || shapes.layoutOf(shape) === 0) return 0;
    const isInherited = (name: Word): boolean => types.lookup(type, name) === types.lookup(valueType, name);
    const inherited = carriedMethods.reduce(
      (traits, { trait, names }) => (names.every(isInherited) ? traits | trait : traits),
      0,
    );
    const isMadeAlone = !hasFinaliser && !refinedWithDict;
    const isCalledPlainly = isMadeAlone && types.isCalledPlainly(type);
    return (isCalledPlainly ? inherited : inherited & ~TRAIT_MADE_OF_VALUE) | (isMadeAlone ? TRAIT_CARRIER : 0);
  }

  /** Those of builtin exceptions whose `__str__` is that of BaseException, though some have one of their own that does the same. */
  const namesOfTexts = ["BaseException", "NameError", "AttributeError"];

  function findTexts(type: Address): number {
    const methodOf = (name: string, of: Address): Word => types.lookup(of, intern(name));
    const text = methodOf("__str__", type);
    const isOfArguments = namesOfTexts.some((name) => text === methodOf("__str__", types.named(name)));
    const isOfKey = text === methodOf("__str__", types.named("KeyError"));
    const isRepr = methodOf("__repr__", type) === methodOf("__repr__", types.named("BaseException"));
    return (
      (isOfArguments ? TRAIT_TEXT_OF_ARGUMENTS : isOfKey ? TRAIT_TEXT_OF_KEY : 0) |
      (isRepr ? TRAIT_NAME_OF_ARGUMENTS : 0)
    );
  }

  const isFunction = (word: Word): boolean => word !== NULL && shapeIdOf(memory, word) === SHAPE_FUNCTION;

  function find(type: Address): number {
    const isTrue = [bool, length].every((name) => types.lookup(type, name) === NULL);
    const isClass = types.lookup(type, className) === types.lookup(types.object, className) && attributes.isPlain(type);
    const { kind, abstractMethods, hasFinaliser, valueType } = types.record(type);
    const isException = kind === "exception";
    const isFresh = kind === "instance" && valueType === NULL && abstractMethods.length === 0 && !hasFinaliser;
    const isOfObject = (name: Word): boolean => types.lookup(type, name) === types.lookup(types.object, name);
    const isEqualAlone = comparing.every(isOfObject);
    return (
      (isTrue ? TRAIT_TRUE : 0) |
      (isClass ? TRAIT_CLASS : 0) |
      (isException ? TRAIT_EXCEPTION : 0) |
      (isEqualAlone ? TRAIT_EQUAL_ALONE : 0) |
      (isEqualAlone && isOfObject(hash) ? TRAIT_IDENTITY : 0) |
      (isFresh ? TRAIT_FRESH : 0) |
      (types.lookup(type, call) === NULL ? 0 : TRAIT_CALLABLE) |
      (isFunction(types.lookup(type, hash)) ? TRAIT_HASHED_BY_CODE : 0) |
      (isException ? findTexts(type) : 0) |
      findCarried(type)
    );
  }

  return (type) => {
    const version = i32[(type + TYPE_VERSION) >>> 2];
    if (i32[(type + TYPE_TRAITS_VERSION) >>> 2] !== version) {
      i32[(type + TYPE_TRAITS) >>> 2] = find(type);
      i32[(type + TYPE_TRAITS_VERSION) >>> 2] = version;
    }
    return i32[(type + TYPE_TRAITS) >>> 2];
  };
}
