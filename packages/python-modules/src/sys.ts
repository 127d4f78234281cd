import { NULL, STATE_HANDLED, type Word } from "@hotpy/memory";
import { type Builtins, toDouble } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { SearchSettings } from "./import/install.js";
import { STANDARD_MODULES } from "./import/standard-modules.js";
import { numberAttributes } from "./number-attributes.js";
import { callSource } from "./source-call.js";
import { createSysHooks } from "./sys-hooks.js";

/** What `sys` tells a program about how it was started. */
export interface SysOptions {
  /** `sys.argv`. */
  readonly argv: readonly string[];
  readonly executable?: string;
  /** `sys.orig_argv`, if it is not `sys.argv`: the whole command. */
  readonly originalArguments?: readonly string[];
  /** Fields of `sys.flags` that are not as usual. */
  readonly flags?: Readonly<Partial<Record<(typeof FLAGS)[number], number | boolean>>>;
  /** `sys.warnoptions`: what `-W` says. */
  readonly warnOptions?: readonly string[];
  /** `sys._xoptions`: what `-X` says. */
  readonly otherOptions?: Readonly<Record<string, string | true>>;
  /** `sys._stdlib_dir`: where the standard library is. */
  readonly library?: string;
  /** `sys.pycache_prefix`. */
  readonly cachePrefix?: string | undefined;
}

/** The fields of `sys.flags`, in order; the last but one set and `dev_mode`, `safe_path` are bools. */
const FLAGS = [
  "debug",
  "inspect",
  "interactive",
  "optimize",
  "dont_write_bytecode",
  "no_user_site",
  "no_site",
  "ignore_environment",
  "verbose",
  "bytes_warning",
  "quiet",
  "hash_randomization",
  "isolated",
  "dev_mode",
  "utf8_mode",
  "warn_default_encoding",
  "safe_path",
  "int_max_str_digits",
] as const;
const USUAL_FLAGS: SysOptions["flags"] = {
  hash_randomization: 1,
  dev_mode: false,
  utf8_mode: 0,
  safe_path: false,
  int_max_str_digits: -1,
};

const surrogateSource = `
def sequence_class(name, names):
    """A class of tuples whose items have names."""
    # One of them does not say where it belongs.
    module = 'builtins' if name == 'asyncgen_hooks' else 'sys'
    shown = name if module == 'builtins' else f'sys.{name}'
    def new(cls, *args, **keywords):
        raise TypeError(f"cannot create '{shown}' instances")
    def text(self):
        return f"{shown}({', '.join([f'{each}={getattr(self, each)!r}' for each in names])})"
    def reduce(self):
        return type(self), (tuple(self), {})
    def not_a_base(cls):
        raise TypeError(f"type '{shown}' is not an acceptable base type")
    members = {each: item_at(index) for index, each in enumerate(names)}
    return type(name, (tuple,), {
        '__module__': module, '__slots__': (), '__new__': new, '__repr__': text, '__reduce__': reduce, '__match_args__': names,
        '__init_subclass__': not_a_base, 'n_fields': len(names), 'n_sequence_fields': len(names), 'n_unnamed_fields': 0, **members,
    })

def item_at(index):
    return property(lambda self: tuple.__getitem__(self, index))

def make_sequence(cls, values):
    return tuple.__new__(cls, values)

class Shown:
    ids = set()

class SimpleNamespace:
    __module__ = 'types'

    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError('no positional arguments expected')
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in Shown.ids:
            return f'{name}(...)'
        Shown.ids.add(id(self))
        try:
            parts = [f'{key}={value!r}' for key, value in self.__dict__.items() if isinstance(key, str) and key]
            return f"{name}({', '.join(parts)})"
        finally:
            Shown.ids.discard(id(self))

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if issubclass(type(other), SimpleNamespace) else NotImplemented

    def __ne__(self, other):
        return self.__dict__ != other.__dict__ if issubclass(type(other), SimpleNamespace) else NotImplemented

    def __lt__(self, other):
        return self.__dict__ < other.__dict__ if issubclass(type(other), SimpleNamespace) else NotImplemented

    def __le__(self, other):
        return self.__dict__ <= other.__dict__ if issubclass(type(other), SimpleNamespace) else NotImplemented

    def __gt__(self, other):
        return self.__dict__ > other.__dict__ if issubclass(type(other), SimpleNamespace) else NotImplemented

    def __ge__(self, other):
        return self.__dict__ >= other.__dict__ if issubclass(type(other), SimpleNamespace) else NotImplemented

    def __reduce__(self):
        return type(self), (), self.__dict__

SimpleNamespace.__doc__ = '''A simple attribute-based namespace.

SimpleNamespace(**kwargs)'''

def implementation_of(version, hexversion):
    result = SimpleNamespace()
    result.name = 'hotpy'
    result.cache_tag = 'hotpy-311'
    result.version = version
    result.hexversion = hexversion
    return result
`;

