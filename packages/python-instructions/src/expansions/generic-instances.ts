/// Instances of ever other classes: made by helpers, which take any class. Slower than with the class pinned, but nothing fails.

import { type Address, NULL, type Word } from "@hotpy/memory";
import { ANYTHING, SHAPE_FUNCTION, shapeIdOf, TYPE_ROOT_SHAPE } from "@hotpy/object-model";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";

/** Names of helpers; they ask for a retry where more is needed. */
export interface GenericInstances {
  /** `(type) -> instance`, of a class whose `__new__` is object's. */
  instance(): string;
  /** `(type) -> function`: its `__init__`. */
  initialiser(): string;
}

export function createGenericInstances(language: Language): GenericInstances {
  const { memory, types, objects, name: intern } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);
  const isInherited = (type: Address, name: string): boolean =>
    types.lookup(type, intern(name)) === types.lookup(types.object, intern(name));

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
    instance: () => helpers.define("type.instance", "word -> word", { quiet: true }, newInstance),
    initialiser: () =>
      helpers.define("type.initialiser", "word -> word", { quiet: true, reads: [ANYTHING] }, initialiser),
  };
}
