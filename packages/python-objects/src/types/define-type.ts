import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { TYPE_CALL_OPERATION } from "@hotpy/object-model";
import { MAKES_DICT, MAKES_FLOAT, MAKES_INT, MAKES_LIST, MAKES_SET, MAKES_STR, MAKES_TUPLE } from "../constructs.js";
import type { Parts } from "../context.js";
import type { NativeDefinition, TypeDefinition } from "../natives.js";

/** Makes a builtin type of its definition. Leaf. */
export function defineType(context: Parts, definition: TypeDefinition): Address {
  const { types } = context;
  const base = definition.base ?? types.object;
  const type = types.create({
    name: definition.name,
    module: definition.module ?? "builtins",
    bases: [base],
    mro: types.record(base).mro,
    meta: types.type,
    kind: "builtin",
    isSolid: true,
    isClass: false,
    inlineSlots: 0,
    dict: NULL,
    shapes: definition.shapes,
  });
  if (definition.isNamesake !== true) types.register(type);
  types.record(type).isBase = definition.isBase === true;
  if (definition.isWeaklyReferable) types.record(type).isWeaklyReferable = true;
  if (definition.attributesAt !== undefined)
    for (const shape of definition.shapes)
      context.attributes.instances.keepDict(shape, definition.attributesAt, () => context.dicts.create());
  if (definition.bindsLikeFunctions)
    for (const shape of definition.shapes) context.attributes.descriptors.bindLikeFunctions(shape);
  if (definition.name === "int") Object.assign(types, { int: type });
  // Before the rest, as this is what a class without documentation of its own has first.
  types.setAttribute(type, context.name("__doc__"), context.attributes.descriptors.createDocumentation(type));
  extendType(context, type, definition);
  return type;
}

/** Adds methods and attributes to a builtin type. Leaf. */
export function extendType(context: Parts, type: Address, definition: Partial<TypeDefinition>): void {
  const {
    types,
    natives,
    attributes: { descriptors },
    name: intern,
    memory: { i32 },
  } = context;
  const record = types.record(type);
  const set = (name: string, value: Word): void => void types.setAttribute(type, intern(name), value);
  const first = (args: Address): Word => i32[args >>> 2];

  if (definition.isBase === true) record.isBase = true;
  if (definition.doc !== undefined) set("__doc__", intern(definition.doc));
  for (const method of definition.methods ?? []) set(method.name, natives.create(method, type));
  addComparisons(context, type, definition);
  for (const method of definition.classMethods ?? []) {
    set(method.name, descriptors.createClassMethod(natives.create(method, types.type, undefined, type), type));
  }
  for (const method of definition.staticMethods ?? []) {
    // `__new__` is a function as it is.
    const native = natives.create(method, NULL, undefined, type);
    set(
      method.name,
      method.name === "__new__" ? native : descriptors.createWrapper(descriptors.staticMethodShape, native),
    );
  }
  const { instanceGetters } = context.attributes;
  if (definition.attributesAt !== undefined)
    set(instanceGetters.dict.name, descriptors.createGetter(instanceGetters.dict, type));
  for (const getter of definition.getters ?? []) set(getter.name, descriptors.createGetter(getter, type));
  for (const [name, value] of Object.entries(definition.attributes ?? {})) set(name, value);
  if (definition.isGeneric) {
    const run = (args: Address): Word => context.genericAliases.aliasOf(i32[args >>> 2], i32[(args >>> 2) + 1]);
    const native = natives.create(
      { name: "__class_getitem__", parameters: "(cls, key, /)", run },
      types.type,
      undefined,
      type,
    );
    set("__class_getitem__", descriptors.createClassMethod(native, type));
  }
  if (definition.unhashable) set("__hash__", NONE);
  if (definition.empty !== undefined) record.empty = definition.empty;
  if (definition.refinedWithDict) record.refinedWithDict = true;
  if (definition.patterns !== undefined) record.patterns = definition.patterns;
  if (definition.contains !== undefined) record.contains = definition.contains;
  if (definition.construct !== undefined) {
    record.construct = natives.create({ ...definition.construct, name: record.name });
    context.memory.i32[(type + TYPE_CALL_OPERATION) >>> 2] = definition.construct.makes ?? 0;
    set("__new__", newNative(context, type, definition.construct, definition.empty));
  }
  const { iterate, next } = definition;
  if (iterate !== undefined) {
    record.iterate = iterate;
    set(
      "__iter__",
      natives.create({ name: "__iter__", parameters: "(self, /)", run: (args) => iterate(first(args)) }, type),
    );
  }
  if (next !== undefined) {
    record.next = next;
    const run = (args: Address): Word => {
      const item = next(first(args));
      return item !== NULL || context.exceptions.pending() !== NULL
        ? item
        : context.exceptions.raise("StopIteration", "");
    };
    set("__next__", natives.create({ name: "__next__", parameters: "(self, /)", run }, type));
  }
}

