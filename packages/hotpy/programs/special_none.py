import types, itertools, operator
for base, args in ((list,([1,2],)), (tuple,([1,2],)), (set,([1,2],)), (frozenset,([1,2],)), (float,(1.5,)), (map,(abs,[1,-2])), (filter,(None,[1,0,2])), (zip,([1],[2])), (dict,())):
    class I(base):
        def __init__(self, *a, newarg=None):
            super().__init__(*a) if base.__init__ is not object.__init__ else None
            self.newarg = newarg
    class N(base):
        def __new__(cls, *a, newarg=None):
            self = super().__new__(cls, *a); self.newarg = newarg; return self
    class P(base): pass
    for C in (I, N, P):
        try: u = C(*args, newarg=3); print(base.__name__, C.__name__, type(u).__name__, getattr(u,'newarg','-'), list(u) if base is not float else u)
        except Exception as e: print(base.__name__, C.__name__, type(e).__name__, str(e))
    if base is not dict:
        try: base(*args, x=1)
        except Exception as e: print(type(e).__name__, e)
class A:
    __add__ = None; __radd__ = None; __bool__ = None; __eq__ = None; __lt__ = None; __iadd__ = None; __neg__ = None; __len__ = None; __contains__ = None; __iter__ = None
class B:
    def __add__(self, o): return NotImplemented
    def __ne__(self, o): return NotImplemented
class R:
    __radd__ = None; __ne__ = None
def tryit(n=1):
    for e in ("A()+1","1+A()","bool(A())","A()==1","1==A()","A()<1","B()+R()","B()!=R()","-A()","len(A())","1 in A()","iter(A())","not A()", "[x for x in A()]"):
        try: r = eval(e); print(e, r)
        except Exception as x: print(e, type(x).__name__, x)
tryit()
def hot():
    n = 0; a = A(); r = R(); b = B()
    for i in range(3000):
        try: a + i
        except TypeError: n += 1
        try: b + r
        except TypeError: n += 1
        try:
            if a: n += 10000
        except TypeError: n += 1
        try: n += 10000 * (a == i)
        except TypeError: n += 1
        try: n += 10000 * (b != r)
        except TypeError: n += 1
        try: a += i
        except TypeError: n += 1
    return n
print(hot())
ns = types.SimpleNamespace(a=1, b='x'); print(ns, ns == types.SimpleNamespace(a=1, b='x'), ns != 3)
ns.self = ns; print(ns)
class S(types.SimpleNamespace): pass
print(S(q=1), types.SimpleNamespace.__doc__, types.SimpleNamespace)
try: types.SimpleNamespace(1)
except TypeError as e: print(e)
try: ns < ns
except TypeError as e: print(e)
s = iter({1,2,3}); next(s); print(operator.length_hint(s), list(s), operator.length_hint(s))
t = int
for i in range(2000): t = (t,)
try: print(isinstance('a', t))
except RecursionError: print('RecursionError')
try: print(issubclass(str, t))
except RecursionError: print('RecursionError')
