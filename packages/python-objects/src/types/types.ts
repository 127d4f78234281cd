import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  FLAG_WATCHED,
  headerWord,
  INSTANCE_VALUE,
  SHAPE_RECORD_BYTES,
  SHAPE_TYPE,
  TYPE_BASES,
  TYPE_CALL_OPERATION,
  TYPE_DICT,
  TYPE_HOST,
  TYPE_META,
  TYPE_MRO,
  TYPE_NAME,
  TYPE_ROOT_SHAPE,
  TYPE_VERSION,
} from "@hotpy/object-model";
import { MAKES_CARRIER, MAKES_EXCEPTION } from "../constructs.js";
import type { Storage, Values } from "../context.js";
import { EXCEPTION_SLOTS } from "../exceptions/layout.js";
import type { InstanceKind, TypeRecord } from "./records.js";

/** What {@link Types.create} makes a type of. */
export interface NewType {
  readonly name: string;
  readonly qualname?: string;
  readonly module: string;
  readonly bases: readonly Address[];
  /** The base that decides the layout; the first one unless given. */
  readonly base?: Address;
  /** Whether the type's instances have a layout of their own, so that no class can have this base and another such one. */
  readonly isSolid: boolean;
  /** Names in its `__slots__`. */
  readonly slotNames?: readonly string[];
  /** Default: instances have any attributes, but of builtin types with a layout of their own. */
  readonly hasDict?: boolean;
  readonly mro: readonly Address[];
  readonly meta: Address;
  readonly kind: InstanceKind;
  readonly isClass: boolean;
  /** Attributes of instances that find room in the instance itself. */
  readonly inlineSlots: number;
  /** Attribute dict; a new one if NULL. */
  readonly dict: Word;
  /** Shapes of builtin instances. */
  readonly shapes?: readonly number[];
}

/** Types: their records, relations and the lookup of attributes on them. All leaf. */
export interface Types {
  /** Type of `int`, of `type` and of `object`. */
  readonly int: Address;
  readonly type: Address;
  readonly object: Address;
  create(definition: NewType): Address;
  /** A type that TypeScript defines, by its name, with the module in front unless that is builtins ("list", "collections.deque"). */
  named(name: string): Address;
  /** Makes a type findable by {@link named}. There can be one of a module and qualified name. */
  register(type: Address): void;
  typeOf(word: Word): Address;
  record(type: Address): TypeRecord;
  recordOf(word: Word): TypeRecord;
  nameOf(type: Address): string;
  /** Its name as messages have it: that of a builtin type with its module, unless that is builtins. */
  shownNameOf(type: Address): string;
  /** Its qualified name, with the module in front unless that is builtins. */
  fullNameOf(type: Address): string;
  /**
   * The class that an attribute of `owner` belongs to in CPython, of an object of `type`: bases that builtins written in Python
   * share, and CPython does not have, name no module, and stand for the classes that refine them.
   */
  ownerFor(owner: Address, type: Address): Address;
  /** What `type` shows of a class: `<class 'module.name'>`. */
  textOf(type: Address): string;
  isSubtype(type: Address, base: Address): boolean;
  isType(word: Word): boolean;
  /** Whether a call of the class is that of `type`: its metaclass has no `__call__` of its own. Its version changes with that. */
  isCalledPlainly(type: Address): boolean;
  /** Attribute on the type or its bases, unbound; NULL if there is none. `name` is interned. */
  lookup(type: Address, name: Word): Word;
  /** The same without the type's own bases before and including `after` in the mro of `type` (for super). */
  lookupAfter(type: Address, after: Address, name: Word): Word;
  /** Gives a type another name, with all that follows for caches. */
  rename(type: Address, name: string): void;
  /** Sets an attribute of the type itself (NULL deletes), with all that follows for caches. False: there was none to delete. */
  setAttribute(type: Address, name: Word, value: Word): boolean;
  /** What is known of any class may have changed with something that is no attribute of its own. */
  renewVersions(): void;
  /** Whether objects of a class are descriptors: it has `__get__`, `__set__` or `__delete__`. */
  isDescriptor(type: Address): boolean;
  /** A fresh instance of a type of kind `instance` or `exception`, all attributes unset. */
  instantiate(type: Address): Address;
  /** A fresh instance of a class that refines a builtin type, around an object of that type. */
  carry(type: Address, value: Word): Address;
  /** Replaces the order in which a type's attributes are looked for. */
  setMro(type: Address, mro: readonly Address[]): void;
}

