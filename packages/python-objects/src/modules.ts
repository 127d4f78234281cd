import { type Address, NONE, NULL, type Word } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  MODULE_DICT,
  SHAPE_DICT,
  SHAPE_MODULE,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { Calling, RootSlot, UpToCode } from "./context.js";
import type { ModuleDefinition } from "./natives.js";

/** What finds modules that are neither imported nor native, and does all else that is seldom. Results are those of protocol operations. */
export interface Importer {
  /** As `__import__`: the module that the statement gets. */
  find(name: Word, fromList: Word, level: number): Word;
  /** A name that `from … import` does not find in the module's dict. */
  from(module: Word, name: Word): Word;
  /** Whether another thread is just now making a module, which has to be waited for. Leaf. */
  isMadeElsewhere(name: string): boolean;
}

/** Modules and import. Leaf, but for what the {@link Importer} does: `import` and `importFrom` may return RESUME. */
export interface Modules {
  /** Root slot with the dict of builtins. */
  readonly builtins: RootSlot;
  /** Root slot with the dict of imported modules, `sys.modules`. */
  readonly loaded: RootSlot;
  /** The dict in which names are looked for that these globals do not have: what they have as `__builtins__`, a module or its dict. */
  builtinsOf(globals: Word): Word;
  define(definition: ModuleDefinition): void;
  /** Modules of these names are defined by `define`, which is called when one of them is first asked for. */
  defineLater(names: readonly string[], define: () => void): void;
  /** A module object with a fresh dict that has `__name__`. */
  create(name: string): Word;
  /** A module object without any attribute. */
  createEmpty(): Word;
  /** Whether it is a module or an instance of a class that refines modules. Either has its dict at MODULE_DICT. */
  isModule(word: Word): boolean;
  import(name: Word, fromList: Word, level: number): Word;
  importFrom(module: Word, name: Word): Word;
  /** The module that an import statement (not a relative one) gets if all that it names has been imported; NULL: that is to be looked at. `name` is interned. Leaf. */
  present(name: Word, fromList: Word): Word;
  /** What a module has under this name, NULL: nothing, or it is no module. Leaf. */
  valueIn(module: Word, name: Word): Word;
  missingAttribute(module: Word, attribute: string, isUnfinished: boolean): string;
  /** Whether a native module of this name can be imported. */
  isNative(name: string): boolean;
  /** A native module, made anew; NULL: raised. May collect. */
  createNative(name: string): Word;
  /** The names of native modules. */
  nativeNames(): string[];
  /** From now on, what is not native is found by this. */
  setImporter(importer: Importer): void;
  /** What a module has as `__getattr__`, or NULL. */
  getattrOf(module: Word): Word;
}

