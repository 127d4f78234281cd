"""Attributes that setattr adds, to instances of every kind."""
import gc
class C: cls = 1
class P(C):
    @property
    def p(self): return 1
class N:
    __slots__ = ("a",)
class L(list): pass
class W(C):
    def __setattr__(self, k, v): super().__setattr__(k + "_", v)
def fill(o, names):
    for n in names:
        try: setattr(o, n, [n])
        except AttributeError as e: print(e)
    return o
names = ["x", "y", "cls", "p", "a"] + ["n%d" % i for i in range(20)]
for cls in (C, P, N, L, W):
    for _ in range(5):
        o = fill(cls(), names[:-20] if cls is N else names)
    print(cls.__name__, sorted(getattr(o, "__dict__", {}).items()) , getattr(o, "a", None))
class Late: pass
def go(n):
    for i in range(n):
        o = Late(); setattr(o, "v", i); setattr(o, "w", [i]); o.z = i
        if i % 500 == 0: gc.collect()
    return o.__dict__
print(go(3000))
Late.v = property(lambda s: 7, lambda s, v: s.__dict__.__setitem__("hidden", v))
print(go(1000), Late().v)
del Late.v
print(go(1000))
k = Late(); d = k.__dict__; setattr(k, "v", 1); setattr(k, "q", 2); print(d, k.q)
for i in range(300): setattr(k, "m%d" % i, i)
print(len(d), k.m299)
