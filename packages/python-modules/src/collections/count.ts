import type { Word } from "@hotpy/memory";
import { UNDECIDED } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

const ZERO: Word = 1;
/** What adding 1 to a small integer adds to its word. */
const ONE_MORE = 2;
/** Above it counts are left to Python's own numbers. */
const MOST: Word = 0x7ffffff1;

/**
 * `count_plain(mapping, iterable)`: counts the items of a str, list or tuple, as far as neither hashing and comparing them nor the dict runs Python
 * code. How many it has counted; None: the dict or the iterable is another one.
 */
export function countNative({ realm, lists, argument }: Library): NativeDefinition {
  const { dicts, strings, none } = realm;
  const names = ["get", "__setitem__"].map(realm.intern);

  /** Whether a dict, or an instance of a class that refines dict, has all its methods for this from there. */
  function isPlainDict(mapping: Word): boolean {
    const [type, dict] = [realm.typeOf(mapping), realm.type("dict")];
    if (type === dict) return true;
    const isInherited = (name: Word): boolean => realm.lookupOnType(type, name) === realm.lookupOnType(dict, name);
    return realm.isSubtype(type, dict) && names.every(isInherited);
  }

  return {
    name: "count_plain",
    parameters: "(mapping, iterable, /)",
    run(args) {
      const [mapping, iterable] = [argument(args, 0), argument(args, 1)];
      const isText = strings.isString(iterable);
      if (!isPlainDict(mapping) || !(isText || lists.isList(iterable) || lists.isTuple(iterable))) return none;
      const dict = realm.valueOf(mapping);
      const { getOr, setKey } = dicts.kernel;
      const text = isText ? strings.flat(iterable) : iterable;
      const count = isText ? strings.length(text) : lists.length(text);
      let done = 0;
      for (; done < count; done++) {
        const key = isText ? strings.char(strings.codeAt(text, done)) : lists.item(text, done);
        const before = getOr(dict, key, ZERO);
        if (before === UNDECIDED || (before & 1) === 0 || before > MOST) break;
        const stored = setKey(dict, key, before + ONE_MORE);
        if (stored === UNDECIDED || stored === 0) break;
      }
      return realm.int(done);
    },
  };
}