export function createModules({
  memory,
  dicts,
  objects,
  natives,
  strings,
  exceptions,
  types,
  uninterrupted,
  name: intern,
}: UpToCode & Pick<Calling, "natives">): Modules {
  const { i32 } = memory;
  const definitions = new Map<string, ModuleDefinition>();
  const later = new Map<string, () => void>();
  function definitionOf(name: string): ModuleDefinition | undefined {
    const define = later.get(name);
    if (define !== undefined) {
      later.delete(name);
      define();
    }
    const found = definitions.get(name);
    return found?.isThere?.() === false ? undefined : found;
  }
  const builtins = objects.root(dicts.create());
  const loaded = objects.root(dicts.create());
  const builtinsName = intern("__builtins__");
  const dictOf = (module: Word): Word => i32[(module + MODULE_DICT) >>> 2];

  function createEmpty(): Word {
    const module = objects.object(SHAPE_MODULE);
    i32[(module + MODULE_DICT) >>> 2] = dicts.create();
    return module;
  }

  function create(name: string): Word {
    const module = createEmpty();
    const none = objects.none;
    const set = (key: string, value: Word): void => void dicts.set(dictOf(module), intern(key), value);
    set("__name__", intern(name));
    set("__doc__", none);
    set("__package__", name === "__main__" ? none : intern(""));
    set("__loader__", none);
    set("__spec__", none);
    return module;
  }

  let importer: Importer | undefined;
  const [nameName, pathName, getattrName] = ["__name__", "__path__", "__getattr__"].map(intern);

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
    const name = dicts.getInterned(dictOf(module), nameName);
    return name === NULL || !strings.isString(name) ? "?" : strings.toJS(name);
  };

  function isModule(word: Word): boolean {
    if ((word & 1) !== 0) return false;
    const shape = i32[word >>> 2] >>> 8;
    return (
      shape === SHAPE_MODULE || (shape >= FIRST_DYNAMIC_SHAPE && types.isSubtype(types.typeOf(word), moduleType()))
    );
  }
  const moduleType = (): Address => types.named("module");

  /** Whether a package need not be asked for its submodules: the module has all these names. */
  function hasNames(module: Word, fromList: Word): boolean {
    const dict = dictOf(module);
    if (dicts.getInterned(dict, pathName) === NULL) return true;
    if (i32[fromList >>> 2] >>> 8 !== SHAPE_TUPLE) return false;
    const count = i32[(fromList + TAIL_SIZE) >>> 2];
    for (let i = 0; i < count; i++)
      if (dicts.getInterned(dict, i32[(fromList + TUPLE_ITEMS + 4 * i) >>> 2]) === NULL) return false;
    return true;
  }

  function imported(name: Word, text: string, fromList: Word): Word {
    const module = dicts.getInterned(i32[loaded >>> 2], name);
    if (module === NULL || !isModule(module) || importer?.isMadeElsewhere(text) === true) return NULL;
    if (fromList !== NONE) return hasNames(module, fromList) ? module : NULL;
    const dot = text.indexOf(".");
    if (dot < 0) return module;
    const top = text.slice(0, dot);
    return importer?.isMadeElsewhere(top) === true ? NULL : dicts.getInterned(i32[loaded >>> 2], intern(top));
  }

  const valueIn = (module: Word, name: Word): Word =>
    isModule(module) ? dicts.getInterned(dictOf(module), name) : NULL;

  /** A native module, made by the short way. */
  function native(text: string): Word {
    const definition = definitionOf(text);
    if (definition === undefined) return NULL;
    return uninterrupted(() => initialise(definition));
  }

  return {
    builtins,
    loaded,
    create,
    createEmpty,
    isModule,
    builtinsOf(globals) {
      const own = dicts.getInterned(globals, builtinsName);
      if (own === NULL || (own & 1) !== 0) return i32[builtins >>> 2];
      const shape = i32[own >>> 2] >>> 8;
      if (shape === SHAPE_DICT) return own;
      return isModule(own) ? dictOf(own) : i32[builtins >>> 2];
    },
    define(definition) {
      later.delete(definition.name);
      definitions.set(definition.name, definition);
    },
    defineLater(names, define) {
      for (const name of names) later.set(name, define);
    },
    import(given, fromList, level) {
      const name = strings.intern(given);
      const text = strings.toJS(name);
      if (level === 0) {
        const present = imported(name, text, fromList);
        if (present !== NULL) return present;
        const known = dicts.getInterned(i32[loaded >>> 2], name) !== NULL;
        const made = known ? NULL : native(text);
        if (made !== NULL || exceptions.pending() !== NULL) return made;
      }
      if (importer !== undefined) return importer.find(name, fromList, level);
      if (level > 0) return exceptions.raise("ImportError", "attempted relative import with no known parent package");
      return exceptions.raiseWithAttributes("ModuleNotFoundError", `No module named '${text}'`, { name });
    },
    present: (name, fromList) => imported(name, strings.toJS(name), fromList),
    valueIn,
    importFrom(module, name) {
      const value = valueIn(module, name);
      if (value !== NULL) return value;
      if (importer !== undefined) return importer.from(module, name);
      const text = strings.toJS(name);
      return exceptions.raiseWithAttributes(
        "ImportError",
        `cannot import name '${text}' from '${nameOf(module)}' (unknown location)`,
        { name: intern(nameOf(module)) },
      );
    },
    missingAttribute(module, attribute, isUnfinished) {
      const name = dicts.getInterned(dictOf(module), nameName);
      if (name === NULL || !strings.isString(name)) return `module has no attribute '${attribute}'`;
      const text = strings.toJS(name);
      return isUnfinished
        ? `partially initialized module '${text}' has no attribute '${attribute}' (most likely due to a circular import)`
        : `module '${text}' has no attribute '${attribute}'`;
    },
    isNative: (name) => definitionOf(name) !== undefined,
    createNative(name) {
      const definition = definitionOf(name);
      if (definition === undefined) throw new Error(`no native module is called ${name}`);
      return uninterrupted(() => initialise(definition));
    },
    nativeNames: () => [...definitions.keys(), ...later.keys()],
    setImporter(given) {
      importer = given;
    },
    getattrOf: (module) => dicts.getInterned(dictOf(module), getattrName),
  };
}
