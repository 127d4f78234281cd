/// Formatting is many functions deep where an exception is raised: from there a JavaScript exception goes to the native, which returns NULL.

import { NULL, type Word } from "@hotpy/memory";
import type { Raising } from "@hotpy/python-objects";

/** Thrown where an exception of Python is pending. */
export const RAISED = Symbol("raised");

/** Raises a builtin exception. */
export type Fail = (type: string, message: string) => never;

export function failing(realm: Raising): Fail {
  return (type, message) => {
    realm.raise(type, message);
    throw RAISED;
  };
}

/** The word, unless it is NULL. */
export function got(word: Word): Word {
  if (word === NULL) throw RAISED;
  return word;
}
