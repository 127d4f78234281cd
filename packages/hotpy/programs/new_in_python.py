from collections import namedtuple
from typing import NamedTuple
import sys, traceback
T = namedtuple("T", "a b")
class NT(NamedTuple):
    a: int
    b: int = 3
class P(namedtuple("P", "x y")):
    __slots__ = ()
    def __add__(s, o): return P(s.x + o.x, s.y + o.y)
class Single:
    it = None
    def __new__(cls, *args):
        if cls.it is None:
            cls.it = super().__new__(cls)
        return cls.it
class Sub(Single):
    def __init__(self, *args, **kw):
        print("Sub.__init__", args, kw)
class Factory:
    def __new__(cls, kind, n=0):
        if kind == 0: return 17
        if kind == 1: return object.__new__(cls)
        if kind == 3: raise ValueError(kind, n)
        if kind == 4: return None
class Meta(type):
    def __call__(cls, *args):
        return ("meta", args)
class WithMeta(metaclass=Meta):
    def __new__(cls, *args): return 1
class V(int):
    def __new__(cls, x, *rest): return super().__new__(cls, x * 2)
class S(str):
    def __new__(cls, x): return str.__new__(cls, x + "!")
class E(Exception):
    def __new__(cls, *a):
        self = super().__new__(cls, *a)
        self.extra = len(a)
        return self
class Cm:
    @classmethod
    def __new__(cls, *a): return ("cm", cls.__name__, len(a))
def one(n):
    total = 0
    for i in range(n):
        t = T(i, i + 1); u = NT(i); v = NT(a=i, b=2); p = P(i, 1) + P(1, i)
        total += t.a + u.b + v.b + p.x + V(i) + len(S("a"))
    return total, type(p), type(t), t, u, v, p
for k in range(4):
    print(one(60))
    print(Single(1) is Single(2), Single() is Sub.it)
    print(type(Sub(1, k=2) if k < 0 else Sub(1)), WithMeta(1), Cm(1, 2)[2], E(1, 2).extra, E(1, 2).args)
    for kind in (0, 1, 3, 4):
        try:
            x = Factory(kind, n=kind)
            print(kind, x if isinstance(x, int) or x is None else type(x).__name__, getattr(x, "got", None))
        except ValueError as e:
            print("raised", e, traceback.extract_tb(e.__traceback__)[-1].name, len(traceback.extract_tb(e.__traceback__)))
    for bad in (lambda: T(1), lambda: T(1, 2, 3), lambda: T(1, c=2), lambda: NT(), lambda: Factory(), lambda: P(1, y=2, z=3)):
        try: print(bad())
        except TypeError as e: print(e)
def deep(n):
    class D:
        def __new__(cls, m): return object.__new__(cls) if m == 0 else D(m - 1)
    return D(n)
print(type(deep(50)).__name__)
def deeper():
    class D:
        def __new__(cls): return D()
    try: D()
    except RecursionError as e: print(str(e)[:32])
deeper()
class Base:
    def __new__(cls, *a): return super().__new__(cls)
class Child(Base):
    def __init__(self, a, b): self.a, self.b = a, b
def make(n):
    return sum(Child(i, 1).a for i in range(n)) + len([Base(i) for i in range(n)])
print([make(30) for _ in range(3)])
del Base.__new__
Base.__new__ = lambda cls, *a: object.__new__(cls)
print(type(Base(1)).__name__, [type(Base(i)).__name__ for i in range(3)])
class Length:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __hash__(self): return self.n
    def __str__(self): return self.n
    def __format__(self, spec): return self.n
    def __contains__(self, x): return self.n
for n in (3, 0, True, -1, 2 ** 70, "a", None, [], [1]):
    for f in (len, hash, str, lambda x: format(x, "q"), lambda x: f"{x:z}", lambda x: 1 in x, lambda x: 1 not in x):
        for _ in range(3):
            try: r = f(Length(n)); r = (r, type(r).__name__)
            except Exception as e: r = repr(e)
        print(repr(n)[:9], r)
