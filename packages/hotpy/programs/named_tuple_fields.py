from collections import namedtuple
from typing import NamedTuple
P = namedtuple("P", "a b c d e f g h i j")
class Q(NamedTuple):
    x: int
    y: int = 3
class R(P):
    @property
    def a(self): return "own"
    def __init__(self, *args): self.extra = args
def f(n):
    t = 0
    p = P(*range(10))
    for i in range(n):
        q = Q(i)
        t += p.a + p.b + p.c + p.d + p.e + p.f + p.g + p.h + p.i + p.j + q.x + q.y
    return t
print(f(100))
def g(ps, n):
    out = []
    for _ in range(n):
        out = [p.b for p in ps]
    return out
print(g([P(*range(10)), Q._make("12") and P(*"abcdefghij"), R(*range(10))], 50))
r = R(*range(10))
print([r.a for _ in range(50)][-1], r.b, r.extra)
for i in range(30):
    try:
        r.b = 1
    except AttributeError as e:
        last = e
print(last)
class Short(P):
    def __new__(cls): return tuple.__new__(cls, (1, 2))
def h(s):
    for i in range(40):
        try: s.c
        except IndexError as e: last = repr(e)
    return s.b, last
print(h(Short()))
def change(n):
    seen = []
    q = Q(1, 2)
    for i in range(n):
        if i == 30: Q.x = property(lambda self: "changed")
        if i == 60: Q.x = 5
        seen.append(q.x)
    return seen[29], seen[30], seen[60]
print(change(80))
class Hook(P):
    def __getattribute__(self, name): return name + "!"
hk = Hook(*range(10))
print([hk.c for _ in range(40)][-1])
class Fallback(P):
    def __getattr__(self, name): return name + "?"
fb = Fallback(*range(10))
print([(fb.c, fb.zz) for _ in range(40)][-1])
