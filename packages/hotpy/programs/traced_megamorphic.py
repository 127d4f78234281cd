def make(k):
    class Base:
        count = 0
        def name(self): return "base"
        def area(self): return self.a + k
    class Shape(Base):
        def __init__(self, a): self.a = a; self.k = k
        if k % 3 == 0:
            def area(self): return self.a * k
        if k % 4 == 1:
            def __getattr__(self, n): return 7
        if k % 5 == 2:
            @property
            def z(self): return 11
        else:
            z = k
    return Shape
class NoInit: pass
def attrs(n):
    t = 0; out = []
    for r in range(12):
        C = make(r)
        for i in range(n):
            o = C(i)
            t += o.area() + o.a + len(o.name()) + o.z + o.k
            o.a = i & 7; o.extra = i; o.extra += o.a; o.later = 1
            t += o.extra + o.later
            if r % 4 == 1: t += o.missing
            if i == n // 2:
                C.area = lambda self: 1; C.z = 5
        out.append(t)
    return out
print(attrs(700))
def mixed(n):
    K = [make(k) for k in range(12)]; t = 0
    for i in range(n):
        o = K[i * 7 % 12](i)
        t += o.area() + o.z + o.k
        o.w = 3; o.w += 1; t += o.w
        try:
            t += o.absent
        except AttributeError as e:
            m = str(e)
    return t, m
print(mixed(3000))
def many(n):
    t = 0
    for r in range(8):
        class A: pass
        a = A(); a.x = 0
        for k in range(r * 3): setattr(a, "f%d" % k, k)
        for i in range(n):
            a.x += 1; a.y = i; t += a.y
            a.__dict__
        class S(A):
            def __setattr__(self, n, v): object.__setattr__(self, n, v + 1)
        s = S()
        for i in range(n): s.q = i; t += s.q
        t += a.x
    return t
print(many(600))
def errs(n):
    t = 0
    for r in range(10):
        class E:
            def __init__(self, a, b=2): self.s = a + b if r % 2 == 0 else 0
        class F:
            def __new__(cls, *a): return object.__new__(cls) if r < 5 else 3
            def __init__(self, v): t2[0] += v
        t2 = [0]
        for i in range(n):
            try:
                e = E(i) if r % 2 == 0 else E(i, b=1)
                t += e.s
            except AttributeError: t += 1
            f = F(i)
            if i == n - 1:
                try: E()
                except TypeError as x: m = str(x)
        t += t2[0]
    return t, m
try:
    print(errs(400))
except BaseException as e: print(type(e), e)
