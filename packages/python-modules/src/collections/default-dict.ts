import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/** `default_dict_is(defaultdict)`: from then on the kernel makes values that are missing, where that runs no code. */
export function defaultNative({ realm, argument }: Library): NativeDefinition {
  return {
    name: "default_dict_is",
    parameters: "(type, /)",
    run(args) {
      realm.pythonKernel.defaultDictIs(argument(args, 0), realm.intern("default_factory"));
      return realm.none;
    },
  };
}
