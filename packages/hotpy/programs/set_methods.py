# Set algebra by operators and by methods, on keys that are plain and on keys that are not, with operands of any kind.
def show(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
import random
random.seed(5)
class K:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"K{self.v}"
def items(kind, n):
    if kind == 0: return [random.randrange(40) for _ in range(n)]
    if kind == 1: return [str(random.randrange(40)) * 0 + chr(97 + random.randrange(20)) for _ in range(n)]
    if kind == 2: return [(random.randrange(5), random.randrange(5)) for _ in range(n)]
    return [K(random.randrange(20)) for _ in range(n)]
for rnd in range(120):
    kind = rnd % 4
    a = items(kind, random.randrange(12)); b = items(kind, random.randrange(30 if rnd % 3 else 5))
    for T in (set, frozenset):
        A_, B = T(a), random.choice((set, frozenset, list, tuple, iter))
        ops = []
        for name in "union intersection difference symmetric_difference issubset issuperset isdisjoint".split():
            r = getattr(A_, name)(B(b))
            ops.append(r if isinstance(r, bool) else (type(r).__name__, len(r), list(r) if kind in (0, 2) else sorted(map(str, r))))
        SB = set(b)
        for r in (A_ | SB, A_ & SB, A_ - SB, A_ ^ SB, A_ <= SB, A_ < SB, A_ == SB, A_ | A_, A_ & A_, A_ - A_, A_ ^ A_):
            ops.append(r if isinstance(r, bool) else (type(r).__name__, list(r) if kind in (0, 2) else sorted(map(str, r))))
        for f in ("|=", "&=", "-=", "^="):
            ns = {"s": T(a), "t": SB}; keep = ns["s"]
            exec(f"s {f} t", ns); ops.append((f, keep is ns["s"], list(ns["s"]) if kind in (0, 2) else sorted(map(str, ns["s"]))))
            ns = {"s": T(a)}; ns["t"] = ns["s"]; exec(f"s {f} t", ns); ops.append(len(ns["s"]))
        c = A_.copy(); ops.append((c == A_, type(c).__name__))
        if T is set: c.clear(); ops.append(c)
        ops.append(show(A_.union, 5)); ops.append(show(A_.isdisjoint, [[]])); ops.append(show(A_.intersection, [[]])); ops.append(A_.union()); ops.append(A_.union(b, b) == T(a + b))
        print([o if not isinstance(o, (set, frozenset)) else sorted(map(str, o)) for o in ops])
for x, y in ((7.5, 2), (7, 2.5), (-7.5, 2.0), (7.5, 0), (2.0, 3), (2.0, -1.5), (-8.0, 1/3), (0.0, -1)):
    for _ in range(3): r = [show(lambda: x % y), show(lambda: x // y), show(lambda: x / y), show(lambda: x ** y), show(lambda: x - y)]
    print(r)
for _ in range(3): print("%s" % 5, "%d%%" % 7, show(lambda: "%d" % "x"), show(lambda: 1 - {1}), show(lambda: {1} - 1), show(lambda: {1} & [1]))
