import sys
print(sys.path[0].split('/')[-1])
import helper
print(helper.x, helper.__name__, helper.__file__.split('/')[-1], helper.__package__ == '')
from pkg import a, b as bee
print(a.__name__, bee.__name__, repr(a).split()[:2])
import pkg.sub.deep
print(pkg.sub.deep.value)
import pkg.sub.deep as d
print(d.value)
from pkg.star import *
print(pub)
try: print(_priv)
except NameError as e: print(e)
try:
    import helper.y
except ModuleNotFoundError as e: print(e, e.name)
try:
    import nothing
except ModuleNotFoundError as e: print(e, e.name)
try:
    from helper import nope
except ImportError as e: print(str(e).replace(helper.__file__, 'F'), e.name, e.path == helper.__file__)
try:
    import circ1
except ImportError as e: print(str(e).replace(sys.path[0], 'D'))
try:
    import circ3
except AttributeError as e: print(str(e))
print('circ1' in sys.modules)
import ns.inner
print(ns.inner.v, str(ns).split(" object at")[0])
print(repr(helper).replace(sys.path[0], 'D'), sys)
import lazy
print(lazy.anything)
from lazy import other
print(other)
sys.modules['gone'] = None
try: import gone
except ImportError as e: print(type(e).__name__, e)
m = __import__('pkg.sub.deep')
print(m.__name__, __import__('pkg.sub.deep', fromlist=['x']).__name__)
print(hasattr(helper,'zzz'), getattr(helper,'zzz',3))
print(helper.__spec__.name, pkg.__path__[0].split('/')[-1])
import broken
