import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  CODE_FLAGS,
  CODE_NAME,
  defineFields,
  type FieldGroup,
  FUNCTION_CODE,
  fixed,
  isNativeShape,
  layoutOf,
  mutable,
  NATIVE_INDEX,
  NATIVE_NAME,
  NATIVE_OWNER,
  NATIVE_SELF,
  SHAPE_BOUND_OPERATOR,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  SHAPE_NATIVE,
  SHAPE_NATIVE_METHOD,
  SHAPE_NATIVE_OPERATOR,
  TYPE_DICT,
} from "@hotpy/object-model";
import { CODE_HIDDEN } from "../code/codes.js";
import type { UpToCalling } from "../context.js";
import type { GetterDefinition } from "../natives.js";
import type { Instances } from "./instances.js";

/** Property: getter, setter, deleter, documentation; NONE where absent. */
export const PROPERTY_GET = 8;
export const PROPERTY_SET = 12;
export const PROPERTY_DELETE = 16;
export const PROPERTY_DOC = 20;
/** The name under which a class has it, or NULL. */
export const PROPERTY_NAME = 24;
/** TRUE where the documentation is the getter's: another getter brings its own. */
export const PROPERTY_DOC_OF_GETTER = 28;
/** Raw: 1 + the position of the item that the getter gives of a tuple, for which it need not run; 0: it is another getter. */
export const PROPERTY_ITEM = 32;
const PROPERTY = defineFields("property", {
  get: mutable("word", PROPERTY_GET),
  set: mutable("word", PROPERTY_SET),
  delete: mutable("word", PROPERTY_DELETE),
  doc: mutable("word", PROPERTY_DOC),
  name: mutable("word", PROPERTY_NAME),
  docOfGetter: mutable("word", PROPERTY_DOC_OF_GETTER),
  item: mutable("i32", PROPERTY_ITEM),
});
/** staticmethod and classmethod: what they wrap. */
export const WRAPPED = 8;
/** Their `__dict__`, or NULL. */
export const WRAPPER_DICT = 12;
const METHOD_WRAPPER = defineFields("method_wrapper", {
  wrapped: mutable("word", WRAPPED),
  dict: mutable("word", WRAPPER_DICT),
});
/** A class method of a builtin type: the native and the type. */
export const CLASS_METHOD_OWNER = 12;
const CLASS_METHOD = defineFields("native_class_method", {
  wrapped: fixed("word", WRAPPED),
  owner: fixed("word", CLASS_METHOD_OWNER),
});
/** Getter: raw index in the table of getters; then owner type, name. */
export const GETTER_INDEX = 8;
export const GETTER_OWNER = 12;
export const GETTER_NAME = 16;
const GETTER = defineFields("getter", {
  index: fixed("i32", GETTER_INDEX),
  owner: fixed("word", GETTER_OWNER),
  name: fixed("word", GETTER_NAME),
});
/** What a class has for a name in its `__slots__`: the name of the attribute, the class, and the name that the source gives it; the last two as getters have them. */
export const MEMBER_ATTRIBUTE = 8;
export const MEMBER_OWNER = 12;
export const MEMBER_NAME = 16;
const MEMBER = defineFields("member", {
  attribute: fixed("word", MEMBER_ATTRIBUTE),
  owner: fixed("word", MEMBER_OWNER),
  name: fixed("word", MEMBER_NAME),
});
/** super: the class after which to look, the object bound (an instance or a type), the type whose mro is searched; the last two NONE where nothing is bound. */
export const SUPER_AFTER = 8;
export const SUPER_OBJECT = 12;
export const SUPER_TYPE = 16;
export const SUPER = defineFields("super", {
  after: fixed("word", SUPER_AFTER),
  object: fixed("word", SUPER_OBJECT),
  type: fixed("word", SUPER_TYPE),
});

