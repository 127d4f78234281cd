"""What programs do with the machinery of imports."""
import importlib
import importlib.machinery
import importlib.resources
import importlib.util
import os
import pkgutil
import re
import runpy
import sys
import tempfile
import traceback
import zipfile

DIRECTORY = os.path.realpath(tempfile.mkdtemp())
os.chdir(DIRECTORY)
sys.path.insert(0, DIRECTORY)


def write(path, text):
    os.makedirs(os.path.dirname(path) or '.', exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)


def shown(value):
    return re.sub(' at 0x[0-9a-f]+', '', repr(value).replace(DIRECTORY, 'DIRECTORY'))


write('package/__init__.py', 'x = 1\n')
write('package/part.py', 'y = 2\n')
write('package/data.txt', 'data\n')
write('spread/one.py', 'z = 3\n')
write('io.py', 'raise SystemExit("the library comes first")\n')
with zipfile.ZipFile('library.zip', 'w') as archive:
    archive.writestr('zipped.py', 'def fails():\n    1 / 0\n')
    archive.writestr('inside/__init__.py', 'import inside.part\n')
    archive.writestr('inside/part.py', 'w = 4\n')
    archive.writestr('inside/data.txt', 'zipped data\n')

import io
import package
import spread.one

print(io.__name__, package.x, spread.one.z, shown(spread.__path__), shown(spread.__spec__))
print(isinstance(package.__spec__, importlib.machinery.ModuleSpec), type(package.__loader__))
print([each.name for each in pkgutil.walk_packages(package.__path__, 'package.')])
print(type(pkgutil.get_importer(DIRECTORY)), pkgutil.get_data('package', 'data.txt'))
print(shown(importlib.util.find_spec('package.part')))
print(runpy.run_module('package.part')['y'])
write('package/__init__.py', 'x = "again"\n')
print(importlib.reload(package).x)

sys.path.insert(0, os.path.join(DIRECTORY, 'library.zip'))
import inside
import zipped

print(inside.part.w, shown(inside.__file__), shown(zipped.__loader__))
print(pkgutil.get_data('inside', 'data.txt'), importlib.resources.files('inside').joinpath('data.txt').read_text())
print([each.name for each in pkgutil.iter_modules([sys.path[0]])])
try:
    zipped.fails()
except ZeroDivisionError:
    print(traceback.format_exc().replace(DIRECTORY, ''))


class Loader:
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.made = True


class Finder:
    def __init__(self, path):
        if not path.startswith('made:'):
            raise ImportError
        self.path = path

    def find_spec(self, name, target=None):
        return importlib.util.spec_from_loader(name, Loader()) if name == 'magic' else None


sys.path_hooks.append(Finder)
sys.path.append('made:here')
import magic

print(magic.made, type(magic.__spec__), sorted(each for each in sys.path_importer_cache if each.startswith('made')))
for name in 'nowhere', 'package.nowhere', 'nowhere.part':
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        print(error, error.name)

import compileall
import py_compile

tag = sys.implementation.cache_tag
print(package.__cached__.replace(DIRECTORY, '').replace(tag, 'TAG'), importlib.util.cache_from_source('a/b.py').replace(tag, 'TAG'))
write('compiled.py', 'def name():\n    return __name__, __file__, __cached__\n')
print(py_compile.compile('compiled.py').replace(tag, 'TAG'))
print(py_compile.compile('compiled.py', cfile='sourceless.pyc'), py_compile.compile('compiled.py', cfile='pack/__init__.pyc'))
import pack
import sourceless

for module in sourceless, pack:
    print([each.replace(DIRECTORY, '') for each in module.name()], type(module.__loader__).__name__, hasattr(module, '__path__'))
print(runpy.run_path('sourceless.pyc')['name'].__code__.co_filename)
write('old.pyc', 'not compiled\n')
try:
    import old
except ImportError as error:
    print(error)
print(compileall.compile_dir('package', quiet=1), sorted(os.listdir('package/__pycache__'))[0].replace(tag, 'TAG'))
