# Attributes by name, and objects that are equal to themselves alone, while their classes change.
def show(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
class A:
    y = 5
    def m(self): return "m"
    @property
    def p(self): return "prop"
    @staticmethod
    def s(): return "s"
    @classmethod
    def k(cls): return cls.__name__
class S:
    __slots__ = ("u", "v")
def probe(o, names):
    out = []
    for n in names:
        g = show(getattr, o, n)
        out.append((n, g() if callable(g) and n in "msk" else g, show(getattr, o, n, "d") if n not in "msk" else 0, show(hasattr, o, n)))
    return out
names = ["x", "y", "m", "p", "s", "k", "zz", "x" + str(1)]
a = A(); a.x = 1
for _ in range(5): print(probe(a, names))
a.x1 = 7
for _ in range(3): print(probe(a, names))
del a.x
for _ in range(3): print(probe(a, names))
setattr(a, "x", 3); print(a.x)
for i in range(5): setattr(a, "x", i)
print(a.x)
A.x = property(lambda self: "now a property")
for _ in range(3): print(probe(a, names), show(setattr, a, "x", 1))
del A.x
print(probe(a, names))
A.y = lambda self: "method now"
for _ in range(3): print(a.y(), getattr(a, "y")())
class D:
    def __get__(self, o, t): return "got"
A.y = D()
for _ in range(3): print(getattr(a, "y"))
class V: pass
A.y = V()
for _ in range(3): print(type(getattr(a, "y")).__name__)
V.__get__ = lambda s, o, t: "late"
for _ in range(3): print(getattr(a, "y"), hasattr(a, "y"))
A.__getattr__ = lambda self, n: "ga " + n
for _ in range(3): print(probe(a, ["zz", "x"]))
del A.__getattr__
for _ in range(3): print(probe(a, ["zz", "x"]))
A.__getattribute__ = lambda self, n: "gab " + n
for _ in range(3): print(getattr(a, "x"), getattr(a, "q", 1), hasattr(a, "zz"))
del A.__getattribute__
A.__setattr__ = lambda self, n, v: print("set", n, v)
for _ in range(3): setattr(a, "x", 9)
del A.__setattr__
for i in range(3): setattr(a, "x", i)
print(a.x, a.__dict__["x"])
for i in range(3): setattr(a, "x", i * 2); print(getattr(a, "x"), a.__dict__)
s = S()
for _ in range(3): print(probe(s, ["u", "v", "w"]))
for i in range(3): print(show(setattr, s, "u", i), show(getattr, s, "u"), show(setattr, s, "w", 1))
for o in (1, True, "a", [], (), {}, None, 1.5, 2**70, int, A, len, (lambda: 1), A().m, iter([])):
    for _ in range(3):
        r = [hasattr(o, n) for n in ("append", "__iter__", "real", "__class__", "__dict__", "nothing", "__name__", "__len__")]
    print(type(o).__name__, r)
class L(list): pass
l = L(); l.q = 1
for _ in range(3): print(probe(l, ["q", "zz"]), getattr(l, "append")(1), l)
e = ValueError(1); e.z = 2
for _ in range(3): print(probe(e, ["z", "args", "zz"]))
import math
for _ in range(3): print(hasattr(math, "pi"), hasattr(math, "pie"), getattr(math, "pie", 0))
for bad in (1, None, b"x"): print(show(getattr, a, bad), show(hasattr, a, bad), show(setattr, a, bad, 1))
class N(str): pass
for _ in range(3): print(getattr(a, N("x")), hasattr(a, N("nope")))
class B:
    def __getattr__(self, n):
        if n == "val": raise ValueError("v")
        raise AttributeError("no " + n)
b = B()
for _ in range(3): print(show(hasattr, b, "val"), show(hasattr, b, "q"), show(getattr, b, "q"), getattr(b, "q", 3))
# identity
class O: pass
o, p = O(), O()
d = {o: 1, None: 2, int: 3, len: 4, O: 5, (o, None): 6}
for _ in range(4):
    print(d[o], d[None], d[int], d[len], d[O], d[(o, None)], d.get(p), p in d, o == p, o == o, o != p, o == None, None == o, None == 1, "a" == None, None == None, None != None, [] == None, {} == 1, [] == o, (o,) == (o,), (o,) == (p,), o == 1, 1 == o, o == "a", (1,) == o, int == str, int == int, {1} == None, {1} == o, b"a" == o)
    print([o, p].index(p), p in [o], [o, p, o].count(o), {o, p} == {p, o}, {o} & {p}, len({o, p, o}), type(o) == O)
O.__eq__ = lambda self, other: True
O.__hash__ = lambda self: 7
for _ in range(4): print(o == p, o != p, p in [o], [1, p].index(o), o == None, None == o, (o,) == (p,), p in {o: 1}, len({o, p}))
del O.__eq__
for _ in range(4): print(o == p, o != p, p in [o], (o,) == (p,), len({o, p}))
del O.__hash__
for _ in range(4): print(o == p, len({o, p}))
class E2(O):
    def __eq__(self, other): return NotImplemented
    __hash__ = None
x = E2()
for _ in range(4): print(x == o, o == x, show(hash, x), x in [o, x], show(lambda: x in {o}))
class M(type):
    def __eq__(cls, other): return True
    __hash__ = type.__hash__
class MC(metaclass=M): pass
for _ in range(4): print(MC == int, int == MC, int in [MC], MC in [int, str], [int, str].index(MC))
n = float("nan")
for _ in range(3): print(n == n, n != n, n in [n], (n,) == (n,), [n] == [n])
class Meta2(type): pass
class X1(metaclass=Meta2): pass
class X2(metaclass=Meta2): pass
for _ in range(3): print(X1 == X2, X1 in [X2], X1 in [X2, X1], {X1: 1}[X1])
Meta2.__eq__ = lambda c, o: True
Meta2.__hash__ = lambda c: 1
for _ in range(3): print(X1 == X2, X1 in [X2], {X1: 1}[X2])
