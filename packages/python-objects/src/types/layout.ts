import { type Address, NULL } from "@hotpy/memory";
import type { Types } from "./types.js";

/** The base that decides the layout of instances: the one whose layout refines those of the others; NULL: they conflict. */
export function bestBase(types: Types, bases: readonly Address[]): Address {
  let best = bases[0];
  for (const base of bases) {
    const { layoutBase } = types.record(base);
    const winner = types.record(best).layoutBase;
    if (types.isSubtype(winner, layoutBase)) continue;
    if (!types.isSubtype(layoutBase, winner)) return NULL;
    best = base;
  }
  return best;
}

/** Whether an instance of one class can become one of another: both refine the same type, and have the same slots and a dict or none. */
export function isLaidOutAlike(types: Types, from: Address, to: Address): boolean {
  const [left, right] = [types.record(from), types.record(to)];
  if (left.refinedWithDict || right.refinedWithDict) return left.solid === right.solid;
  const hasSameBase = left.layoutBase === right.layoutBase || slotsOf(types, from) === slotsOf(types, to);
  return (
    hasSameBase && left.valueType === right.valueType && left.kind === right.kind && left.hasDict === right.hasDict
  );
}

/** The names in the `__slots__` of a class and those that it refines. */
function slotsOf(types: Types, type: Address): string {
  const names: string[] = [];
  for (let each = type; each !== NULL; each = types.record(each).base) names.push(...types.record(each).slotNames);
  return names.join();
}

/**
 * Whether a class that has one base can have the other instead: what each adds to `object` in its instances is the
 * same, by the same class or by two that add the same slots to one base.
 */
export function canReplaceBase(types: Types, old: Address, base: Address): boolean {
  const [left, right] = [lastToAdd(types, old), lastToAdd(types, base)];
  if (left === right) return true;
  const [from, to] = [types.record(left), types.record(right)];
  return (
    from.base === to.base &&
    from.base !== NULL &&
    from.solid === to.solid &&
    from.hasDict === to.hasDict &&
    from.slotNames.join() === to.slotNames.join()
  );
}

/** The nearest class, from a base on, whose instances have what those of its own base have not. */
function lastToAdd(types: Types, type: Address): Address {
  const { base, solid, slotNames, hasDict, isClass } = types.record(type);
  if (base === NULL || solid === type || slotNames.length > 0) return type;
  const inherited = types.record(base);
  // The first class below a builtin type brings weak references, if it brings no dict.
  return hasDict !== inherited.hasDict || isClass !== inherited.isClass ? type : lastToAdd(types, base);
}
