import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import { MODULE_DICT, SHAPE_MODULE } from "@hotpy/object-model";
import type { Context } from "../context.js";
import { defineType } from "../types/define-type.js";

/** Modules. Their text is that of `_frozen_importlib._module_repr`. */
export function defineModuleType(context: Context): void {
  const { memory, handles, exceptions, strings, dicts, realm, modules, name: intern } = context;
  const { i32 } = memory;
  const arg = (args: Address, index: number): Word => i32[(args >>> 2) + index];
  const dictOf = (module: Word): Word => i32[(module + MODULE_DICT) >>> 2];
  const get = (module: Word, name: string): Word => dicts.getInterned(dictOf(module), intern(name));
  const text = (word: Word): string | undefined =>
    word !== NULL && strings.isString(word) ? strings.toJS(word) : undefined;

  function initialise(args: Address): Word {
    const [module, name, doc] = [0, 1, 2].map((index) => arg(args, index));
    if (!strings.isString(realm.valueOf(name)))
      return exceptions.raise("TypeError", `module() argument 'name' must be str, not ${realm.typeName(name)}`);
    const dict = dictOf(module);
    dicts.set(dict, intern("__name__"), name);
    dicts.set(dict, intern("__doc__"), doc === NULL ? NONE : doc);
    for (const each of ["__package__", "__loader__", "__spec__"]) dicts.set(dict, intern(each), NONE);
    return NONE;
  }

  function repr(args: Address): Word {
    const module = arg(args, 0);
    const name = text(get(module, "__name__")) ?? "?";
    const file = text(get(module, "__file__"));
    if (file !== undefined) return strings.fromJS(`<module '${name}' from '${file}'>`);
    const mark = handles.mark();
    const loader = handles.push(get(module, "__loader__"));
    const shown = [NULL, NONE].includes(handles.get(loader)) ? NULL : realm.repr(handles.get(loader));
    handles.release(mark);
    if (exceptions.pending() !== NULL) return NULL;
    if (modules.isNative(name) || name === "builtins") return strings.fromJS(`<module '${name}' (built-in)>`);
    if (shown === NULL) return strings.fromJS(`<module '${name}'>`);
    return strings.fromJS(`<module '${name}' (${strings.toJS(shown)})>`);
  }

  defineType(context, {
    name: "module",
    isWeaklyReferable: true,
    shapes: [SHAPE_MODULE],
    isBase: true,
    refinedWithDict: true,
    empty: () => modules.createEmpty(),
    construct: {
      name: "module",
      parameters: "(cls, name, doc=None)",
      run(args) {
        // It lies where the class did; then the arguments are those of `__init__`.
        i32[args >>> 2] = modules.createEmpty();
        return initialise(args) === NULL ? NULL : arg(args, 0);
      },
    },
    methods: [
      { name: "__init__", parameters: "(self, name, doc=None)", run: initialise },
      { name: "__repr__", parameters: "(self, /)", run: repr },
      { name: "__dir__", parameters: "(self, /)", run: (args) => realm.dir(arg(args, 0)) },
    ],
    getters: [
      context.attributes.instanceGetters.dict,
      {
        name: "__annotations__",
        get: (self) => dicts.getOrInsert(dictOf(self), intern("__annotations__"), dicts.create()),
        set(self, value) {
          if (value !== NULL) return dicts.set(dictOf(self), intern("__annotations__"), value);
          if (dicts.delete(dictOf(self), intern("__annotations__"))) return true;
          return exceptions.raise("AttributeError", "__annotations__") !== NULL;
        },
      },
    ],
  });
}
