/// Objects whose `__hash__`, `__eq__` or `__lt__` is written in Python, as keys, as what is searched for, and in heaps: what a native of containers calls in its
/// place, a surrogate, is called by traces too. Whether an argument is such an object is guarded only where it seems so: others need no guard.

import type { CoreMachine } from "@hotpy/interpreter";
import { type Address, isSmall, NULL, type Word } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  isNativeShape,
  LIST,
  LIST_ARRAY,
  SHAPE_LIST,
  SHAPE_TUPLE,
  shapeIdOf,
  TAIL_SIZE,
  TUPLE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { Language } from "./language.js";
import { methodOf } from "./operator-methods.js";
import { typeOf } from "./types.js";

/** Whether the arguments may be a container of a builtin type and an object. */
const seemsSo = <V>(m: CoreMachine<V>, [container, object]: readonly V[]): boolean =>
  object !== undefined &&
  (m.shapeNow(object) >= FIRST_DYNAMIC_SHAPE || m.shapeNow(object) === SHAPE_TUPLE) &&
  m.shapeNow(container) < FIRST_DYNAMIC_SHAPE;

/** Items of a tuple that are looked at. */
const LOOKED_AT = 3;

/** An item of a tuple that seems to be an object whose method is written in Python. Tuples of others need no guard, and of many items not all are asked. */
function objectInTuple<V>(m: CoreMachine<V>, language: Language, tuple: V | undefined, method: string): V | undefined {
  if (tuple === undefined || m.shapeNow(tuple) !== SHAPE_TUPLE) return undefined;
  const index = placeOfObject(language, m.wordNow(tuple));
  if (index < 0 || m.shapeOf(tuple) !== SHAPE_TUPLE) return undefined;
  if (!m.truth(m.op("i32_lt", [m.i32(index), m.op("load_i32", [tuple], TUPLE.size)]))) return undefined;
  const item = m.op("load_element", [tuple, m.i32(index)], TUPLE.items);
  return methodOf(m, language, item, method) === NULL ? undefined : item;
}

/** The index of a tuple's first item that is an object of a class in Python; -1: none of those that are looked at. */
function placeOfObject({ memory }: Language, tuple: Address): number {
  const { i32 } = memory;
  const size = Math.min(i32[(tuple + TAIL_SIZE) >>> 2], LOOKED_AT);
  for (let index = 0; index < size; index++) {
    const item = i32[((tuple + TUPLE_ITEMS) >>> 2) + index];
    if (!isSmall(item) && item !== NULL && shapeIdOf(memory, item) >= FIRST_DYNAMIC_SHAPE) return index;
  }
  return -1;
}

/** The surrogate for these arguments, a container of a builtin type and an object first; NULL: the native does it itself. */
function surrogateFor<V>(
  m: CoreMachine<V>,
  language: Language,
  { forObjects }: NativeDefinition,
  args: readonly V[],
): Word {
  if (forObjects === undefined || (forObjects.inList && m.shapeNow(args[0]) !== SHAPE_LIST)) return NULL;
  const { method } = forObjects;
  if (forObjects.inTuple)
    return objectInTuple(m, language, args[0], method) === undefined
      ? NULL
      : (forObjects.surrogate(args.length) ?? NULL);
  const object = forObjects.isItem ? firstItem(m, args[0]) : seemsSo(m, args) ? args[1] : undefined;
  const isTuple = object !== undefined && m.shapeNow(object) === SHAPE_TUPLE;
  if (object === undefined || (isTuple && method !== "__hash__")) return NULL;
  const asked = isTuple ? objectInTuple(m, language, object, method) : object;
  if (asked === undefined || methodOf(m, language, asked, method) === NULL) return NULL;
  if (forObjects.inList && m.shapeOf(args[0]) !== SHAPE_LIST) return NULL;
  return forObjects.surrogate(args.length) ?? NULL;
}

/** The first item of a list, if that seems to be an object. */
function firstItem<V>(m: CoreMachine<V>, list: V): V | undefined {
  if (m.shapeOf(list) !== SHAPE_LIST) return undefined;
  if (!m.truth(m.op("i32_lt", [m.i32(0), m.op("load_i32", [list], LIST.length)]))) return undefined;
  const item = m.op("load_element", [m.op("load_word", [list], LIST.items), m.i32(0)], LIST_ARRAY);
  return m.shapeNow(item) >= FIRST_DYNAMIC_SHAPE ? item : undefined;
}

/** The same for the method of a container, found by its name. */
export function surrogateOfMethod<V>(m: CoreMachine<V>, language: Language, method: string, args: readonly V[]): Word {
  const { types, natives, memory, name } = language;
  if (!seemsSo(m, args)) return NULL;
  const found = types.lookup(typeOf(m, language, args[0]), name(method));
  if (found === NULL || !isNativeShape(shapeIdOf(memory, found))) return NULL;
  return surrogateFor(m, language, natives.record(found).definition, args);
}

/** Calls the surrogate of a native; false: there is none for these arguments. */
export function callForObject<V>(
  m: CoreMachine<V>,
  language: Language,
  definition: NativeDefinition,
  args: readonly V[],
): boolean {
  const surrogate = surrogateFor(m, language, definition, args);
  if (surrogate !== NULL) m.call(language.codes.ofFunction(surrogate), m.word(surrogate), args);
  return surrogate !== NULL;
}
