import { FALSE, NULL, type Word } from "@hotpy/memory";
import { MODULE_DICT, SHAPE_DICT, SHAPE_MODULE } from "@hotpy/object-model";
import type { Calling, RootSlot, UpToCode } from "./context.js";
import type { ModuleDefinition } from "./natives.js";

/** Modules and import. Leaf. */
export interface Modules {
  /** Root slot with the dict of builtins. */
  readonly builtins: RootSlot;
  /** Root slot with the dict of imported modules, `sys.modules`. */
  readonly loaded: RootSlot;
  /** The dict in which names are looked for that these globals do not have: what they have as `__builtins__`, a module or its dict. */
  builtinsOf(globals: Word): Word;
  define(definition: ModuleDefinition): void;
  /** A module object with a fresh dict that has `__name__`. */
  create(name: string): Word;
  import(name: Word, fromList: Word, level: number): Word;
  importFrom(module: Word, name: Word): Word;
  missingAttribute(module: Word, attribute: string): string;
}

export function createModules({
  memory,
  dicts,
  objects,
  natives,
  strings,
  exceptions,
  uninterrupted,
  name: intern,
}: UpToCode & Pick<Calling, "natives">): Modules {
  const { i32 } = memory;
  const definitions = new Map<string, ModuleDefinition>();
  const builtins = objects.root(dicts.create());
  const loaded = objects.root(dicts.create());
  const builtinsName = intern("__builtins__");
  const dictOf = (module: Word): Word => i32[(module + MODULE_DICT) >>> 2];

  function create(name: string): Word {
    const module = objects.object(SHAPE_MODULE);
    i32[(module + MODULE_DICT) >>> 2] = dicts.create();
    const none = objects.none;
    const set = (key: string, value: Word): void => void dicts.set(dictOf(module), intern(key), value);
    set("__name__", intern(name));
    set("__doc__", none);
    set("__package__", name === "__main__" ? none : intern(""));
    set("__loader__", none);
    set("__spec__", none);
    return module;
  }

  function initialise(definition: ModuleDefinition): Word {
    // First of all: making attributes may run Python code, and objects move.
    const attributes = definition.attributes?.() ?? {};
    const module = create(definition.name);
    const dict = dictOf(module);
    dicts.set(i32[loaded >>> 2], intern(definition.name), module);
    if (definition.doc !== undefined) dicts.set(dict, intern("__doc__"), intern(definition.doc));
    for (const each of definition.functions ?? [])
      dicts.set(dict, intern(each.name), natives.create(each, NULL, definition.name));
    for (const [key, value] of Object.entries(attributes)) dicts.set(dict, intern(key), value);
    return module;
  }

  /** The module `builtins`, whose dict all lookups of globals end in. */
  const builtinsModule = objects.object(SHAPE_MODULE);
  i32[(builtinsModule + MODULE_DICT) >>> 2] = i32[builtins >>> 2];
  dicts.set(i32[builtins >>> 2], intern("__name__"), intern("builtins"));
  dicts.set(i32[loaded >>> 2], intern("builtins"), builtinsModule);

  const nameOf = (module: Word): string => {
    const name = dicts.getInterned(dictOf(module), intern("__name__"));
    return name === NULL || name === FALSE ? "?" : strings.toJS(name);
  };

  return {
    builtins,
    loaded,
    create,
    builtinsOf(globals) {
      const own = dicts.getInterned(globals, builtinsName);
      if (own === NULL || (own & 1) !== 0) return i32[builtins >>> 2];
      const shape = i32[own >>> 2] >>> 8;
      if (shape === SHAPE_DICT) return own;
      return shape === SHAPE_MODULE ? dictOf(own) : i32[builtins >>> 2];
    },
    define(definition) {
      definitions.set(definition.name, definition);
    },
    import(name, _fromList, level) {
      const text = strings.toJS(name);
      if (level > 0) return exceptions.raise("ImportError", "attempted relative import with no known parent package");
      const present = dicts.getInterned(i32[loaded >>> 2], strings.intern(name));
      if (present !== NULL) return present;
      const definition = definitions.get(text);
      if (definition !== undefined) return uninterrupted(() => initialise(definition));
      return exceptions.raiseWithAttributes("ModuleNotFoundError", `No module named '${text}'`, { name });
    },
    importFrom(module, name) {
      const value = i32[module >>> 2] >>> 8 === SHAPE_MODULE ? dicts.getInterned(dictOf(module), name) : NULL;
      if (value !== NULL) return value;
      const text = strings.toJS(name);
      return exceptions.raiseWithAttributes(
        "ImportError",
        `cannot import name '${text}' from '${nameOf(module)}' (unknown location)`,
        { name: intern(nameOf(module)) },
      );
    },
    missingAttribute: (module, attribute) => `module '${nameOf(module)}' has no attribute '${attribute}'`,
  };
}