/** What binding does to something found on a type. All leaf; results are those of protocol operations. */
export interface Descriptors {
  readonly propertyShape: number;
  readonly staticMethodShape: number;
  readonly classMethodShape: number;
  /** A class method of a builtin type. */
  readonly nativeClassMethodShape: number;
  readonly getterShape: number;
  /** A getter that is a field (`isField`). */
  readonly fieldShape: number;
  readonly superShape: number;
  readonly memberShape: number;
  /** What a builtin type has as its `__doc__`: laid out as a getter, but no data descriptor. */
  readonly documentationShape: number;
  /**
   * The descriptor of a name in `__slots__`. The attribute lies where attributes of instances lie, so the descriptor does not come before it:
   * to caches and traces it is an attribute as all others. The descriptor allows it in instances that allow no others.
   */
  createMember(owner: Address, attribute: Word, name: Word): Word;
  createGetter(definition: GetterDefinition, owner: Address): Word;
  /** What gives the text of a builtin type, which is not made before it is asked for. */
  createDocumentation(type: Address): Word;
  createWrapper(shape: number, wrapped: Word): Word;
  createClassMethod(native: Word, owner: Address): Word;
  /** The shape that a native method of a shape has once its object is filled in. */
  boundShape(shape: number): number;
  /** `super(after, object)`; NONE: bound to no object. NULL: raised. */
  /** `super(after, object)`; `said` is the class that an object that is of another says to be of, if it does. */
  createSuper(after: Word, object: Word, said?: Word): Word;
  /** `super` as it is before it is filled. */
  emptySuper(): Word;
  /** The type in whose order `super(after, object)` searches, None where that is not bound, NULL where it is none. */
  searchedBySuper(after: Address, object: Word): Word;
  /** `docOfGetter`: TRUE or FALSE. */
  createProperty(getter: Word, setter: Word, deleter: Word, doc: Word, docOfGetter: Word): Word;
  getterOf(descriptor: Word): GetterDefinition;
  /** Whether it is what {@link createGetter} makes. */
  isGetter(descriptor: Word): boolean;
  /** Does setting an attribute of the instance call it? Then reading one does too, unless it has no `__get__`. */
  isData(descriptor: Word): boolean;
  /** Does it take precedence over attributes of the instance where one is read? */
  isReadFirst(descriptor: Word): boolean;
  /** Is it a function that gets the instance as its first argument? Native functions that are no methods are not, nor bound ones. */
  isMethod(descriptor: Word): boolean;
  /** Objects of this shape, of a builtin type, become methods of an instance as functions do. */
  bindLikeFunctions(shape: number): void;
  /** Is it no descriptor, and cannot become one? */
  isValue(word: Word): boolean;
  isProperty(word: Word): boolean;
  /** Whether binding it runs no Python code. */
  bindsAtOnce(descriptor: Word): boolean;
  /** `descriptor.__get__(instance, type)`; `instance` NULL: accessed on the type itself. */
  get(descriptor: Word, instance: Word, type: Address): Word;
  /** `descriptor.__set__(instance, value)`, value NULL: `__delete__`. Undefined if it has none. */
  set(descriptor: Word, instance: Word, value: Word, name: string): Word | undefined;
}

