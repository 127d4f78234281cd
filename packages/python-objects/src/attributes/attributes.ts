import { type Address, NONE, NULL, TRUE, type Word } from "@hotpy/memory";
import { METHOD_FUNCTION, SHAPE_METHOD, SHAPE_TYPE, TYPE_HOST, TYPE_VERSION } from "@hotpy/object-model";
import type { UpToCalling } from "../context.js";
import { RESUME } from "../natives.js";
import { createDescriptors, type Descriptors, SUPER_AFTER, SUPER_OBJECT, SUPER_TYPE, WRAPPED } from "./descriptors.js";
import { createInstanceGetters, type InstanceGetters } from "./instance-getters.js";
import { createInstances, type Instances } from "./instances.js";
import { createMissingMessages } from "./missing-messages.js";

/** Attributes, by Python's rules. Names are interned. Results are those of protocol operations. */
export interface Attributes {
  readonly descriptors: Descriptors;
  readonly instances: Instances;
  readonly instanceGetters: InstanceGetters;
  /** Whether getting attributes of objects of the type is what {@link find} does, with no method of a class to be asked. */
  isPlain(type: Address): boolean;
  get(object: Word, name: Word): Word;
  /** As `get`, but NULL with nothing pending where there is none. User code that raises AttributeError is seen by the caller. */
  find(object: Word, name: Word): Word;
  /** `value` NULL deletes. A word (to be dropped) on success. */
  set(object: Word, name: Word, value: Word): Word;
  /** The continuation of a call of `__getattr__`, which keeps the object and the name. */
  readonly afterGetattr: number;
  /** What `__getattribute__` of `object` does. */
  getGeneric(object: Word, name: Word): Word;
  setGeneric(object: Word, name: Word, value: Word): Word;
  /** What a `super` object finds behind its class; NULL: nothing, or raised. */
  findAfter(object: Word, name: Word): Word;
  /** Binds a special method found on the type of `self`. */
  bindSpecial(found: Word, self: Word): Word;
  /** `__new__` as it is found on a class: what a staticmethod wraps, a classmethod bound to the class, or the word itself. */
  bindNew(found: Word, type: Address): Word;
  /** Raises AttributeError for an object without the attribute. */
  missing(object: Word, name: Word): typeof NULL;
}

