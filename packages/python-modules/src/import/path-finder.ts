/** Finding modules along `sys.path`, in Python. */
export const pathFinderSource = `
def path_spec(name, path):
    entries = search_settings('path') if path is None else path
    hooks = search_settings('path_hooks')
    cache = search_settings('path_importer_cache')
    has_own_hooks = len(hooks) == 2 and hooks[0] is path_hook_for_zip and hooks[1] is Kinds.path_hook
    if path is None and name in Kinds.frozen_names:
        library = library_entry()
        if library in entries:
            entries = [library]
    tail = name.rpartition('.')[2]
    portions = []
    for entry in entries:
        if not isinstance(entry, str):
            continue
        finder = cache.get(entry, cache)
        if finder is cache and not has_own_hooks:
            finder = hooked(entry, hooks, cache)
        if finder is None:
            continue
        if finder is not cache and type(finder) is not Kinds.file_finder:
            spec = finder.find_spec(name)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            if spec.submodule_search_locations is None:
                raise ImportError('spec missing loader')
            portions.extend(spec.submodule_search_locations)
            continue
        found = locate(entry, tail)
        if found is None:
            continue
        kind, place, archive = found
        if kind == 'namespace':
            portions.append(place)
            continue
        if archive is not None:
            loader = zipimporter(name, place, archive)
        elif place.endswith('.pyc'):
            loader = find_and_load('importlib.machinery').SourcelessFileLoader(name, place)
        else:
            loader = Kinds.source_loader(name, place)
        spec = Kinds.spec(name, loader, origin=place)
        spec._set_fileattr = True
        if kind == 'package':
            spec.submodule_search_locations = [place.rpartition('/')[0]]
        return spec
    if not portions:
        return None
    spec = Kinds.spec(name, None)
    spec.submodule_search_locations = Kinds.namespace_path(name, portions, namespace_spec)
    return spec

def namespace_spec(name, path):
    return path_spec(name, path)

def hooked(entry, hooks, cache):
    """The finder that the hooks of sys make for an entry of sys.path; cache: the one of our own."""
    for hook in hooks:
        if hook is Kinds.path_hook and is_directory(entry):
            return cache
        try:
            finder = hook(entry)
        except ImportError:
            continue
        cache[entry] = finder
        return finder
    # The natives look into archives where zipimport cannot be had.
    if path_hook_for_zip in hooks and is_archive(entry):
        return cache
    cache[entry] = None
    return None

def path_hook_for_zip(path):
    if not is_archive(path):
        raise ImportError(f'not a Zip file: {path!r}', path=path)
    return find_and_load('zipimport').zipimporter(path)

def path_hook_for_FileFinder(path):
    find_and_load('importlib.machinery')
    return Kinds.path_hook(path)

class PathFinder:
    __module__ = '_frozen_importlib_external'
    @staticmethod
    def invalidate_caches():
        pass
    @staticmethod
    def find_distributions(*args, **kwargs):
        from importlib.metadata import MetadataPathFinder
        return MetadataPathFinder.find_distributions(*args, **kwargs)
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return path_spec(fullname, path)

class _NamespacePath:
    __module__ = '_frozen_importlib_external'
    def __init__(self, name, path, path_finder):
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
