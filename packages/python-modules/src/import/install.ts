import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { type NativeDefinition, SystemFault } from "@hotpy/python-objects";
import { tailCallSource } from "../source-call.js";
import { machinerySource } from "./machinery.js";
import { createMakers } from "./makers.js";
import { hiddenIn } from "./native-elsewhere.js";
import { createSourceFiles } from "./source-files.js";
import { STANDARD_MODULES } from "./standard-modules.js";

/** What importing needs to know of how Python was started. */
export interface ImportOptions {
  /** Where modules are looked for, `sys.path`. */
  readonly path: readonly string[];
  /** The entry of `path` that is the standard library. */
  readonly library?: string;
  /** Lines of programs in the `.pth` files of installed packages. They are run when a module is not found. */
  readonly siteLines?: readonly string[];
  /** What to do where a module of the standard library is wanted and there is no library; undefined: there is one. */
  readonly libraryHint?: string | undefined;
}

/** The lists that say where modules are looked for, which `sys` shows: each is made once. */
export interface SearchSettings {
  /** `sys.path`. */
  path(): Word;
  /** `sys.meta_path`. May collect. */
  metaPath(): Word;
  /** `sys.path_hooks`. May collect. */
  pathHooks(): Word;
  /** `sys.path_importer_cache`. May collect. */
  importerCache(): Word;
  /** Runs a module as `__main__`: of this name, or the `__main__` in a directory or archive. */
  readonly runMain: NativeDefinition;
}

