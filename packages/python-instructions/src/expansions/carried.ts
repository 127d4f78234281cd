/// Instances of classes that refine builtin types, by the values that they carry.

import type { CoreMachine } from "@hotpy/interpreter";
import type { Address } from "@hotpy/memory";
import { CARRIER, FIRST_DYNAMIC_SHAPE } from "@hotpy/object-model";
import type { Language } from "./language.js";
import { instanceTypeOf } from "./types.js";

/** Whether instances of a shape carry a value. */
export const carriesValue = ({ shapes }: Language, shape: number): boolean =>
  shape >= FIRST_DYNAMIC_SHAPE && !shapes.isExact(shape) && shapes.layoutOf(shape) !== 0;

/** The value that an instance of a shape with {@link carriesValue} carries. */
export const loadValue = <V>(m: CoreMachine<V>, instance: V): V => m.op("load_word", [instance], CARRIER.value);

/**
 * What an operation works on: the value that an instance carries, if its class leaves all these special methods as the builtin
 * type has them; else the object itself. Pins its shape.
 */
export function carried<V>(m: CoreMachine<V>, language: Language, object: V, methods: readonly string[]): V {
  // Asked first: whether an integer is tagged or boxed is not to be pinned.
  if (m.isInt(object)) return object;
  const shape = m.shapeOf(object);
  if (!carriesValue(language, shape)) return object;
  const { types, name } = language;
  const type = instanceTypeOf(m, language, shape);
  const { valueType } = types.record(type);
  const isInherited = (method: string): boolean =>
    types.lookup(type, name(method)) === types.lookup(valueType, name(method));
  return methods.every(isInherited) ? loadValue(m, object) : object;
}

/** Whether objects of a builtin type never change. */
export const isImmutable = ({ types }: Language, type: Address): boolean => types.record(type).empty === undefined;
