"""Instances of classes of all kinds, arguments by name and by star, functions made in functions: many times."""

class A:
    def __init__(self, x, *args, k=3, **kw):
        self.x = x; self.args = args; self.k = k; self.kw = kw
class B: pass
class C:
    def __init__(self): return 3
def f(a, b=2, /, c=3, *r, d=4, **k): return (a,b,c,r,d,k)
def deco(g):
    def w(*a, **k): return g(*a, **k)
    return w
def main():
    for i in range(5):
        a = A(i, 1, 2, k=i, z=3); print(a.x, a.args, a.k, a.kw)
        print(type(B()).__name__)
        try: B(1)
        except TypeError as e: print(e)
        try: C()
        except TypeError as e: print(e)
        try: A()
        except TypeError as e: print(e)
        try: A(1, x=2)
        except TypeError as e: print(e)
        print(f(1), f(1,2,3,4,5,d=6,e=7), f(1,c=5,**{'z':1}), f(*(1,2,3)), f(*[1,2], **{'d':i}))
        for args, kw in (((), {}), ((1,), {'a': 2}), ((1,), {'a b': 3}), ((1,2,3), {'c': 1})):
            try: print(f(*args, **kw))
            except TypeError as e: print(e)
        print(deco(f)(i, 2, c=9, q=1), deco(lambda *a: a)(1, 2))
        g = (x for x in range(i)); print(list(g), list(g), next(g, 'end'))
        def h(x, y=i): "doc"; return x + y + i
        print(h(1), h.__name__, h.__qualname__, h.__doc__, h.__module__, h.__defaults__)
        try: deco(f)(**{1: 2})
        except TypeError as e: print(e)
main()
class M(type):
    def __call__(cls, *a): return 'meta', a
class D(metaclass=M): pass
print([D(1) for i in range(3)])
class N:
    def __new__(cls, x):
        o = super().__new__(cls); o.x = x; return o
    def __init__(self, x): self.y = x
print([(n.x, n.y) for n in [N(i) for i in range(3)]])
for i in range(3):
    class E:
        def __init__(self): self.v = i
    print(E().v, E().v)
    E.__init__ = lambda self: setattr(self, 'v', 'new')
    print(E().v, E().v)
    E.__new__ = lambda cls: 7
    print(E())
import gc
class G:
    pass
for i in range(3): G()
gc.collect()
G.__del__ = lambda self: print('deleted')
G()
gc.collect()
def counted(n, *args, **kw):
    return n if n == 0 else counted(n - 1, *args, **kw)
print(counted(200, 1, 2, x=3))
def endless(*args, **kw):
    return endless(*args, **kw)
class Endless:
    def __init__(self, *args): Endless(*args)
for f in endless, Endless:
    try: f(1, 2)
    except RecursionError as e: print(type(e).__name__)
class Mapping:
    def keys(self): return iter(["c", "a"])
    def __getitem__(self, key): return key * 2
def named(**kw):
    kw["own"] = 1
    return kw
class Denying(type):
    def __instancecheck__(cls, o): return isinstance(o, int)
class Denied(metaclass=Denying): pass
class Sub(Denied): pass
given = {"x": 1}
for i in range(4):
    print(named(**given), given, named(**Mapping()), dict(**given), dict(a=i, b=2), dict(**Mapping()), dict(given, z=i))
    for wrong in 5, {1: 2}, None, [("a", 1)]:
        for f in named, dict, A, print:
            try: print(f(**wrong))
            except TypeError as e: print(e)
    print(isinstance(Sub(), Denied), isinstance(Denied(), Denied), isinstance(3, Denied), isinstance(True, int))