const VERSION = [3, 11, 2] as const;
const HEX_VERSION = 0x030b02f0;

/** The module `sys`. */
export function defineSys(builtins: Builtins, options: SysOptions, search: SearchSettings): void {
  const { library, streams } = builtins;
  const { realm, argument, lists } = library;
  const { strings, platform } = realm;
  const { i32 } = realm.memory;
  const { firstStep, finaliser } = realm.asyncGeneratorHooks;
  const surrogate = realm.defineSurrogates(surrogateSource);
  // It holds whether or not a program imports this module.
  const digits = options.flags?.int_max_str_digits ?? -1;
  if (typeof digits === "number" && digits >= 0) realm.setDigitLimit(digits);

  /** The classes of tuples with named items, in the roots of the heap. */
  const sequenceClasses = new Map<string, number>();

  function sequenceClass(name: string, fields: readonly string[]): Word {
    const slot = sequenceClasses.get(name);
    if (slot !== undefined) return i32[slot >>> 2];
    const names = realm.tuple(fields.map((each) => realm.intern(each)));
    const made = callSource(library, surrogate, "sequence_class", [realm.intern(name), names]);
    if (made !== NULL) sequenceClasses.set(name, realm.root(made));
    return made;
  }

  /** A tuple with named items, of the class of this name. */
  function struct(name: string, entries: Readonly<Record<string, Word>>): Word {
    return library.withHandles(() => {
      const values = realm.handles.push(realm.tuple(Object.values(entries)));
      const type = realm.handles.push(sequenceClass(name, Object.keys(entries)));
      if (realm.handles.get(type) === NULL) return NULL;
      return realm.call(surrogate("make_sequence"), realm.handles.get(type), realm.handles.get(values));
    });
  }

  function exit(args: number): Word {
    const status = argument(args, 0);
    if (status === NULL || status === realm.none) return realm.raiseWith("SystemExit");
    // As wherever an exception is raised by its class and a value: a tuple stands for all arguments.
    return realm.raiseWith("SystemExit", ...(lists.isTuple(status) ? lists.itemsOf(status) : [status]));
  }

  const exceptionInfo = (): Word => informationOf(realm.memory.i32[STATE_HANDLED >>> 2]);

  /** An exception's type, itself and its traceback. May collect. */
  function informationOf(exception: Word): Word {
    if (exception === NULL) return realm.tuple([realm.none, realm.none, realm.none]);
    return library.withHandles(() => {
      const kept = realm.handles.push(exception);
      const traceback = realm.getAttribute(exception, realm.intern("__traceback__"));
      return realm.tuple([realm.typeOf(realm.handles.get(kept)), realm.handles.get(kept), traceback]);
    });
  }

  function setRecursionLimit(args: number): Word {
    const limit = realm.indexNumber(argument(args, 0));
    if (limit === undefined) return NULL;
    if (limit !== (limit | 0)) return realm.raise("OverflowError", "Python int too large to convert to C int");
    if (limit < 1) return realm.raise("ValueError", "recursion limit must be greater or equal than 1");
    const depth = realm.recursionDepth() + 1;
    if (depth >= limit)
      return realm.raise(
        "RecursionError",
        `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
      );
    realm.setRecursionLimit(limit);
    return realm.none;
  }

  function setDigitLimit(args: number): Word {
    const limit = realm.indexNumber(argument(args, 0));
    if (limit === undefined) return NULL;
    if (limit !== 0 && limit < LEAST_DIGIT_LIMIT)
      return realm.raise("ValueError", `maxdigits must be 0 or larger than ${LEAST_DIGIT_LIMIT}`);
    realm.setDigitLimit(limit);
    return realm.none;
  }

  /** What `__sizeof__` says, and what lies in front of the object; undefined: raised. */
  function sizeOf(object: Word): number | undefined {
    const found = realm.lookupOnType(realm.typeOf(object), realm.intern("__sizeof__"));
    const kept = realm.handles.mark();
    const handle = realm.handles.push(object);
    const said = realm.callFound(found, object);
    const head = realm.headSize(realm.handles.get(handle));
    realm.handles.release(kept);
    if (said === NULL) return undefined;
    if (!realm.isInstance(said, realm.type("int"))) {
      realm.raise("TypeError", "an integer is required");
      return undefined;
    }
    const size = realm.indexNumber(said);
    if (size === undefined || size >= 0) return size === undefined ? undefined : size + head;
    realm.raise("ValueError", "__sizeof__() should return >= 0");
    return undefined;
  }

  function getSize(args: number): Word {
    const kept = realm.handles.mark();
    const otherwise = realm.handles.push(argument(args, 1));
    const size = sizeOf(argument(args, 0));
    const instead = realm.handles.get(otherwise);
    realm.handles.release(kept);
    if (size !== undefined) return realm.int(size);
    if (instead === NULL || !realm.pendingIs("TypeError")) return NULL;
    realm.clearPending();
    return instead;
  }

  function intern(args: number): Word {
    const string = argument(args, 0);
    if (!strings.isString(string))
      return realm.raise(
        "TypeError",
        `intern() argument must be str, not ${string === realm.none ? "None" : realm.typeName(string)}`,
      );
    return strings.intern(string);
  }

  function frame(args: number): Word {
    const depth = argument(args, 0) === NULL ? 0 : realm.indexNumber(argument(args, 0));
    if (depth === undefined) return NULL;
    const { audit } = realm.observers;
    const found = realm.frameAbove(depth);
    if (found === NULL || audit === undefined) return found;
    const mark = realm.handles.mark();
    const kept = realm.handles.push(found);
    const result = audit("sys._getframe", found) ? realm.handles.get(kept) : NULL;
    realm.handles.release(mark);
    return result;
  }

  function currentFrames(): Word {
    const frames = realm.dicts.create();
    for (const [ident, each] of realm.threadFrames()) realm.dicts.set(frames, realm.int(ident), each);
    return frames;
  }

  /** What `exc_info` gives in each thread. */
  function currentExceptions(): Word {
    return library.withHandles(() => {
      const kept = [...realm.threads.handled()].map(([ident, each]) => [ident, realm.handles.push(each)] as const);
      const all = realm.handles.push(realm.dicts.create());
      for (const [ident, exception] of kept) {
        const entry = informationOf(realm.handles.get(exception));
        if (entry === NULL) return NULL;
        realm.dicts.set(realm.handles.get(all), realm.int(ident), entry);
      }
      return realm.handles.get(all);
    });
  }

  function setHooks(args: number): Word {
    const given = [argument(args, 0), argument(args, 1)];
    const names = ["firstiter", "finalizer"];
    for (const [index, hook] of given.entries())
      if (hook !== NULL && hook !== realm.none && !realm.isCallable(hook))
        return realm.raise("TypeError", `callable ${names[index]} expected, got ${realm.typeName(hook)}`);
    for (const [index, slot] of [firstStep, finaliser].entries())
      if (given[index] !== NULL) i32[slot >>> 2] = given[index];
    return realm.none;
  }

  function setTracking(args: number): Word {
    const index = realm.index(argument(args, 0));
    if (index === NULL) return NULL;
    const depth = realm.integers.toNumber(index);
    if (depth < 0) return realm.raise("ValueError", "depth must be >= 0");
    realm.coroutineTracking.depth = depth;
    return realm.none;
  }

  const hooks = createSysHooks(builtins, struct);
  const functions: NativeDefinition[] = [
    ...hooks.functions,
    { name: "exit", parameters: "(status=None, /)", run: exit },
    { name: "exc_info", parameters: "()", run: exceptionInfo },
    { name: "getrecursionlimit", parameters: "()", run: () => realm.int(realm.recursionLimit()) },
    { name: "setrecursionlimit", parameters: "(limit, /)", leaf: false, run: setRecursionLimit },
    { name: "get_int_max_str_digits", parameters: "()", run: () => realm.int(realm.digitLimit()) },
    { name: "set_int_max_str_digits", parameters: "(maxdigits)", run: setDigitLimit },
    { name: "getsizeof", parameters: "(object, default=None)", leaf: false, run: getSize },
    { name: "_getframe", parameters: "(depth=0, /)", leaf: false, run: frame },
    { name: "_current_frames", parameters: "()", leaf: false, run: currentFrames },
    { name: "_current_exceptions", parameters: "()", leaf: false, run: currentExceptions },
    { name: "intern", parameters: "(string, /)", run: intern },
    { name: "getdefaultencoding", parameters: "()", run: () => realm.str("utf-8") },
    { name: "getfilesystemencoding", parameters: "()", run: () => realm.str("utf-8") },
    { name: "getfilesystemencodeerrors", parameters: "()", run: () => realm.intern("surrogateescape") },
    { name: "is_finalizing", parameters: "()", run: () => realm.bool(false) },
    {
      name: "get_asyncgen_hooks",
      parameters: "()",
      run: () => struct("asyncgen_hooks", { firstiter: i32[firstStep >>> 2], finalizer: i32[finaliser >>> 2] }),
    },
    { name: "set_asyncgen_hooks", parameters: "(firstiter=None, finalizer=None)", leaf: false, run: setHooks },
    {
      name: "get_coroutine_origin_tracking_depth",
      parameters: "()",
      run: () => realm.int(realm.coroutineTracking.depth),
    },
    { name: "set_coroutine_origin_tracking_depth", parameters: "(depth)", run: setTracking },
    { name: "getswitchinterval", parameters: "()", run: () => realm.float(realm.threads.interval / 1000) },
    {
      name: "setswitchinterval",
      parameters: "(interval, /)",
      run(args) {
        const given = argument(args, 0);
        const index = realm.floats.isFloat(given) ? given : realm.index(given);
        const seconds = index === NULL ? undefined : toDouble(realm, index);
        if (seconds === undefined) return NULL;
        if (!(seconds > 0)) return realm.raise("ValueError", "switch interval must be strictly positive");
        realm.threads.interval = seconds * 1000;
        return realm.none;
      },
    },
  ];

  function flagsOf(given: NonNullable<SysOptions["flags"]>): Record<string, Word> {
    const values = { ...USUAL_FLAGS, ...given };
    return Object.fromEntries(
      FLAGS.map((name) => {
        const value = values[name] ?? 0;
        return [name, typeof value === "boolean" ? realm.bool(value) : realm.int(value)];
      }),
    );
  }

  const list = (texts: readonly string[]): Word => realm.list(texts.map((text) => realm.str(text)));

  function attributes(): Record<string, Word> {
    return library.withHandles(() => {
      const kept = new Map<string, number>();
      const add = (name: string, word: Word): void => void kept.set(name, realm.handles.push(word));
      const [major, minor, micro] = VERSION;
      add(
        "version_info",
        struct("version_info", {
          ...numberAttributes(realm, { major, minor, micro }),
          releaselevel: realm.intern("final"),
          serial: realm.int(0),
        }),
      );
      add(
        "implementation",
        realm.call(
          surrogate("implementation_of"),
          realm.handles.get(kept.get("version_info") as number),
          realm.int(HEX_VERSION),
        ),
      );
      add(
        "float_info",
        struct("float_info", {
          max: realm.float(Number.MAX_VALUE),
          ...numberAttributes(realm, { max_exp: 1024, max_10_exp: 308 }),
          min: realm.float(2 ** -1022),
          ...numberAttributes(realm, { min_exp: -1021, min_10_exp: -307, dig: 15, mant_dig: 53 }),
          epsilon: realm.float(Number.EPSILON),
          ...numberAttributes(realm, { radix: 2, rounds: 1 }),
        }),
      );
      add(
        "int_info",
        struct(
          "int_info",
          numberAttributes(realm, {
            bits_per_digit: 30,
            sizeof_digit: 4,
            default_max_str_digits: 4300,
            str_digits_check_threshold: 640,
          }),
        ),
      );
      add(
        "hash_info",
        struct("hash_info", {
          ...numberAttributes(realm, { width: 64, modulus: (1n << 61n) - 1n, inf: 314159, nan: 0, imag: 1000003 }),
          algorithm: realm.intern("siphash13"),
          ...numberAttributes(realm, { hash_bits: 64, seed_bits: 128, cutoff: 0 }),
        }),
      );
      add("argv", list(options.argv));
      add("orig_argv", list(options.originalArguments ?? options.argv));
      add("path", search.path());
      add("meta_path", search.metaPath());
      add("flags", struct("flags", flagsOf(options.flags ?? {})));
      add("warnoptions", list(options.warnOptions ?? []));
      const others = realm.dicts.create();
      for (const [name, value] of Object.entries(options.otherOptions ?? {}))
        realm.dicts.set(others, realm.intern(name), value === true ? realm.bool(true) : realm.str(value));
      add("_xoptions", others);
      add(
        "thread_info",
        struct("thread_info", { name: realm.intern("pthread"), lock: realm.intern("semaphore"), version: realm.none }),
      );
      add("path_hooks", search.pathHooks());
      add("path_importer_cache", search.importerCache());
      const natives = ["builtins", ...realm.imports.nativeNames()].sort();
      add("builtin_module_names", realm.tuple(natives.map((name) => realm.intern(name))));
      const standard = realm.tuple([...STANDARD_MODULES].map((name) => realm.intern(name)));
      add("stdlib_module_names", realm.call(realm.type("frozenset"), standard));
      add("version", realm.str(`${VERSION.join(".")} (HotPy) [JavaScript]`));
      add("copyright", realm.str("HotPy; the language is Python's, Copyright (c) Python Software Foundation."));
      add("modules", realm.modules());
      for (const [name, word] of Object.entries(hooks.attributes())) add(name, word);
      const plain: Record<string, Word> = {
        hexversion: realm.int(HEX_VERSION),
        api_version: realm.int(1013),
        maxsize: realm.int((1n << 63n) - 1n),
        maxunicode: realm.int(0x10ffff),
        byteorder: realm.intern("little"),
        platform: realm.intern(platform.name),
        executable: realm.str(options.executable ?? ""),
        prefix: realm.str(PREFIX),
        exec_prefix: realm.str(PREFIX),
        base_prefix: realm.str(PREFIX),
        base_exec_prefix: realm.str(PREFIX),
        platlibdir: realm.intern("lib"),
        abiflags: realm.str(""),
        pycache_prefix: options.cachePrefix === undefined ? realm.none : realm.str(options.cachePrefix),
        _framework: realm.str(""),
        _home: realm.none,
        _stdlib_dir: options.library === undefined ? realm.none : realm.str(options.library),
        _base_executable: realm.str(options.executable ?? ""),
        _git: realm.tuple(["HotPy", "", ""].map((text) => realm.intern(text))),
        float_repr_style: realm.intern("short"),
        dont_write_bytecode: realm.bool(true),
        stdin: streams.stdin,
        stdout: streams.stdout,
        stderr: streams.stderr,
        __stdin__: streams.stdin,
        __stdout__: streams.stdout,
        __stderr__: streams.stderr,
      };
      return { ...plain, ...Object.fromEntries([...kept].map(([name, handle]) => [name, realm.handles.get(handle)])) };
    });
  }

  realm.defineModule({ name: "sys", functions, attributes });
}

/** Where CPython would be: programs put paths together of it. */
const PREFIX = "/usr";
const LEAST_DIGIT_LIMIT = 640;
