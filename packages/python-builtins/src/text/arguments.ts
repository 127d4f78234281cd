import { NULL, type Word } from "@hotpy/memory";
import type { Arithmetic, Machine, Making, Raising, Typing } from "@hotpy/python-objects";
import { sizeArgument } from "../numbers/convert.js";

/** False, with a TypeError pending, unless the word is a str. `what` begins the message, e.g. "replace() argument 1 ". */
export function requireStr(realm: Machine & Making & Raising & Typing, word: Word, what = ""): boolean {
  if (realm.strings.isString(word)) return true;
  // CPython names None by itself where it names the argument.
  const given = word === realm.none && what !== "" ? "None" : realm.typeName(word);
  realm.raise("TypeError", `${what}must be str, not ${given}`);
  return false;
}

/** An argument that is an int of C, as flags are; undefined: raised. */
export function intArgument(realm: Machine & Arithmetic & Raising, word: Word): number | undefined {
  const index = realm.index(word);
  if (index === NULL) return undefined;
  const value = realm.integers.toNumber(index);
  if (value === (value | 0)) return value;
  realm.raise("OverflowError", "Python int too large to convert to C int");
  return undefined;
}

/** More than any string has parts. */
const NO_LIMIT = 0x7fffffff;

/** Count argument of methods that take one; {@link NO_LIMIT} if it is absent or negative, undefined: raised. */
export function limitArgument(realm: Machine & Arithmetic & Raising, word: Word): number | undefined {
  if (word === NULL) return NO_LIMIT;
  const limit = sizeArgument(realm, word);
  return limit === undefined ? undefined : limit < 0 ? NO_LIMIT : Math.min(limit, NO_LIMIT);
}
