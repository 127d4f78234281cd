import type { Address, NULL } from "@hotpy/memory";
import type { UpToValues } from "../context.js";
import { slotWrapper } from "./slot-wrappers.js";

/** Raises what CPython says of a method that is called with an object of another type. */
export function wrongSelf(
  { types, exceptions }: Pick<UpToValues, "types" | "exceptions">,
  name: string,
  owner: Address,
  type: Address,
): typeof NULL {
  const [wanted, given] = [types.shownNameOf(owner), types.shownNameOf(type)];
  return exceptions.raise(
    "TypeError",
    slotWrapper(types.nameOf(owner), name) !== undefined
      ? `descriptor '${name}' requires a '${wanted}' object but received a '${given}'`
      : `descriptor '${name}' for '${wanted}' objects doesn't apply to a '${given}' object`,
  );
}
