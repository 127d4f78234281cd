import { type Address, NULL, wordsAt } from "@hotpy/memory";
import { ARRAY_ITEMS, LIST_ITEMS, LIST_LENGTH } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { linearise } from "./mro.js";

/** The order that a class with these bases has by itself, without the class. Undefined: raised, there is none. */
export function defaultOrder(
  { types, exceptions }: Pick<Context, "types" | "exceptions">,
  bases: readonly Address[],
): Address[] | undefined {
  const duplicate = bases.find((base, i) => bases.indexOf(base) !== i);
  if (duplicate !== undefined) {
    exceptions.raise("TypeError", `duplicate base class ${types.nameOf(duplicate)}`);
    return undefined;
  }
  const order = linearise(bases, (type) => types.record(type).mro);
  if (order === undefined) {
    const names = bases.map((base) => types.nameOf(base)).join(", ");
    exceptions.raise("TypeError", `Cannot create a consistent method resolution\norder (MRO) for bases ${names}`);
  }
  return order;
}

/** Where the metaclass has an `mro` of its own, its result is the order of the type. False: raised. */
export function orderByMetaclass(context: Context, type: Address, meta: Address): boolean {
  const { types, exceptions, realm, name: intern, memory } = context;
  const fail = (message: string): false => {
    exceptions.raise("TypeError", message);
    return false;
  };
  if (meta === types.type) return true;
  const found = types.lookup(meta, intern("mro"));
  if (found === types.lookup(types.type, intern("mro"))) return true;
  const order = realm.call(found, type);
  const list = order === NULL ? NULL : realm.listOf(order);
  if (list === NULL) return false;
  const start = (memory.i32[(list + LIST_ITEMS) >>> 2] + ARRAY_ITEMS) >>> 2;
  const mro = wordsAt(memory.i32, start, memory.i32[(list + LIST_LENGTH) >>> 2]);
  const stranger = mro.find((each) => !types.isType(each));
  if (stranger !== undefined)
    return fail(`mro() returned a non-class ('${types.shownNameOf(types.typeOf(stranger))}')`);
  if (mro.length === 0) return fail("type MRO must not be empty");
  const { solid } = types.record(type);
  const unsuitable = mro.find((each) => !types.isSubtype(solid, types.record(each).solid));
  if (unsuitable !== undefined)
    return fail(`mro() returned base with unsuitable layout ('${types.nameOf(unsuitable)}')`);
  types.setMro(type, mro);
  return true;
}
