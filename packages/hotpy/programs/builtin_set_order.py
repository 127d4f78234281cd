# The order of sets is that of CPython's tables.
import sys
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
def check(r):
    for trial in range(2):
        a = set(); b = set()
        span = [10, 100, 1000, 100000, 2**40][r % 5]
        for i in range(rnd(40)):
            k = rnd(6)
            x = rnd(span) - span // 3
            if k < 3: a.add(x)
            elif k == 3: a.discard(x)
            elif k == 4: b.add(x)
            elif a and rnd(4) == 0: a.pop()
        print(a, b, a | b, a & b, a - b, b - a, a ^ b, set(list(a)), a.union(b, [1, 2]), frozenset(a), hash(frozenset(a)), sorted(a))
        c = set(a); c |= b; print(c); c &= a; print(c); c -= b; print(c); c ^= b; print(c)
        c = a.copy(); c.difference_update(list(b)); c.update(range(5), b); print(c, {x * 7 for x in a}, a <= c, a < c, a == c, a.isdisjoint(b))
        print({x: 1 for x in range(10)}.keys() == set(range(10)) if 0 else "", set({1: 2, 3: 4}), a - set(range(1000)), set("")|a)
for r in range(5): check(r)
print({(i, i * 2) for i in range(20)}, {1.5 * i for i in range(30)}, {frozenset({i, i + 1}) for i in range(6)}, {True, 1, 1.0, None})
