import { type Address, NULL, type Word, wordsAt } from "@hotpy/memory";
import { ARRAY_ITEMS, LIST_ITEMS, LIST_LENGTH } from "@hotpy/object-model";
import type { Context } from "../context.js";

/** What `__slots__` of a class says. */
export interface Slots {
  /** Interned names of attributes as instances have them, and as the source has them. */
  readonly attributes: readonly { readonly attribute: Word; readonly name: Word }[];
  readonly hasDict: boolean;
  readonly hasWeakReference: boolean;
}

/** Names that a class body sets by itself. */
const OWN_NAMES = new Set(["__qualname__", "__classcell__"]);

/**
 * Reads `__slots__` in the namespace of a class to be. Null: there is none; undefined: raised. May collect: it iterates.
 * `base` decides the layout of instances.
 */
export function readSlots(
  context: Context,
  className: string,
  namespace: Word,
  base: Address,
): Slots | null | undefined {
  const { types, dicts, strings, exceptions, realm, handles, name: intern } = context;
  const fail = (type: string, message: string): undefined => {
    exceptions.raise(type, message);
    return undefined;
  };
  const given = dicts.getInterned(namespace, intern("__slots__"));
  if (given === NULL) return null;
  const mark = handles.mark();
  const kept = handles.push(namespace);
  const names = namesIn(context, given);
  const own = handles.get(kept);
  handles.release(mark);
  if (names === undefined) return undefined;
  const record = types.record(base);
  if (names.length > 0 && VARIABLE_SIZE.has(types.record(record.valueType || base).name))
    return fail("TypeError", `nonempty __slots__ not supported for subtype of '${record.name}'`);
  let hasDict = false;
  let hasWeakReference = false;
  const attributes: { attribute: Word; name: Word }[] = [];
  for (const word of names) {
    if (!strings.isString(word))
      return fail("TypeError", `__slots__ items must be strings, not '${types.shownNameOf(types.typeOf(word))}'`);
    const text = strings.toJS(word);
    if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text)) return fail("TypeError", "__slots__ must be identifiers");
    if (text === "__dict__") {
      if (hasDict || inheritsDict(context, base))
        return fail("TypeError", "__dict__ slot disallowed: we already got one");
      hasDict = true;
      continue;
    }
    if (text === "__weakref__") {
      if (hasWeakReference || types.lookup(base, intern("__weakref__")) !== NULL || !mayAddWeakReference(context, base))
        return fail("TypeError", "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0");
      hasWeakReference = true;
      continue;
    }
    const attribute = intern(mangled(className, text));
    if (dicts.getInterned(own, attribute) !== NULL && !OWN_NAMES.has(text))
      return fail("ValueError", `${strings.toJS(realm.repr(word))} in __slots__ conflicts with class variable`);
    if (!attributes.some((each) => each.attribute === attribute)) attributes.push({ attribute, name: attribute });
  }
  return { attributes, hasDict, hasWeakReference };
}

/** Builtin types whose objects vary in size. */
const VARIABLE_SIZE = new Set(["int", "bool", "tuple", "bytes", "type"]);

/** Whether it takes a class to refer weakly to its instances: those of the builtin type that it refines cannot be, for now or, varying in size, ever. */
export function mayAddWeakReference({ types }: Context, base: Address): boolean {
  const { name } = types.record(types.record(base).valueType || base);
  return !VARIABLE_SIZE.has(name) && !types.record(base).isWeaklyReferable;
}

/** Whether instances of a base have a `__dict__`. */
export function inheritsDict({ types }: Context, base: Address): boolean {
  const { hasDict, isClass, kind } = types.record(base);
  return hasDict && (isClass || kind === "exception");
}

/** The items of `__slots__`: one string stands for itself. Undefined: raised. */
function namesIn({ strings, shapes, realm, memory: { i32 } }: Context, given: Word): Word[] | undefined {
  if (strings.isString(shapes.valueOf(given))) return [given];
  const list = realm.listOf(given);
  if (list === NULL) return undefined;
  const items = (i32[(list + LIST_ITEMS) >>> 2] + ARRAY_ITEMS) >>> 2;
  return wordsAt(i32, items, i32[(list + LIST_LENGTH) >>> 2]);
}

/** Names that begin with two underscores are private to the class. */
function mangled(className: string, name: string): string {
  if (!name.startsWith("__") || name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
