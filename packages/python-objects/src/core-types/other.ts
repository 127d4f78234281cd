import { type Address, FALSE, NONE, NULL, type Word } from "@hotpy/memory";
import { MODULE_DICT, SHAPE_MODULE, SHAPE_NONE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { SHAPE_ELLIPSIS, SHAPE_NOT_IMPLEMENTED } from "../layouts.js";
import { defineType } from "../types/define-type.js";

/** NoneType, NotImplementedType, ellipsis, module. */
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

  defineModuleType(context);
}

/** Modules. Their text is that of `_frozen_importlib._module_repr`. */
function defineModuleType(context: Context): void {
  const { memory, exceptions, strings, dicts, realm, modules, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const get = (module: Word, name: string): Word => dicts.getInterned(i32[(module + MODULE_DICT) >>> 2], intern(name));
  const text = (word: Word): string | undefined =>
    word !== NULL && strings.isString(word) ? strings.toJS(word) : undefined;

  function repr(args: Address): Word {
    const module = arg(args, 0);
    const name = text(get(module, "__name__")) ?? "?";
    const file = text(get(module, "__file__"));
    if (file !== undefined) return strings.fromJS(`<module '${name}' from '${file}'>`);
    const mark = context.handles.mark();
    const loader = context.handles.push(get(module, "__loader__"));
    const shown =
      context.handles.get(loader) === NULL || context.handles.get(loader) === NONE
        ? NULL
        : realm.repr(context.handles.get(loader));
    context.handles.release(mark);
    if (exceptions.pending() !== NULL) return NULL;
    if (modules.isNative(name) || name === "builtins") return strings.fromJS(`<module '${name}' (built-in)>`);
    if (shown === NULL) return strings.fromJS(`<module '${name}'>`);
    return strings.fromJS(`<module '${name}' (${strings.toJS(shown)})>`);
  }

  defineType(context, {
    name: "module",
    shapes: [SHAPE_MODULE],
    isBase: true,
    construct: {
      name: "module",
      parameters: "(cls, name, doc=None)",
      run(args) {
        const name = text(realm.valueOf(arg(args, 1)));
        if (name === undefined)
          return exceptions.raise("TypeError", `module() argument 1 must be str, not ${realm.typeName(arg(args, 1))}`);
        const module = modules.create(name);
        const dict = i32[(module + MODULE_DICT) >>> 2];
        dicts.set(dict, intern("__package__"), NONE);
        if (arg(args, 2) !== NULL) dicts.set(dict, intern("__doc__"), arg(args, 2));
        return module;
      },
    },
    methods: [
      { name: "__repr__", parameters: "(self, /)", run: repr },
      { name: "__dir__", parameters: "(self, /)", run: (args) => realm.dir(arg(args, 0)) },
    ],
  });
}
