import types
@types.coroutine
def f(): yield 1; return 2
async def a(): return await f()
c = a(); print(c.send(None))
try: c.send(None)
except StopIteration as e: print(e.value)
def g(): return 1
def h(): return 2
def loop(n):
    s = 0
    for i in range(n):
        s += g()
    return s
print(loop(3000)); g.__code__ = h.__code__; print(loop(3000))
x = 1
def cl(): 
    y = 1
    def inner(): return y
    return inner
for bad in (3, None, cl().__code__):
    try: g.__code__ = bad
    except Exception as e: print(type(e).__name__, e)
class M:
    @property
    def __class__(self): return int
class P: pass
def many(o, t, n=3000):
    k = 0
    for _ in range(n): k += isinstance(o, t)
    return k
print(isinstance(M(), int), isinstance(M(), M), isinstance(M(), str), many(M(), int), many(P(), int), many(M(), str))
class AC:
    def __init__(self, bases): self.bases = bases
    __bases__ = property(lambda self: self.bases)
class AI:
    def __init__(self, k): self.k = k
    __class__ = property(lambda self: self.k)
B = AC(()); D = AC((B,))
print(isinstance(AI(D), B), isinstance(AI(B), D), issubclass(D, B), issubclass(B, D), issubclass(D, (B, int)))
for e in ("isinstance(1, 2)", "issubclass(1, int)", "issubclass(int, 1)", "isinstance(1, (int, 2))", "isinstance('a', (int, 2))"):
    try: print(eval(e))
    except Exception as x: print(type(x).__name__, x)