/** Makes `import` find files, and `__import__`. */
export function installImports({ library }: Builtins, options: ImportOptions): SearchSettings {
  const { realm, argument } = library;
  const { strings, dicts, imports, platform } = realm;
  const { i32 } = realm.memory;
  const sources = platform.files === undefined ? undefined : createSourceFiles(platform.files);
  const text = (word: Word): string => strings.toJS(realm.valueOf(word));
  const siteLines = [...(options.siteLines ?? [])];

  /** A list that is made once and stays, as it is the dict's. */
  const kept = dicts.create();
  const keptSlot = realm.root(kept);
  function once(name: string, make: () => Word): Word {
    const before = dicts.getInterned(i32[keptSlot >>> 2], realm.intern(name));
    if (before !== NULL) return before;
    const made = make();
    dicts.set(i32[keptSlot >>> 2], realm.intern(name), made);
    return made;
  }
  const path = (): Word => once("path", () => realm.list(options.path.map((each) => realm.str(each))));
  const listOf = (...names: string[]): Word =>
    library.withHandles(() => {
      const handles = names.map((name) => realm.handles.push(surrogate(name)));
      return realm.list(handles.map(realm.handles.get));
    });
  const settings = {
    path,
    meta_path: () => once("meta_path", () => listOf("BuiltinImporter", "PathFinder")),
    path_hooks: () => once("path_hooks", () => listOf("path_hook_for_zip", "path_hook_for_FileFinder")),
    path_importer_cache: () => once("path_importer_cache", () => dicts.create()),
  };

  /** A setting as `sys` has it now; None where the program has deleted it. */
  function searchSetting(name: keyof typeof settings): Word {
    const sys = realm.loadedModule("sys");
    if (sys === NULL) return settings[name]();
    const found = realm.findAttribute(sys, realm.intern(name));
    return found === NULL ? realm.none : found;
  }

  /** Runs what may meet a fault of the system. */
  function guarded(run: () => Word, path: string): Word {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof SystemFault)) throw error;
      const exception = realm.call(
        realm.type("OSError"),
        realm.int(error.errno),
        realm.str(error.message),
        realm.str(path),
      );
      return exception === NULL ? NULL : realm.raiseObject(exception);
    }
  }

  function locate(args: number): Word {
    const found = sources?.locate(text(argument(args, 0)), text(argument(args, 1)));
    return found === undefined
      ? realm.none
      : realm.tuple([
          realm.intern(found.kind),
          realm.str(found.path),
          found.archive === undefined ? realm.none : realm.str(found.archive),
        ]);
  }

  function compileFile(args: number): Word {
    const path = text(argument(args, 0));
    const shown = argument(args, 1) === realm.none ? path : text(argument(args, 1));
    const hides = hiddenIn(text(argument(args, 2)));
    return guarded(() => realm.compileFile(sources?.read(path) ?? new Uint8Array(0), shown, hides), path);
  }

  function sourceOf(args: number): Word {
    const path = text(argument(args, 0));
    return guarded(() => realm.str(new TextDecoder().decode(sources?.read(path))), path);
  }

  function bytesOf(args: number): Word {
    const path = text(argument(args, 0));
    return guarded(() => realm.bytes.fromArray(sources?.read(path) ?? new Uint8Array(0)), path);
  }

  /** What to say beside "No module named": where the standard library is missing. */
  function hintFor(args: number): Word {
    const name = text(argument(args, 0)).split(".", 1)[0];
    const { libraryHint } = options;
    return libraryHint !== undefined && STANDARD_MODULES.has(name)
      ? realm.str(`hotpy: '${name}' is in Python's standard library, which has not been found: ${libraryHint}`)
      : realm.none;
  }

  const makers = createMakers(library);
  const natives: readonly NativeDefinition[] = [
    ...makers.natives,
    { name: "loaded_modules", parameters: "()", run: () => realm.modules() },
    {
      name: "search_settings",
      parameters: "(name, /)",
      leaf: false,
      run: (args) => searchSetting(text(argument(args, 0)) as keyof typeof settings),
    },
    { name: "locate", parameters: "(entry, name, /)", run: locate },
    { name: "compile_file", parameters: "(path, shown, module, /)", leaf: false, run: compileFile },
    {
      name: "is_directory",
      parameters: "(path, /)",
      run: (args) => realm.bool(platform.files?.status(text(argument(args, 0)) || ".")?.kind === "directory"),
    },
    {
      name: "is_archive",
      parameters: "(path, /)",
      run: (args) => realm.bool(sources?.isArchive(text(argument(args, 0))) === true),
    },
    { name: "bytes_of", parameters: "(path, /)", run: bytesOf },
    { name: "source_of", parameters: "(path, /)", run: sourceOf },
    {
      // What `.pyc` files begin with. Numbers of CPython's versions are below this one's range.
      name: "magic_number",
      parameters: "()",
      run() {
        const dialect = realm.codeDialect();
        return realm.int((((dialect >>> 16) ^ dialect) & 0x7fff) | 0x8000);
      },
    },
    { name: "new_module", parameters: "(name, /)", run: (args) => imports.create(text(argument(args, 0))) },
    {
      name: "is_native",
      parameters: "(name, /)",
      run: (args) => realm.bool(imports.isNative(text(argument(args, 0)))),
    },
    {
      name: "create_native",
      parameters: "(name, /)",
      leaf: false,
      run: (args) => imports.createNative(text(argument(args, 0))),
    },
    {
      name: "library_entry",
      parameters: "()",
      run: () => (options.library === undefined ? realm.none : realm.str(options.library)),
    },
    {
      name: "take_site_lines",
      parameters: "()",
      run: () => realm.list(siteLines.splice(0).map((line) => realm.str(line))),
    },
    { name: "hint_for", parameters: "(name, /)", run: hintFor },
    {
      name: "run_code",
      parameters: "(code, globals, /)",
      frames: true,
      leaf: false,
      run(args) {
        const globals = argument(args, 1);
        const name = realm.intern("__builtins__");
        if (dicts.getInterned(globals, name) === NULL) dicts.set(globals, name, realm.builtins());
        return realm.tailCall(realm.functionOf(argument(args, 0), argument(args, 1)));
      },
    },
  ];
  const surrogate = realm.defineSurrogates(machinerySource, natives);

  imports.setImporter({
    find(name, fromList, level) {
      const globals = level > 0 ? realm.frameGlobals() : realm.none;
      return tailCallSource(library, surrogate, "import_module", [name, globals, fromList, realm.int(level)]);
    },
    from: (module, name) => tailCallSource(library, surrogate, "import_from", [module, name]),
    isMadeElsewhere: makers.isMadeElsewhere,
  });

  realm.defineBuiltin({
    name: "__import__",
    parameters: "(name, globals=None, locals=None, fromlist=(), level=0)",
    frames: true,
    leaf: false,
    run(args) {
      const level = argument(args, 4) === NULL ? 0 : realm.indexNumber(argument(args, 4));
      if (level === undefined) return NULL;
      const given = (index: number): Word => (argument(args, index) === NULL ? realm.none : argument(args, index));
      const words = [argument(args, 0), given(1), given(3), realm.int(level)];
      return tailCallSource(library, surrogate, "dunder_import", words);
    },
  });

  const runMain: NativeDefinition = {
    name: "_run_main",
    parameters: "(name, place, /)",
    frames: true,
    leaf: false,
    run: (args) => tailCallSource(library, surrogate, "run_main", [argument(args, 0), argument(args, 1)]),
  };
  return {
    path,
    metaPath: settings.meta_path,
    pathHooks: settings.path_hooks,
    importerCache: settings.path_importer_cache,
    runMain,
  };
}
