/** The statement `import` and `__import__`, in Python: from a name to a module in `sys.modules`. */
export const importingSource = `
def import_module(name, globals, fromlist, level):
    if level > 0:
        name = resolve_name(name, package_of(globals), level)
    module = find_and_load(name)
    if fromlist:
        if hasattr(module, '__path__'):
            return handle_fromlist(module, fromlist, False)
        return module
    top = name.partition('.')[0]
    if level == 0:
        return find_and_load(top)
    if not name:
        return module
    cut = len(name) - len(top)
    return loaded_modules()[module.__name__[:len(module.__name__) - cut]]

def dunder_import(name, globals, fromlist, level):
    if type(name) is not str and not isinstance(name, str):
        raise TypeError('module name must be a string')
    if level < 0:
        raise ValueError('level must be >= 0')
    if level == 0 and not name:
        raise ValueError('Empty module name')
    return import_module(name, globals, fromlist, level)

def resolve_name(name, package, level):
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    base = bits[0]
    return f'{base}.{name}' if name else base

def package_of(globals):
    if globals is None:
        globals = {}
    package = globals.get('__package__')
    spec = globals.get('__spec__')
    if package is not None:
        if not isinstance(package, str):
            raise TypeError('package must be a string')
        if spec is not None and package != spec.parent:
            warn_import(f'__package__ != __spec__.parent ({package!r} != {spec.parent!r})')
    elif spec is not None:
        package = spec.parent
    else:
        if '__name__' not in globals:
            raise KeyError("'__name__' not in globals")
        warn_import("can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")
        package = globals['__name__']
        if '__path__' not in globals:
            package = package.rpartition('.')[0]
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    modules = loaded_modules()
    if package not in modules:
        find_and_load(package)
    return package

def warn_import(message):
    warnings = loaded_modules().get('warnings')
    if warnings is not None:
        warnings.warn(message, ImportWarning, stacklevel=3)

def handle_fromlist(module, fromlist, is_recursive):
    for name in fromlist:
        if not isinstance(name, str):
            where = module.__name__ + '.__all__' if is_recursive else "\`\`from list''"
            raise TypeError(f"Item in {where} must be str, not {type(name).__name__}")
        if name == '*':
            if not is_recursive and hasattr(module, '__all__'):
                handle_fromlist(module, module.__all__, True)
        elif not hasattr(module, name):
            full = f'{module.__name__}.{name}'
            try:
                find_and_load(full)
            except ModuleNotFoundError as error:
                if error.name == full and loaded_modules().get(full, 0) is not None:
                    continue
                raise
    return module

def import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    package = getattr(module, '__name__', None)
    if isinstance(package, str):
        found = loaded_modules().get(f'{package}.{name}')
        if found is not None:
            return found
    else:
        package = '<unknown module name>'
    path = getattr(module, '__file__', None)
    if not isinstance(path, str):
        raise ImportError(f"cannot import name {name!r} from {package!r} (unknown location)", name=package, path=None)
    if getattr(getattr(module, '__spec__', None), '_initializing', False):
        raise ImportError(f"cannot import name {name!r} from partially initialized module {package!r} (most likely due to a circular import) ({path})", name=package, path=path)
    raise ImportError(f"cannot import name {name!r} from {package!r} ({path})", name=package, path=path)

def find_and_load(name):
    modules = loaded_modules()
    module = modules.get(name, modules)
    if module is modules or is_made_elsewhere(name):
        module = find_or_wait(name, modules)
    if module is None:
        raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)
    return module

class ModuleMaking:
    """Other threads that want the module wait for the end of it. This one waits where another has begun."""
    def __init__(self, name):
        self.name = name
        self.begun = False
    def __enter__(self):
        begun = begin_module(self.name)
        while begun is None:
            begun = begin_module(self.name)
        self.begun = begun
    def __exit__(self, *_):
        if self.begun:
            end_module(self.name)

def find_or_wait(name, modules):
    with ModuleMaking(name):
        module = modules.get(name, modules)
        return find_and_load_unlocked(name) if module is modules else module

def find_and_load_unlocked(name):
    modules = loaded_modules()
    if name in ('_frozen_importlib', '_frozen_importlib_external') and 'importlib' not in modules:
        find_and_load('importlib')
        return modules[name]
    path = None
    parent, _, child = name.rpartition('.')
    parent_spec = None
    if parent:
        if parent not in modules:
            find_and_load(parent)
        if name in modules:
            return modules[name]
        parent_module = modules[parent]
        try:
            path = parent_module.__path__
        except AttributeError:
            raise ModuleNotFoundError(f"No module named {name!r}; {parent!r} is not a package", name=name) from None
        parent_spec = getattr(parent_module, '__spec__', None)
    spec = find_spec(name, path)
    if spec is None and run_site_lines():
        spec = find_spec(name, path)
    if spec is None:
        raise not_found(name)
    submodules = getattr(parent_spec, '_uninitialized_submodules', None)
    if submodules is not None:
        submodules.append(child)
    try:
        module = load(spec)
    finally:
        if submodules is not None:
            submodules.pop()
    if parent:
        try:
            setattr(modules[parent], child, module)
        except AttributeError:
            warn_import(f"Cannot set an attribute on {parent!r} for child module {child!r}")
        adopt_by_name(name, module)
    elif name == 'importlib':
        adopt_importlib()
    return module

def not_found(name):
    error = ModuleNotFoundError(f'No module named {name!r}', name=name)
    hint = hint_for(name)
    if hint is not None:
        error.add_note(hint)
    return error

def run_site_lines():
    """Runs what installed packages have asked to be run, which may add finders; False: there is nothing."""
    lines = take_site_lines()
    for line in lines:
        try:
            exec(line)
        except Exception as error:
            kind = type(error).__name__
            print(f'Error processing a line of a .pth file: {line!r}: {kind}: {error}', file=find_and_load('sys').stderr)
    return bool(lines)

def find_spec(name, path):
    if Kinds.spec is None:
        use_own_kinds()
    finders = search_settings('meta_path')
    if finders is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')
    modules = loaded_modules()
    was_loaded = name in modules
    for finder in finders:
        if finder is Kinds.path_finder:
            spec = path_spec(name, path)
        elif finder is Kinds.builtin_importer and not is_native(name):
            continue
        else:
            try:
                find = finder.find_spec
            except AttributeError:
                continue
            spec = find(name, path, None)
        if spec is not None:
            if not was_loaded and name in modules:
                own = getattr(modules[name], '__spec__', None)
                return spec if own is None else own
            return spec
    return None

def load(spec):
    modules = loaded_modules()
    loader = spec.loader
    if loader is not None and not hasattr(loader, 'exec_module'):
        loader.load_module(spec.name)
        return modules[spec.name]
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        modules[spec.name] = module
        try:
            if type(loader) is Kinds.source_loader and type(loader).exec_module is Kinds.exec_module:
                run_source(loader, module)
            elif loader is not None:
                loader.exec_module(module)
            elif spec.submodule_search_locations is None:
                raise ImportError('missing loader', name=spec.name)
        except:
            modules.pop(spec.name, None)
            raise
        module = modules.pop(spec.name)
        modules[spec.name] = module
    finally:
        spec._initializing = False
    return module

def module_from_spec(spec):
    loader = spec.loader
    module = None
    if hasattr(loader, 'create_module'):
        module = loader.create_module(spec)
    if module is None:
        module = new_module(spec.name)
    init_attributes(spec, module)
    return module

def init_attributes(spec, module):
    module.__name__ = spec.name
    loader = spec.loader
    if loader is None and spec.submodule_search_locations is not None:
        loader = spec.loader = Kinds.namespace_loader(spec.name, spec.submodule_search_locations, None)
        module.__file__ = None
        del module.__file__
    module.__loader__ = loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
        cached = spec.cached
        if cached is not None:
            module.__cached__ = cached
`;
