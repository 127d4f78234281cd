class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        ns['made_by'] = mcls.__name__
        cls = super().__new__(mcls, name, bases, ns)
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.registry = getattr(cls, 'registry', []) + [name]
    def __call__(cls, *args, **kw):
        print('calling', cls.__name__, args, kw)
        return super().__call__(*args, **kw)
    def hello(cls): return 'hello from ' + cls.__name__
    @property
    def size(cls): return 42
    def __len__(cls): return 7
    def __iter__(cls): return iter('abc')
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return f'<{cls.__name__} of {type(cls).__name__}>'
    def __getattr__(cls, n):
        if n.startswith('dyn_'): return n[4:]
        raise AttributeError(n)
    def __eq__(a,b): return a is b
    def __hash__(a): return 5
C = Meta('C', (), {'x': 1, '__init__': lambda self, v=0: setattr(self, 'v', v)})
print(type(C), C.x, C.made_by, C.registry, C.hello(), C.size, len(C), list(C), C[3], 1 in C, C, C.dyn_foo, hash(C))
c = C(5); print(c.v, isinstance(c, C), isinstance(C, Meta), isinstance(C, type), type(type(C)))
try: c.hello()
except AttributeError as e: print(e)
try: C.nothing
except AttributeError as e: print(e)
class D(C):
    y = 2
print(type(D), D.registry, D.made_by, D.size, D.x)
d = D(v=3); print(d.v, d.y)
class Single(type):
    _i = {}
    def __call__(cls, *a):
        if cls not in cls._i: cls._i[cls] = type.__call__(cls, *a)
        return cls._i[cls]
S = Single('S', (), {})
print(S() is S())
class MroMeta(type):
    def mro(cls):
        r = type.mro(cls)
        print('mro', [k.__name__ for k in r])
        return r
M = MroMeta('M', (D.__mro__[-1],), {})
print(M.__mro__, M.mro())
T = type('T', (list,), {'foo': lambda self: len(self)})
print(T([1,2]).foo(), T.__name__, T.__mro__, T.__module__)
print(type(T), type.__call__(T, (1,)), type.__new__(type, 'Z', (), {}).__name__)
class M2(type): pass
class M3(type): pass
A = M2('A', (), {}); B = M3('B', (), {})
try:
    class AB(A, B): pass
except TypeError as e: print(e)
class M23(M2, M3): pass
X = M23('X', (A, B), {}); print(type(X))
try: type('Q', (bool,), {})
except TypeError as e: print(e)
for t in (bool, type(None), range, slice, type(lambda:0), type(print), type(Ellipsis), type(NotImplemented), type((lambda:(yield))()), type([].append)):
    try: type('Q', (t,), {}); print('??', t)
    except TypeError as e: print(e)
for bs in ((int,str),(list,dict),(int,list),(Exception,list),(OSError,StopIteration),(type,int),(list,tuple),(set,frozenset)):
    try: type('Q', bs, {}); print('??', bs)
    except TypeError as e: print(bs, e)
class Mix: 
    def m(self): return 'mix'
class ML(Mix, list): pass
class ML2(list, Mix): pass
class ML3(ML): pass
print(ML([1]).m(), ML2([2]).m(), ML.__base__, ML2.__base__, ML.__mro__)
for f in (lambda: object.__new__(ML), lambda: list.__new__(int), lambda: int.__new__(bool), lambda: list.__new__(3), lambda: dict.__new__(ML), lambda: object.__new__(int), lambda: int.__new__(ML), lambda: tuple.__new__(list)):
    try: print(f())
    except TypeError as e: print(e)
try: type()
except TypeError as e: print(e)
try: type('a')
except TypeError as e: print(e)
try: type('a', ())
except TypeError as e: print(e)
try: type(1, (), {})
except TypeError as e: print(e)
try: type('a', 1, {})
except TypeError as e: print(e)
try: type('a', (), 1)
except TypeError as e: print(e)
try: type('a', (1,), {})
except TypeError as e: print(e)
C.z = 9; print(C.z, D.z); del C.z
class P(type):
    @classmethod
    def make(mcls, n): return mcls(n, (), {})
    def __setattr__(cls, n, v): print('set', n); super().__setattr__(n, v)
    def __instancecheck__(cls, x): return x == 3
    def __subclasscheck__(cls, x): return x is int
Q = P.make('Q'); Q.a = 1; print(Q.a, isinstance(3, Q), isinstance(4, Q), issubclass(int, Q), issubclass(str, Q))
print(Q.__class__, Q.__name__, P.__mro__, type.mro(Q))
