"""When suspended generators that wait for another iterator are closed: as they die, if that may have a method `close`."""
import gc, weakref
log = []
class It:
    def __init__(self, n, name): self.n, self.name = n, name
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
    def close(self): log.append(("closed", self.name))

class Sendable(It):
    def send(self, v): log.append(("sent", v)); return next(self)
    def throw(self, *a): log.append(("thrown", self.name)); raise a[0]

def outer(x):
    yield "start"
    yield from x
    yield "end"

def nested(x): yield from outer(x)
def many(xs):
    for x in xs: yield from x

def run(make, steps):
    g = make()
    for _ in range(steps): next(g, None)
    del g
    gc.collect()
    print(steps, log); log.clear()

for steps in range(8):
    run(lambda: outer(It(3, "a")), steps)
    run(lambda: nested(It(3, "b")), steps)
    run(lambda: many([It(2, "c"), It(1, "d"), [1, 2], It(2, "e")]), steps)
    run(lambda: outer([1, 2, 3]), steps)
    run(lambda: outer(Sendable(3, "s")), steps)

def inner():
    try: yield 1; yield 2
    finally: log.append("finally")
for steps in range(4):
    run(lambda: outer(inner()), steps)
    run(lambda: many([inner(), It(1, "f"), inner()]), steps)

def hot(n):
    total = 0
    for i in range(n):
        g = many([[1], It(2, i % 3), inner()])
        for k, v in enumerate(g):
            total += v
            if k == i % 5: break
    return total
print(hot(3000)); g = None
gc.collect()
print(len(log), sorted(set(map(str, log)))); log.clear()

class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
def build(lo, hi):
    if lo >= hi: return None
    mid = (lo + hi) // 2
    return Tree(mid, build(lo, mid), build(mid + 1, hi))
t = build(0, 500)
print(sum(sum(t) for _ in range(40)))

g = outer(It(5, "late")); next(g); next(g); next(g)
w = weakref.ref(g)
del g; gc.collect(); print(w() is None, log); log.clear()
g = outer(Sendable(5, "late")); next(g); print(next(g), g.send(5), log)
try: g.throw(ValueError("x"))
except ValueError as e: print(repr(e), log)
del g; gc.collect(); print(log); log.clear()
atexit_gen = outer(It(5, "exit")); next(atexit_gen); next(atexit_gen)
It.close = lambda self: print("closed at exit", self.name)
