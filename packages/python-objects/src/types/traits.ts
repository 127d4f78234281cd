import { type Address, NULL } from "@hotpy/memory";
import { TYPE_TRAITS, TYPE_TRAITS_VERSION, TYPE_VERSION } from "@hotpy/object-model";
import type { Protocols, UpToCalling } from "../context.js";

/// What kernels and the loop may take for granted of instances of a type, until the type changes.

/** They are true: there is neither `__bool__` nor `__len__`. */
export const TRAIT_TRUE = 1;
/** `__class__` is their class: none of its own, and no other way to get attributes. */
export const TRAIT_CLASS = 2;
/** They can be raised. */
export const TRAIT_EXCEPTION = 4;
/** They are equal to themselves alone, as far as they are asked, and hashed by their identity. */
export const TRAIT_IDENTITY = 8;
/** `object.__new__` makes them, of the type's root shape with nothing in it, and nobody has to know of them. */
export const TRAIT_FRESH = 16;

/** Traits of a type's instances, as bits; found out when they are asked for, and then in the type for kernels to read. */
export type Traits = (type: Address) => number;

export function createTraits({
  memory,
  types,
  attributes,
  name: intern,
}: UpToCalling & Pick<Protocols, "attributes">): Traits {
  const { i32 } = memory;
  const [bool, length, className] = ["__bool__", "__len__", "__class__"].map(intern);
  const byIdentity = ["__eq__", "__ne__", "__hash__"].map(intern);

  function find(type: Address): number {
    const isTrue = [bool, length].every((name) => types.lookup(type, name) === NULL);
    const isClass = types.lookup(type, className) === types.lookup(types.object, className) && attributes.isPlain(type);
    const { kind, abstractMethods, hasFinaliser } = types.record(type);
    const isException = kind === "exception";
    const isFresh = kind === "instance" && abstractMethods.length === 0 && !hasFinaliser;
    const isIdentity = byIdentity.every((name) => types.lookup(type, name) === types.lookup(types.object, name));
    return (
      (isTrue ? TRAIT_TRUE : 0) |
      (isClass ? TRAIT_CLASS : 0) |
      (isException ? TRAIT_EXCEPTION : 0) |
      (isIdentity ? TRAIT_IDENTITY : 0) |
      (isFresh ? TRAIT_FRESH : 0)
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
