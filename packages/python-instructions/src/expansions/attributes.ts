/// Attributes: of instances by shape, of types and modules as constants under a watch.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { type Address, isSmall, NULL, tagSmall, type Word } from "@hotpy/memory";
import {
  ANYTHING,
  CODE_ARGUMENTS,
  CODE_FLAGS,
  FIRST_DYNAMIC_SHAPE,
  INSTANCE,
  isNativeShape,
  MODULE_DICT,
  NATIVE_INDEX,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  OVERFLOW_ARRAY,
  SHAPE_ALIAS,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  SHAPE_MODULE,
  SHAPE_TYPE,
  shapeIdOf,
  slotAt,
  wordAt,
} from "@hotpy/object-model";
import { CODE_PLAIN, PROPERTY_GET, PROPERTY_SET, WRAPPED } from "@hotpy/python-objects";
import { createDictExpansions } from "./dicts.js";
import { boundMethod, genericAttributes } from "./generic-attributes.js";
import { ANY_EFFECTS, Helpers } from "./helpers.js";
import { type Language, nameAt } from "./language.js";
import { callUnder } from "./operator-methods.js";
import { createRaising, raisedBy } from "./raising.js";
import { findBySuper } from "./super.js";
import { instanceTypeOf, typeOf } from "./types.js";

/** What `load_method` leaves instead of a function where there is nothing to bind. */
const NOT_A_METHOD = tagSmall(0);

/** What a name means on an object. */
type Found<V> =
  /** The attribute itself. */
  | { readonly kind: "value"; readonly value: V }
  /** A function or native found on the type: to be bound, or called with the object first. */
  | { readonly kind: "method"; readonly method: Word }
  /** A property: its getter is to be called. */
  | { readonly kind: "property"; readonly getter: Word }
  /** A descriptor: its `__get__`, written in Python, is to be called with the object and its class. */
  | { readonly kind: "descriptor"; readonly getter: Word; readonly descriptor: Word; readonly type: Address }
  /** Nothing: `__getattr__`, written in Python, is to be called. */
  | { readonly kind: "missing"; readonly getattr: Word }
  /** Nothing: AttributeError is to be raised. */
  | { readonly kind: "absent" };

