import { FALSE, NONE, type Word } from "@hotpy/memory";
import { SHAPE_NONE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { SHAPE_ELLIPSIS, SHAPE_NOT_IMPLEMENTED } from "../layouts.js";
import { defineType } from "../types/define-type.js";

/** NoneType, NotImplementedType, ellipsis. */
export function defineOtherTypes(context: Context): void {
  const { types, objects, name: intern } = context;

  const singleton = (name: string, shape: number, value: Word, text: string): void => {
    defineType(context, {
      name,
      shapes: [shape],
      construct: { name, parameters: "(cls, /)", run: () => value },
      methods: [{ name: "__repr__", parameters: "(self, /)", run: () => intern(text) }],
    });
  };
  singleton("NoneType", SHAPE_NONE, NONE, "None");
  singleton("NotImplementedType", SHAPE_NOT_IMPLEMENTED, objects.notImplemented, "NotImplemented");
  singleton("ellipsis", SHAPE_ELLIPSIS, objects.ellipsis, "Ellipsis");
  types.setAttribute(
    types.named("NoneType"),
    intern("__bool__"),
    context.natives.create({ name: "__bool__", parameters: "(self, /)", run: () => FALSE }, types.named("NoneType")),
  );
}
