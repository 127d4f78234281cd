/// The type of an operand, as far as a trace may rely on it.

import { type CoreMachine, SHAPE_NULL, SHAPE_SMALL } from "@hotpy/interpreter";
import type { Address } from "@hotpy/memory";
import { SHAPE_TYPE } from "@hotpy/object-model";
import type { Language } from "./language.js";

/** Type of the objects of a shape; its attributes are taken for constant from now on. */
export function instanceTypeOf<V>(m: CoreMachine<V>, { memory, shapes, types }: Language, shape: number): Address {
  const type = memory.i32[shapes.record(shape) >>> 2];
  if (types.record(type).isClass) m.watch(type);
  return type;
}

/** Type of a value, pinned by its shape. A type object's own type is not found: its shape does not tell. */
export function typeOf<V>(m: CoreMachine<V>, language: Language, value: V): Address {
  const shape = m.shapeOf(value);
  if (shape === SHAPE_SMALL) return language.types.int;
  if (shape === SHAPE_NULL || shape === SHAPE_TYPE) return m.decline("the type of a type");
  return instanceTypeOf(m, language, shape);
}
