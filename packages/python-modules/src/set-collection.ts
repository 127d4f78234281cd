import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/** The flags of a class that say what the patterns of `match` take its instances for. */
const SEQUENCE = 1 << 5;
const MAPPING = 1 << 6;

/** `set_collection(cls, flag)`: from now on instances of the class, and of those that refine it, are sequences or mappings; 0 changes nothing. */
export function setCollectionNative({ realm, argument }: Library): NativeDefinition {
  return {
    name: "set_collection",
    parameters: "(cls, flag, /)",
    run(args) {
      const flag = argument(args, 1) >> 1;
      if (flag === SEQUENCE) realm.setCollection(argument(args, 0), "sequence");
      else if (flag === MAPPING) realm.setCollection(argument(args, 0), "mapping");
      return realm.none;
    },
  };
}