export function createAttributes(context: UpToCalling): Attributes {
  const { memory, types, exceptions, strings, calls, reentry, continuations, modules, name: intern } = context;
  const { i32 } = memory;
  const instances = createInstances(context);
  const descriptors = createDescriptors(context, instances);
  const getattributeName = intern("__getattribute__");
  const getattrName = intern("__getattr__");
  const setattrName = intern("__setattr__");
  const delattrName = intern("__delattr__");
  const delName = intern("__del__");
  const nameName = intern("name");
  const objName = intern("obj");
  const specName = intern("__spec__");
  const initializingName = intern("_initializing");
  /** What does the same as this file: the methods of `object`, and of `type` for classes. */
  const genericSetters: Word[] = [];
  const genericDeleters: Word[] = [];
  let objectGetattribute = NULL;

  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
  const field = (object: Address, offset: number): Word => i32[(object + offset) >>> 2];

  /** Whether a module's body still runs, as its spec says. */
  function isUnfinished(module: Word): boolean {
    const spec = instances.get(module, specName);
    return spec !== NULL && instances.hasOwn(spec) && instances.get(spec, initializingName) === TRUE;
  }

  const messageFor = createMissingMessages(context);

  /** What an AttributeError says. */
  function missingMessage(object: Word, name: Word): Word | string {
    const shape = shapeOf(object);
    if (shape === SHAPE_TYPE)
      return `type object '${types.shownNameOf(object)}' has no attribute '${strings.toJS(name)}'`;
    if (modules.isModule(object)) return modules.missingAttribute(object, strings.toJS(name), isUnfinished(object));
    return messageFor(shape === descriptors.superShape ? types.named("super") : types.typeOf(object), name);
  }

  const missing = (object: Word, name: Word): typeof NULL =>
    exceptions.raiseWithAttributes("AttributeError", missingMessage(object, name), { name, obj: object });

  /** Attribute of a type: its metatype's data descriptors, its own and inherited attributes, its metatype's others. */
  function findOnType(type: Address, name: Word): Word {
    const meta = types.typeOf(type);
    const onMeta = types.lookup(meta, name);
    if (onMeta !== NULL && descriptors.isReadFirst(onMeta)) return descriptors.get(onMeta, type, meta);
    const own = types.lookup(type, name);
    if (own !== NULL) return descriptors.get(own, NULL, type);
    return onMeta === NULL ? NULL : descriptors.get(onMeta, type, meta);
  }

  const className = intern("__class__");
  const superType = (): Address => types.named("super");

  function findAfter(object: Word, name: Word): Word {
    const bound = field(object, SUPER_OBJECT);
    const type = field(object, SUPER_TYPE);
    if (bound === NONE || name === className) return NULL;
    const found = types.lookupAfter(type, field(object, SUPER_AFTER), name);
    return found === NULL ? NULL : descriptors.get(found, bound === type ? NULL : bound, type);
  }

  function findOnSuper(object: Word, name: Word): Word {
    const found = findAfter(object, name);
    if (found !== NULL || exceptions.pending() !== NULL) return found;
    if (name === className) return superType();
    const own = types.lookup(superType(), name);
    return own === NULL ? NULL : descriptors.get(own, object, superType());
  }

  function find(object: Word, name: Word): Word {
    const shape = shapeOf(object);
    if (shape === SHAPE_TYPE) return findOnType(object, name);
    if (shape === descriptors.superShape) return findOnSuper(object, name);
    const type = types.typeOf(object);
    const found = types.lookup(type, name);
    if (found !== NULL && descriptors.isReadFirst(found)) return descriptors.get(found, object, type);
    const own = instances.get(object, name);
    if (own !== NULL) return own;
    // A bound method has the attributes of its function.
    if (found === NULL && shape === SHAPE_METHOD) return get(field(object, METHOD_FUNCTION), name);
    return found === NULL ? NULL : descriptors.get(found, object, type);
  }

  /** An AttributeError that user code for an attribute has raised is told the name and the object, if it knows neither. */
  const toldWhat = continuations.define(2, (result, state) => {
    if (result !== NULL || !exceptions.pendingIs("AttributeError")) return result;
    const exception = exceptions.pending();
    if (exceptions.member(exception, nameName) === NULL && exceptions.member(exception, objName) === NULL) {
      exceptions.setMember(exception, nameName, i32[state + 1]);
      exceptions.setMember(exception, objName, i32[state]);
    }
    return NULL;
  });

  /** Calls a method for an attribute. */
  function ask(method: Word, object: Word, name: Word): Word {
    continuations.push(toldWhat, object, name);
    const result = calls.invokeBound(method, object, name);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** Where user code for an attribute raises AttributeError, `__getattr__` is asked. */
  const orGetattr = continuations.define(2, (result, state) => {
    if (result !== NULL || !exceptions.pendingIs("AttributeError")) return result;
    const object = i32[state];
    const name = i32[state + 1];
    exceptions.clearPending();
    return ask(types.lookup(types.typeOf(object), getattrName), object, name);
  });

  function getGeneric(object: Word, name: Word): Word {
    const result = find(object, name);
    if (result !== NULL || exceptions.pending() !== NULL) return result;
    const getattr = modules.isModule(object) ? modules.getattrOf(object) : NULL;
    return getattr === NULL ? missing(object, name) : calls.invokeWith(getattr, name);
  }

  /** By the type's number: its version when it was found to have no methods that make getting or setting attributes special. */
  const plainGet: number[] = [];
  const plainSet: number[] = [];

  /** Whether objects of the type are asked for attributes by {@link getGeneric} alone. */
  function isPlain(type: Address): boolean {
    const host = field(type, TYPE_HOST);
    const version = field(type, TYPE_VERSION);
    if (plainGet[host] === version) return true;
    if (types.lookup(type, getattrName) !== NULL) return false;
    // The method of super itself is what {@link find} does.
    if (type !== superType()) {
      if (objectGetattribute === NULL) objectGetattribute = types.lookup(types.object, getattributeName);
      if (types.lookup(type, getattributeName) !== objectGetattribute) return false;
    }
    plainGet[host] = version;
    return true;
  }

  function get(object: Word, name: Word): Word {
    const type = types.typeOf(object);
    if (isPlain(type)) return getGeneric(object, name);
    if (objectGetattribute === NULL) objectGetattribute = types.lookup(types.object, getattributeName);
    const custom = types.lookup(type, getattributeName);
    const getattr = types.lookup(type, getattrName);
    if (getattr === NULL) return ask(custom, object, name);
    continuations.push(orGetattr, object, name);
    const result = custom === objectGetattribute ? getGeneric(object, name) : calls.invokeBound(custom, object, name);
    return result === RESUME ? RESUME : continuations.finish(result);
  }

  /** What cannot be set or deleted is told without the object and the name, and of modules as of others. */
  const cannotSet = (type: Address, name: Word): typeof NULL =>
    exceptions.raiseWithAttributes("AttributeError", messageFor(type, name), {});

  function setGeneric(object: Word, name: Word, value: Word): Word {
    if (shapeOf(object) === SHAPE_TYPE) return setOnType(object, name, value);
    const type = types.typeOf(object);
    const found = types.lookup(type, name);
    if (found !== NULL) {
      const result = descriptors.set(found, object, value, strings.toJS(name));
      if (result !== undefined) return result;
    }
    if (instances.hasDict(object) || (shapeOf(found) === descriptors.memberShape && instances.hasOwn(object))) {
      if (value !== NULL) instances.set(object, name, value);
      else if (!instances.delete(object, name))
        return shapeOf(found) === descriptors.memberShape
          ? exceptions.raise("AttributeError", strings.toJS(name))
          : cannotSet(type, name);
      return NONE;
    }
    if (found === NULL) return cannotSet(type, name);
    return exceptions.raise(
      "AttributeError",
      `'${types.shownNameOf(type)}' object attribute '${strings.toJS(name)}' is read-only`,
    );
  }

  function setOnType(type: Address, name: Word, value: Word): Word {
    const { isClass, hasFinaliser } = types.record(type);
    const text = strings.toJS(name);
    if (!isClass)
      return exceptions.raise(
        "TypeError",
        `cannot set '${text}' attribute of immutable type '${types.shownNameOf(type)}'`,
      );
    const onMeta = types.lookup(types.typeOf(type), name);
    if (onMeta !== NULL) {
      const result = descriptors.set(onMeta, type, value, text);
      if (result !== undefined) return result;
    }
    // The instances that there are already are looked for in memory, where not all is while a trace runs.
    if (name === delName && !hasFinaliser && !reentry.isAllowed()) return reentry.refuse();
    if (types.setAttribute(type, name, value)) return NONE;
    return exceptions.raise("AttributeError", `type object '${types.nameOf(type)}' has no attribute '${text}'`);
  }

  function set(object: Word, name: Word, value: Word): Word {
    const type = types.typeOf(object);
    const host = field(type, TYPE_HOST);
    const version = field(type, TYPE_VERSION);
    if (plainSet[host] === version) return setGeneric(object, name, value);
    if (genericSetters.length === 0)
      for (const each of [types.object, types.type]) {
        genericSetters.push(types.lookup(each, setattrName));
        genericDeleters.push(types.lookup(each, delattrName));
      }
    const ownSet = types.lookup(type, setattrName);
    const ownDelete = types.lookup(type, delattrName);
    if (!types.record(type).isClass || (genericSetters.includes(ownSet) && genericDeleters.includes(ownDelete))) {
      plainSet[host] = version;
      return setGeneric(object, name, value);
    }
    const custom = value === NULL ? ownDelete : ownSet;
    if (genericSetters.includes(custom) || genericDeleters.includes(custom)) return setGeneric(object, name, value);
    return value === NULL ? calls.invokeBound(custom, object, name) : calls.invokeBound(custom, object, name, value);
  }

  return {
    descriptors,
    instances,
    afterGetattr: toldWhat,
    instanceGetters: createInstanceGetters(context, instances, missing, (type, name) =>
      descriptors.getterOf(types.lookup(types.type, name)).get(type),
    ),
    isPlain,
    get,
    find,
    set,
    getGeneric,
    setGeneric,
    findAfter,
    missing,
    bindSpecial(found, self) {
      return descriptors.isMethod(found) ? found : descriptors.get(found, self, types.typeOf(self));
    },
    bindNew(found, type) {
      if (shapeOf(found) === descriptors.staticMethodShape) return field(found, WRAPPED);
      return shapeOf(found) === descriptors.classMethodShape ? descriptors.get(found, NULL, type) : found;
    },
  };
}
