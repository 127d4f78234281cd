from collections import *
from functools import *
import operator, enum, random, os
print(Counter('mississippi').most_common(2), Counter('abca'))
d=deque([1,2,3],maxlen=3); d.append(4); d.appendleft(0); print(d, len(d), d[0], d[-1], list(reversed(d)), 2 in d); d.rotate(1); print(d); d.rotate(-2); print(d)
d=deque(range(5)); d.rotate(2); print(d); d.rotate(-1); print(d, d.index(3), d.count(1)); d.remove(3); d.insert(1,'x'); print(d, deque('ab')+deque('c'), deque('ab')*2, deque()==deque(), deque([1])<deque([2]))
try: deque().pop()
except IndexError as e: print(e)
try:
    for x in d: d.append(1)
except RuntimeError as e: print(e)
dd=defaultdict(list); dd['a'].append(1); print(dd, dd['b'], len(dd), dd.get('z'))
di=defaultdict(int); 
for c in 'hello': di[c]+=1
print(di, dict(di))
od=OrderedDict(a=1,b=2); od.move_to_end('a'); print(od, od.popitem(last=False), list(od))
P=namedtuple('P','x y'); p=P(1,y=2); print(p, p.x, p._replace(x=5), p._asdict(), P._fields, P.__module__)
print(reduce(operator.add,[1,2,3]), reduce(lambda a,b:a*b,[],7))
@lru_cache(maxsize=None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info())
@lru_cache(2)
def g(x,*,y=1): return (x,y)
g(1); g(2); g(1); g(3); g(2,y=3); print(g.cache_info()); g.cache_clear(); print(g.cache_info(), g.__name__)
pp=partial(int,base=2); print(pp('101'), pp, pp.func, pp.keywords)
print(sorted([3,1,2],key=cmp_to_key(lambda a,b:b-a)))
class Color(enum.Enum):
    RED=1; GREEN=enum.auto()
print(Color.RED, repr(Color.GREEN), Color(1), Color['RED'], list(Color), Color.RED.name, isinstance(Color.RED,Color))
class F(enum.Flag): A=1; B=2
print(F.A|F.B, F(3), F.A in F(3))
class I(enum.IntEnum): X=3
print(I.X+1, I.X==3, f'{I.X}')
random.seed(42); print(random.random(), random.randint(1,100), random.choice('abc'), random.sample(range(100),5), random.gauss(0,1), random.getrandbits(70))
random.seed('x'); print(random.random()); random.seed(1.5); print(random.random(), random.uniform(1,2)); l=list(range(10)); random.shuffle(l); print(l)
r=random.Random(7); s=r.getstate(); a=r.random(); r.setstate(s); print(a==r.random(), r.choices('ab',k=5))
print(os.path.join('a','b'), os.path.splitext('x.py'), os.sep, os.path.exists('/nope'))
try: os.listdir('/nope')
except FileNotFoundError as e: print(e, e.errno, e.filename)
@total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(2), T(3)>=T(4))
class CP:
    @cached_property
    def v(self): print('once'); return 3
c=CP(); print(c.v,c.v)
@singledispatch
def sd(x): return 'obj'
@sd.register(int)
def _(x): return 'int'
print(sd(1), sd('a'))
@wraps(fib)
def w(): pass
print(w.__name__)
import heapq,bisect,abc,copy
h=[3,1,2]; heapq.heapify(h); print(heapq.heappop(h),h, heapq.nlargest(2,[1,5,3]), bisect.bisect([1,2,3],2))
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @abc.abstractmethod
    def g(self): pass
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return 1
try: B()
except TypeError as e: print(e)
class C(B):
    def g(self): return 2
print(C().g(), issubclass(C,A), isinstance(3,A)); A.register(int); print(isinstance(3,A))
class Pt:
    def __init__(s): s.l=[1]
q=Pt(); q2=copy.deepcopy(q); q3=copy.copy(q); print(q2.l is q.l, q3.l is q.l)
