/// Keys whose `__hash__` is written in Python: what a native of dicts and sets calls in its place, a surrogate, is called by traces too. Whether a key is one
/// is guarded only where it seems so: others need no guard.

import type { CoreMachine } from "@hotpy/interpreter";
import { NULL, type Word } from "@hotpy/memory";
import { FIRST_DYNAMIC_SHAPE, isNativeShape, shapeIdOf } from "@hotpy/object-model";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { Language } from "./language.js";
import { methodOf } from "./operator-methods.js";
import { typeOf } from "./types.js";

/** The surrogate for these arguments, a container of a builtin type and a key first; NULL: the native does it itself. */
function surrogateFor<V>(
  m: CoreMachine<V>,
  language: Language,
  { forHashedKeys }: NativeDefinition,
  args: readonly V[],
): Word {
  const [container, key] = args;
  if (forHashedKeys === undefined || key === undefined) return NULL;
  if (m.shapeNow(key) < FIRST_DYNAMIC_SHAPE || m.shapeNow(container) >= FIRST_DYNAMIC_SHAPE) return NULL;
  if (methodOf(m, language, key, "__hash__") === NULL) return NULL;
  return forHashedKeys(args.length)?.surrogate ?? NULL;
}

/** The same for the method of a container, found by its name. */
export function hashedMethod<V>(m: CoreMachine<V>, language: Language, method: string, args: readonly V[]): Word {
  const { types, natives, memory, name } = language;
  const [container, key] = args;
  if (m.shapeNow(key) < FIRST_DYNAMIC_SHAPE || m.shapeNow(container) >= FIRST_DYNAMIC_SHAPE) return NULL;
  const found = types.lookup(typeOf(m, language, container), name(method));
  if (found === NULL || !isNativeShape(shapeIdOf(memory, found))) return NULL;
  return surrogateFor(m, language, natives.record(found).definition, args);
}

/** Calls the surrogate of a native; false: there is none for these arguments. */
export function callHashed<V>(
  m: CoreMachine<V>,
  language: Language,
  definition: NativeDefinition,
  args: readonly V[],
): boolean {
  const surrogate = surrogateFor(m, language, definition, args);
  if (surrogate !== NULL) m.call(language.codes.ofFunction(surrogate), m.word(surrogate), args);
  return surrogate !== NULL;
}
