import { type Address, isSmall, NULL, type Word } from "@hotpy/memory";
import { SHAPE_TUPLE, shapeIdOf, TYPE_BASES } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { bestBase, canReplaceBase } from "./layout.js";
import { defaultOrder, orderByMetaclass } from "./order.js";

/**
 * Gives a class other bases: `C.__bases__ = value`. The orders of the class and of those that refine it are made anew;
 * if one of them has none, nothing is changed. `mro` of a metaclass may run Python code.
 *
 * @returns false: raised
 */
export function setBases(context: Context, type: Address, value: Word): boolean {
  const { types, exceptions, memory, heap, objects } = context;
  const { i32 } = memory;
  const record = types.record(type);
  const fail = (message: string): false => {
    exceptions.raise("TypeError", message);
    return false;
  };
  if (isSmall(value) || shapeIdOf(memory, value) !== SHAPE_TUPLE)
    return fail(`can only assign tuple to ${record.name}.__bases__, not ${types.shownNameOf(types.typeOf(value))}`);
  const bases = objects.itemsOf(value);
  if (bases.length === 0) return fail(`can only assign non-empty tuple to ${record.name}.__bases__, not ()`);
  for (const base of bases) {
    if (!types.isType(base))
      return fail(`${record.name}.__bases__ must be tuple of classes, not '${types.shownNameOf(types.typeOf(base))}'`);
    if (types.isSubtype(base, type)) return fail("a __bases__ item causes an inheritance cycle");
  }
  const best = bestBase(types, bases);
  if (best === NULL) return fail("multiple bases have instance lay-out conflict");
  const [from, to] = [types.record(record.base), types.record(best)];
  if (from !== to && (from.isClass !== to.isClass || !canReplaceBase(types, record.base, best))) {
    const what = from.isClass && to.isClass ? "object layout" : "deallocator";
    return fail(`__bases__ assignment: '${to.name}' ${what} differs from '${from.name}'`);
  }

  const before = objects.itemsOf(i32[(type + TYPE_BASES) >>> 2]);
  const replace = (old: readonly Address[], now: readonly Address[], base: Address): void => {
    for (const each of old) {
      const { subclasses } = types.record(each);
      subclasses.splice(subclasses.indexOf(type), 1);
    }
    for (const each of now) types.record(each).subclasses.push(type);
    record.base = base;
    heap.storeWord(type, TYPE_BASES, objects.tuple(now));
  };
  const orders: [Address, readonly Address[]][] = [];
  const reorder = (each: Address): boolean => {
    const order = defaultOrder(context, objects.itemsOf(i32[(each + TYPE_BASES) >>> 2]));
    if (order === undefined) return false;
    orders.push([each, types.record(each).mro]);
    types.setMro(each, [each, ...order]);
    return orderByMetaclass(context, each, types.typeOf(each)) && types.record(each).subclasses.every(reorder);
  };
  const formerBase = record.base;
  replace(before, bases, best);
  if (reorder(type)) return true;
  for (const [each, order] of orders) types.setMro(each, order);
  replace(bases, before, formerBase);
  return false;
}
