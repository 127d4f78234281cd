class Machine:
    def __init__(self, f):
        self.f = f
        self.count = 0
    def run(self, x): return self.f(x)
    def swap(self, f): self.f = f
class Slots:
    __slots__ = ("f", "g")
    def __init__(self, f): self.f = f
class Method:
    def f(self, x): return "method", x
class Hidden(Machine):
    pass
class Callable:
    def __call__(self, *args, **kw): return "called", args, kw
def double(x): return 2 * x
def raises(x): raise ValueError(x)
def loop(n):
    out = []
    m = Machine(double); s = Slots(len); h = Hidden(str)
    for i in range(n):
        out.append((m.f(i), m.run(i), s.f("abc"), h.f(i), h.run(i)))
        if i == 5: m.swap(lambda x: x + 1)
        if i == 7: s.f = Callable(); m.f = Callable()
        if i == 9: m.f = Machine; s.f = len; m.f = max
        if i == 9: m.f = (lambda *a, k=3: (a, k))
        if i > 10: out.append(m.f(i, 2, k=4))
    return out[-3:], out[4], out[6], out[8]
for _ in range(3): print(loop(14))
o = Method()
r = []
for i in range(12):
    if i == 4: o.f = lambda x: ("instance", x)
    if i == 6: Method.f = property(lambda self: lambda x: ("property", x), lambda self, value: None)
    if i == 8: Method.f = lambda self, x: ("class", x)
    if i == 10: del o.f
    r.append(o.f(i))
print(r)
h = Hidden(double)
r = []
for i in range(10):
    if i == 3: Hidden.f = property(lambda self: self.__dict__["f"] if self.count else str)
    if i == 6: h.count = 1
    if i == 8: del Hidden.f
    r.append(h.f(i))
print(r)
s = Slots(double)
for i in range(6):
    if i == 3: del s.f
    try: print(s.f(i))
    except AttributeError as e: print(e)
    try: s.g(1)
    except AttributeError as e: print(e)
class Guarded(Machine):
    def __getattribute__(self, name): return object.__getattribute__(self, name) if name != "f" else (lambda x: ("guarded", x))
class Asked(Machine):
    def __getattr__(self, name): return lambda *a: (name, a)
    def __setattr__(self, name, value): object.__setattr__(self, name, value)
g, a = Guarded(double), Asked(double)
print([(g.f(i), a.f(i), a.other(i)) for i in range(4)])
many = [type("C%d" % i, (Machine,), {})(lambda x, i=i: x + i) for i in range(30)]
print([sum(c.f(j) for c in many) for j in range(3)])
mixed = [Machine(double), Method(), Slots(double), Hidden(str), Method()]
for _ in range(3): print([c.f(3) for c in mixed])
bad = Machine(raises)
for _ in range(3):
    try: bad.f(1)
    except ValueError as e: print(repr(e), e.__traceback__.tb_next.tb_frame.f_code.co_name)
bad.f = 5
for _ in range(2):
    try: bad.f(1)
    except TypeError as e: print(e)
def outer(n):
    def inner(a, b=n, *, c=4): return a, b, c
    def plain(): "documented"; return n
    return inner, plain, lambda: n
for i in range(3):
    fs = outer(i)
    print(fs[0](1), fs[0](1, 2, c=3), fs[1](), fs[2](), [(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, len(f.__closure__ or ())) for f in fs])
