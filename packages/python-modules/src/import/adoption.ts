/**
 * What happens when the standard library's `importlib` is first imported, in Python: from then on specs, loaders and finders are of its
 * classes, those that are there too. What it says is done by the natives where nobody can tell the difference, as it is slow.
 */
export const adoptionSource = `
class Kinds:
    """The classes in use, and what there is to know of modules that CPython has in its binary."""
    spec = None
    # Their code says so in place of the file's name, and tracebacks have no lines of it.
    frozen = frozenset({
        'abc', 'codecs', 'genericpath', 'importlib._bootstrap', 'importlib._bootstrap_external', 'importlib.machinery',
        'importlib.util', 'io', 'ntpath', 'os', 'posixpath', 'runpy', 'site', 'stat', 'zipimport', '_collections_abc',
        '_sitebuiltins',
    })
    # Files beside the program do not hide these.
    frozen_names = frozen | {'encodings', 'importlib'}

def use_own_kinds():
    Kinds.spec = ModuleSpec
    Kinds.source_loader = SourceFileLoader
    Kinds.exec_module = SourceFileLoader.exec_module
    Kinds.namespace_loader = NamespaceLoader
    Kinds.namespace_path = _NamespacePath
    Kinds.builtin_importer = BuiltinImporter
    Kinds.path_finder = PathFinder
    Kinds.file_finder = None
    Kinds.path_hook = path_hook_for_FileFinder

def adopt_importlib():
    modules = loaded_modules()
    core = modules['importlib._bootstrap']
    files = modules['importlib._bootstrap_external']
    # Files of compiled code are told by it from those of CPython, and of a HotPy with other instructions.
    files.MAGIC_NUMBER = magic_number().to_bytes(2, 'little') + b'\\r\\n'
    files._RAW_MAGIC_NUMBER = int.from_bytes(files.MAGIC_NUMBER, 'little')
    modules['_frozen_importlib'] = core
    modules['_frozen_importlib_external'] = files
    for module, name in (core, '_frozen_importlib'), (files, '_frozen_importlib_external'):
        for value in vars(module).values():
            if isinstance(value, type) and value.__module__ == module.__name__:
                value.__module__ = name
    # What it makes itself, and what statements make, are waited for alike.
    core._ModuleLockManager = ModuleMaking
    own = Kinds.builtin_importer, Kinds.path_finder, Kinds.path_hook
    Kinds.spec = core.ModuleSpec
    Kinds.source_loader = files.SourceFileLoader
    Kinds.namespace_loader = files.NamespaceLoader
    Kinds.namespace_path = files._NamespacePath
    Kinds.exec_module = files.SourceFileLoader.exec_module
    Kinds.builtin_importer = core.BuiltinImporter
    Kinds.path_finder = files.PathFinder
    Kinds.file_finder = files.FileFinder
    Kinds.path_hook = files.FileFinder.path_hook(*files._get_supported_file_loaders())
    replace(search_settings('meta_path'), own[0], Kinds.builtin_importer)
    replace(search_settings('meta_path'), own[1], Kinds.path_finder)
    replace(search_settings('path_hooks'), own[2], Kinds.path_hook)
    for module in list(modules.values()):
        adopt_module(module)

def adopt_by_name(name, module):
    "Where CPython runs C in place of a part of a module, that part is made to do as C does."
    if name == 'multiprocessing.context':
        adopt_multiprocessing(module)
    elif name == 'xml.etree.ElementTree':
        adopt_parser(module)
        adopt_elements(module)
    elif name == 'asyncio.futures':
        adopt_futures(module)

def adopt_multiprocessing(context):
    "On Linux the library copies this process unless it is told otherwise; here a process cannot be copied, so new ones are started."
    default = getattr(context, '_default_context', None)
    if default is not None and getattr(default, '_actual_context', 0) is None:
        default._default_context = context._concrete_contexts['spawn']

def replace(items, old, new):
    for index, item in enumerate(items):
        if item is old:
            items[index] = new

def adopt_module(module):
    spec = getattr(module, '__spec__', None)
    if type(spec) is ModuleSpec:
        spec.__class__ = Kinds.spec
        path = spec.submodule_search_locations
        if type(path) is _NamespacePath:
            spec.submodule_search_locations = module.__path__ = Kinds.namespace_path(spec.name, path._path, namespace_spec)
        if spec.loader is BuiltinImporter:
            spec.loader = Kinds.builtin_importer
        elif type(spec.loader) is NamespaceLoader:
            spec.loader.__class__ = Kinds.namespace_loader
            spec.loader._path = spec.submodule_search_locations
    loader = getattr(module, '__loader__', None)
    if type(loader) is SourceFileLoader:
        loader.__class__ = Kinds.source_loader
    elif loader is BuiltinImporter:
        module.__loader__ = Kinds.builtin_importer
`;
