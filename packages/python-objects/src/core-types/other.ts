import { type Address, FALSE, NONE, type Word } from "@hotpy/memory";
import { MODULE_DICT, SHAPE_MODULE, SHAPE_NONE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { SHAPE_ELLIPSIS, SHAPE_NOT_IMPLEMENTED } from "../layouts.js";
import { defineType } from "../types/define-type.js";

/** NoneType, NotImplementedType, ellipsis, module. */
export function defineOtherTypes(context: Context): void {
  const { memory, types, objects, strings, dicts, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const field = (object: Word, offset: number): Word => i32[(object + offset) >>> 2];

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

  defineType(context, {
    name: "module",
    shapes: [SHAPE_MODULE],
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const name = dicts.getInterned(field(arg(args, 0), MODULE_DICT), intern("__name__"));
          return strings.fromJS(`<module '${strings.toJS(name)}' (built-in)>`);
        },
      },
    ],
  });
}
