import type { Word } from "@hotpy/memory";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { Library } from "../library.js";

/** `__format__` of int, float and str. May collect. */
export function formatMethod(
  { realm, argument }: Library,
  format: (value: Word, spec: Word) => Word,
): NativeDefinition {
  const { strings } = realm;
  return {
    name: "__format__",
    parameters: "(self, format_spec, /)",
    receives: "self",
    run(args) {
      const [self, given] = [argument(args, 0), argument(args, 1)];
      const spec = realm.valueOf(given);
      if (!strings.isString(spec))
        return realm.raise("TypeError", `__format__() argument must be str, not ${realm.typeName(given)}`);
      const value = realm.valueOf(self);
      // A subclass may have a text of its own.
      return value !== self && strings.length(spec) === 0 ? realm.toStr(self) : format(value, spec);
    },
  };
}
