# Objects that are equal to themselves alone, whatever their hash is.
from enum import Enum, IntEnum, Flag
class C(Enum):
    A = 1
    B = 2
class I(IntEnum):
    A = 1
class H:
    def __hash__(self): return 1
class P: pass
class Q:
    def __eq__(self, other): return 'eq' if isinstance(other, H) else NotImplemented
class R(H):
    def __ne__(self, other): return 'ne'
h, p, q, r = H(), P(), Q(), R()
things = [C.A, C.B, I.A, h, H(), p, q, r, 1, 'a', None, [], (), (h,), (C.A, 1), (C.A, h), [C.A], {}, {h}, 1.0, C, H]
for a in things:
    print([a == b for b in things].index(a == a), [str(a == b)[0] + str(a != b)[0] for b in things])
def hot(n):
    count = 0
    for i in range(n):
        a = C.A if i % 3 else C.B
        if a == C.A: count += 1
        if a != C.B: count += 10
        if h == (h if i & 1 else p): count += 100
        if (a, i & 1) == (C.A, 1): count += 1000
        if a in (C.B,): count += 7
        if q == h: count += 3
    return count
print(hot(4000))
H.__eq__ = lambda self, other: True
print(h == p, p == h, h == C.A, (h,) == (p,), hot(100))
del H.__eq__
print(h == p, p == h, h == C.A, (h,) == (p,), hot(100))
print({h: 1}[h], h in {h}, {C.A: 5}[C.A], C.A in {C.A, C.B}, [C.B, C.A].index(C.A), (h, C.A).count(C.A))
