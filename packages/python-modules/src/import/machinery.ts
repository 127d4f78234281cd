/**
 * How modules are found and loaded, in Python, as `importlib._bootstrap` of CPython does it; but always there, and with frames that
 * tracebacks do not show. It sees the natives of `natives.ts` beside the builtins. `importlib` itself is the standard library's,
 * over `_imp`; both share `sys.modules`, `sys.meta_path` and the specs of modules.
 */
export const machinerySource = `
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
        raise import_error(f"cannot import name {name!r} from {package!r} (unknown location)", package, None)
    if getattr(getattr(module, '__spec__', None), '_initializing', False):
        raise import_error(f"cannot import name {name!r} from partially initialized module {package!r} (most likely due to a circular import) ({path})", package, path)
    raise import_error(f"cannot import name {name!r} from {package!r} ({path})", package, path)

def import_error(message, name, path):
    error = ImportError(message, name=name, path=path)
    error.__suppress_context__ = True
    return error

def find_and_load(name):
    modules = loaded_modules()
    module = modules.get(name, modules)
    if module is modules:
        return find_and_load_unlocked(name)
    if module is None:
        raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)
    return module

def find_and_load_unlocked(name):
    modules = loaded_modules()
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
    return module

def not_found(name):
    error = ModuleNotFoundError(f'No module named {name!r}', name=name)
    hint = hint_for(name)
    if hint is not None:
        error.add_note(hint)
    return error

def find_spec(name, path):
    finders = search_settings('meta_path')
    if finders is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')
    modules = loaded_modules()
    was_loaded = name in modules
    for finder in finders:
        if finder is PathFinder:
            spec = path_spec(name, path)
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

def path_spec(name, path):
    entries = search_settings('path') if path is None else path
    tail = name.rpartition('.')[2]
    portions = []
    for entry in entries:
        if not isinstance(entry, str):
            continue
        found = locate(entry, tail)
        if found is None:
            continue
        kind, place = found
        if kind == 'namespace':
            portions.append(place)
            continue
        spec = ModuleSpec(name, SourceFileLoader(name, place), origin=place)
        spec._set_fileattr = True
        if kind == 'package':
            spec.submodule_search_locations = [place.rpartition('/')[0]]
        return spec
    if not portions:
        return None
    spec = ModuleSpec(name, None)
    spec.submodule_search_locations = _NamespacePath(name, portions)
    return spec

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
            if loader is not None:
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
        loader = spec.loader = NamespaceLoader(spec.name, spec.submodule_search_locations, None)
        module.__file__ = None
        del module.__file__
    module.__loader__ = loader
    module.__package__ = spec.parent
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
        if spec.cached is not None:
            module.__cached__ = spec.cached

def run_main(name, place):
    import sys
    try:
        spec = main_spec(name, place)
    except ImportError as error:
        sys.exit(f'hotpy: {error}')
    code = spec.loader.get_code(spec.name)
    names = loaded_modules()['__main__'].__dict__
    names['__spec__'] = spec
    names['__file__'] = spec.origin
    names['__cached__'] = None
    names['__loader__'] = spec.loader
    names['__package__'] = spec.parent
    sys.argv[0] = place or spec.origin
    run_code(code, names)

def main_spec(name, place):
    if place:
        spec = find_spec('__main__', [place])
        if spec is None:
            raise ImportError(f"can't find '__main__' module in {place!r}")
        return spec
    parent = name.rpartition('.')[0]
    path = None
    if parent:
        try:
            path = find_and_load(parent).__path__
        except Exception as error:
            kind = type(error).__name__
            raise ImportError(f'Error while finding module specification for {name!r} ({kind}: {error})')
    spec = find_spec(name, path)
    if spec is None:
        raise ImportError(f'No module named {name}')
    if spec.submodule_search_locations is not None:
        if name == '__main__' or name.endswith('.__main__'):
            raise ImportError('Cannot use package as __main__ module')
        package = find_and_load(name)
        spec = find_spec(name + '.__main__', package.__path__)
        if spec is None:
            raise ImportError(f"No module named {name}.__main__; {name!r} is a package and cannot be directly executed")
    return spec

class ModuleSpec:
    __module__ = '_frozen_importlib'
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None
    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{self.__class__.__name__}({", ".join(args)})'
    def __eq__(self, other):
        smsl = self.submodule_search_locations
        try:
            return (self.name == other.name and self.loader == other.loader and self.origin == other.origin
                    and smsl == other.submodule_search_locations and self.cached == other.cached
                    and self.has_location == other.has_location)
        except AttributeError:
            return NotImplemented
    __hash__ = None
    @property
    def cached(self):
        return self._cached
    @cached.setter
    def cached(self, cached):
        self._cached = cached
    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition('.')[0]
        return self.name
    @property
    def has_location(self):
        return self._set_fileattr
    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

class BuiltinImporter:
    __module__ = '_frozen_importlib'
    _ORIGIN = 'built-in'
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return ModuleSpec(fullname, cls, origin='built-in') if is_native(fullname) else None
    @staticmethod
    def create_module(spec):
        if not is_native(spec.name):
            raise ImportError(f'{spec.name!r} is not a built-in module', name=spec.name)
        return create_native(spec.name)
    @staticmethod
    def exec_module(module):
        pass
    @classmethod
    def get_code(cls, fullname):
        return None
    @classmethod
    def get_source(cls, fullname):
        return None
    @classmethod
    def is_package(cls, fullname):
        return False

class PathFinder:
    __module__ = '_frozen_importlib_external'
    @staticmethod
    def invalidate_caches():
        pass
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return path_spec(fullname, path)

class SourceFileLoader:
    __module__ = '_frozen_importlib_external'
    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path
    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__
    def __hash__(self):
        return hash(self.name) ^ hash(self.path)
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        run_code(self.get_code(module.__name__), module.__dict__)
    def get_code(self, fullname):
        return compile_file(self.path)
    def get_source(self, fullname):
        return source_of(self.path)
    def get_data(self, path):
        return bytes_of(path)
    def get_filename(self, name=None):
        return self.path
    def is_package(self, fullname):
        return self.path.rpartition('/')[2] == '__init__.py' and fullname.rpartition('.')[2] != '__init__'
    def load_module(self, fullname=None):
        spec = ModuleSpec(self.name, self, origin=self.path)
        spec._set_fileattr = True
        if self.is_package(self.name):
            spec.submodule_search_locations = [self.path.rpartition('/')[0]]
        return load(spec)

class NamespaceLoader:
    __module__ = '_frozen_importlib_external'
    def __init__(self, name, path, path_finder):
        self._path = path
    def is_package(self, fullname):
        return True
    def get_source(self, fullname):
        return ''
    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        pass

class _NamespacePath:
    __module__ = '_frozen_importlib_external'
    def __init__(self, name, path):
        self._name = name
        self._path = path
        self._last = tuple(self._parent_path())
    def _parent_path(self):
        parent = self._name.rpartition('.')[0]
        return getattr(loaded_modules()[parent], '__path__') if parent else search_settings('path')
    def _recalculate(self):
        now = tuple(self._parent_path())
        if now != self._last:
            spec = path_spec(self._name, now)
            if spec is not None and spec.loader is None and spec.submodule_search_locations:
                self._path = spec.submodule_search_locations._path
            self._last = now
        return self._path
    def __iter__(self):
        return iter(self._recalculate())
    def __getitem__(self, index):
        return self._recalculate()[index]
    def __setitem__(self, index, path):
        self._path[index] = path
    def __len__(self):
        return len(self._recalculate())
    def __repr__(self):
        return f'_NamespacePath({self._path!r})'
    def __contains__(self, item):
        return item in self._recalculate()
    def append(self, item):
        self._path.append(item)
`;
