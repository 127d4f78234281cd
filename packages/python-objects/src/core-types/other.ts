import { type Address, FALSE, NONE, type Word } from "@hotpy/memory";
import { SHAPE_NONE, TAIL_SIZE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { SHAPE_ELLIPSIS, SHAPE_NOT_IMPLEMENTED } from "../layouts.js";
import { defineType } from "../types/define-type.js";

/** NoneType, NotImplementedType, ellipsis. */
export function defineOtherTypes(context: Context): void {
  const { memory, types, objects, dicts, exceptions, name: intern } = context;
  const { i32 } = memory;

  const isEmpty = (args: Address): boolean =>
    i32[(i32[(args >>> 2) + 1] + TAIL_SIZE) >>> 2] === 0 && dicts.length(i32[(args >>> 2) + 2]) === 0;
  const singleton = (name: string, shape: number, value: Word, text: string, shown = name): void => {
    const type = defineType(context, {
      name,
      shapes: [shape],
      construct: {
        name,
        parameters: "(cls, /, *args, **kwargs)",
        run: (args) => (isEmpty(args) ? value : exceptions.raise("TypeError", `${shown} takes no arguments`)),
      },
      methods: [{ name: "__repr__", parameters: "(self, /)", run: () => intern(text) }],
    });
    // None of the three is documented. `enum` asks None for its documentation, and all texts would be read.
    types.setAttribute(type, intern("__doc__"), NONE);
  };
  singleton("NoneType", SHAPE_NONE, NONE, "None");
  singleton("NotImplementedType", SHAPE_NOT_IMPLEMENTED, objects.notImplemented, "NotImplemented");
  singleton("ellipsis", SHAPE_ELLIPSIS, objects.ellipsis, "Ellipsis", "EllipsisType");
  types.setAttribute(
    types.named("NoneType"),
    intern("__bool__"),
    context.natives.create({ name: "__bool__", parameters: "(self, /)", run: () => FALSE }, types.named("NoneType")),
  );
}
