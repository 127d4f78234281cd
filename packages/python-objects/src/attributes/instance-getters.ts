import { NONE, NULL, type Word } from "@hotpy/memory";
import { SHAPE_DICT, SHAPE_TYPE, shapeIdOf } from "@hotpy/object-model";
import type { UpToCalling } from "../context.js";
import type { GetterDefinition } from "../natives.js";
import type { Instances } from "./instances.js";

/** What a type has whose objects hold attributes of their own, or may be referred to weakly: a class, where none of its bases has it. */
export interface InstanceGetters {
  /** `__dict__`, of a builtin type. */
  readonly dict: GetterDefinition;
  /** `__dict__`, of a class: it can be deleted, and is empty then. */
  readonly classDict: GetterDefinition;
  /** `__weakref__`: the first weak reference to the object, or None. */
  readonly weakReference: GetterDefinition;
}

export function createInstanceGetters(
  { memory, shapes, types, dicts, exceptions, weakReferences, pythonKernel, name: intern }: UpToCalling,
  instances: Instances,
  missing: (object: Word, name: Word) => Word,
  ofType: (type: Word, name: Word) => Word,
): InstanceGetters {
  /** A class of a class may have `__dict__` from a base that is none; its instances have that of types all the same. */
  const isType = (self: Word): boolean => (self & 1) === 0 && shapeIdOf(memory, self) === SHAPE_TYPE;
  const hasNone = (self: Word): Word => missing(self, intern("__dict__"));

  const dict: GetterDefinition = {
    name: "__dict__",
    receives: "self",
    kernel: pythonKernel.instanceDict,
    get(self) {
      if (isType(self)) return ofType(self, intern("__dict__"));
      const own = instances.dictOf(self) || (instances.hasDict(self) ? instances.toDict(self) : hasNone(self));
      // `self.__dict__ = self` in a class of dicts.
      return own !== NULL && shapes.valueOf(self) === own ? self : own;
    },
    set(self, value) {
      if (isType(self))
        return exceptions.raise("AttributeError", "attribute '__dict__' of 'type' objects is not writable") !== NULL;
      if (!instances.hasDict(self)) return hasNone(self) !== NULL;
      // Of a dict of another class attributes use what it holds, whatever its methods do.
      const dict = value === NULL ? NULL : shapes.valueOf(value);
      if (dict !== NULL && (dict & 1) === 0 && shapeIdOf(memory, dict) === SHAPE_DICT) {
        instances.setDict(self, dict);
        return true;
      }
      const message =
        value === NULL
          ? "cannot delete __dict__"
          : `__dict__ must be set to a dictionary, not a '${types.shownNameOf(types.typeOf(value))}'`;
      exceptions.raise("TypeError", message);
      return false;
    },
  };
  const { set } = dict;
  const classDict: GetterDefinition = {
    ...dict,
    doc: "dictionary for instance variables (if defined)",
    set: (self, value) => set?.(self, value === NULL ? dicts.create() : value) === true,
  };
  const weakReference: GetterDefinition = {
    name: "__weakref__",
    receives: "self",
    doc: "list of weak references to the object (if defined)",
    get: (self) => weakReferences.owners(self)[0] ?? NONE,
  };
  return { dict, classDict, weakReference };
}