export function createDescriptors(context: UpToCalling, instances: Instances): Descriptors {
  const { memory, dicts, objects, types, shapes, exceptions, calls, strings, documentation, name: intern } = context;
  const { i32 } = memory;
  const getters: GetterDefinition[] = [];
  const indices = new Map<GetterDefinition, number>();
  const shape = (name: string, fields: FieldGroup): number => shapes.define(layoutOf(name, fields), NULL);
  const propertyShape = shape("property", PROPERTY);
  const staticMethodShape = shape("staticmethod", METHOD_WRAPPER);
  const classMethodShape = shape("classmethod", METHOD_WRAPPER);
  const nativeClassMethodShape = shape("classmethod_descriptor", CLASS_METHOD);
  const getterShape = shape("getset_descriptor", GETTER);
  const fieldShape = shape("field_descriptor", GETTER);
  const superShape = shape("super", SUPER);
  const memberShape = shape("member_descriptor", MEMBER);
  const documentationShape = shape("documentation", GETTER);
  const descriptorShapes = [
    propertyShape,
    getterShape,
    fieldShape,
    memberShape,
    superShape,
    documentationShape,
    staticMethodShape,
    classMethodShape,
    nativeClassMethodShape,
  ];
  const getName = intern("__get__");
  const setName = intern("__set__");
  const deleteName = intern("__delete__");

  const shapeOf = (word: Word): number => ((word & 1) !== 0 ? 0 : i32[word >>> 2] >>> 8);
  const field = (object: Address, offset: number): Word => i32[(object + offset) >>> 2];

  function isData(descriptor: Word): boolean {
    const shape = shapeOf(descriptor);
    if (shape === SHAPE_FUNCTION || isNativeShape(shape) || shape === staticMethodShape || shape === classMethodShape)
      return false;
    if (shape === propertyShape || shape === getterShape || shape === fieldShape) return true;
    const type = types.typeOf(descriptor);
    if (!types.record(type).isClass) return false;
    return types.lookup(type, setName) !== NULL || types.lookup(type, deleteName) !== NULL;
  }

  function isReadFirst(descriptor: Word): boolean {
    if (!isData(descriptor)) return false;
    const type = types.typeOf(descriptor);
    return !types.record(type).isClass || types.lookup(type, getName) !== NULL;
  }

  function isMethod(descriptor: Word): boolean {
    const shape = shapeOf(descriptor);
    return (
      shape === SHAPE_FUNCTION ||
      shape === SHAPE_NATIVE_METHOD ||
      shape === SHAPE_NATIVE_OPERATOR ||
      likeFunctions.has(shape)
    );
  }

  const likeFunctions = new Set<number>();

  const boundShape = (shape: number): number => (shape === SHAPE_NATIVE_OPERATOR ? SHAPE_BOUND_OPERATOR : SHAPE_NATIVE);

  /** A native method with `self` filled in is again a native function. */
  function bindNative(native: Word, self: Word): Word {
    if (!isMethod(native)) return native;
    const bound = objects.object(boundShape(shapeOf(native)));
    for (const offset of [NATIVE_INDEX, NATIVE_NAME, NATIVE_OWNER]) i32[(bound + offset) >>> 2] = field(native, offset);
    i32[(bound + NATIVE_SELF) >>> 2] = self;
    return bound;
  }

  function get(descriptor: Word, instance: Word, type: Address): Word {
    const shape = shapeOf(descriptor);
    switch (shape) {
      case SHAPE_FUNCTION:
        return instance === NULL ? descriptor : objects.boundMethod(descriptor, instance);
      case SHAPE_NATIVE:
      case SHAPE_BOUND_OPERATOR:
        return descriptor;
      case SHAPE_NATIVE_METHOD:
      case SHAPE_NATIVE_OPERATOR:
        return instance === NULL ? descriptor : bindNative(descriptor, instance);
      case SHAPE_METHOD:
      case 0:
        return descriptor;
      case staticMethodShape:
        return field(descriptor, WRAPPED);
      case classMethodShape:
      case nativeClassMethodShape: {
        const wrapped = field(descriptor, WRAPPED);
        if (isNativeShape(shapeOf(wrapped)) && isMethod(wrapped)) return bindNative(wrapped, type);
        // What is a descriptor itself is bound to the class.
        return shapeOf(wrapped) !== SHAPE_FUNCTION && types.lookup(types.typeOf(wrapped), getName) !== NULL
          ? get(wrapped, type, type)
          : objects.boundMethod(wrapped, type);
      }
      case getterShape:
      case fieldShape:
        return instance === NULL
          ? descriptor
          : getters[field(descriptor, GETTER_INDEX)].get(ownedBy(descriptor, instance));
      case documentationShape: {
        const { doc } = documentation.ofType(field(descriptor, GETTER_OWNER));
        return doc === "" ? NONE : strings.internJS(doc);
      }
      case memberShape:
        return instance === NULL
          ? descriptor
          : instances.get(instance, field(descriptor, MEMBER_ATTRIBUTE)) || unset(descriptor, instance);
      case superShape:
        return instance === NULL || instance === NONE || field(descriptor, SUPER_OBJECT) !== NONE
          ? descriptor
          : createSuper(field(descriptor, SUPER_AFTER), instance);
      case propertyShape: {
        if (instance === NULL) return descriptor;
        const getter = field(descriptor, PROPERTY_GET);
        return getter === NONE
          ? exceptions.raise("AttributeError", unreadable(descriptor, instance, "getter"))
          : calls.invokeWith(getter, instance);
      }
    }
    if (likeFunctions.has(shape)) return instance === NULL ? descriptor : objects.boundMethod(descriptor, instance);
    const own = types.typeOf(descriptor);
    if (!types.record(own).isClass) return descriptor;
    const method = types.lookup(own, getName);
    if (method === NULL) return descriptor;
    return calls.invokeBound(method, descriptor, instance === NULL ? NONE : instance, type);
  }

  function superObject(after: Word, object: Word, searched: Word): Word {
    const result = objects.object(superShape);
    i32[(result + SUPER_AFTER) >>> 2] = after;
    i32[(result + SUPER_OBJECT) >>> 2] = object;
    i32[(result + SUPER_TYPE) >>> 2] = searched;
    return result;
  }

  function searchedBySuper(after: Address, object: Word): Word {
    if (object === NONE) return NONE;
    if (types.isType(object) && types.isSubtype(object, after)) return object;
    const type = types.typeOf(object);
    return types.isSubtype(type, after) ? type : NULL;
  }

  function createSuper(after: Word, object: Word, said: Word = NULL): Word {
    if (!types.isType(after))
      return exceptions.raise(
        "TypeError",
        `super() argument 1 must be a type, not ${types.shownNameOf(types.typeOf(after))}`,
      );
    const searched = searchedBySuper(after, object);
    if (searched !== NULL) return superObject(after, object, searched);
    if (said !== NULL && types.isType(said) && types.isSubtype(said, after)) return superObject(after, object, said);
    return exceptions.raise("TypeError", "super(type, obj): obj must be an instance or subtype of type");
  }

  function unset(member: Word, instance: Word): typeof NULL {
    const name = field(member, MEMBER_NAME);
    const message = `'${types.shownNameOf(types.typeOf(instance))}' object has no attribute '${strings.toJS(name)}'`;
    return exceptions.raiseWithAttributes("AttributeError", message, { name, obj: instance });
  }

  /** The object as a getter takes it: of a builtin type the value that it carries. */
  const ownedBy = (getter: Word, instance: Word): Word =>
    field(getter, GETTER_OWNER) === types.object || getters[field(getter, GETTER_INDEX)].receives === "self"
      ? instance
      : context.shapes.valueOf(instance);

  function unreadable(property: Word, instance: Word, what: string): string {
    const name = field(property, PROPERTY_NAME);
    const named = name === NULL ? "" : `'${strings.toJS(name)}' `;
    return `property ${named}of '${types.recordOf(instance).qualname}' object has no ${what}`;
  }

  /** Whether a property is of a builtin class that is written in Python: to programs it is an attribute that the class defines. */
  function isBuiltinProperty(property: Word): boolean {
    const getter = field(property, PROPERTY_GET);
    return shapeOf(getter) === SHAPE_FUNCTION && (field(field(getter, FUNCTION_CODE), CODE_FLAGS) & CODE_HIDDEN) !== 0;
  }

  /** A property around a lambda stands for a field, of which CPython says less. */
  const isField = (property: Word): boolean =>
    strings.toJS(field(field(field(property, PROPERTY_GET), FUNCTION_CODE), CODE_NAME)) === "<lambda>";

  const unwritable = (name: string, owner: Address): typeof NULL =>
    exceptions.raise("AttributeError", `attribute '${name}' of '${types.fullNameOf(owner)}' objects is not writable`);

  function set(descriptor: Word, instance: Word, value: Word, name: string): Word | undefined {
    const shape = shapeOf(descriptor);
    if (shape === propertyShape) {
      const accessor = field(descriptor, value === NULL ? PROPERTY_DELETE : PROPERTY_SET);
      if (accessor === NONE) {
        const type = types.typeOf(instance);
        const owner = types
          .record(type)
          .mro.find((each) => dicts.getInterned(field(each, TYPE_DICT), strings.internJS(name)) === descriptor);
        if (owner !== undefined && isBuiltinProperty(descriptor))
          return isField(descriptor)
            ? exceptions.raise("AttributeError", "readonly attribute")
            : unwritable(name, types.ownerFor(owner, type));
        return exceptions.raise(
          "AttributeError",
          unreadable(descriptor, instance, value === NULL ? "deleter" : "setter"),
        );
      }
      return value === NULL ? calls.invokeWith(accessor, instance) : calls.invokeWith(accessor, instance, value);
    }
    if (shape === getterShape || shape === fieldShape) {
      const { set: setter, isField } = getters[field(descriptor, GETTER_INDEX)];
      if (setter !== undefined) return setter(ownedBy(descriptor, instance), value) ? NONE : NULL;
      if (isField) return exceptions.raise("AttributeError", "readonly attribute");
      return unwritable(name, field(descriptor, GETTER_OWNER));
    }
    const type = types.typeOf(descriptor);
    if (!types.record(type).isClass) return undefined;
    const [wanted, other] = value === NULL ? [deleteName, setName] : [setName, deleteName];
    const method = types.lookup(type, wanted);
    if (method === NULL)
      // One of the two makes it a descriptor for both.
      return types.lookup(type, other) === NULL ? undefined : exceptions.raise("AttributeError", strings.toJS(wanted));
    return value === NULL
      ? calls.invokeBound(method, descriptor, instance)
      : calls.invokeBound(method, descriptor, instance, value);
  }

  return {
    propertyShape,
    staticMethodShape,
    classMethodShape,
    nativeClassMethodShape,
    getterShape,
    fieldShape,
    superShape,
    memberShape,
    documentationShape,
    createMember(owner, attribute, name) {
      const member = objects.object(memberShape);
      i32[(member + MEMBER_OWNER) >>> 2] = owner;
      i32[(member + MEMBER_ATTRIBUTE) >>> 2] = attribute;
      i32[(member + MEMBER_NAME) >>> 2] = name;
      return member;
    },
    isData,
    isReadFirst,
    isMethod,
    isValue(word) {
      const shape = shapeOf(word);
      return (
        shape === 0 ||
        (!isMethod(word) && !descriptorShapes.includes(shape) && !types.record(types.typeOf(word)).isClass)
      );
    },
    bindLikeFunctions: (shape) => void likeFunctions.add(shape),
    isProperty: (word) => shapeOf(word) === propertyShape,
    bindsAtOnce(descriptor) {
      const type = types.typeOf(descriptor);
      return (
        shapeOf(descriptor) !== propertyShape && (!types.record(type).isClass || types.lookup(type, getName) === NULL)
      );
    },
    get,
    set,
    createGetter(definition, owner) {
      const getter = objects.immortal(definition.isField ? fieldShape : getterShape);
      // Each class has a `__dict__` by the same definition.
      let index = indices.get(definition);
      if (index === undefined) indices.set(definition, (index = getters.push(definition) - 1));
      i32[(getter + GETTER_INDEX) >>> 2] = index;
      i32[(getter + GETTER_OWNER) >>> 2] = owner;
      i32[(getter + GETTER_NAME) >>> 2] = intern(definition.name);
      return getter;
    },
    createDocumentation(type) {
      const object = objects.immortal(documentationShape);
      i32[(object + GETTER_INDEX) >>> 2] = 0;
      i32[(object + GETTER_OWNER) >>> 2] = type;
      i32[(object + GETTER_NAME) >>> 2] = intern("__doc__");
      return object;
    },
    createWrapper(shape, wrapped) {
      const wrapper = objects.object(shape);
      i32[(wrapper + WRAPPED) >>> 2] = wrapped;
      return wrapper;
    },
    createClassMethod(native, owner) {
      const method = objects.object(nativeClassMethodShape);
      i32[(method + WRAPPED) >>> 2] = native;
      i32[(method + CLASS_METHOD_OWNER) >>> 2] = owner;
      return method;
    },
    boundShape,
    createSuper,
    emptySuper: () => superObject(NONE, NONE, NONE),
    searchedBySuper,
    createProperty(getter, setter, deleter, doc, docOfGetter) {
      const property = objects.object(propertyShape);
      i32[(property + PROPERTY_GET) >>> 2] = getter;
      i32[(property + PROPERTY_SET) >>> 2] = setter;
      i32[(property + PROPERTY_DELETE) >>> 2] = deleter;
      i32[(property + PROPERTY_DOC) >>> 2] = doc;
      i32[(property + PROPERTY_DOC_OF_GETTER) >>> 2] = docOfGetter;
      i32[(property + PROPERTY_ITEM) >>> 2] = 0;
      return property;
    },
    getterOf: (descriptor) => getters[field(descriptor, GETTER_INDEX)],
    isGetter: (descriptor) => [getterShape, fieldShape].includes(shapeOf(descriptor)),
  };
}
