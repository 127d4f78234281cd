import { NULL, type Word } from "@hotpy/memory";
import type { Context } from "../context.js";

/** The name of an attribute as it was given to a method, interned. NULL: it is no string, raised. */
export function attributeName({ shapes, strings, types, exceptions }: Context, given: Word): Word {
  const text = shapes.valueOf(given);
  if (strings.isString(text)) return strings.intern(text);
  exceptions.raise("TypeError", `attribute name must be string, not '${types.shownNameOf(types.typeOf(given))}'`);
  return NULL;
}
