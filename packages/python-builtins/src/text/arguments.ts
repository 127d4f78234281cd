import { NULL, type Word } from "@hotpy/memory";
import type { Realm } from "@hotpy/python-objects";

/** False, with a TypeError pending, unless the word is a str. `what` begins the message, e.g. "replace() argument 1 ". */
export function requireStr(realm: Realm, word: Word, what = ""): boolean {
  if (realm.strings.isString(word)) return true;
  realm.raise("TypeError", `${what}must be str, not ${realm.typeName(word)}`);
  return false;
}

/** Count argument of methods that take one; `Infinity` if it is absent or negative, undefined: raised. */
export function limitArgument(realm: Realm, word: Word): number | undefined {
  if (word === NULL) return Infinity;
  const limit = realm.indexNumber(word);
  return limit === undefined ? undefined : limit < 0 ? Infinity : limit;
}
