class Count:
    def __init__(self, n): self.n = n; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
class Box:
    def __init__(self, l): self.l = l
    def __iter__(self): return iter(self.l)
class Gen:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for k in range(self.n): yield k
class Bad:
    def __iter__(self): return 5
class Fails:
    def __init__(self): self.k = 0
    def __iter__(self): return self
    def __next__(self):
        self.k += 1
        if self.k > 3: raise ValueError("over")
        return self.k
def user(n):
    t = 0
    for x in Count(n): t += x
    for i in range(n // 4):
        for x in Count(i % 4): t += x
        for x in Box([1, 2, i]): t += x
        for x in Box((3, 4)): t -= x
        for x in Gen(i % 3): t += x
        c = Count(5)
        for x in c:
            if x == 2: break
        else: t += 1000
        for x in c: t += x
        else: t += 1
        t += sum(Count(3)) + max(Count(4)) + len(list(Count(2)))
        a, b = Count(2); t += a * b
        t += sum(x for x in Count(3))
    return t
print(user(4000))
def bad(n):
    m = []
    for i in range(n):
        try:
            for x in Bad(): pass
        except TypeError as e: r = str(e)
        try:
            for x in Fails(): q = x
        except ValueError as e: s = str(e), q
    return r, s
print(bad(1500))
def natives(n):
    s = set(range(9)); l = [1, 2, 3]; t = 0; d = {1: 2, 3: 4}; f = frozenset("ab")
    for i in range(n):
        for x in s: t += x
        for x in f: t += ord(x)
        for x in reversed(l): t = t * 3 % 100003 + x
        for x in reversed((1, 2)): t = t * 3 % 100003 + x
        for x in reversed("ab"): t += ord(x)
        for x in reversed(range(3)): t = t * 3 % 100003 + x
        for x in reversed(d): t = t * 3 % 100003 + x
        for x in reversed(d.items()): t += x[0] * x[1]
        it = iter(s); next(it)
        for x in it: t += x
        if i % 300 == 299: s.add(i); l.append(i); d[i] = i
        r = reversed(l); q = next(r); t += q + len(list(r))
    return t
print(natives(1500))
def mutate(n):
    m = None; s = {1, 2}
    for i in range(n):
        try:
            for x in s:
                if i % 200 == 199: s.add(i)
        except RuntimeError as e: m = (i, str(e)); s = {1, 2}
        l = [1, 2, 3]
        for x in reversed(l):
            if x == 2: l.pop()
    return m
print(mutate(1200))
class Ctx:
    def __init__(self, log): self.log = log; self.n = 0
    def __enter__(self): self.n += 1; return self
    def __exit__(self, t, v, tb): self.log.append(None if t is None else t.__name__) if self.n % 400 == 0 else None; return self.n % 2 == 0
def withs(n):
    log = []; c = Ctx(log); t = 0
    for i in range(n):
        with c as k:
            t += k.n
        with c, Ctx(log) as o:
            if i % 50 == 7: continue
            t += o.n
        try:
            with c:
                if i % 30 == 0: raise KeyError(i)
                t += 1
        except KeyError as e:
            t += e.args[0]
        def f():
            with c: return 5
        t += f()
    return t, log
print(withs(1500))
class Multi:
    def __enter__(self, x=2): return x
    def __exit__(self, *a): return False
def withs2(n):
    t = 0
    for i in range(n):
        with Multi() as x: t += x
    return t
print(withs2(1500))
class P:
    @property
    def x(self, k=3): return k
print(sum(P().x for i in range(1200)))
