# Special methods that are properties, static or class methods, builtins, or objects with `__get__`.
class P:
    @property
    def __len__(self):
        return lambda: 3
    @property
    def __repr__(self): return lambda: "rep"
    @property
    def __enter__(self): return lambda: "ent"
    @property
    def __exit__(self): return lambda *a: "ent"
    @property
    def __bool__(self): return lambda: False
    @property
    def __iter__(self): return lambda: iter([1])
    @property
    def __add__(self): return lambda o: o
    @property
    def __getitem__(self): return lambda o: o
    @property
    def __contains__(self): return lambda o: o
    @property
    def __hash__(self): return lambda: 7
    @property
    def __eq__(self): return lambda o: 7
    @property
    def __call__(self): return lambda o: o
    @property
    def __index__(self): return lambda: 1
p=P()
print(len(p), repr(p), bool(p), list(p), p+1, p[3], 3 in p, hash(p), p==1, p(5), [1,2][p])
with p as x: print(x)
class A:
    __call__ = print
class B:
    @staticmethod
    def __call__(*a, **k): return a, k
class C:
    @classmethod
    def __call__(cls, *a, **k): return cls.__name__, a, k
class D:
    __call__ = [1, 2].__contains__
class E:
    @property
    def __call__(self):
        return lambda *a, **k: ("prop", type(self).__name__, a, k)
class F:
    __call__ = B()
class G:
    __call__ = str.upper
class H:
    def m(self, *a): return ("m", type(self).__name__, a)
class I:
    __call__ = H().m
class J:
    __call__ = len
class Desc:
    def __get__(self, o, t): return lambda *a: ("desc", type(o).__name__, a)
class K:
    __call__ = Desc()
class K2:
    __call__ = int
class Circle: pass
Circle.__call__ = Circle()
class None_:
    __call__ = None
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: r = (type(e).__name__, str(e))
    return r
for i in range(40):
    rs = []
    for c in (A, B, C, D, E, F, G, I, J, K, K2, None_):
        o = c()
        for a in ((), (1,), ("ab",)):
            try: r = o(*a)
            except (TypeError,ValueError) as e: r = str(e)
            rs.append((c.__name__, r))
            try:
                if len(a) == 1: rs.append(o(a[0]))
                elif len(a) == 0: rs.append(o())
            except (TypeError,ValueError) as e: rs.append(str(e))
        rs.append(t(o, 1, k=2))
        rs.append(t(o, 1, **{'k': 2}))
    rs.append(t(Circle()))
    if i in (0, 39): print(*rs, sep="\n")
class Init:
    @staticmethod
    def __init__(*a, **k): print("init", a, k)
class Init2:
    @classmethod
    def __init__(cls, *a, **k): print("init", cls, a, k)
class Init3:
    @property
    def __init__(self): return lambda *a, **k: print("init", a, k)
class Init4:
    __init__ = print
class Meta(type):
    @property
    def __call__(cls): return lambda *a, **k: ("meta", cls.__name__, a, k)
class Init5(metaclass=Meta): pass
class New(Init3):
    def __new__(cls, *a, **k): return super().__new__(cls)
class New2:
    @classmethod
    def __new__(cls, *a): return cls, a
class New3:
    @property
    def __new__(self): pass
class New4:
    def __new__(cls, *a): return a
class New5:
    __new__ = str
for i in range(10):
    for c in (Init, Init2, Init3, Init4, New, Init5, New2, New3, New4, New5):
        print(c.__name__, type(t(c)).__name__, type(t(c, 1)).__name__, type(t(c, 1, k=2)).__name__)