const CACHE_ENTRIES = 4096;
/** Name of the first slot of instances that carry a value; Python code cannot write it. */
const VALUE_SLOT = "<value>";

export function createTypes(context: Storage & Pick<Values, "objects">): Types {
  const { memory, heap, shapes, dicts, objects, forward, execution, name: intern } = context;
  const { i32 } = memory;
  const shapeTypes = shapes.record(0) >>> 2;
  const shapeWords = SHAPE_RECORD_BYTES >>> 2;
  /** Index is the host index of the type; 0 is unused. */
  const records: TypeRecord[] = [undefined as never];
  const byName = new Map<string, Address>();
  let nextVersion = 1;

  /* The method cache: values lie in the constants region, so they are roots and follow moves. */
  const cacheVersion = new Int32Array(CACHE_ENTRIES);
  const cacheName = new Int32Array(CACHE_ENTRIES);
  const cacheValues = objects.root(NULL) >>> 2;
  for (let i = 1; i < CACHE_ENTRIES; i++) objects.root(NULL);

  const record = (type: Address): TypeRecord => records[i32[(type + TYPE_HOST) >>> 2]];

  function fullNameOf(type: Address): string {
    const { module, qualname } = record(type);
    return module === "builtins" ? qualname : `${module}.${qualname}`;
  }

  function lookup(type: Address, name: Word): Word {
    const version = i32[(type + TYPE_VERSION) >>> 2];
    const at = ((name >>> 3) ^ (version * 61)) & (CACHE_ENTRIES - 1);
    if (cacheVersion[at] === version && cacheName[at] === name) return i32[cacheValues + at];
    const { mro } = record(type);
    let value = NULL;
    for (let i = 0; i < mro.length && value === NULL; i++)
      value = dicts.getInterned(i32[(mro[i] + TYPE_DICT) >>> 2], name);
    cacheVersion[at] = version;
    cacheName[at] = name;
    i32[cacheValues + at] = value;
    return value;
  }

  function typeOf(word: Word): Address {
    if ((word & 1) !== 0) return types.int;
    const shape = i32[word >>> 2] >>> 8;
    return shape === SHAPE_TYPE ? i32[(word + TYPE_META) >>> 2] : i32[shapeTypes + shape * shapeWords];
  }

  function bumpVersion(type: Address): void {
    i32[(type + TYPE_VERSION) >>> 2] = nextVersion++;
    if ((i32[type >>> 2] & FLAG_WATCHED) !== 0) execution().typeChanged(type);
    for (const subclass of record(type).subclasses) bumpVersion(subclass);
  }

  const callName = intern("__call__");
  const isMetaclass = (type: Address): boolean => record(type).isClass && types.isSubtype(type, types.type);
  const bindingNames = ["__get__", "__set__", "__delete__"].map(intern);
  const isDescriptor = (type: Address): boolean => bindingNames.some((name) => lookup(type, name) !== NULL);

  const delName = intern("__del__");

  const definesFinaliser = (dict: Word): boolean => dict !== NULL && dicts.getInterned(dict, delName) !== NULL;
  const inheritsFinaliser = (mro: readonly Address[]): boolean =>
    mro.some((each) => definesFinaliser(i32[(each + TYPE_DICT) >>> 2]));

  /** A class has a finaliser from now on, and so have its instances that are there already, and those of its subclasses. */
  function noteFinaliser(type: Address): void {
    const added = new Set<Address>();
    const add = (each: Address): void => {
      if (!record(each).hasFinaliser) added.add(each);
      record(each).hasFinaliser = true;
      record(each).subclasses.forEach(add);
    };
    add(type);
    if (added.size === 0) return;
    heap.finalisers.expect();
    heap.visitReachable((object) => {
      if (added.has(typeOf(object))) heap.finalisers.register(object);
    });
  }

  const accessHooks = ["__getattribute__", "__setattr__"].map(intern);
  const mayHide = (name: Word, value: Word): boolean =>
    accessHooks.includes(name) || (value !== NULL && forward.isDataDescriptor(value));

  function reportHiding(type: Address): void {
    execution().typeHides(type);
    for (const subclass of record(type).subclasses) reportHiding(subclass);
  }

  /** The builtin type whose objects instances of classes with this base carry. */
  const valueTypeOf = (base: Address): Address => {
    const { kind, valueType, refinedWithDict } = record(base);
    if (kind !== "builtin") return valueType;
    // Classes of classes make types, which hold what they need themselves.
    return base === types.type || refinedWithDict ? NULL : base;
  };

  function create(definition: NewType): Address {
    const type = objects.immortal(SHAPE_TYPE);
    const at = type >>> 2;
    const base = definition.base ?? definition.bases[0] ?? NULL;
    const isInstance = definition.kind !== "builtin";
    const valueType = isInstance && base !== NULL ? valueTypeOf(base) : NULL;
    const layout = valueType === NULL ? 0 : shapes.layoutOf(i32[(valueType + TYPE_ROOT_SHAPE) >>> 2]);
    let root = isInstance
      ? shapes.defineInstance(definition.name, type, definition.inlineSlots, layout)
      : (definition.shapes?.[0] ?? 0);
    if (layout !== 0) root = shapes.transition(root, intern(VALUE_SLOT));
    if (definition.kind === "exception")
      for (const hidden of EXCEPTION_SLOTS) root = shapes.transition(root, intern(hidden));
    const words = isInstance ? i32[(shapes.record(root) >>> 2) + 1] & 255 : 0;
    i32[at + (TYPE_ROOT_SHAPE >>> 2)] = root;
    i32[at + (TYPE_VERSION >>> 2)] = nextVersion++;
    i32[at + (TYPE_HOST >>> 2)] = records.length;
    i32[at + (TYPE_NAME >>> 2)] = intern(definition.name);
    i32[at + (TYPE_META >>> 2)] = definition.meta;
    if (definition.isClass && valueType !== NULL) i32[at + (TYPE_CALL_OPERATION >>> 2)] = MAKES_CARRIER;
    if (definition.kind === "exception") i32[at + (TYPE_CALL_OPERATION >>> 2)] = MAKES_EXCEPTION;
    i32[at + (TYPE_DICT >>> 2)] = definition.dict === NULL ? dicts.create() : definition.dict;
    i32[at + (TYPE_BASES >>> 2)] = objects.tuple(definition.bases);
    i32[at + (TYPE_MRO >>> 2)] = objects.tuple([type, ...definition.mro]);
    records.push({
      address: type,
      name: definition.name,
      qualname: definition.qualname ?? definition.name,
      module: definition.module,
      base,
      mro: [type, ...definition.mro],
      subclasses: [],
      kind: definition.kind,
      valueType,
      solid: definition.isSolid || base === NULL ? type : record(base).solid,
      layoutBase:
        definition.isSolid || (definition.slotNames ?? []).length > 0 || base === NULL ? type : record(base).layoutBase,
      slotNames: definition.slotNames ?? [],
      hasDict: definition.hasDict ?? (base !== NULL && definition.kind !== "builtin"),
      isBase: definition.kind !== "builtin",
      isWeaklyReferable: base !== NULL && record(base).isWeaklyReferable,
      empty: base === NULL ? undefined : record(base).empty,
      refinedWithDict: base !== NULL && record(base).refinedWithDict,
      isClass: definition.isClass,
      hasFinaliser: definesFinaliser(definition.dict) || inheritsFinaliser(definition.mro),
      abstractMethods: [],
      construct: base === NULL ? NULL : record(base).construct,
      next: base === NULL ? undefined : record(base).next,
      iterate: base === NULL ? undefined : record(base).iterate,
      contains: undefined,
      patterns: {},
      instanceBytes: words * 4,
    });
    for (const parent of definition.bases) record(parent).subclasses.push(type);
    for (const shape of definition.shapes ?? []) shapes.setType(shape, type);
    if (record(type).hasFinaliser) heap.finalisers.expect();
    // Types do not die, so this one is for the end of the program.
    if (definition.meta !== NULL && record(definition.meta).hasFinaliser) heap.finalisers.register(type);
    return type;
  }

  const types: Types = {
    int: NULL,
    type: NULL,
    object: NULL,
    create,
    named(text) {
      const type = byName.get(text);
      if (type === undefined) throw new Error(`no builtin type is called ${text}`);
      return type;
    },
    register(type) {
      const key = fullNameOf(type);
      if (byName.has(key)) throw new Error(`there is a type ${key} already`);
      byName.set(key, type);
    },
    typeOf,
    record,
    recordOf: (word) => record(typeOf(word)),
    nameOf: (type) => record(type).name,
    shownNameOf(type) {
      const { name, module, isClass, isWrittenInPython } = record(type);
      return (isClass && !isWrittenInPython) || module === "builtins" ? name : `${module}.${name}`;
    },
    fullNameOf,
    ownerFor(owner, type) {
      const isShared = (each: Address): boolean =>
        record(each).isWrittenInPython === true && record(each).module === "builtins";
      if (!isShared(owner)) return owner;
      const { mro } = record(type);
      const refining = mro.slice(0, Math.max(0, mro.indexOf(owner)));
      return refining.findLast((each) => record(each).isWrittenInPython === true && !isShared(each)) ?? owner;
    },
    textOf: (type) => `<class '${fullNameOf(type)}'>`,
    isSubtype: (type, base) => type === base || record(type).mro.includes(base),
    isType: (word) => (word & 1) === 0 && i32[word >>> 2] >>> 8 === SHAPE_TYPE,
    isCalledPlainly: (type) =>
      typeOf(type) === types.type || lookup(typeOf(type), callName) === lookup(types.type, callName),
    lookup,
    lookupAfter(type, after, name) {
      const { mro } = record(type);
      let value = NULL;
      for (let i = mro.indexOf(after) + 1; i < mro.length && value === NULL; i++) {
        value = dicts.getInterned(i32[(mro[i] + TYPE_DICT) >>> 2], name);
      }
      return value;
    },
    rename(type, name) {
      record(type).name = name;
      i32[(type + TYPE_NAME) >>> 2] = intern(name);
      bumpVersion(type);
    },
    setAttribute(type, name, value) {
      const dict = i32[(type + TYPE_DICT) >>> 2];
      if (value !== NULL) dicts.set(dict, name, value);
      else if (dicts.getInterned(dict, name) === NULL) return false;
      else dicts.delete(dict, name);
      if (name === delName && value !== NULL) noteFinaliser(type);
      const { isClass } = record(type);
      const hides = isClass && mayHide(name, value);
      // How all classes are called, what comes before their attributes, or what is got where an object of this class is found on another.
      const isForAll = isMetaclass(type) ? name === callName || hides : isClass && bindingNames.includes(name);
      if (isForAll) types.renewVersions();
      else {
        bumpVersion(type);
        if (hides) reportHiding(type);
      }
      return true;
    },
    isDescriptor,
    renewVersions() {
      bumpVersion(types.object);
      reportHiding(types.object);
    },
    instantiate(type) {
      const { instanceBytes: bytes, hasFinaliser } = record(type);
      const instance = heap.allocate(bytes);
      const at = instance >>> 2;
      i32[at] = headerWord(i32[(type + TYPE_ROOT_SHAPE) >>> 2]);
      for (let i = 1; i < bytes >>> 2; i++) i32[at + i] = NULL;
      if (hasFinaliser) heap.finalisers.register(instance);
      return instance;
    },
    setMro(type, mro) {
      record(type).mro = mro;
      // Objects of builtin types are the VM's own, which ends their lives itself.
      if (record(type).kind !== "builtin" && inheritsFinaliser(mro)) noteFinaliser(type);
      heap.storeWord(type, TYPE_MRO, objects.tuple(mro));
      bumpVersion(type);
      if (!record(type).isClass) return;
      // An attribute of a class that it inherits from now may hide those of instances.
      if (isMetaclass(type) || isDescriptor(type)) types.renewVersions();
      else reportHiding(type);
    },
    carry(type, value) {
      const instance = types.instantiate(type);
      i32[(instance + INSTANCE_VALUE) >>> 2] = value;
      return instance;
    },
  };

  const make = (
    name: string,
    bases: readonly Address[],
    mro: readonly Address[],
    typeShapes: readonly number[],
    kind: InstanceKind,
  ): Address => {
    const type = create({
      name,
      module: "builtins",
      bases,
      mro,
      meta: NULL,
      kind,
      isSolid: true,
      isClass: false,
      inlineSlots: 0,
      dict: NULL,
      shapes: typeShapes,
    });
    types.register(type);
    return type;
  };
  const object = make("object", [], [], [], "instance");
  const type = make("type", [object], [object], [SHAPE_TYPE], "builtin");
  for (const each of [object, type]) heap.storeWord(each, TYPE_META, type);
  Object.assign(types, { object, type });
  return types;
}
