import type { Address } from "@hotpy/memory";
import { TYPE_BASES } from "@hotpy/object-model";
import type { Context } from "../context.js";

/**
 * Makes a builtin type, whose base is `object` and that nothing refines, a subclass of a class: what that has and the type has not is found for its objects
 * too. The layout of these stays as it is, so what the class has must ask them by their attributes alone.
 */
export function adoptBase(
  { types, heap, objects }: Pick<Context, "types" | "heap" | "objects">,
  type: Address,
  base: Address,
): void {
  const { subclasses } = types.record(types.object);
  if (subclasses.includes(type)) subclasses.splice(subclasses.indexOf(type), 1);
  types.record(base).subclasses.push(type);
  heap.storeWord(type, TYPE_BASES, objects.tuple([base]));
  types.setMro(type, [type, ...types.record(base).mro]);
}
