# Order of checks, attributes of OSError, hints of length: corners where builtin types once differed from CPython.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class E(OSError):
    def __init__(self, a, b): self.x = a
t(lambda: E(1,2)); t(lambda: E(1,2).args); t(lambda: str(E(1,2))); t(lambda: E(1,2).errno)
class F(OSError):
    def __init__(self, a): super().__init__(2, a)
t(lambda: F('x')); t(lambda: F('x').strerror); t(lambda: str(F('x')))
class G(OSError): pass
t(lambda: G(2,'a','f')); t(lambda: str(G(2,'a','f')));
class H(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __init__(self, *a): pass
t(lambda: H(2,'a','f').errno)
t(lambda: BlockingIOError(1,'a',5).characters_written); t(lambda: BlockingIOError(1,'a',5).args); t(lambda: BlockingIOError(1,'a',5).filename); t(lambda: BlockingIOError(1,'a','f').filename)
t(lambda: BlockingIOError(1,'a').characters_written); t(lambda: BlockingIOError(1,'a',2**70)); t(lambda: OSError(2,'a',None).args); t(lambda: OSError(2,'a',None,3).args); t(lambda: OSError(2,'a','f').args)
a=[1,2,3,4]
def sl(s,v):
    b=a[:]; b[s]=v; return b
t(lambda: sl(slice('a',1),5)); t(lambda: sl(slice(0,1),5)); t(lambda: sl(slice(None,None,2),5)); t(lambda: sl(slice(None,None,1),5)); t(lambda: sl(slice(None,None,-1),5)); t(lambda: sl(slice(None,None,0),5)); t(lambda: sl(slice(1,3),'abc')); t(lambda: sl(slice(None,None,2),'ab')); t(lambda: sl(slice(None,None,-2),'ab'));t(lambda: sl(slice(None,None,-2),'abc'))
t(lambda: sl(slice(3,1),'ab')); t(lambda: sl(slice(-100,100),'ab')); t(lambda: sl(slice(2**80),'ab')); t(lambda: a[2**70:]); t(lambda: a[::-2**70]); t(lambda: a[-2**70::2**70]); t(lambda: a[True:])
t(lambda: 'abc'[None:2]); t(lambda: range(10)[2:-1:3]); t(lambda: (1,2,3)[::-1]); t(lambda: slice(1,None,2).indices(9)); t(lambda: slice(None,None,0).indices(9)); t(lambda: slice(None,None,-3).indices(9)); t(lambda: slice(5,1,-3).indices(9)); t(lambda: slice(5,1).indices(3))
t(lambda: [1].index(1,None)); t(lambda: (1,).index(1,'a')); t(lambda: 'a'.find(3,'x')); t(lambda: 'a'.find(3)); t(lambda: 'abc'.find('c',None,None)); t(lambda: 'abc'.count('c',-1)); t(lambda: 'abc'.find('',4)); t(lambda: [1,2,1].index(1,1)); t(lambda: [1,2,1].index(1,-1)); t(lambda: [1,2,1].index(2,-1))
t(lambda: '%99999999999999999999d' % 1); t(lambda: '%.99999999999999999999f' % 1); t(lambda: '%.2147483648f' % 1.0)
t(lambda: sum(3,'a')); t(lambda: sum([],'a')); t(lambda: chr(2**31)); t(lambda: chr(2**63)); t(lambda: chr(1114112))
d={1:2,3:4}
it=iter(d); print(it.__length_hint__()); next(it); print(it.__length_hint__()); next(it); print(it.__length_hint__(), list(it), it.__length_hint__())
it=iter(d.items()); d[5]=6; print(it.__length_hint__())
print(iter(d.values()).__length_hint__())
import math
t(lambda: math.dist('ab',[1])); t(lambda: math.dist((1,2),[4,6])); t(lambda: math.dist('ab',(1,2))); t(lambda: math.fsum([.1]*10)); t(lambda: math.fsum(x/10 for x in range(11))); t(lambda: math.fsum({1,2})); t(lambda: math.fsum(5)); t(lambda: math.fsum(['a']))
class M:
    def __float__(self): l.append(7.0) if len(l)<5 else 0; return 1.0
l=[1,M()]
t(lambda: math.fsum(l)); 
dd={M():1}
l=[]
class K:
    def __float__(self): dd.clear(); return 1.0
dd={K():1, 2:3}
t(lambda: math.fsum(dd))
print(hash(''), hash('')==0)
