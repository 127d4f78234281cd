import sys, traceback
class K:
    def __init__(s, x): s.x = x
    def __hash__(s): return hash(s.x)
    def __eq__(s, o): return isinstance(o, K) and s.x == o.x
    def __repr__(s): return f"K({s.x})"
class Bad:
    def __hash__(s): raise ValueError("no hash")
class BadEq:
    def __hash__(s): return 5
    def __eq__(s, o): raise KeyError("no eq")
class Odd:
    def __hash__(s): return "a"
class Minus:
    def __init__(s, n): s.n = n
    def __hash__(s): return s.n
def hashes():
    for v in [(K(1),), (1, K(2)), (K(3), "a"[:0], 3), (K(1), K(2), K(3), K(4)), (1, (2, K(3))), ((((K(9),),),),), (Minus(-1), 2), (Minus(1 << 70), 2), (Minus(-1 << 62), 2), (K(1.5), True, None is None), ()]:
        yield hash(v)
def equal_hashes():
    for m in (-1, 0, 1 << 70, 2**61 - 2, 2 - 2**61):
        assert hash((Minus(m), 2)) == hash((m, 2)), m
        assert hash((1, Minus(m), 2)) == hash((1, m, 2)), m
        assert hash((1, Minus(m), 2, 5)) == hash((1, m, 2, 5)), m
        assert hash((Minus(m),)) == hash((m,)), m
        assert hash(((Minus(m), 3), 2)) == hash(((m, 3), 2)), m
def run(n):
    d = {}; s = set(); out = []
    for i in range(n):
        k = (i % 5, K(i % 7))
        d[k] = d.get(k, 0) + 1
        d[K(i % 3), i % 2] = d.get((K(i % 3), i % 2))
        d.setdefault((K(i % 11),), []).append(i)
        d.setdefault((i % 4, (K(i % 11), 1), 2))
        d.setdefault(K(i % 6), i); d.setdefault(K(-i % 13))
        s.add((1, K(i % 9))); s.add(K(i % 4))
        out.append(((1, K(i % 12)) in s, (1, K(i)) not in s, (i, K(i)) in d, k in d, d.get(K(i % 9), "none"), d.get(K(i))))
        if i % 8 == 0: out.append((d.pop(k, "no"), d.pop((K(50), 1), "no")))
        equal_hashes()
    return sorted(map(str, d.items())), sorted(map(str, s)), out[-20:]
print(run(60))
assert len(list(hashes())) == 11
def faults(n):
    out = []
    for i in range(n):
        d = {(1, K(1)): 1, K(2): 2, 5: 5, (5, 5): 6}
        for f in (lambda: d[1, K(2)], lambda: d[1, Bad()], lambda: (1, Bad()) in d, lambda: d.get((Bad(), [])), lambda: d.get(([], Bad())), lambda: d.get((K(1), [])),
                  lambda: d.get(Bad()), lambda: d.get(BadEq()), lambda: d.get((BadEq(), 5)), lambda: hash((1, Odd())), lambda: d.setdefault(Bad(), 1), lambda: d.setdefault(BadEq()),
                  lambda: d.setdefault((BadEq(), 5), 3), lambda: hash((1, 2, Bad())), lambda: d.get(Odd(), 1), lambda: hash((K([]), 1)), lambda: d.get(K(2)), lambda: d.get((1, K(1)), 7),
                  lambda: d.get(), lambda: hash(), lambda: d.get((K(1), 2), 3, 4), lambda: hash([]), lambda: hash(([],))):
            try: out.append(f())
            except Exception as e: out.append((type(e).__name__, str(e)[:60].split(" object")[0], [(t.name, t.lineno) for t in traceback.extract_tb(e.__traceback__)]))
    return out[-23:]
for line in faults(30): print(line)
class Changes:
    def __init__(s, d, left=3): s.d = d; s.left = left
    def __hash__(s): return 1
    def __eq__(s, o):
        if s.left:
            s.left -= 1; s.d[s.left + 10] = 1
            if s.left == 1: s.d.pop(1, None)
        return o == 1
    __repr__ = lambda s: "C"
def mutating(n):
    out = []
    for i in range(n):
        d = {1: "one"}
        r = d.get(Changes(d), "gone")
        r2 = d.setdefault(Changes(d), "new"), d.setdefault(Changes(d), "newer")
        e = {(1, 1): "one"}
        t = (Changes(e), 1)
        out.append((r, r2, list(map(str, d.items())), e.get(t), e.setdefault((Changes(e, 1), 1), 4), list(map(str, e.items()))))
    return out[-1], out[0] == out[-1]
print(mutating(40))
class Order:
    log = []
    def __init__(s, n): s.n = n
    def __hash__(s): s.log.append(("hash", s.n)); return 3
    def __eq__(s, o): s.log.append(("eq", s.n, o.n)); return False