export function attributeExpansions(language: Language): Record<string, Expansion> {
  const { memory, codes, shapes, types, attributes, dicts, subscripts, name: intern } = language;
  const { i32 } = memory;
  const { descriptors } = attributes;
  const helpers = new Helpers(language);
  const generic = genericAttributes(language);
  const raising = createRaising(language);
  const inDict = createDictExpansions(language);
  const shapeOf = (word: Word): number => (isSmall(word) ? 0 : shapeIdOf(memory, word));
  const objectMethod = (name: string): Word => types.lookup(types.object, intern(name));

  /** Whether attribute access on the type is left to its own methods. */
  const isCustom = (type: Address, names: readonly string[]): boolean =>
    types.record(type).isClass && names.some((name) => types.lookup(type, intern(name)) !== objectMethod(name));

  const holdsAttributes = (type: Address, shape: number): boolean =>
    shape >= FIRST_DYNAMIC_SHAPE && types.record(type).kind !== "builtin";

  function find<V>(m: CoreMachine<V>, object: V, name: Word): Found<V> {
    const shape = m.shapeOf(object);
    if (shape === SHAPE_TYPE) return findOnType(m, m.wordOf(object), name);
    if (shape === SHAPE_MODULE) return findInModule(m, m.wordOf(object), name);
    if (shape === descriptors.superShape) return m.decline("super");
    const { instances } = attributes;
    if (instances.keepsDict(shape)) return { kind: "value", value: getByHelper(m, object, name) };
    const type = typeOf(m, language, object);
    if (isCustom(type, ["__getattribute__"])) m.decline("an attribute by a method");
    const getattr = types.lookup(type, intern("__getattr__"));
    const result = findOnInstance(m, object, shape, type, name, getattr);
    // What code of the program raises there may be an AttributeError, for which `__getattr__` is asked.
    const runsCode = result.kind === "property" || result.kind === "descriptor";
    return runsCode && getattr !== NULL ? m.decline("a descriptor beside __getattr__") : result;
  }

  function findOnInstance<V>(
    m: CoreMachine<V>,
    object: V,
    shape: number,
    type: Address,
    name: Word,
    getattr: Word,
  ): Found<V> {
    const { instances } = attributes;
    const found = types.lookup(type, name);
    if (found !== NULL && descriptors.isData(found)) {
      // The shape tells the class; setting it gives another shape.
      if (found === objectMethod("__class__")) return { kind: "value", value: m.word(type) };
      if (shapeOf(found) !== descriptors.propertyShape)
        return (
          byDescriptor(m, found, type) ?? {
            kind: "value",
            value: getByKernel(m, object, found) ?? getByHelper(m, object, name),
          }
        );
      return { kind: "property", getter: i32[(found + PROPERTY_GET) >>> 2] };
    }
    if (holdsAttributes(type, shape)) {
      const position = shapes.slotOf(shape, name);
      if (position >= 0) {
        const value = loadSlot(m, object, shape, position);
        // Attributes of instances are never empty; the hidden ones of exceptions, and those beside a dict, may be.
        const isNeverEmpty = types.record(type).kind === "instance" && !instances.isDictShape(shape);
        if (isNeverEmpty || !m.isNull(value)) return { kind: "value", value };
      }
    }
    const isMember = found !== NULL && shapeOf(found) === descriptors.memberShape;
    if (instances.isDictShape(shape) && !isMember) {
      const value = inDict.get(m, dictOf(m, object), m.word(name));
      if (value !== undefined) return { kind: "value", value };
    }
    // Functions have attributes of their own.
    if (found === NULL && !types.record(type).isClass) {
      const value = m.attempt("call_leaf", [object, m.word(name)], getOwn());
      return value === undefined ? { kind: "absent" } : { kind: "value", value };
    }
    if (found === NULL && shapeOf(getattr) === SHAPE_FUNCTION) return { kind: "missing", getattr };
    if (found === NULL && getattr === NULL) return { kind: "absent" };
    if (found === NULL || isMember) return m.decline("no such attribute");
    return bound(m, found, type);
  }

  /** The dict of an instance whose shape says that it has one. */
  function dictOf<V>(m: CoreMachine<V>, object: V): V {
    const dict = m.op("load_word", [object], INSTANCE.overflow);
    return m.shapeOf(dict) === SHAPE_DICT ? dict : m.decline("a dict of another kind");
  }

  /** What a descriptor whose class is written in Python has to say; undefined: it is another one. */
  function byDescriptor<V>(m: CoreMachine<V>, found: Word, type: Address): Found<V> | undefined {
    const own = types.typeOf(found);
    const getter = types.record(own).isClass ? types.lookup(own, intern("__get__")) : NULL;
    if (shapeOf(getter) !== SHAPE_FUNCTION) return undefined;
    instanceTypeOf(m, language, shapeOf(found));
    return { kind: "descriptor", getter, descriptor: found, type };
  }

  function bound<V>(m: CoreMachine<V>, found: Word, type: Address): Found<V> {
    const shape = shapeOf(found);
    if (descriptors.isMethod(found)) return { kind: "method", method: found };
    if (isNativeShape(shape)) return { kind: "value", value: m.word(found) };
    if (shape === descriptors.staticMethodShape) return { kind: "value", value: m.word(i32[(found + WRAPPED) >>> 2]) };
    if (shape === descriptors.classMethodShape || shape === descriptors.nativeClassMethodShape) {
      const wrapped = i32[(found + WRAPPED) >>> 2];
      if (!descriptors.isMethod(wrapped)) return m.decline("a class method of another kind");
      return { kind: "value", value: newMethod(m, wrapped, m.word(type)) };
    }
    if (shape === SHAPE_METHOD || shape === 0) return { kind: "value", value: m.word(found) };
    if (shape === descriptors.superShape) return m.decline("super() as a descriptor");
    if (shape === descriptors.documentationShape) return m.decline("the documentation of a builtin type");
    const own = types.typeOf(found);
    if (types.record(own).isClass) {
      instanceTypeOf(m, language, shape);
      if (types.lookup(own, intern("__get__")) !== NULL)
        return byDescriptor(m, found, type) ?? m.decline("a descriptor");
    }
    return { kind: "value", value: m.word(found) };
  }

  function findOnType<V>(m: CoreMachine<V>, type: Address, name: Word): Found<V> {
    const meta = types.typeOf(type);
    const onMeta = types.lookup(meta, name);
    if (meta !== types.type) {
      const getattribute = intern("__getattribute__");
      const isUsual = types.lookup(meta, getattribute) === types.lookup(types.type, getattribute);
      // What the metaclass has goes before what the class has if it is a data descriptor.
      const goesFirst = onMeta !== NULL && onMeta !== types.lookup(types.type, name) && descriptors.isData(onMeta);
      if (!isUsual || goesFirst) return m.decline("a metaclass");
      m.watch(meta);
    }
    m.watch(type);
    if (onMeta !== NULL && descriptors.isData(onMeta))
      return {
        kind: "value",
        value: name === intern("__name__") ? m.word(intern(types.nameOf(type))) : getByHelper(m, m.word(type), name),
      };
    const found = types.lookup(type, name);
    if (found === NULL) return m.decline("no such attribute");
    const shape = shapeOf(found);
    // Functions and the like are not bound on the type itself.
    if (shape === SHAPE_FUNCTION || isNativeShape(shape) || shape === descriptors.propertyShape)
      return { kind: "value", value: m.word(found) };
    if (descriptors.isData(found)) return { kind: "value", value: getByHelper(m, m.word(type), name) };
    const value = bound(m, found, type);
    return value.kind === "descriptor" ? m.decline("a descriptor of a class") : value;
  }

  const getOwn = (): string =>
    helpers.define("attribute.own", "word word -> word", { reads: [ANYTHING] }, attributes.get);

  /** Raises what is said of an attribute that is not there: it is looked for once more. */
  function raiseAbsent<V>(m: CoreMachine<V>, object: V, name: Word): void {
    const failure = helpers.define(
      "attribute.failure",
      "word word -> word",
      { reads: [ANYTHING] },
      raisedBy(language, attributes.get),
    );
    const exception = m.leaf(failure, [object, m.word(name)]);
    m.shapeOf(exception);
    raising.raise(m, exception);
  }

  /** An attribute that TypeScript computes. */
  function getByHelper<V>(m: CoreMachine<V>, object: V, name: Word): V {
    const helper = helpers.define("attribute.get", "word word -> word", ANY_EFFECTS, attributes.get);
    return m.leaf(helper, [object, m.word(name)]);
  }

  /** What a builtin type's getter gives, where a kernel has a function for it. */
  function getByKernel<V>(m: CoreMachine<V>, object: V, getter: Word): V | undefined {
    const kernel = descriptors.isGetter(getter) ? descriptors.getterOf(getter).kernel : undefined;
    if (kernel === undefined) return undefined;
    // Getters of builtin types neither move nor die.
    const helper = helpers.define(`getter.${getter}`, "word -> word", { reads: [ANYTHING], kernel }, (self: Word) =>
      descriptors.get(getter, self, types.typeOf(self)),
    );
    return m.leaf(helper, [object]);
  }

  /** Sets an attribute by a property, or by a descriptor whose class is written in Python. */
  function setByDescriptor<V>(m: CoreMachine<V>, found: Word, object: V, value: V): void {
    const { afterSet } = subscripts;
    if (shapeOf(found) === descriptors.propertyShape) {
      const setter = i32[(found + PROPERTY_SET) >>> 2];
      if (shapeOf(setter) !== SHAPE_FUNCTION) return m.decline("a setter of another kind");
      return callUnder(m, language, setter, [object, value], afterSet);
    }
    const own = types.typeOf(found);
    const method = types.record(own).isClass ? types.lookup(own, intern("__set__")) : NULL;
    if (shapeOf(method) !== SHAPE_FUNCTION) return m.decline("a data descriptor");
    instanceTypeOf(m, language, shapeOf(found));
    callUnder(m, language, method, [m.word(found), object, value], afterSet);
  }

  /** Sets an attribute of an object of a builtin type. */
  function setByHelper<V>(m: CoreMachine<V>, object: V, name: Word, value: V): void {
    const helper = helpers.define("attribute.set", "word word word -> word", ANY_EFFECTS, attributes.set);
    m.leaf(helper, [object, m.word(name), value]);
  }

  function findInModule<V>(m: CoreMachine<V>, module: Address, name: Word): Found<V> {
    const dict = i32[(module + MODULE_DICT) >>> 2];
    const value = dicts.getInterned(dict, name);
    if (value === NULL) return m.decline("no such attribute");
    m.watch(dict, name);
    return { kind: "value", value: m.word(value) };
  }

  function loadSlot<V>(m: CoreMachine<V>, object: V, shape: number, position: number): V {
    const inline = shapes.inlineSlots(shape);
    if (position < inline) return m.op("load_word", [object], slotAt(INSTANCE.slot, position));
    return m.op(
      "load_word",
      [m.op("load_word", [object], INSTANCE.overflow)],
      wordAt(OVERFLOW_ARRAY, position - inline),
    );
  }

  function storeSlot<V>(m: CoreMachine<V>, object: V, shape: number, position: number, value: V): void {
    const inline = shapes.inlineSlots(shape);
    if (position < inline) m.op("store_word", [object, value], slotAt(INSTANCE.slot, position));
    else
      m.op(
        "store_word",
        [m.op("load_word", [object], INSTANCE.overflow), value],
        wordAt(OVERFLOW_ARRAY, position - inline),
      );
  }

  /** A function or native bound to an object. */
  function newMethod<V>(m: CoreMachine<V>, callee: Word, self: V): V {
    if (isNativeShape(shapeOf(callee))) {
      const field = (offset: number): number => i32[(callee + offset) >>> 2];
      return m.op("new", [m.word(field(NATIVE_NAME)), self, m.word(field(NATIVE_OWNER))], {
        shape: descriptors.boundShape(shapeOf(callee)),
        words: 6,
        fields: [NATIVE_NAME / 4, NATIVE_SELF / 4, NATIVE_OWNER / 4],
        raw: [[NATIVE_INDEX / 4, field(NATIVE_INDEX)]],
      });
    }
    return boundMethod(m, m.word(callee), self);
  }

  /** Calls a getter, or `__get__`, with these arguments. */
  function callGetter<V>(m: CoreMachine<V>, getter: Word, args: readonly V[]): void {
    if (shapeOf(getter) !== SHAPE_FUNCTION) m.decline("a getter of another kind");
    const code = codes.ofFunction(getter);
    if (i32[(code + CODE_ARGUMENTS) >>> 2] !== args.length || (i32[(code + CODE_FLAGS) >>> 2] & CODE_PLAIN) === 0)
      m.decline("a getter with other parameters");
    m.call(code, m.word(getter), args);
  }

  /** Calls what gives an attribute; its result is pushed when it returns. */
  function callForAttribute<V>(
    m: CoreMachine<V>,
    found: Exclude<Found<V>, { kind: "value" | "method" }>,
    object: V,
    name: Word,
  ): void {
    if (found.kind === "absent") return raiseAbsent(m, object, name);
    if (found.kind === "property") return callGetter(m, found.getter, [object]);
    if (found.kind === "descriptor")
      return callGetter(m, found.getter, [m.word(found.descriptor), object, m.word(found.type)]);
    const args = [object, m.word(name)];
    callUnder(m, language, found.getattr, args, attributes.afterGetattr, args);
  }

  return {
    load_attr(m, index) {
      const object = m.pop();
      const value = m.isMegamorphic(object) ? generic.get(m, object, nameAt(language, m.code, index)) : undefined;
      if (value !== undefined) return m.push(value);
      const found = find(m, object, nameAt(language, m.code, index));
      if (found.kind === "value") return m.push(found.value);
      if (found.kind === "method") return m.push(newMethod(m, found.method, object));
      callForAttribute(m, found, object, nameAt(language, m.code, index));
    },

    load_method(m, index) {
      const object = m.pop();
      const method = m.isMegamorphic(object) ? generic.method(m, object, nameAt(language, m.code, index)) : undefined;
      if (method !== undefined) {
        m.push(method);
        return m.push(object);
      }
      if (m.shapeOf(object) === descriptors.superShape) {
        const { found, self } = findBySuper(m, language, object, nameAt(language, m.code, index));
        const isMethod = shapeOf(found) === SHAPE_FUNCTION || descriptors.isMethod(found);
        if (isMethod && self !== undefined) {
          m.push(m.word(found));
          return m.push(self);
        }
        // As `__new__` is.
        if (!isMethod && !isNativeShape(shapeOf(found))) return m.decline("super of another kind");
        m.push(m.word(NOT_A_METHOD));
        return m.push(m.word(found));
      }
      const found = find(m, object, nameAt(language, m.code, index));
      if (found.kind === "method") {
        m.push(m.word(found.method));
        return m.push(object);
      }
      m.push(m.word(NOT_A_METHOD));
      if (found.kind === "value") return m.push(found.value);
      callForAttribute(m, found, object, nameAt(language, m.code, index));
    },

    /** `with`: the bound `__exit__` stays on the stack, the result of `__enter__` comes above it. */
    setup_with(m, isAsync) {
      const manager = m.pop();
      const type = typeOf(m, language, manager);
      const [enter, exit] = (isAsync === 1 ? ["__aenter__", "__aexit__"] : ["__enter__", "__exit__"]).map((name) =>
        types.lookup(type, intern(name)),
      );
      if (![enter, exit].every((found) => found !== NULL && shapeOf(found) === SHAPE_FUNCTION))
        return m.decline("a context manager of another kind");
      m.push(newMethod(m, exit, manager));
      callGetter(m, enter, [manager]);
    },

    delete_attr(m, index) {
      const name = nameAt(language, m.code, index);
      const object = m.pop();
      const shape = m.shapeOf(object);
      if (shape < FIRST_DYNAMIC_SHAPE) return m.decline("an attribute of such an object");
      const type = instanceTypeOf(m, language, shape);
      if (!holdsAttributes(type, shape) || isCustom(type, ["__delattr__"]))
        return m.decline("an attribute by a method");
      const found = types.lookup(type, name);
      const { instances } = attributes;
      const isByShape =
        types.record(type).kind === "instance" && !instances.isDictShape(shape) && !instances.addsToDict(shape);
      const last = shapes.names(shape).length - 1;
      const position = shapes.slotOf(shape, name);
      if (!isByShape || (found !== NULL && descriptors.isData(found)) || position < 0)
        return m.decline("an attribute that is none of the shape's");
      if (last >= shapes.inlineSlots(shape)) return m.decline("an attribute in the overflow array");
      // Those after it move down.
      for (let each = position; each < last; each++)
        storeSlot(m, object, shape, each, loadSlot(m, object, shape, each + 1));
      storeSlot(m, object, shape, last, m.word(NULL));
      m.op("set_shape", [object], shapes.removal(shape, name));
    },

    store_attr(m, index) {
      const name = nameAt(language, m.code, index);
      const object = m.pop();
      const value = m.pop();
      if (m.isMegamorphic(object) && generic.set(m, object, name, value)) return;
      const shape = m.shapeOf(object);
      if (shape === SHAPE_FUNCTION) return setByHelper(m, object, name, value);
      if (shape < FIRST_DYNAMIC_SHAPE) return m.decline("an attribute of such an object");
      const type = instanceTypeOf(m, language, shape);
      if (!holdsAttributes(type, shape) || isCustom(type, ["__setattr__"]))
        return m.decline("an attribute by a method");
      const found = types.lookup(type, name);
      if (found !== NULL && descriptors.isData(found)) return setByDescriptor(m, found, object, value);
      const position = shapes.slotOf(shape, name);
      if (position >= 0) return storeSlot(m, object, shape, position, value);
      const isMember = found !== NULL && shapeOf(found) === descriptors.memberShape;
      if (attributes.instances.isDictShape(shape)) return inDict.set(m, dictOf(m, object), m.word(name), value);
      if (!types.record(type).hasDict && !isMember) return m.decline("no such attribute");
      if (attributes.instances.addsToDict(shape)) return m.decline("an attribute that makes a dict of many");
      const next = shapes.transition(shape, name);
      const added = shapes.slotOf(next, name);
      if (added < shapes.inlineSlots(next)) {
        m.op("set_shape", [object], next);
        return storeSlot(m, object, next, added, value);
      }
      const grow = helpers.define(
        "instance.set",
        "word word word -> void",
        { never: true, writes: [SHAPE_ALIAS, INSTANCE.overflow.alias, OVERFLOW_ARRAY.alias] },
        (self: Word, key: Word, item: Word) => attributes.instances.set(self, key, item),
      );
      m.leaf(grow, [object, m.word(name), value]);
    },
  };
}
