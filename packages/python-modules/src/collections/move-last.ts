import type { Library } from "@hotpy/python-builtins";
import { type NativeDefinition, WRITES_DICTS } from "@hotpy/python-objects";

/** `move_last(ordered, key)`: makes a key the last one; False: it is not there, or code must compare keys. */
export function lastNative({ realm, argument }: Library): NativeDefinition {
  const { moveToLast } = realm.pythonKernel;
  return {
    name: "move_last",
    parameters: "(ordered, key, /)",
    effects: WRITES_DICTS,
    kernel: { 2: moveToLast },
    run: (args) => moveToLast(argument(args, 0), argument(args, 1)),
  };
}
