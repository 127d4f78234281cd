"""sys.getsizeof says what CPython's objects take."""
import sys
class C: pass
class S: __slots__=('a','b')
class E(Exception): pass
class I(int): pass
class L(list): pass
class D(dict): pass
class T(tuple): pass
class M(type): pass
from collections import *
from dataclasses import dataclass
@dataclass
class P: x:int=1; y:int=2
import enum, datetime, decimal, fractions
N=namedtuple('N','a b')
class Col(enum.Enum): R=1
class A2(C):
    def __init__(s): s.a=1; s.b=2
print(sys.getsizeof(A2().__dict__), sys.getsizeof(type), sys.getsizeof(C), sys.getsizeof(int))
for o in (C(),S(),E(),I(5),I(),L([1,2]),D(),D(a=1),T((1,2)),P(),A2(),N(1,2),Col.R,Col,object(),datetime.date(2024,1,1),datetime.datetime.now(),datetime.timedelta(1),decimal.Decimal(1),fractions.Fraction(1,2),defaultdict(list),Counter(),deque(),deque(range(100)),C().__init__,len,[].append,str.join,sys,iter([]),iter(()),iter({}),iter(set()),iter('a'),iter(range(3)),enumerate([]),zip(),map(int,[]),filter(None,[]),reversed([]),range(3),slice(1),bytearray(b'abc'),bytearray(),b'',b'abc','', 'abc','é','€','😀','aé','a'*100,0,1,-1,2**30,2**30-1,2**60,2**100,True,False,None,...,NotImplemented,1.5,1j,{}, {1:2},{'a':1},dict(a=1,b=2),{i:i for i in range(5)},{i:i for i in range(6)},{i:i for i in range(11)},{i:i for i in range(1000)},{str(i):i for i in range(1000)},dict.fromkeys(range(10)),set(),{1},{1,2,3,4},{1,2,3,4,5},set(range(20)),set(range(1000)),frozenset({1}),frozenset(range(10)),{x for x in range(1000)},(),(1,),(1,2,3),tuple(range(10)),[],[1],[1,2],[1,2,3],[1,2,3,4,5],[C(),1,2],list(range(10)),list(range(1000)),[i for i in range(10)],[i for i in range(1000)],[0]*10,[0]*1000,[None]*3,[1,2,3][:2],list('abc'),'a b c'.split(),(i for i in range(10)),(x*x for x in range(10)),(x**2 for x in range(10) if x%2==0),lambda:0,print,property(),staticmethod(len),classmethod(len),super(C,C()),type(C.__init__),C.__dict__,C().__dict__.keys(),[1].__iter__(),sys._getframe().f_code.__class__,ValueError('a'),OSError(1,'x'),StopIteration(),KeyError('k')):
    print(type(o).__name__,repr(o)[:30] if not isinstance(o,type) and 'at 0x' not in repr(o) and 'now' not in repr(o) and 'datetime' not in repr(o) else '',sys.getsizeof(o), o.__sizeof__() if not isinstance(o,type) else type.__sizeof__(o))
class Q:
    def __sizeof__(self): return 100
class R:
    def __sizeof__(self): return 'a'
print(sys.getsizeof(Q()))
try: sys.getsizeof(R())
except TypeError as e: print(e)
print(sys.getsizeof(R(),-1))
l=[]; r=[]
for i in range(100):
    l.append(i); r.append(sys.getsizeof(l))
print(r)
d={};r=[]
for i in range(200): d[i]=1; r.append(sys.getsizeof(d))
print(r)
d=set();r=[]
for i in range(400): d.add(i); r.append(sys.getsizeof(d))
print(r)
