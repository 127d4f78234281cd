import type { Library } from "@hotpy/python-builtins";
import { type NativeDefinition, PROPERTY_ITEM } from "@hotpy/python-objects";

/** `note_item(property, position)`: notes of a property, which it returns, that its getter gives the item at a position of a tuple. */
export function itemNative({ realm, argument }: Library): NativeDefinition {
  return {
    name: "note_item",
    parameters: "(property, position, /)",
    run(args) {
      const property = argument(args, 0);
      realm.memory.i32[(property + PROPERTY_ITEM) >>> 2] = realm.integers.toNumber(argument(args, 1)) + 1;
      return property;
    },
  };
}
