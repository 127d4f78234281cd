import { NULL } from "@hotpy/memory";
import type { NativeDefinition, Realm } from "@hotpy/python-objects";

/** What surrogates call to know how many items an iterable may have. */
export function lengthHintNatives(realm: Realm): readonly NativeDefinition[] {
  const { i32 } = realm.memory;
  const name = realm.intern("__length_hint__");
  const MOST = 2n ** 63n;
  return [
    {
      name: "length_hint_of",
      parameters: "(object, /)",
      leaf: false,
      run(args) {
        const object = i32[args >>> 2];
        return realm.lookupOnType(realm.typeOf(object), name) === NULL ? realm.none : realm.boundSpecial(object, name);
      },
    },
    {
      name: "check_length_hint",
      parameters: "(hint, /)",
      run(args) {
        const given = i32[args >>> 2];
        const hint = realm.valueOf(given);
        if (!realm.integers.isInteger(hint))
          return realm.raise("TypeError", `__length_hint__ must be an integer, not ${realm.plainTypeName(given)}`);
        const value = realm.integers.toBigInt(hint);
        if (value >= MOST || value < -MOST)
          return realm.raise("OverflowError", "Python int too large to convert to C ssize_t");
        return value < 0n ? realm.raise("ValueError", "__length_hint__() should return >= 0") : realm.none;
      },
    },
  ];
}
