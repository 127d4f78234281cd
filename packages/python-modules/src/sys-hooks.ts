import { NONE, NULL, REQUEST_LANGUAGE, STATE_HANDLED, STATE_REQUEST, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { callSource, tailCallSource } from "./source-call.js";

/// What `sys` has of functions that a program may replace, and of those that are told of what code does.

const source = `
def displayhook(value):
    import builtins, sys
    if value is None:
        return
    builtins._ = None
    text = repr(value)
    try:
        stdout = sys.stdout
    except AttributeError:
        raise RuntimeError('lost sys.stdout') from None
    try:
        stdout.write(text)
    except UnicodeEncodeError:
        encoded = text.encode(stdout.encoding, 'backslashreplace')
        if hasattr(stdout, 'buffer'):
            stdout.buffer.write(encoded)
        else:
            stdout.write(encoded.decode(stdout.encoding, 'strict'))
    stdout.write('\\n')
    builtins._ = value

def breakpointhook(args, kwargs):
    import os, sys
    wanted = os.environ.get('PYTHONBREAKPOINT') or 'pdb.set_trace'
    if wanted == '0':
        return None
    module, dot, name = wanted.rpartition('.')
    try:
        hook = getattr(__import__(module or 'builtins', fromlist=[name]), name)
    except (ImportError, AttributeError, ValueError):
        import _warnings
        _warnings.warn(f'Ignoring unimportable $PYTHONBREAKPOINT: "{wanted}"', RuntimeWarning, 2)
        return None
    return hook(*args, **kwargs)

def breakpoint(args, kwargs):
    import sys
    try:
        hook = sys.breakpointhook
    except AttributeError:
        raise RuntimeError('lost sys.breakpointhook') from None
    return hook(*args, **kwargs)

def refuse_exception(value):
    import sys
    # A hook does not raise: it says so.
    print('TypeError: print_exception(): Exception expected for value,', type(value).__name__, 'found', file=sys.stderr)

def reach_safepoint():
    for _ in (None,):
        pass

class Audit:
    hooks = []

def addaudithook(hook):
    try:
        audit('sys.addaudithook', ())
    except Exception:
        # One that is there already does not want others.
        return
    Audit.hooks.append(hook)

def audit(event, args):
    for hook in Audit.hooks:
        hook(event, args)
`;

/** How C's libraries are opened. */
const RTLD_NOW = 2;
/** Names that `sys` has twice, so that a program can put back what it has replaced. */
const KEPT = ["displayhook", "excepthook", "breakpointhook", "unraisablehook"] as const;

export interface SysHooks {
  readonly functions: readonly NativeDefinition[];
  readonly attributes: () => Readonly<Record<string, Word>>;
}

/** @param struct makes a struct sequence of a class of `sys` */
export function createSysHooks(
  { library }: Builtins,
  struct: (name: string, entries: Readonly<Record<string, Word>>) => Word,
): SysHooks {
  const { realm, argument, withHandles } = library;
  const { handles, observers, memory } = realm;
  const { i32 } = memory;
  const surrogate = realm.defineSurrogates(source);
  let openFlags = RTLD_NOW;

  const calling = (name: string, parameters: string): NativeDefinition => ({
    name,
    parameters,
    frames: true,
    leaf: false,
    run: (args, count) =>
      tailCallSource(
        library,
        surrogate,
        name,
        Array.from({ length: count }, (_, index) => argument(args, index) || realm.none),
      ),
  });

  function showUncaught(args: number): Word {
    const value = argument(args, 1);
    if (!realm.isInstance(value, realm.type("BaseException")))
      return tailCallSource(library, surrogate, "refuse_exception", [value]);
    realm.showUncaught(value);
    return realm.none;
  }

  /** The standard hook has been called. */
  let isShowing = false;
  function show(exception: Word, source: Word, where: string): void {
    const outer = isShowing;
    isShowing = true;
    try {
      realm.showIgnored(exception, source, where);
    } finally {
      isShowing = outer;
    }
  }

  /** Gives an exception that is dropped to what the program has made `sys.unraisablehook`. */
  observers.ignored = (exception, given, where) =>
    !isShowing &&
    withHandles(() => {
      const [kept, object] = [handles.push(exception), handles.push(given)];
      const sys = realm.loadedModule("sys");
      const hook = handles.push(sys === NULL ? NULL : realm.findAttribute(sys, realm.intern("unraisablehook")));
      if (handles.get(hook) === NULL || handles.get(hook) === realm.none || isStandard(handles.get(hook))) return false;
      const traceback = handles.push(realm.getAttribute(handles.get(kept), realm.intern("__traceback__")));
      const message = handles.push(where === "in" ? realm.none : realm.str(`Exception ignored ${where}`));
      const information = struct("UnraisableHookArgs", {
        exc_type: realm.typeOf(handles.get(kept)),
        exc_value: handles.get(kept),
        exc_traceback: handles.get(traceback),
        err_msg: handles.get(message),
        object: handles.get(object),
      });
      if (information !== NULL && realm.call(handles.get(hook), information) !== NULL) return true;
      const raised = realm.pending();
      realm.clearPending();
      show(raised, handles.get(hook), "in sys.unraisablehook");
      return true;
    });

  const isStandard = (hook: Word): boolean =>
    standard.unraisablehook !== undefined && hook === i32[standard.unraisablehook >>> 2];

  const unraisable: NativeDefinition = {
    name: "unraisablehook",
    parameters: "(unraisable, /)",
    leaf: false,
    run(args) {
      return withHandles(() => {
        const given = handles.push(argument(args, 0));
        const field = (name: string): Word => realm.getAttribute(handles.get(given), realm.intern(name));
        const [value, object, message] = ["exc_value", "object", "err_msg"].map((name) => handles.push(field(name)));
        if (handles.get(value) === NULL) return realm.pending() === NULL ? realm.none : NULL;
        const text = handles.get(message);
        const where = realm.strings.isString(text) ? realm.strings.toJS(text).replace(/^Exception ignored /, "") : "in";
        show(handles.get(value), handles.get(object), where);
        return realm.none;
      });
    },
  };

  const replaceable: Readonly<Record<(typeof KEPT)[number], NativeDefinition>> = {
    displayhook: calling("displayhook", "(object, /)"),
    excepthook: {
      name: "excepthook",
      parameters: "(exctype, value, traceback, /)",
      frames: true,
      leaf: false,
      run: showUncaught,
    },
    breakpointhook: calling("breakpointhook", "(*args, **kws)"),
    unraisablehook: unraisable,
  };
  /** The functions themselves, once the module is there. */
  const standard: Partial<Record<(typeof KEPT)[number], number>> = {};

  realm.defineBuiltin(calling("breakpoint", "(*args, **kws)"));

  const observer = (name: string, slot: number): NativeDefinition[] => [
    { name: `get${name}`, parameters: "()", run: () => i32[slot >>> 2] },
    {
      name: `set${name}`,
      parameters: "(function, /)",
      frames: true,
      leaf: false,
      run(args) {
        i32[slot >>> 2] = argument(args, 0);
        i32[STATE_REQUEST >>> 2] |= REQUEST_LANGUAGE;
        return tailCallSource(library, surrogate, "reach_safepoint", []);
      },
    },
  ];
  let originDepth = 0;

  return {
    functions: [
      ...observer("trace", observers.trace),
      ...observer("profile", observers.profile),
      {
        name: "call_tracing",
        parameters: "(func, args, /)",
        leaf: false,
        run(args) {
          const [callee, given] = [argument(args, 0), argument(args, 1)];
          if (!realm.isInstance(given, realm.type("tuple")))
            return realm.raise("TypeError", `call_tracing() argument 2 must be tuple, not ${realm.typeName(given)}`);
          const call = (): Word => realm.callSpread(callee, given, NULL);
          return observers.observation?.resuming(call) ?? call();
        },
      },
      {
        ...calling("addaudithook", "(hook)"),
        run(args) {
          observers.audit = (event, ...details) => {
            const tuple = realm.tuple(details);
            return callSource(library, surrogate, "audit", [realm.intern(event), tuple]) !== NULL;
          };
          return tailCallSource(library, surrogate, "addaudithook", [argument(args, 0)]);
        },
      },
      calling("audit", "(event, /, *args)"),
      { name: "exception", parameters: "()", run: () => i32[STATE_HANDLED >>> 2] || NONE },
      // There are no counts of references: what CPython gives for an object that one variable refers to.
      { name: "getrefcount", parameters: "(object, /)", run: () => realm.int(2) },
      // No library is opened; a program gets back what it has set.
      { name: "getdlopenflags", parameters: "()", run: () => realm.int(openFlags) },
      {
        name: "setdlopenflags",
        parameters: "(flags, /)",
        run(args) {
          const flags = realm.indexNumber(argument(args, 0));
          if (flags === undefined) return NULL;
          openFlags = flags;
          return realm.none;
        },
      },
      { name: "_clear_type_cache", parameters: "()", run: () => realm.none },
      { name: "_debugmallocstats", parameters: "()", run: () => realm.none },
      { name: "get_coroutine_origin_tracking_depth", parameters: "()", run: () => realm.int(originDepth) },
      {
        name: "set_coroutine_origin_tracking_depth",
        parameters: "(depth)",
        run(args) {
          const depth = realm.indexNumber(argument(args, 0));
          if (depth === undefined) return NULL;
          if (depth < 0) return realm.raise("ValueError", "depth must be >= 0");
          originDepth = depth;
          return realm.none;
        },
      },
    ],
    attributes() {
      const all: Record<string, Word> = {};
      for (const name of KEPT) {
        const native = realm.native(replaceable[name]);
        const slot = (standard[name] ??= realm.root(native));
        i32[slot >>> 2] = native;
        all[name] = all[`__${name}__`] = native;
      }
      return all;
    },
  };
}
