import enum, sys
from dataclasses import dataclass
class K:
    def __init__(s, x): s.x = x
    def __hash__(s): return hash(s.x)
    def __eq__(s, o): return isinstance(o, K) and s.x == o.x
class Bad:
    def __hash__(s): raise ValueError("no hash")
class BadEq:
    def __hash__(s): return 5
    def __eq__(s, o): raise KeyError("no eq")
@dataclass(frozen=True)
class P:
    x: int
    y: int
class C(enum.Enum):
    R = 1
    G = 2
    B = 3
def run(n):
    d = {}
    for i in range(n):
        d[K(i % 7)] = i
        d[P(i % 3, 1)] = d.get(P(i % 3, 1), 0) + 1
        d[C.R] = i; d[C(i % 3 + 1)] = -i
        if K(i % 9) in d: d[K(i % 7)] += d[K(i % 7)] % 5
        if K(i % 9) not in d: d[K(100)] = i
    return sorted((str(k.x) if isinstance(k, K) else str(k), v) for k, v in d.items())
print(run(100))
def faults(n):
    out = []
    d = {K(1): 1, 5: 2}
    for i in range(n):
        for f in (lambda: d[K(2)], lambda: d[Bad()], lambda: Bad() in d, lambda: d.__setitem__(Bad(), 1), lambda: d[BadEq()], lambda: BadEq() in d):
            try: out.append(f())
            except Exception as e: out.append((type(e).__name__, str(e)[:20].split(" object")[0], e.__traceback__.tb_next.tb_lineno))
        try: d[Bad()] = 1
        except ValueError as e: out.append((e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name))
        try: d[BadEq()] = 1
        except KeyError as e: out.append((e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name))
    return out[-8:]
print(faults(40))
class Changes:
    def __init__(s, d): s.d = d; s.left = 3
    def __hash__(s): return 1
    def __eq__(s, o):
        if s.left: s.left -= 1; s.d[s.left + 10] = 1; s.d.pop(1, None) if s.left == 1 else None
        return o == 1
def mutating(n):
    for i in range(n):
        d = {1: "one"}
        c = Changes(d)
        try: r = d[c]
        except KeyError: r = "gone"
        d[Changes(d)] = "new"
    return r, [(k if isinstance(k, int) else "c", v) for k, v in d.items()]
print(mutating(40))
class Deep:
    def __init__(s, d, n): s.d = d; s.n = n
    def __hash__(s): return s.n if s.n == 0 else s.d[Deep(s.d, s.n - 1)]
    def __eq__(s, o): return s.n == o.n
def deep():
    d = {}
    d[Deep(d, 0)] = 0
    for i in range(60): d[Deep(d, i)] = i
    try: d[Deep(d, 100000)]
    except RecursionError as e: return len(d), "recursion"
    except KeyError: return "key"
print(deep())
def globalsdict(n):
    g = {"a": 1}
    exec("def f(): return a", g)
    for i in range(n):
        g[K(i)] = i
        if i == n - 5: g["a"] = 2
        r = g["f"]()
    return r, len([k for k in g if isinstance(k, K)])
print(globalsdict(50))
def later(n):
    d = {}
    class L: pass
    a = L()
    for i in range(n):
        if i == 20: L.__hash__ = lambda s: 7; L.__eq__ = lambda s, o: True
        if i == 40: del L.__hash__, L.__eq__
        d[a] = i
    return len(d), list(d.values())
print(later(60))
def pops(n):
    d = {}
    for i in range(n):
        d[K(i)] = i
        del d[K(i)]
        x = d.pop(K(i), "none"), d.setdefault(K(0), 4), d.get(K(0)), {**d}[K(0)]
    return x
print(pops(60))
class CD(dict): pass
class CL(list): pass
class CS(set): pass
class CT(str): pass
def carried(n):
    for i in range(n):
        d = CD(a=1); l = CL([1, 2]); s = CS({1, K(2)}); t = CT("abc"); d[K(3)] = 1
        r = ("a" in d, "b" in d, "a" not in d, 1 in l, 5 not in l, 1 in s, 3 in s, K(2) in s, "b" in t, "z" not in t, K(3) in d, K(4) in d, K(3) not in d)
        try: [] in d
        except TypeError as e: x = str(e)
    return r, x
print(carried(60))
