"""Classes that refine modules, and modules of another class."""
import sys, types

def attempt(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)

class Lazy(types.ModuleType):
    size = 3
    def __init__(self, name):
        super().__init__(name, "lazy")
        self.extra = 1
    @property
    def answer(self):
        return 42
    def __getattr__(self, name):
        if name == "late":
            value = self.late = "made"
            return value
        raise AttributeError(name)

m = Lazy("lazy")
print(m, m.__name__, m.__doc__, m.extra, m.answer, m.size, m.late, sorted(m.__dict__), isinstance(m, types.ModuleType))
attempt(lambda: m.nothing)
sys.modules["lazy"] = m
import lazy
print(lazy is m)
from lazy import answer, late
print(answer, late)
attempt(lambda: exec("from lazy import nothing"))
m.__dict__["inside"] = 5
print(m.inside, "inside" in dir(m), "extra" in dir(m))
del m.inside
attempt(lambda: m.inside)

class Plain(types.ModuleType): pass
p = Plain("p")
attempt(lambda: p.nothing)
p.__getattr__ = lambda name: name.upper()
attempt(lambda: p.nothing)
attempt(lambda: Plain())
attempt(lambda: Plain(3))
attempt(lambda: types.ModuleType(3))
attempt(lambda: types.ModuleType())
attempt(lambda: types.ModuleType("a", 2).__doc__)
q = types.ModuleType("q", doc="text")
print(q.__doc__, q.__package__, q.__loader__, q.__spec__, q)
q.__doc__ = "other"
print(q.__doc__, types.ModuleType.__doc__)
q.value = 7
q.__class__ = Lazy
print(q.value, q.answer, q.late, q, type(q))
q.__class__ = types.ModuleType
attempt(lambda: q.answer)
print(q.value, q.late)
q.__class__ = Plain
print(type(q), q.value)
class Other: pass
def change(object, cls): object.__class__ = cls
attempt(lambda: change(q, Other))
attempt(lambda: change(Other(), Plain))
attempt(lambda: change(q, list))

this = sys.modules[__name__]
class Here(types.ModuleType):
    def __call__(self): return "called"
    @property
    def computed(self): return "computed"
this.__class__ = Here
print(this(), this.computed, this.attempt is attempt)
def loop():
    total = 0
    for i in range(3000):
        total += m.size + q.value + m.extra + len(this.computed)
    return total
print(loop())
class Slotted(types.ModuleType):
    __slots__ = ("a",)
attempt(lambda: Slotted("s").__name__)
del q.value
attempt(lambda: q.value)
u = types.ModuleType.__new__(types.ModuleType)
attempt(lambda: u.__name__)
attempt(lambda: repr(u))
types.ModuleType.__init__(u, "again", 3)
print(u.__name__, u.__doc__)
