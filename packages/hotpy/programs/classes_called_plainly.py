import abc
class A(abc.ABC):
    def __init__(self, x): self.x = x
    @abc.abstractmethod
    def f(self): ...
class B(A):
    "doc of B"
    def f(self): return self.x
class M(type):
    "doc of M"
    tag = "on meta"
    def other(cls): return cls.__name__
class C(metaclass=M):
    def __init__(self, x=1): self.x = x
    tag = "on class"
class D(C): pass
class I(int, metaclass=M): pass
def hot(cls, n=3000):
    t = 0
    for i in range(n):
        t += cls(i).x
    return t
def hot2(cls, n=3000):
    t = 0
    for i in range(n): t += cls(i)
    return t
def docs(cls, n=3000):
    r = None
    for i in range(n): r = (type(cls(i)).__doc__, cls.tag)
    return r
print(hot(B), hot(C), hot(D), hot2(I), docs(C), docs(D))
try: A(1)
except TypeError as e: print(e)
def call(cls, *a):
    o = type.__call__(cls, *a)
    if hasattr(o, "x"): o.x = 10
    return o
M.__call__ = call
print(hot(C), hot(D), hot2(I))
del M.__call__
print(hot(C), hot(D), hot2(I))
class N(M):
    def __call__(cls, *a): return type.__call__(cls, 7)
class E(C, metaclass=N): pass
print(hot(E), hot(C))
B.__abstractmethods__ = frozenset({"g"})
try: hot(B)
except TypeError as e: print(e)
B.__abstractmethods__ = frozenset()
print(hot(B))
class P:
    def __init__(self): self.a, self.b, self.c = 1, [2], "3"
class Q(P):
    def __delattr__(self, n): print("del", n) if getattr(self, "a", 0) == 2 else None; object.__delattr__(self, n)
def dels(cls, which, n=2000):
    out = []
    for i in range(n):
        p = cls(); 
        if i % 500 == 499: p.a = 2
        exec_del(p, which)
        if i % 500 == 0: out.append(p.__dict__)
    return out
def exec_del(p, which):
    if which == 0: del p.a
    elif which == 1: del p.b
    elif which == 2: del p.c
    else:
        del p.a, p.c
        p.a = 5
        try: del p.zz
        except AttributeError as e: p.e = str(e)
for cls in P, Q:
    for w in range(4): print(dels(cls, w))
import weakref
class W: pass
def dropped(n):
    alive = 0
    for i in range(n):
        p = P(); w = W(); r = weakref.ref(w); p.a = w; p.b = 1; del w; del p.a
    return p.__dict__
print(dropped(3000))
