import { headerOf } from "@hotpy/object-model/kernel/header";
import { allocate } from "@hotpy/object-model/kernel/heap";
import { NATIVE_INDEX, NATIVE_NAME, NATIVE_OWNER, NATIVE_SELF, SHAPE_NATIVE, TAIL_SIZE } from "./generated/constants";

/** A native method with `self` filled in. 0: no memory. */
export function bindNative(native: usize, self: usize): usize {
  const bound = allocate(24);
  if (bound === 0) return 0;
  store<i32>(bound, headerOf(SHAPE_NATIVE));
  store<i32>(bound, 0, TAIL_SIZE);
  store<i32>(bound, load<i32>(native, NATIVE_INDEX), NATIVE_INDEX);
  store<usize>(bound, load<usize>(native, NATIVE_NAME), NATIVE_NAME);
  store<usize>(bound, load<usize>(native, NATIVE_OWNER), NATIVE_OWNER);
  store<usize>(bound, self, NATIVE_SELF);
  return bound;
}