def order(n):
    for i in range(n):
        Order.log.clear()
        d = {}
        d[Order(1), Order(2)] = 1
        d.get((Order(3), Order(4)), Order(9))
        d.setdefault((Order(5), (Order(6),)), 1)
        (Order(7), 7) in d
        d.get((Order(8), Order(8)))
        hash((Order(1), 2, Order(3), Order(4)))
    return Order.log, len(d)
print(order(30))
class Deep:
    def __init__(s, d, n): s.d = d; s.n = n
    def __hash__(s): return s.n if s.n == 0 else s.d.get((s.n - 1, Deep(s.d, s.n - 1)), 5)
    def __eq__(s, o): return s.n == o.n
def deep():
    d = {}
    for i in range(40): d[i, Deep(d, i)] = i
    try: d.get((1, Deep(d, 100000)))
    except RecursionError as e: return len(d), "recursion"
print(deep())
def nested():
    t = K(1)
    for i in range(300): t = (t, i)
    a = hash(t)
    d = {t: 1}
    t2 = K(1)
    for i in range(300): t2 = (t2, i)
    return a == hash(t2), d.get(t2), t2 in d
print(nested())
def later(n):
    class L: pass
    d = {}; out = []
    a = L()
    for i in range(n):
        if i == 20: L.__hash__ = lambda s: 7; L.__eq__ = lambda s, o: True
        if i == 40: del L.__hash__, L.__eq__
        d[a, 1] = i
        out.append((d.get((a, 1)), d.get(a, "no"), d.setdefault((a, 2), i)))
    return len(d), list(d.values()), out[-3:]
print(later(60))
def wide(n):
    d = {}
    for i in range(n):
        t = tuple(range(i % 8)) + (K(i % 3),) * (i % 2)
        d[t] = d.get(t, 0) + 1
    return sorted(map(str, d.items()))
print(wide(200))
print(list(map(hash, [(1, K(2)), (1, 2)])) == [hash((1, 2))] * 2, max([(1, K(2))], key=hash))
def gen(n):
    d = {(i % 3, K(i % 5)): i for i in range(n)}
    s = {(i % 3, K(i % 5)) for i in range(n)}
    return len(d), len(s), sum(d.get(k, 0) for k in s), frozenset(s) == s, len({**d}), sorted(str(k) for k in s & set(d))[:2]
print(gen(60))
class D(dict):
    def __missing__(s, k): return ("missing", k)
def subclass(n):
    d = D()
    for i in range(n): d[i % 3, K(1)] = i; r = d[9, K(i)], d.get((9, K(2))), d.setdefault((1, K(1)), 4), d.get((0, K(1)), 4)
    return r
print(subclass(50))
def pops(n):
    out = []
    for i in range(n):
        d = {}
        out += [d.pop(Bad(), 1), d.pop((1, Bad()), 2)]
        for key in (Bad(), K(1)):
            try: d.pop(key)
            except KeyError as e: out.append(str(e)[:3])
        d = {(1, 1): "one", 1: "uno", 2: "two"}
        out.append((d.pop(Changes(d), "gone"), d.pop((Changes(d), 1), "gone"), list(map(str, d.items()))))
        d = {K(2): 1, (K(2), 3): 5, 7: 7}
        for f in (lambda: d.pop(K(2)), lambda: d.pop(K(2)), lambda: d.pop((K(2), 3)), lambda: d.pop((K(2), 3)), lambda: d.pop((K(2), 3), []), lambda: d.pop(Bad()), lambda: d.pop((1, Bad()), 4),
                  lambda: d.pop(BadEq()), lambda: d.pop(7), lambda: d.pop(7), lambda: d.pop([]), lambda: d.pop(Odd(), 1), lambda: d.pop(), lambda: d.pop(K(1), K(2), K(3))):
            try: out.append(f())
            except Exception as e: out.append((type(e).__name__, str(e)[:60].split(" object")[0], [(t.name, t.lineno) for t in traceback.extract_tb(e.__traceback__)]))
            d[5] = 5
        for j in range(4): d[K(j)] = j
        out.append((d.pop(K(3)), d.pop(K(0)), list(map(str, d.items())), d.pop(K(1), 0), len(d)))
    return out[-20:], out[:20] == out[-20:]
print(pops(40))
class Same(dict):
    def pop(s, k, *d): return dict.pop(s, k, *d)
def attributes(n):
    class A: pass
    for i in range(n):
        a = A(); a.__dict__[K(1)] = i; a.x = 1; a.y = 2
        r = a.__dict__.pop(K(1)), a.__dict__.pop((K(1), 1), "no"), a.__dict__.setdefault((1, K(2)), i), len(a.__dict__), a.x
        s = Same(); s[K(1)] = 2
        r += (s.pop(K(1)), s.pop(K(1), "no"), dict.pop({K(4): 4}, K(4)))
        g = {"a": 1, K(1): 5}
        exec("def f(): return a", g)
        f = g["f"]
        r += (f(), g.pop(K(1)), g.setdefault((K(1), 2), 5), f())
    return r
print(attributes(60))
