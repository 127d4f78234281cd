import operator, pickle, copy
from operator import itemgetter, attrgetter, methodcaller
from collections import namedtuple, OrderedDict, defaultdict
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda: itemgetter()); t(lambda: itemgetter(a=1)); t(lambda: attrgetter()); t(lambda: attrgetter(1)); t(lambda: attrgetter('a',2)); t(lambda: attrgetter(x=1))
g=itemgetter(1); h=itemgetter(0,-1); k=itemgetter('a'); s=itemgetter(slice(1,3))
t(lambda: g); t(lambda: h); t(lambda: k); t(lambda: s); t(lambda: g()); t(lambda: g(1,2)); t(lambda: g([])); t(lambda: g(5)); t(lambda: g({})); t(lambda: k({'a':3})); t(lambda: k([1]))
t(lambda: g([1,2])); t(lambda: g((1,2))); t(lambda: g('xy')); t(lambda: g(b'xy')); t(lambda: g(range(5))); t(lambda: h([1,2,3])); t(lambda: s('hello')); t(lambda: s([1,2,3,4])); t(lambda: g({1:'one'})); t(lambda: itemgetter(1.0)({1:'one'})); t(lambda: itemgetter((1,2))({(1,2):'t'}))
P=namedtuple('P','x y'); p=P(3,4); t(lambda: (g(p),h(p)))
class L(list):
    def __getitem__(self,i): return ('L',i)
t(lambda: g(L([1,2])))
class M(dict):
    def __missing__(self,k): return ('missing',k)
t(lambda: (k(M()), g(M({1:2})), k(defaultdict(int))))
class G:
    def __getitem__(self,i): return i*2
    def __getattr__(self,n): return n+'!'
    prop=property(lambda self: 42)
    def meth(self,a=1): return a
t(lambda: (g(G()), h(G())))
a=attrgetter('x'); b=attrgetter('x','y'); c=attrgetter('x.real','y'); d=attrgetter('a.b.c')
t(lambda: (a,b,c,d)); t(lambda: (a(p),b(p),c(p))); t(lambda: a(G())); t(lambda: a(5)); t(lambda: attrgetter('prop')(G())); t(lambda: attrgetter('meth')(G())(7)); t(lambda: d(G())); t(lambda: attrgetter('__class__.__name__')(p)); t(lambda: a()); t(lambda: a(1,2))
class O:
    def __init__(s,x): s.x=x
class Q(O):
    __slots__=('q',)
l=[O(i*7919%50) for i in range(60)]
print([o.x for o in sorted(l,key=a)][:10], max(l,key=a).x, min(l,key=a).x, list(map(a,l))[:5], [a(o) for o in l][-3:])
pl=[(i*7919%50,i) for i in range(60)]
print(sorted(pl,key=g)[:5], sorted(pl,key=itemgetter(0))[:5], sorted(pl,key=h,reverse=True)[:3], max(pl,key=g), list(map(h,pl))[:3])
for x in (g,h,k,a,b,c): y=pickle.loads(pickle.dumps(x)); print(y, type(y) is type(x), copy.copy(x), copy.deepcopy(x))
t(lambda: type('X',(itemgetter,),{})); t(lambda: g.__reduce__()); t(lambda: c.__reduce__())
print(itemgetter.__name__, itemgetter.__module__, type(g), callable(g), itemgetter.__call__ is not None)
print(methodcaller('upper')('x'), methodcaller('split',',',maxsplit=1)('a,b,c'))
def loop():
    s=0
    for i in range(3000):
        s+=g((i,i+1))+a(l[i%60])+h([i,2])[1]
    try:
        for i in range(3000): g([1]*(2-i//2000))
    except IndexError as e: print(e)
    return s
print(loop())
