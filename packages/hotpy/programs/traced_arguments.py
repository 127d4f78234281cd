def f1(a, b=2, *, c=3, d=4): return (a, b, c, d)
def f2(*a): return a
def f3(**k): return k
def f4(a, /, b, *r, k=1, **kw): return (a, b, r, k, sorted(kw.items()))
def f5(a, b=5): return a * 10 + b
def deco(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper
@deco
def g(a, b=1, *, c=2): return a + b + c
class C:
    def __init__(self, *args, scale=1, **kw):
        self.args = args; self.scale = scale; self.kw = kw
    def m(self, *args, **kw): return (len(args), len(kw), self.scale)
def rec(n, *rest, acc=0):
    if n == 0: return acc + len(rest)
    return rec(n - 1, *rest, acc=acc + n)
def run(n):
    out = []
    t = 0
    for i in range(n):
        r = f1(i, c=i); s = f1(i, 3, d=i)
        x = f2(i, i + 1); y = f2(); z = f3(a=i, b=2)
        w = f4(i, 2, 3, 4, k=i, z=1, y=2); v = f4(i, b=3)
        t += g(i) + g(i, 2) + g(i, b=3, c=i) + f5(*(i, 2)) + f5(*[i]) + f5(**{"b": 3, "a": i})
        c = C(1, 2, scale=i, q=3)
        u = c.m(*x, **z)
        t += rec(3, 1, 2) + rec(2, acc=i)
        z["a"] = 5; x2 = x + (1,)
        if i % 997 == 0: out.append((r, s, x, y, z, w, v, u, c.args, c.kw, x2))
    return out, t
a, t = run(3000)
for r in a: print(r)
print(t)
def kd(a, *, b=1, c=2): return a + b + c
def change(n):
    t = 0
    for i in range(n):
        t += kd(i)
        if i == 1500: kd.__kwdefaults__["b"] = 100
        if i == 2500: kd.__kwdefaults__ = {"b": 7, "c": 8}
    return t
print(change(4000))
def keys(n):
    t = 0
    for i in range(n):
        d = {"b": i, "a": 1} if i % 3 else {"a": i}
        if i % 500 == 499: d = {"a": 1, "b": 2, "zz": 3}
        try:
            t += f5(**d)
        except TypeError as e:
            if i == 1499: print(e)
            t -= 1
    return t
print(keys(4000))
def wrong(n, f, *args, **kw):
    for i in range(n):
        try:
            f(*args, **kw)
        except TypeError as e:
            m = str(e)
    return m
print(wrong(2000, f1), wrong(2000, f1, 1, 2, 3), wrong(2000, f1, 1, z=3), wrong(2000, f5, 1, a=2), sep="\n")
def outer(n):
    t = 0
    for i in range(n):
        def h(x, y=i, *z, k=i): return x + y + k + len(z)
        t += h(1) + h(1, 2, 3) + h(1, k=5)
    return t
print(outer(3000))
def fact(n, *, acc=1): return acc if n <= 1 else fact(n - 1, acc=acc * n % 1000003)
print([fact(i) for i in range(900)][-1])
def vsum(*a): return 0 if not a else a[0] + vsum(*a[1:])
print(sum(vsum(*range(i % 9)) for i in range(3000)))
