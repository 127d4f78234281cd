from collections import defaultdict
import operator, random
# globals that come and go
class E1(Exception): pass
x=0; acc=[]
def getx(): return x, len(acc)
for i in range(300):
    try:
        if i%3==0: raise E1(i)
        if i%7==0: zzz
    except E1 as e: acc.append(str(e))
    except NameError as e: acc.append(str(e))
    x=i; getx(); y=x+1
    if i==100: len=lambda o: -1
    if i==150: del len
    if i==200: print=print
print(acc[:5],acc[-3:],x,y,getx())
try: e
except NameError as err: print(err)
g={}
# int with base
for t,b in [('101',2),('ff',16),('0x1f',16),('0b11',0),('z',36),('12',3),('-7',8),(' 1_0 ',10),('',2),('102',2),('9',1),('1',37),('1'*700,10),('é',16)]:
    try: print(int(t,b), end=' ')
    except ValueError as er: print(er)
try: int(5,2)
except TypeError as er: print(er)
print(int('11',base=2), int('11',True) if False else '')
try: print(int('1',True))
except ValueError as er: print(er)
# index
class Ix:
    def __index__(s): return 7
for v in (5,True,10**20,Ix(),1.5,'a',-3):
    try: print(operator.index(v), end=' ')
    except TypeError as er: print(er)
# reversed
l=[1,2,3]; r=reversed(l); print(next(r), list(r), list(r), type(r).__name__)
for k in range(100):
    s=0
    for a in reversed(l): s=s*10+a
r=reversed(l); next(r); l.append(4); print(list(r), s); r=reversed(l); del l[:]; print(list(r), list(reversed([])), list(reversed((1,2))), list(reversed('ab')), list(reversed(range(3))), list(reversed({1:2,3:4})))
r=reversed([1,2,3]); print(r.__length_hint__(), r.__reduce__()[0].__name__); 
class L(list): pass
print(list(reversed(L([1,2]))))
class LR(list):
    def __reversed__(s): return iter('lr')
print(list(reversed(LR([1,2]))))
try: reversed(5)
except TypeError as er: print(er)
try: reversed()
except TypeError as er: print(er)
try: reversed([],[])
except TypeError as er: print(er)
# defaultdict
d=defaultdict(int)
for i in range(500): d[i%50,i%3]+=i
print(sorted(d.items())[:5], len(d))
dl=defaultdict(list)
for i in range(200): dl[i%9].append(i)
print(dl[3][:3], len(dl))
ds=defaultdict(set); ds['a'].add(1); ds['a'].add(2); print(ds)
dd=defaultdict(dict); dd[1]['x']=2; print(dd); df=defaultdict(float); df['q']+=1.5; print(df); db=defaultdict(bool); print(db[1], db)
dn=defaultdict(); 
try: dn['z']
except KeyError as er: print('KeyError',er)
dt=defaultdict(lambda: defaultdict(int)); dt[1][2]+=3; dt[1][5]; print({k:dict(v) for k,v in dt.items()})
class DD(defaultdict):
    def __missing__(s,k): return ('missing',k)
x1=DD(int); print(x1[3], len(x1))
class D2(defaultdict): pass
x2=D2(list); x2[1].append(5); print(x2)
class D3(defaultdict):
    def __setitem__(s,k,v): print('set',k,v); super().__setitem__(k,v)
x3=D3(int); x3[4]+=1; print(x3)
d.default_factory=str
for i in range(3): d['n%d'%i]
print(d['n0']=='' , len(d)); d.default_factory=None
try: d['none']
except KeyError as er: print(er)
try: d[[]]
except TypeError as er: print(er)
def many(n):
    c=defaultdict(int)
    for i in range(n): c[i*7%101]+=1
    return c
print(sum(many(3000).values()), len(many(5000)), sorted(many(200).items())[:3])
# in place
class V:
    def __init__(s,x): s.x=x
    def __add__(s,o): return V(s.x+(o.x if isinstance(o,V) else o))
    def __eq__(s,o): return s.x==o
class W(V):
    def __iadd__(s,o):
        if o==3: return NotImplemented
        s.x+=100; return s
class N:
    def __add__(s,o): return NotImplemented
    def __radd__(s,o): return 'radd'
def run(n):
    v=V(1); w=W(1); k=N(); out=[]
    for i in range(n):
        v+=1; v+=V(2); w+=1; w+=3
        try: k2=k; k2+=1
        except TypeError as er: k2=str(er)
        m=5; m+=k
        if i==n-3: V.__iadd__=lambda s,o: V(0)
        if i==n-2: del V.__iadd__
    return v.x,w.x,k2,m
print(run(60)); print(run(100))
