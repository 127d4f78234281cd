import dataclasses, sys, traceback
from dataclasses import dataclass
@dataclass(frozen=True)
class P:
    x: int
    y: int = 3
    def moved(self, dx): return dataclasses.replace(self, x=self.x + dx)
@dataclass(frozen=True, order=True)
class Q(P):
    z: str = "z"
@dataclass(frozen=True)
class S:
    __slots__ = ("a", "b")
    a: int
    b: int
class Guard:
    def __init__(self): object.__setattr__(self, "n", 0)
    def __setattr__(self, name, value):
        if name.startswith("_"): raise AttributeError("no " + name)
        object.__setattr__(self, name, value)
        object.__setattr__(self, "n", self.n + 1)
class Ask(Guard):
    def __getattr__(self, name):
        if name == "bad": raise AttributeError(name)
        return "asked " + name
    def method(self): return self.n
    @property
    def fails(self): raise AttributeError("within")
    @property
    def works(self): return self.n * 2
    def __len__(self): return self.n
    def __contains__(self, x): return x == self.n
class All:
    def __init__(self): self.a = 1
    def __getattribute__(self, name): return ("all", name)
    def __len__(self): return 4
    def method(self): return 5
class Data:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, value): obj.__dict__[self.name] = (value, "set")
class Has:
    d = Data()
    __slots__ = ("s", "__dict__")
def one(n):
    r = []
    s = set()
    for i in range(n):
        p = P(i); q = Q(i, 2, "w"); s.add(p); s.add(q)
        r.append((p.x, p.y, q.x, q.z, hash(p) == hash((i, 3)), p == P(i), q < Q(i, 3), p.moved(1), S(i, 1).a))
        g = Guard(); g.v = i; g.w = i; g.v = 2
        a = Ask(); a.k = 1; a.l = 2
        h = Has(); object.__setattr__(h, "d", i); object.__setattr__(h, "s", i); object.__setattr__(h, "t", i)
        r.append((g.n, g.v, a.method(), a.k, a.zz, a.works, a.fails, len(a), 2 in a, 3 in a, getattr(a, "bad", "dflt"), h.d, h.s, h.t))
        o = All()
        r.append((o.a, o.method, len(o), type(o).method(o)))
        r.append((str.upper("a"), dict.get({1: 2}, 1), int.__add__(1, 2), object.__eq__(o, o), list.append.__name__, type.mro(P)[0].__name__, P.__name__, P.__eq__(p, p), object.__repr__ is P.__repr__))
    return len(s), r[-4:]
for _ in range(4): print(one(30))
def bad():
    p = P(1)
    for f in (lambda: setattr(p, "x", 2), lambda: object.__setattr__(p, 3, 4), lambda: object.__setattr__(p, "x"), lambda: object.__setattr__(3, "x", 1),
              lambda: object.__setattr__(S(1, 2), "c", 1), lambda: object.__setattr__(object(), "c", 1), lambda: setattr(Guard(), "_q", 1), lambda: str.upper(3), lambda: str.upper(), lambda: p.nothing, lambda: Ask().bad,
              lambda: int.real.__get__(5), lambda: delattr(p, "x"), lambda: object.__delattr__(p, "x"), lambda: p.x):
        for _ in range(3):
            try: r = f()
            except (AttributeError, TypeError) as e: r = type(e).__name__, str(e)
        print(r)
bad()
class Late:
    def __init__(self): self.a = 1
def late():
    o = Late(); out = []
    for i in range(12):
        if i == 4: Late.__setattr__ = lambda self, name, value: object.__setattr__(self, name, (value, "guarded"))
        if i == 6: Late.__getattr__ = lambda self, name: name
        if i == 8: Late.__getattribute__ = lambda self, name: object.__getattribute__(self, name) if name != "a" else "ga"
        if i == 10: del Late.__setattr__, Late.__getattribute__
        o.a = i
        out.append(o.a); out.append(getattr(o, "q", None))
        object.__setattr__(o, "b", i); setattr(o, "c", i); out.append((o.b, o.c))
    return out
print(late())
class Meta(type):
    def upper(cls): return "meta"
    @property
    def data(cls): return "meta data"
class WithMeta(metaclass=Meta):
    def upper(self): return "own"
    data = 1
for _ in range(5): print(WithMeta.upper("x") if _ < 9 else 0, WithMeta.data)
Meta.upper = property(lambda cls: lambda x: "data of meta")
for _ in range(5): print(WithMeta.upper("x"))
class A:
    f = len
    g = str.upper
    h = [].append
print([(A.f("abc"), A().f("ab"), A.g("x"), A.h(1)) for _ in range(4)])
