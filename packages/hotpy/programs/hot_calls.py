# Calls of many kinds in loops: functions, methods, classes, closures, bound methods, defaults, builtins.
class P:
    def __init__(self, x): self.x = x
    def get(self): return self.x
    def add(self, n=1):
        self.x += n
        return self
    @property
    def double(self): return self.x * 2
    @staticmethod
    def st(a): return a + 1
    @classmethod
    def cl(cls, a): return a + 2
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __eq__(self, o): return self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __call__(self, a): return a + self.x
    def __contains__(self, v): return v % 2 == 0
def run(n):
    p, s = P(1), 0
    bound = p.get
    callable_ = p
    f = lambda a, b=2, *c, d=4: a + b + len(c) + d
    for i in range(n):
        s += p.get() + p.add().x + p.double + P.st(i) + P.cl(i) + bound() + callable_(1)
        s += len(p) + p[i] + (P(i) == P(3)) + (P(i) < p) + (i in p)
        s += f(i) + f(i, 1) + f(i, 1, 2, 3) + f(i, d=1) + max(i, 3) + min(i, 5, 7) + abs(-i) + len("abc")
        s += P(i).get() + [1, 2, 3][i % 3] + (1, 2)[i & 1] + {"a": 1}["a"] + int("7") + ord("a") + isinstance(p, P)
    return s
print(run(600))
def polymorphic(n):
    things = [lambda x: x, P(1), abs, float, P.st, P(5).get.__self__]
    s = 0
    for i in range(n):
        s += things[i % len(things)](i)
    return s
print(polymorphic(1200))
def apply(f, n):
    s = 0
    for i in range(n): s += f(i)
    return s
print(apply(lambda x: x + 1, 1500), apply(abs, 1500), apply(P(2), 1500), apply(int, 1500), apply(bool, 1500), apply(lambda *a: len(a), 1500))
def keyword(n):
    def f(a, b, *, c=3): return a - b + c
    s = 0
    for i in range(n): s += f(b=i, a=1) + f(1, c=i, b=2) + f(*(i, 1)) + f(**{"a": i, "b": 2})
    return s
print(keyword(500))
def closures(n):
    s = 0
    for i in range(n):
        def inner(x): return x + i
        s += inner(1)
    return s
print(closures(1500))
def varied(n):
    s = 0
    for i in range(n):
        s += sum([i, 1]) + len(str(i)) + len(f"{i:5}") + sum(x for x in (1, 2)) + len([x for x in range(3)]) + (lambda q: q * 2)(i)
    return s
print(varied(600))
