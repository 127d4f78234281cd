/// Layouts of objects that only Python has: shape ids, and fields with their offsets in bytes. See `@hotpy/object-model`, whose layouts
/// are declared in the same way.

import { type DeclaredLayout, defineFields, fixed, layoutOf } from "@hotpy/object-model";

export const SHAPE_SLICE = 40;
export const SHAPE_NOT_IMPLEMENTED = 41;
export const SHAPE_ELLIPSIS = 42;

export const SLICE_START = 8;
export const SLICE_STOP = 12;
export const SLICE_STEP = 16;
export const SLICE = defineFields("slice", {
  start: fixed("word", SLICE_START),
  stop: fixed("word", SLICE_STOP),
  step: fixed("word", SLICE_STEP),
});

/** Layouts of Python's fixed shape ids, for `createShapeTable`. */
export const PYTHON_LAYOUTS: ReadonlyMap<number, DeclaredLayout> = new Map([
  [SHAPE_SLICE, layoutOf("slice", SLICE)],
  [SHAPE_NOT_IMPLEMENTED, layoutOf("not-implemented", {})],
  [SHAPE_ELLIPSIS, layoutOf("ellipsis", {})],
]);
