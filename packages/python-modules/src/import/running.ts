/** `-m`, and directories and archives as programs, in Python. */
export const runningSource = `
def run_main(name, place):
    import sys
    if place.endswith('.pyc') and not is_directory(place):
        return run_compiled(place)
    try:
        spec = main_spec(name, place)
    except ImportError as error:
        sys.exit(f'hotpy: {error}')
    code = spec.loader.get_code(spec.name)
    names = loaded_modules()['__main__'].__dict__
    names['__spec__'] = spec
    names['__file__'] = spec.origin
    names['__cached__'] = None if place else spec.cached
    names['__loader__'] = spec.loader
    names['__package__'] = spec.parent
    sys.argv[0] = place or spec.origin
    frozen = {'__name__': 'runpy', '__builtins__': __import__('builtins')}
    exec(compile(frozen_source(), '<frozen runpy>', 'exec'), frozen)
    frozen['_run_module_as_main'](code, names)

def frozen_source():
    # The frames that CPython's own module has at these lines, which tracebacks show.
    return ('\\n' * 64 + 'def _run_code(code, run_globals):\\n' + '\\n' * 22 + '    exec(code, run_globals)\\n    return run_globals\\n' +
            '\\n' * 82 + 'def _run_module_as_main(code, main_globals):\\n' + '\\n' * 25 + '    return _run_code(code, main_globals)\\n')

def run_compiled(path):
    files = find_and_load('importlib._bootstrap_external')
    loader = files.SourcelessFileLoader('__main__', path)
    data = loader.get_data(path)
    if data[:4] != files.MAGIC_NUMBER:
        raise RuntimeError('Bad magic number in .pyc file')
    names = loaded_modules()['__main__'].__dict__
    names['__file__'] = path
    names['__cached__'] = None
    names['__loader__'] = loader
    run_code(loader.get_code('__main__'), names)

def package_path(module, name, wanted):
    try:
        return module.__path__
    except AttributeError:
        raise ModuleNotFoundError(f'__path__ attribute not found on {name!r} while trying to find {wanted!r}')

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
            path = package_path(find_and_load(parent), parent, name)
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
`;
