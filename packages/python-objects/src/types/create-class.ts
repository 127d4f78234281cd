import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { CELL_VALUE, SHAPE_CELL, SHAPE_FUNCTION, TYPE_DICT, TYPE_ROOT_SHAPE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { bestBase } from "./layout.js";
import { defaultOrder, orderByMetaclass } from "./order.js";
import { inheritsDict, mayAddWeakReference, readSlots } from "./slots.js";

/** What a class is made of: the arguments of `type.__new__`. */
export interface NewClass {
  readonly name: Word;
  /** A tuple. */
  readonly bases: Word;
  /** A dict, of which the class has a copy: the frame of its body may have the dict itself. */
  readonly namespace: Word;
  /** `__module__`, where the namespace has none. */
  readonly module?: Word;
  /** Its own metaclass; see {@link metaclassOf}. */
  readonly meta: Address;
  /** Arguments of `__init_subclass__`: a dict, or NULL. */
  readonly keywords?: Word;
  /** How many attributes its instances are expected to have. */
  readonly slotsHint?: number;
}

/** The metaclass of a class: the most derived of the one that is asked for and the bases'. NULL: raised, they conflict. */
export function metaclassOf({ types, exceptions }: Context, wanted: Address, bases: readonly Address[]): Address {
  let winner = wanted;
  for (const base of bases) {
    const meta = types.typeOf(base);
    if (types.isSubtype(winner, meta)) continue;
    if (!types.isSubtype(meta, winner))
      return exceptions.raise(
        "TypeError",
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
      );
    winner = meta;
  }
  return winner;
}

/**
 * Makes a class. NULL: raised. Leaf, but for `mro` of the metaclass, `__set_name__` and `__init_subclass__` of users, which
 * re-enter the loop.
 */
export function createClass(context: Context, definition: NewClass): Word {
  const { handles } = context;
  const mark = handles.mark();
  // Iterating over `__slots__` may run Python code.
  const namespace = context.dicts.copy(definition.namespace);
  const { name, bases, keywords = NULL, module = NULL } = definition;
  const kept = [name, bases, namespace, keywords, module].map(handles.push);
  const result = createKept(context, definition, kept);
  handles.release(mark);
  return result;
}

function createKept(context: Context, { meta, slotsHint = 0 }: NewClass, kept: readonly number[]): Word {
  const { handles } = context;
  const { memory, objects, types, exceptions, strings, dicts, shapes, name: intern } = context;
  const { i32 } = memory;
  const given = objects.itemsOf(handles.get(kept[1]));
  const bases = given.length === 0 ? [types.object] : given;
  for (const base of bases) {
    if (!types.isType(base)) return exceptions.raise("TypeError", "bases must be types");
    const record = types.record(base);
    if (!record.isBase)
      return exceptions.raise("TypeError", `type '${types.shownNameOf(base)}' is not an acceptable base type`);
  }
  const best = bestBase(types, bases);
  if (best === NULL) return exceptions.raise("TypeError", "multiple bases have instance lay-out conflict");
  const mro = defaultOrder(context, bases);
  if (mro === undefined) return NULL;
  const className = strings.toJS(handles.get(kept[0]));
  const slots = readSlots(context, className, handles.get(kept[2]), best);
  if (slots === undefined) return NULL;
  const namespace = handles.get(kept[2]);
  const module = handles.get(kept[4]);
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
  const qualname = shapes.valueOf(take("__qualname__"));
  if (qualname !== NULL && !strings.isString(qualname)) {
    const given = types.shownNameOf(types.typeOf(qualname));
    return exceptions.raise("TypeError", `type __qualname__ must be a str, not ${given}`);
  }
  const classCell = take("__classcell__");
  if (classCell !== NULL && ((classCell & 1) !== 0 || i32[classCell >>> 2] >>> 8 !== SHAPE_CELL)) {
    const given = types.shownNameOf(types.typeOf(classCell));
    return exceptions.raise("TypeError", `__classcell__ must be a nonlocal cell, not <class '${given}'>`);
  }
  const has = (key: string): boolean => dicts.getInterned(namespace, intern(key)) !== NULL;
  if (module !== NULL && !has("__module__")) dicts.set(namespace, intern("__module__"), module);
  const moduleWord = dicts.getInterned(namespace, intern("__module__"));
  const { descriptors, instanceGetters } = context.attributes;
  for (const implicit of ["__init_subclass__", "__class_getitem__", "__new__"]) {
    const value = dicts.getInterned(namespace, intern(implicit));
    if (value !== NULL && i32[value >>> 2] >>> 8 === SHAPE_FUNCTION) {
      const shape = implicit === "__new__" ? descriptors.staticMethodShape : descriptors.classMethodShape;
      dicts.set(namespace, intern(implicit), descriptors.createWrapper(shape, value));
    }
  }
  // A class that is not seen to assign attributes of its instances usually gets them from outside.
  const expected =
    inherited + (slots?.attributes.length ?? slotsHint) || (slots?.hasDict === false ? 0 : UNSEEN_ATTRIBUTES);
  const hidden = kind === "instance" && types.record(best).kind === "builtin" ? 1 : 0;
  const inlineSlots = types.record(best).refinedWithDict
    ? 0
    : Math.min(MOST_INLINE_SLOTS, Math.max(expected + hidden, kind === "exception" ? 7 : 0));
  const type = types.create({
    name: className,
    qualname: qualname === NULL ? className : strings.toJS(qualname),
    module: moduleWord !== NULL && strings.isString(moduleWord) ? strings.toJS(moduleWord) : "builtins",
    bases,
    base: best,
    isSolid: false,
    slotNames: slots?.attributes.map(({ attribute }) => strings.toJS(attribute)) ?? [],
    hasDict: slots === null || slots.hasDict || bases.some((base) => inheritsDict(context, base)),
    mro,
    meta,
    kind,
    isClass: true,
    inlineSlots,
    dict: namespace,
  });
  for (const { attribute, name } of slots?.attributes ?? [])
    types.setAttribute(type, attribute, descriptors.createMember(type, attribute, name));
  for (const getter of [
    ...(types.record(type).hasDict ? [instanceGetters.classDict] : []),
    ...((slots === null || slots.hasWeakReference) && mayAddWeakReference(context, best)
      ? [instanceGetters.weakReference]
      : []),
  ])
    if (types.lookup(best, intern(getter.name)) === NULL && !has(getter.name))
      dicts.set(namespace, intern(getter.name), descriptors.createGetter(getter, type));
  if (!has("__doc__")) dicts.set(namespace, intern("__doc__"), NONE);
  if (has("__eq__") && !has("__hash__")) dicts.set(namespace, intern("__hash__"), NONE);
  if (classCell !== NULL) context.heap.storeWord(classCell, CELL_VALUE, type);
  if (!orderByMetaclass(context, type, meta)) return NULL;
  return callHooks(context, type, handles.get(kept[3])) ? type : NULL;
}

const MOST_INLINE_SLOTS = 64;
const UNSEEN_ATTRIBUTES = 4;

/** What `__set_name__` has raised becomes the cause of a RuntimeError that says for which attribute. */
function nameFailed(context: Context, type: Address, value: Word, key: Word): void {
  const { types, strings, exceptions } = context;
  const kind = types.shownNameOf(types.typeOf(value));
  exceptions.raiseFromPending(
    "RuntimeError",
    `Error calling __set_name__ on '${kind}' instance '${strings.toJS(key)}' in '${types.shownNameOf(type)}'`,
  );
}

/** `__set_name__` of the attributes, then `__init_subclass__` of the bases. False: raised. */
function callHooks(context: Context, type: Address, given: Word): boolean {
  const { types, dicts, handles, realm, name: intern, memory } = context;
  const mark = handles.mark();
  // What is called may change the class: all that it has now is told its name.
  const keptKeywords = handles.push(given);
  const kept = handles.push(dicts.copy(memory.i32[(type + TYPE_DICT) >>> 2]));
  const dict = (): Word => handles.get(kept);
  const setName = intern("__set_name__");
  const { descriptors } = context.attributes;
  for (let entry = dicts.nextEntry(dict(), 0); entry >= 0; entry = dicts.nextEntry(dict(), entry + 1)) {
    const value = dicts.valueAt(dict(), entry);
    // Of builtin types, properties have this method.
    if ((value & 1) !== 0 || !(types.recordOf(value).isClass || descriptors.isProperty(value))) continue;
    const found = types.lookup(types.typeOf(value), setName);
    if (found !== NULL && realm.call(found, value, type, dicts.keyAt(dict(), entry)) === NULL) {
      nameFailed(context, type, dicts.valueAt(dict(), entry), dicts.keyAt(dict(), entry));
      handles.release(mark);
      return false;
    }
  }
  const keywords = handles.get(keptKeywords);
  handles.release(mark);
  const hook = types.lookupAfter(type, type, intern("__init_subclass__"));
  const isGiven = keywords !== NULL && dicts.length(keywords) > 0;
  // A metaclass may have put the class last. That of `object` does nothing with nothing given.
  if (hook === NULL || (!isGiven && hook === types.lookup(types.object, intern("__init_subclass__")))) return true;
  const bound = context.attributes.descriptors.get(hook, NULL, type);
  return realm.callSpread(bound, context.objects.emptyTuple, isGiven ? keywords : NULL) !== NULL;
}
