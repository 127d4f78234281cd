# Methods of dicts, comparisons of long texts and lists, and predicates and stripping of text, which the kernel does.
def show(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return f"K{self.v}"
for _ in range(3):
    out = []
    d = {"a": 1, 2: [3], K(1): 4}
    e = {2: 5, K(1): 6, "z": 7}
    out += [d | e, e | d, d | {}, {} | d, d | d, show(lambda: d | [("x", 1)])]
    f = d.copy(); f |= e; out.append(f); f |= [("x", 1)]; out.append(f); f |= f; out.append(len(f))
    while f: out.append(f.popitem())
    out.append(show(f.popitem)); out.append(show({}.popitem))
    f["n"] = 1; out.append(f.clear()); out.append(f); f["m"] = 2; out.append(f)
    g = {i: i for i in range(20)}
    for i in range(0, 20, 2): del g[i]
    out += [g.popitem(), g.popitem(), len(g), g]
    shared = [g.copy(), g.copy()]; shared[0].popitem(); shared[1].clear(); out += shared + [g]
    G = globals(); G |= {"fresh": _}; out.append(fresh); x = fresh; G |= {"fresh": "new"}; out.append(fresh)
    class D(dict): pass
    h = D(a=1); h |= {"b": 2}; out += [h, type(h).__name__, type(h | {"c": 3}).__name__, h.popitem(), h.clear(), h]
print(out)
for _ in range(3):
    out = [[len(range(*a)) for a in ((5,), (0,), (-3,), (2, 9), (9, 2), (0, 10, 3), (0, 9, 3), (10, 0, -3), (10, 0, 3), (0, 2**29, 1), (-2**29, 2**29, 7))]]
    out += [show(len, range(10**12)), show(len, range(2**70)), len("ü中"), len("中" * 9), show(len, 5), show(len, iter([]))]
print(out)
import random
random.seed(3)
for _ in range(300):
    n = random.randrange(70)
    a = "".join(random.choice("ab") for _ in range(n))
    at = random.randrange(n + 1)
    for b in (a[:at] + "c" + a[at + 1:], a[:at], a + "a", a[:at] + a[at:], "é" + a, a + "中"):
        c, e = a + "", b + ""
        assert (c == e, c < e, c <= e, c > e) == ([*c] == [*e], [*map(ord, c)] < [*map(ord, e)], [*map(ord, c)] <= [*map(ord, e)], [*map(ord, c)] > [*map(ord, e)]), (c, e)
    x = [random.choice([1.5, 2.5, 1, True, "a", (1, 2.0), (1, 2), None, float("nan")]) for _ in range(n % 9)]
    y = [v if random.random() < 0.9 else 7 for v in x] + [1] * (n % 2)
    assert (x == y) == (len(x) == len(y) and all(p is q or p == q for p, q in zip(x, y))), (x, y)
    assert (tuple(x) == tuple(y)) == (x == y)
    pad = random.choice(["", " ", " " * 15, " " * 16, " " * 17, " " * 40, "\t" * 20 + " " * 20, "\x85" * 3, "\x1c"]); tail = random.choice(["", " " * 33, "\n" + " " * 16, "\xa0"])
    for core in ("", "x", "x y", "é", "中"):
        t = pad + core + tail
        assert (t.strip(), t.lstrip(), t.rstrip()) == (core, core + tail if core else "", pad + core if core else ""), t
words = ["", "abc", "ABC", "a1", "123", "a_b", "1a", "a b", "é", "É1", "²", "½", "\xb5", "\xaa", "中", "中1", " \t", "\x1f", "a\n", "_", "Abc", "\x00", "\x7f", "\xad", "aé中"]
for _ in range(3):
    out = [[getattr(w, n)() for n in ("isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace", "isprintable", "isidentifier", "isupper", "islower", "istitle", "isascii")] for w in words]
for w, o in zip(words, out): print(ascii(w), o)
