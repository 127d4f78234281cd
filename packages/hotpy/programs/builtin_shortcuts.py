"""What the interpreter does by itself of builtin functions, iterators and comparisons, and where it must not."""
class A: pass
class B(A): pass
class C: pass
xs = [1, 2**40, 2**80, True, 1.5, "s", None, (1,), [1], {}, A(), B(), C(), A, len, ValueError("x"), KeyError(1), object(), range(3), type]
ts = [int, bool, float, str, tuple, list, dict, A, B, C, object, type, Exception, LookupError, range, (int, str), (A, (float, B))]
for _ in range(3):
    for x in xs:
        print([isinstance(x, t) for t in ts])
try: isinstance(1, 2)
except TypeError as e: print(e)
try: isinstance(1)
except TypeError as e: print(e)
print(ord("a"), ord("é"), ord("€"), ord("😀"), chr(97), chr(233), chr(0x20ac), len("€"), len(""), len(()), len({1}), len("é"))
for f, a in ((ord, ("ab",)), (ord, (1,)), (chr, (-1,)), (chr, (0x110000,)), (len, (1,)), (abs, ("x",)), (max, ()), (min, (1, "a"))):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
print(abs(-5), abs(-2**30), abs(-2**63), abs(-1.5), abs(-0.0), abs(True), min(3, 2), max(3, 2), min(-1, -1), max(1.0, 1), max(1, 1.0), min(True, 1))
d = {"a": 1}
print(d.get("a"), d.get("b"), d.get("b", 5), d.get(1, 2), {}.get("a", 7), d.get("a", 9))
try: d.get([])
except TypeError as e: print(e)
try: d.get()
except TypeError as e: print(e)
try: d.get(1, 2, 3)
except TypeError as e: print(e)
l = []
try: l.pop()
except IndexError as e: print(e)
l.append(1); l.append(l); print(l, l.pop() is l, l.pop(), l)
import math
print(math.sqrt(2.0), math.sqrt(4), math.sqrt(0.0), math.sqrt(-0.0))
try: math.sqrt(-1.0)
except ValueError as e: print(e)
for c in "aé€😀z": print(c, c == "a", c != "z", c == 1)
for k, v in {"a": 1, 2: 3}.items(): print(k, v)
for kv in {"a": 1, 2: 3}.items(): print(kv)
for v in {"a": 1}.values(): print(v)
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 1
except RuntimeError as e: print(e)
try:
    for k, v in d.items(): del d[k]
except RuntimeError as e: print(e)
s = "héllo"
print(s[0], s[-1], s[1], s[-5])
for i in (5, -6):
    try: s[i]
    except IndexError as e: print(e)
for t in ((), (1,), (1, 2)):
    for x in t: print(x, end=" ")
print()
def f():
    for x, y in {"p": 1, "q": 2}.items():
        yield x, y
print(list(f()))
for (a, b), c in {(1, 2): 3}.items(): print(a, b, c)
print("a" == "a", "ab" == "ab"[0:2], "a" != "b", "é" == "é", "€" == "€", "a" == "€", "a" < "b")
