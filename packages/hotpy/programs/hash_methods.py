# hash() of objects with a __hash__ in Python, with results of all kinds, in the loop and in traces.
class C:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
def show(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
class I(int): pass
for _ in range(4):
    for h in (1, -1, -2, 0, 2**40, -2**40, 2**61, 2**61 - 1, 2**64 + 5, -2**70, True, False, 1.5, None, "x", I(7), I(-1)):
        c = C(h)
        r = [show(hash, c) for _ in range(400)]
        assert all(x == r[0] for x in r)
        print(h, r[0], type(r[0]))
c = C(5)
def f(n):
    s = 0
    for i in range(n): s += hash(c)
    return s
print(f(3000)); c.h = -1; print(f(3000)); c.h = 2**62; print(f(3000)); c.h = 2**80; print(f(3000)); c.h = "no"; print(show(f, 10))
C.__hash__ = None
print(show(hash, c))
C.__hash__ = lambda self: 1 / 0
print(show(hash, c))
