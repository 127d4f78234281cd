import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { CELL_VALUE, SHAPE_CELL, SHAPE_FUNCTION, TAIL_SIZE, TYPE_DICT, TYPE_ROOT_SHAPE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { linearise } from "./mro.js";

/**
 * Makes a class of its name, bases (a tuple) and namespace (a dict, which becomes the class's). NULL: raised.
 * Leaf, but for `__set_name__` and `__init_subclass__` of users, which re-enter the loop.
 */
export function createClass(
  context: Context,
  name: Word,
  basesTuple: Word,
  namespace: Word,
  meta: Address,
  slotsHint = 0,
): Word {
  const { memory, types, exceptions, strings, dicts, shapes, name: intern } = context;
  const { i32 } = memory;
  const count = i32[(basesTuple + TAIL_SIZE) >>> 2];
  const bases =
    count === 0 ? [types.object] : [...i32.subarray((basesTuple >>> 2) + 2, (basesTuple >>> 2) + 2 + count)];
  for (const base of bases) {
    if (!types.isType(base)) return exceptions.raise("TypeError", "bases must be types");
    const record = types.record(base);
    if (record.kind === "builtin" && !record.isClass) {
      if (FINAL_TYPES.has(record.name))
        return exceptions.raise("TypeError", `type '${record.name}' is not an acceptable base type`);
      context.realm.notImplemented(`subclass of ${record.name}`);
    }
  }
  const duplicate = bases.find((base, i) => bases.indexOf(base) !== i);
  if (duplicate !== undefined) return exceptions.raise("TypeError", `duplicate base class ${types.nameOf(duplicate)}`);
  const mro = linearise(bases, (type) => types.record(type).mro);
  if (mro === undefined) {
    const names = bases.map((base) => types.nameOf(base)).join(", ");
    return exceptions.raise(
      "TypeError",
      `Cannot create a consistent method resolution\norder (MRO) for bases ${names}`,
    );
  }
  const kind = bases.some((base) => types.record(base).kind === "exception") ? "exception" : "instance";
  const inherited = Math.max(
    0,
    ...bases.map((base) => shapes.inlineSlots(i32[(types.record(base).address + TYPE_ROOT_SHAPE) >>> 2])),
  );
  const take = (key: string): Word => {
    const value = dicts.getInterned(namespace, intern(key));
    if (value !== NULL) dicts.delete(namespace, intern(key));
    return value;
  };
  if (dicts.getInterned(namespace, intern("__slots__")) !== NULL) context.realm.notImplemented("__slots__");
  const qualname = take("__qualname__");
  const classCell = take("__classcell__");
  const moduleWord = dicts.getInterned(namespace, intern("__module__"));
  if (
    dicts.getInterned(namespace, intern("__eq__")) !== NULL &&
    dicts.getInterned(namespace, intern("__hash__")) === NULL
  ) {
    dicts.set(namespace, intern("__hash__"), NONE);
  }
  if (dicts.getInterned(namespace, intern("__doc__")) === NULL) dicts.set(namespace, intern("__doc__"), NONE);
  const { descriptors } = context.attributes;
  for (const implicit of ["__init_subclass__", "__class_getitem__", "__new__"]) {
    const value = dicts.getInterned(namespace, intern(implicit));
    if (value !== NULL && i32[value >>> 2] >>> 8 === SHAPE_FUNCTION) {
      const shape = implicit === "__new__" ? descriptors.staticMethodShape : descriptors.classMethodShape;
      dicts.set(namespace, intern(implicit), descriptors.createWrapper(shape, value));
    }
  }
  // A class that is not seen to assign attributes of its instances usually gets them from outside.
  const expected = inherited + slotsHint || UNSEEN_ATTRIBUTES;
  const inlineSlots = Math.min(MOST_INLINE_SLOTS, Math.max(expected, kind === "exception" ? 7 : 0));
  const type = types.create({
    name: strings.toJS(name),
    qualname: qualname === NULL ? strings.toJS(name) : strings.toJS(qualname),
    module: moduleWord !== NULL && strings.isString(moduleWord) ? strings.toJS(moduleWord) : "builtins",
    bases,
    mro,
    meta,
    kind,
    isClass: true,
    inlineSlots,
    dict: namespace,
  });
  if (classCell !== NULL && i32[classCell >>> 2] >>> 8 === SHAPE_CELL)
    context.heap.storeWord(classCell, CELL_VALUE, type);
  return callHooks(context, type, bases[0]) ? type : NULL;
}

const FINAL_TYPES = new Set([
  "bool",
  "NoneType",
  "function",
  "range",
  "slice",
  "generator",
  "method",
  "builtin_function_or_method",
  "ellipsis",
]);
const MOST_INLINE_SLOTS = 64;
const UNSEEN_ATTRIBUTES = 4;

/** `__set_name__` of the attributes, then `__init_subclass__` of the bases. False: raised. */
function callHooks(context: Context, type: Address, base: Address): boolean {
  const { types, dicts, realm, name: intern, memory } = context;
  const dict = (): Word => memory.i32[(type + TYPE_DICT) >>> 2];
  const setName = intern("__set_name__");
  for (let entry = dicts.nextEntry(dict(), 0); entry >= 0; entry = dicts.nextEntry(dict(), entry + 1)) {
    const value = dicts.valueAt(dict(), entry);
    if ((value & 1) !== 0 || !types.recordOf(value).isClass) continue;
    const found = types.lookup(types.typeOf(value), setName);
    if (found !== NULL && realm.call(found, value, type, dicts.keyAt(dict(), entry)) === NULL) return false;
  }
  const hook = types.lookupAfter(type, type, intern("__init_subclass__"));
  if (!types.record(base).isClass) return true;
  const bound = context.attributes.descriptors.get(hook, NULL, type);
  return realm.call(bound) !== NULL;
}
