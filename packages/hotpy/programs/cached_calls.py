import functools, pickle, copy, weakref, gc
from functools import lru_cache, cache, partial
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
calls=[]
@lru_cache(maxsize=3)
def f(x, *a, **k):
    "doc"
    calls.append((x,a,k)); return x
for i in (1,2,3,1,4,2,1,1.0,'a',True,2**70,2**70,None,(1,2),(1,2)): f(i)
print(calls, f.cache_info()); print(f.__name__, f.__doc__, f.__wrapped__.__name__, f.cache_parameters(), repr(f)[:40])
t(lambda: f([])); t(lambda: f()); f(1,2); f(1,2); f(1,k=2); f(1,k=2); f(k=2,x=1); print(f.cache_info()); f.cache_clear(); print(f.cache_info())
@lru_cache(typed=True)
def g(x,y=0): return type(x)
print(g(1),g(1.0),g(True),g(1),g(1,y=2.0),g(1,y=2),g.cache_info())
@lru_cache(0)
def h(x): return x
h(1);h(1);print(h.cache_info())
@cache
def e(): return []
print(e() is e(), e.cache_info())
@cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(300)); print(fib.cache_info())
class C:
    def __init__(s,v): s.v=v
    @lru_cache(None)
    def m(s,x): calls.append(x); return s.v+x
    @classmethod
    @cache
    def c(cls,x): return (cls.__name__,x)
    @staticmethod
    @cache
    def s(x): return [x]
    @property
    @cache
    def p(self): return [1]
c=C(5); print(c.m(1),c.m(1),C(6).m(1),C.m.cache_info(),c.c(1),C.c(1),c.s(1) is C.s(1), c.p is c.p)
class Ex(Exception): pass
@cache
def r(x): calls.append(x); raise Ex(x)
for i in range(2): t(lambda: r(1))
class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): return s.v==o.v
@lru_cache(2)
def kk(x): return x.v*2
for i in (1,2,1,3,2,1): kk(K(i))
print(kk.cache_info())
f.x=5; print(f.x, f.__dict__.keys() >= {'x','__wrapped__'}, vars(f)['x']); del f.x; t(lambda: f.x)
t(lambda: functools._lru_cache_wrapper(1,2,3)); t(lambda: functools._lru_cache_wrapper(1,2,3,4)); t(lambda: functools._lru_cache_wrapper(len,'a',3,4)); t(lambda: lru_cache('x'))
t(lambda: type('X',(functools._lru_cache_wrapper,),{}))
print(copy.copy(fib) is fib, copy.deepcopy(fib) is fib, pickle.loads(pickle.dumps(fib)) is fib, weakref.ref(fib)() is fib)
print(type(fib), type(fib).__mro__, sorted(set(dir(fib))-set(dir(object))), callable(fib))
f.__dict__={'__wrapped__':1,'q':2}; print(f.q, f.__dict__)
class Callable:
    def __call__(self, *a, **k): return (a,k)
    class Meta(type):
        def __call__(cls,*a): return ('meta',a)
x=Callable(); print([x(i,j=1) for i in range(3)], list(map(x,[1,2])))
class B(metaclass=Callable.Meta): pass
print(B(1))
x.__call__=lambda *a: 'inst'; print(x(1), x.__call__(1))
def loop():
    s=0
    for i in range(5000):
        s+=f2(i%50)+f3(i%100)+x2(i)
        if i==2500: Adder.__call__=lambda self,y: -y
    return s
@lru_cache(None)
def f2(n): return n*2
@lru_cache(20)
def f3(n): return n*3
class Adder:
    def __call__(self,y): return y+1
x2=Adder()
print(loop(), f2.cache_info(), f3.cache_info())
p=partial(int,base=2); print([p('101') for i in range(10)], p.args,p.keywords,p.func)
class M:
    __call__=len
    def __len__(self): return 7
t(lambda: M()()); t(lambda: M()([1]))
class N:
    __call__=Adder()
t(lambda: [N()(5) for i in range(5)])
class O2: 
    __call__=staticmethod(lambda *a:a)
t(lambda: [O2()(5) for i in range(3)])
class O3: 
    __call__=classmethod(lambda *a:a[1:])
t(lambda: [O3()(5) for i in range(3)])
class O4: pass
t(lambda: [O4()(5) for i in range(3)])
