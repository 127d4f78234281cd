/** Specs of modules and what loads them, in Python. */
export const loadersSource = `
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
        if self._cached is None and self.origin is not None and self._set_fileattr:
            self._cached = cached_path(self.origin)
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

def cached_path(path):
    """As importlib's cache_from_source, for what our own finder finds."""
    if not path.endswith('.py'):
        return path if path.endswith('.pyc') else None
    sys = find_and_load('sys')
    tag = sys.implementation.cache_tag
    if tag is None:
        return None
    directory, slash, name = path.rpartition('/')
    optimization = f'.opt-{sys.flags.optimize}' if sys.flags.optimize else ''
    name = f'{name[:-3]}.{tag}{optimization}.pyc'
    if sys.pycache_prefix is None:
        return f'{directory}{slash}__pycache__/{name}'
    return f'{sys.pycache_prefix.rstrip("/")}/{directory.lstrip("/")}/{name}'

def known_native(name, result):
    if not (isinstance(name, str) and is_native(name)):
        raise ImportError(f'{name!r} is not a built-in module', name=name)
    return result

class BuiltinImporter:
    __module__ = '_frozen_importlib'
    _ORIGIN = 'built-in'
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return ModuleSpec(fullname, cls, origin='built-in') if is_native(fullname) else None
    @staticmethod
    def create_module(spec):
        known_native(spec.name, None)
        return create_native(spec.name)
    @staticmethod
    def exec_module(module):
        pass
    @classmethod
    def get_code(cls, fullname):
        return known_native(fullname, None)
    @classmethod
    def get_source(cls, fullname):
        return known_native(fullname, None)
    @classmethod
    def is_package(cls, fullname):
        return known_native(fullname, False)

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
        run_source(self, module)
    def get_code(self, fullname):
        return compile_file(self.path, None, fullname)
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

def run_source(loader, module):
    name = module.__name__
    shown = f'<frozen {name}>' if name in Kinds.frozen and is_frozen(name, loader.path) else None
    run_code(compile_file(loader.path, shown, name), module.__dict__)

def is_frozen(name, path):
    if path != f'{library_entry()}/{name.replace(".", "/")}.py':
        return False
    return name.startswith('importlib._') or find_and_load('sys')._xoptions.get('frozen_modules') != 'off'

class zipimporter(SourceFileLoader):
    __module__ = 'zipimport'
    def __init__(self, fullname, path, archive):
        self.name = fullname
        self.path = path
        self.archive = archive
        directory = path.rpartition('/')[0]
        if self.is_package(fullname):
            directory = directory.rpartition('/')[0]
        self.prefix = directory[len(archive) + 1:]
        if self.prefix:
            self.prefix += '/'
    def __repr__(self):
        return f'<zipimporter object "{self.archive}/{self.prefix}">'
    def get_data(self, path):
        return bytes_of(path if path.startswith(self.archive + '/') else f'{self.archive}/{path}')
    def get_resource_reader(self, fullname):
        from importlib.readers import ZipReader
        return ZipReader(self, fullname) if self.is_package(fullname) else None

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
`;
