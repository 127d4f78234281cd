/// Attributes where ever new types have been met: looked up by helpers, which take objects of any shape. Slower than a
/// guard and a load, but nothing fails.

import { type Address, isSmall, NONE, NULL, type Word } from "@hotpy/memory";
import {
  ANYTHING,
  ARRAY_ITEMS,
  FIRST_DYNAMIC_SHAPE,
  INSTANCE_OVERFLOW,
  INSTANCE_SLOTS,
  SHAPE_FUNCTION,
  shapeIdOf,
  TYPE_ROOT_SHAPE,
  TYPE_VERSION,
} from "@hotpy/object-model";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";

/** Names of helpers; they ask for a retry where more than a look-up is needed. */
export interface GenericAttributes {
  /** `(object, name) -> value` of an attribute of the instance. */
  get(): string;
  /** `(object, name) -> function` found on the type, to be called with the object first. */
  method(): string;
  /** `(object, name, value)`. */
  set(): string;
  /** `(type) -> instance`, of a class whose `__new__` is object's. */
  instance(): string;
  /** `(type) -> function`: its `__init__`. */
  initialiser(): string;
}

/** What a name means on objects of a shape, while the version of their type is this. */
interface Meaning {
  readonly shape: number;
  readonly name: Word;
  readonly version: number;
  /** Word index of the type's version. */
  readonly versionAt: number;
  /** Position among the attributes of the instance, or -1, and how many of them lie in the instance itself. */
  readonly slot: number;
  readonly inline: number;
  /** The type has a function of this name. The function itself may move, so it is not kept. */
  readonly isMethod: boolean;
  /** Assigning it runs no code. */
  readonly isAssignable: boolean;
}

/** A power of two. */
const CACHE_SIZE = 1024;

export function createGenericAttributes(language: Language): GenericAttributes {
  const { memory, heap, shapes, types, attributes, objects, name: intern } = language;
  const { i32 } = memory;
  const { descriptors, instances } = attributes;
  const helpers = new Helpers(language);
  const meanings: (Meaning | undefined)[] = new Array(CACHE_SIZE).fill(undefined);
  const isInherited = (type: Address, name: string): boolean =>
    types.lookup(type, intern(name)) === types.lookup(types.object, intern(name));

  function meaningOf(object: Word, name: Word): Meaning | undefined {
    if (isSmall(object) || object === NULL) return undefined;
    const shape = shapeIdOf(memory, object);
    const place = (shape + (name >>> 3)) & (CACHE_SIZE - 1);
    const known = meanings[place];
    if (known !== undefined && known.shape === shape && known.name === name && known.version === i32[known.versionAt])
      return known;
    if (shape < FIRST_DYNAMIC_SHAPE || instances.isDictShape(shape)) return undefined;
    return (meanings[place] = find(shape, name));
  }

  function find(shape: number, name: Word): Meaning {
    const type: Address = i32[shapes.record(shape) >>> 2];
    const versionAt = (type + TYPE_VERSION) >>> 2;
    const found = types.lookup(type, name);
    const isPlain = types.record(type).kind === "instance" && (found === NULL || !descriptors.isData(found));
    const isReadable =
      isPlain && isInherited(type, "__getattribute__") && types.lookup(type, intern("__getattr__")) === NULL;
    const slot = isReadable ? shapes.slotOf(shape, name) : -1;
    const isMethod =
      isReadable && slot < 0 && found !== NULL && !isSmall(found) && shapeIdOf(memory, found) === SHAPE_FUNCTION;
    return {
      shape,
      name,
      version: i32[versionAt],
      versionAt,
      slot,
      inline: shapes.inlineSlots(shape),
      isMethod,
      isAssignable: isPlain && isInherited(type, "__setattr__"),
    };
  }

  function method(object: Word, name: Word): Word {
    return meaningOf(object, name)?.isMethod === true ? types.lookup(types.typeOf(object), name) : NULL;
  }

  function get(object: Word, name: Word): Word {
    const meaning = meaningOf(object, name);
    if (meaning === undefined || meaning.slot < 0) return NULL;
    const { slot, inline } = meaning;
    if (slot < inline) return i32[((object + INSTANCE_SLOTS) >>> 2) + slot];
    return i32[((i32[(object + INSTANCE_OVERFLOW) >>> 2] + ARRAY_ITEMS) >>> 2) + slot - inline];
  }

  function set(object: Word, name: Word, value: Word): Word {
    const meaning = meaningOf(object, name);
    if (meaning?.isAssignable !== true) return NULL;
    const { slot, inline } = meaning;
    if (slot >= 0 && slot < inline) heap.storeWord(object, INSTANCE_SLOTS + 4 * slot, value);
    else instances.set(object, name, value);
    return NONE;
  }

  /** A class whose instances need nothing but memory. */
  const isPlainClass = (type: Address): boolean => {
    const { kind, isClass } = types.record(type);
    return kind === "instance" && isClass && types.typeOf(type) === types.type && isInherited(type, "__new__");
  };

  const newInstance = (type: Address): Word =>
    isPlainClass(type) && !types.record(type).hasFinaliser ? objects.object(i32[(type + TYPE_ROOT_SHAPE) >>> 2]) : NULL;

  function initialiser(type: Address): Word {
    const found = types.lookup(type, intern("__init__"));
    return found !== NULL && shapeIdOf(memory, found) === SHAPE_FUNCTION ? found : NULL;
  }

  return {
    get: () => helpers.define("attribute.get", "word word -> word", { quiet: true, reads: [ANYTHING] }, get),
    method: () => helpers.define("attribute.method", "word word -> word", { quiet: true, reads: [ANYTHING] }, method),
    set: () =>
      helpers.define(
        "attribute.set",
        "word word word -> word",
        { quiet: true, reads: [ANYTHING], writes: [ANYTHING] },
        set,
      ),
    instance: () => helpers.define("type.instance", "word -> word", { quiet: true }, newInstance),
    initialiser: () =>
      helpers.define("type.initialiser", "word -> word", { quiet: true, reads: [ANYTHING] }, initialiser),
  };
}
