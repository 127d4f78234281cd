import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { tailCallSource } from "./source-call.js";
import { defineSourceModule } from "./source-module.js";

const source = `
def warn(message, category, stacklevel, source):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    import sys
    try:
        frame = sys._getframe(0)
    except ValueError:
        frame = None
    leaves_out = frame is not None and stacklevel > 0 and not is_of_import(frame)
    while stacklevel > 1 and frame is not None:
        frame = frame.f_back
        if leaves_out:
            while frame is not None and is_of_import(frame):
                frame = frame.f_back
        stacklevel -= 1
    if frame is None:
        names = sys.__dict__
        filename = 'sys'
        lineno = 1
    else:
        names = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    registry = names.setdefault('__warningregistry__', {})
    module = names.get('__name__', '<string>')
    explicit(message, category, filename, lineno, module, registry, None, source)

def is_of_import(frame):
    filename = frame.f_code.co_filename
    return 'importlib' in filename and '_bootstrap' in filename

def explicit(message, category, filename, lineno, module, registry, names, source):
    if module is None:
        module = filename[:-3] if filename.endswith('.py') else filename or '<unknown>'
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry is not None:
        if registry.get('version', 0) != filters_version():
            registry.clear()
            registry['version'] = filters_version()
        elif registry.get(key):
            return
    import _warnings
    import sys
    warnings = sys.modules.get('warnings')
    if warnings is None and sys.warnoptions:
        import warnings
    own = _warnings if warnings is None else warnings
    action = own.defaultaction if hasattr(own, 'defaultaction') else _warnings._defaultaction
    for each, wanted, kind, place, line in own.filters:
        if issubclass(category, kind) and (line == 0 or line == lineno) and fits(wanted, text) and fits(place, module):
            action = each
            break
    if action == 'error':
        raise message
    if action == 'ignore':
        return
    if action == 'once':
        if registry is not None:
            registry[key] = True
        once = own.onceregistry if hasattr(own, 'onceregistry') else _warnings._onceregistry
        if once.get((text, category)):
            return
        once[text, category] = True
    elif action == 'module':
        if registry is not None:
            registry[key] = True
            if registry.get((text, category, 0)):
                return
            registry[text, category, 0] = True
    elif action == 'default':
        if registry is not None:
            registry[key] = True
    elif action != 'always' and action != 'all':
        raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters:\\n {each!r}')
    if warnings is None:
        print(f'{filename}:{lineno}: {category.__name__}: {text}', file=sys.stderr)
        line = source_line(filename, lineno)
        if line:
            print(f'  {line}', file=sys.stderr)
    else:
        warnings._showwarnmsg(warnings.WarningMessage(message, category, filename, lineno, source=source))

def source_line(filename, lineno):
    try:
        with open(filename, 'rb') as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    return lines[lineno - 1].decode('utf-8', 'replace').lstrip() if 0 < lineno <= len(lines) else None

def fits(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None
`;

/** The module `_warnings`, whose filters are those of CPython's release build. */
export function defineWarnings(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, argument } = library;
  let version = 1;

  /** Actions for categories, of a module or of all. */
  function filters(): Word {
    const filter = (action: string, category: string, module: Word): Word =>
      realm.tuple([realm.intern(action), realm.none, realm.type(category), module, realm.int(0)]);
    return realm.list([
      filter("default", "DeprecationWarning", realm.intern("__main__")),
      ...["DeprecationWarning", "PendingDeprecationWarning", "ImportWarning", "ResourceWarning"].map((category) =>
        filter("ignore", category, realm.none),
      ),
    ]);
  }

  const surrogate = defineSourceModule(builtins, {
    name: "_warnings",
    source,
    natives: [{ name: "filters_version", parameters: "()", run: () => realm.int(version) }],
    functions: [
      {
        name: "_filters_mutated",
        parameters: "()",
        run() {
          version++;
          return realm.none;
        },
      },
      {
        name: "warn",
        parameters: "(message, category=None, stacklevel=1, source=None)",
        frames: true,
        leaf: false,
        run(args) {
          const level = argument(args, 2) === NULL ? 1 : realm.indexNumber(argument(args, 2));
          if (level === undefined) return NULL;
          const words = [0, 1, 3].map((index) => argument(args, index) || realm.none);
          return tailCallSource(library, surrogate, "warn", [words[0], words[1], realm.int(level), words[2]]);
        },
      },
      {
        name: "warn_explicit",
        parameters:
          "(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
        frames: true,
        leaf: false,
        run(args, count) {
          const words = Array.from({ length: count }, (_, index) => argument(args, index) || realm.none);
          return tailCallSource(library, surrogate, "explicit", words);
        },
      },
    ],
    attributes: () =>
      library.withHandles(() => {
        const kept = realm.handles.push(filters());
        const once = realm.dicts.create();
        return { filters: realm.handles.get(kept), _defaultaction: realm.intern("default"), _onceregistry: once };
      }),
  });
}