/** A type that compares in one way has all six methods, as in CPython, where one function is behind them. */
function addComparisons(
  { types, natives, objects, name: intern }: Parts,
  type: Address,
  given: Partial<TypeDefinition>,
): void {
  const has = new Set(given.methods?.map(({ name }) => name));
  if (type === types.object || !has.has("__eq__")) return;
  for (const name of ["__ne__", "__lt__", "__le__", "__gt__", "__ge__"].filter((each) => !has.has(each))) {
    const ofObject = (): NativeDefinition => natives.record(types.lookup(types.object, intern(name))).definition;
    const run: NativeDefinition["run"] =
      name === "__ne__" ? (args, count) => ofObject().run(args, count) : () => objects.notImplemented;
    types.setAttribute(type, intern(name), natives.create({ name, parameters: "(self, value, /)", run }, type));
  }
}

/** What checks the class that `T.__new__` gets (NULL: nothing). False: raised. */
export function classCheck({ types, exceptions, name: intern }: Parts, type: Address): (cls: Word) => boolean {
  const newOf = (each: Address): Word => types.lookup(each, intern("__new__"));
  const builtinBase = (cls: Address): Address =>
    types.record(cls).mro.find((each) => !types.record(each).isClass) as Address;
  return (cls) => {
    const name = types.shownNameOf(type);
    const fail = (message: string): false => {
      exceptions.raise("TypeError", `${name}.__new__${message}`);
      return false;
    };
    if (cls === NULL) return fail("(): not enough arguments");
    if (!types.isType(cls)) return fail(`(X): X is not a type object (${types.shownNameOf(types.typeOf(cls))})`);
    const given = types.shownNameOf(cls);
    if (!types.isSubtype(cls, type)) return fail(`(${given}): ${given} is not a subtype of ${name}`);
    // All exceptions are laid out alike, but groups are made by a function of their own.
    const isSafe =
      types.record(type).kind === "exception"
        ? newOf(builtinBase(cls)) === newOf(type)
        : types.record(cls).solid === type;
    if (!isSafe) return fail(`(${given}) is not safe, use ${given}.__new__()`);
    return true;
  };
}

/** What makes objects of classes that refine a builtin type in the kernel, where it makes those of the type itself. */
function newInKernel({ pythonKernel }: Parts, { makes }: NativeDefinition): Pick<NativeDefinition, "spread"> {
  switch (makes) {
    case MAKES_INT:
      return { spread: pythonKernel.newInt };
    case MAKES_FLOAT:
      return { spread: pythonKernel.newFloat };
    case MAKES_STR:
      return { spread: pythonKernel.newStr };
    case MAKES_TUPLE:
      return { spread: pythonKernel.newTuple };
    case MAKES_LIST:
      return { spread: pythonKernel.newList };
    case MAKES_SET:
      return { spread: pythonKernel.newSet };
    case MAKES_DICT:
      return { spread: pythonKernel.newDict };
  }
  return {};
}

/** `T.__new__`, which checks the class that it is given. For a class that refines T it makes an object of T and what carries it. */
function newNative(context: Parts, type: Address, construct: NativeDefinition, empty: TypeDefinition["empty"]): Word {
  const { types, natives, calls } = context;
  const { i32 } = context.memory;
  const checkClass = classCheck(context, type);

  if (empty !== undefined) {
    const definition: NativeDefinition = {
      name: "__new__",
      parameters: "(cls, /, *args, **kwargs)",
      acceptsClass: checkClass,
      ...newInKernel(context, construct),
      run(args) {
        const cls = i32[args >>> 2];
        if (!checkClass(cls)) return NULL;
        if (cls === type) return empty();
        // For the kernel to read.
        context.traits(cls);
        return types.record(type).refinedWithDict ? instanceWithDict(context, cls) : types.carry(cls, empty());
      },
    };
    return natives.create(definition, NULL, undefined, type);
  }
  // What is known of a call of the type does not hold for a call of this: its first argument may be another class.
  const { name: _, expand: __, loop: ___, kernel: ____, ...rest } = construct;
  const definition: NativeDefinition = {
    ...rest,
    name: "__new__",
    calledBy: types.nameOf(type),
    ...newInKernel(context, construct),
    acceptsClass: checkClass,
    run(args, count) {
      const cls = i32[args >>> 2];
      if (!checkClass(cls)) return NULL;
      if (cls === type || type === types.type) return construct.run(args, count);
      // For the kernel to read.
      context.traits(cls);
      if (construct.frames !== true) {
        const value = construct.run(args, count);
        return value === NULL ? NULL : types.carry(cls, value);
      }
      return calls.carrying(cls, args, count, construct.run);
    },
  };
  return natives.create(definition, NULL, undefined, type);
}

function instanceWithDict({ types, attributes }: Parts, cls: Address): Address {
  const instance = types.instantiate(cls);
  attributes.instances.toDict(instance);
  return instance;
}
