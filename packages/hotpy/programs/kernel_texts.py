# The texts of containers, and functions and methods of numbers, which the kernel does for the commonest operands.
def show(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
deep = []
for _ in range(30): deep = [deep]
me = [1]; me.append(me); loop = {}; loop["a"] = loop
class R:
    def __repr__(self): return "R!"
class L(list): pass
class B(int):
    def __repr__(self): return "B"
    def __abs__(self): return "abs"
values = [None, True, False, [], (), {}, set(), frozenset(), [1], (1,), {1}, {1: 2}, {"a": [1, (2,), {3: {4}}], None: True, (1, 2): 1.5},
          [1, "a", 'q"\'', "ü", "中", b"x", 2**70, -1.5, float("inf"), None], deep, me, loop, [R()], {1: R()}, L([1]), [L()], frozenset([1]), [frozenset([1])],
          ["x" * 50] * 3, {"k": None}, [set()], B(3), [B(3)], 1j, [1j], range(3), [range(3)], ({},), [[[]]], (((),),), {"\n": "\t"}]
for _ in range(3):
    for v in values:
        out = [show(repr, v), show(str, v), show(lambda: f"{v}"), show(lambda: f"{v!r}"), show(lambda: "%s|%r" % (v, v)), show(lambda: "%60s|%-60r|%.3s" % (v, v, v)), show("{}|{!r}|{!s:>60}".format, v, v, v)]
    print(*out)
for v in values: print(repr(v), str(v), f"{v}", "%s|%r" % (v, v), "%40s|%.5s" % (v, v), "{}|{!r}|{!s:>60}".format(v, v, v))
numbers = [0, 1, -1, 7, -7, 10, 2**31, -2**31, 2**60, -2**60, 2**63, -2**63, 2**64, 3**190, -3**190, True, False, 1.5, -0.0, float("nan"), float("-inf"), 1e308, B(-3), "x", None, 5j]
import math
for _ in range(3):
    out = []
    for a in numbers:
        out.append([show(f, a) for f in (abs, math.fabs, math.isnan, math.isinf, math.isfinite, math.degrees, math.radians)])
        for n in ("bit_length", "bit_count", "is_integer"):
            out.append(show(getattr, a, n, None) and show(lambda: getattr(a, n)()))
        for b in numbers[:18]:
            out.append((show(divmod, a, b), show(pow, a, b) if abs(b) < 100 and not isinstance(a, str) else 0))
for o in out: print(o)
for _ in range(2):
    out = [show(pow, a, b, m) for a in numbers[:16] for b in numbers[:9] for m in numbers[:16]]
for o in out: print(o)
for a, b, m in ((3**1200, 17, 3**12599 + 2), (-3**1200, 17, 3**12599 + 2), (3**1200, 17, -3**12599 - 2), (3**13000, 1, 3**12599), (3**13000, 65537, 2**1500), (0, 5, 3**1000), (7, 0, 3**1000), (2, 1000001, 3**800)):
    print(hash(pow(a, b, m)), pow(a, b, m) == (a ** b % m if b < 100 else pow(a % m, b, m)))
print(pow(base=2, exp=5), pow(2, 5, mod=7), show(pow, 2, -1, 7), show(pow, 2, 3, 0), show(divmod, 1, 0), show(divmod, 2**70, 0), pow(2, -2), pow(2.5, 2), show(pow, 0, -1), show(pow, 2.0, 2, 3))
