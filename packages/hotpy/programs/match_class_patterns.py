from dataclasses import dataclass
from collections import namedtuple
@dataclass
class P: x:int; y:int
class Q(P): pass
class S:
    __slots__=('a',); __match_args__=('a',)
    def __init__(s,a): s.a=a
class Pr:
    __match_args__=('v',)
    @property
    def v(self): return 7
class Dup: __match_args__=('a','a')
class Bad: __match_args__=(1,)
class NoT: __match_args__=['a']
class Lie:
    @property
    def __class__(self): return P
    x=1;y=2
class M: 
    __match_args__=('go',)
    def go(self): return 3
class GA:
    __match_args__=('z',)
    def __getattr__(self,n):
        if n=='z': return 'ga'
        raise AttributeError(n)
N=namedtuple('N','p q')
def f(o):
    match o:
        case P(0,0): return 'origin'
        case P(x,y=5): return ('y5',x)
        case P(x=a,y=b) if a>100: return ('big',a,b)
        case Q(x): return ('Q',x)
        case S(a): return ('S',a)
        case Pr(v): return ('Pr',v)
        case N(p,q): return ('N',p,q)
        case int(n) if n>5: return ('int',n)
        case int(): return 'small int'
        case str(s): return ('str',s)
        case float(z)|complex(real=z): return ('num',z)
        case [a]: return ('one',a)
        case [a,*r]: return ('many',a,r)
        case {'k':v,'j':w}: return ('kj',v,w)
        case {'k':v,**rest}: return ('k',v,rest)
        case M(g): return ('M',g())
        case GA(z): return ('GA',z)
        case bytes(b): return ('b',b)
        case None: return 'None'
        case object(): return 'obj'
objs=[P(0,0),P(1,5),P(200,1),Q(3,4),S(1),Pr(),N(1,2),9,2,True,'s',2.5,1j,[1],(1,2,3),{'k':1,'j':2},{'k':1,'z':3},{},M(),GA(),b'x',None,object(),Lie(),[],P(7,8)]
for _ in range(60):
    r=[f(o) for o in objs]
print(r)
def g(o,c):
    try:
        match o:
            case c(a,b): return a,b
            case c(a): return a
    except TypeError as e: return str(e)
    return 'no'
for _ in range(40):
    q=[g(Dup(),Dup),g(Bad(),Bad),g(NoT(),NoT),g(1,int),g(P(1,2),P),g(P(1,2),5),g(S(1),S),g(1,P),g(Pr(),Pr),g(M(),str)]
print(q)
p=P(1,2); out=[]
for i in range(60):
    if i==30: P.__match_args__=('y','x')
    if i==40: del p.x
    if i==50: p.x=3; P.__match_args__=('y',)
    try:
        match p:
            case P(a,b): out.append((a,b))
            case P(y=k): out.append(k)
    except TypeError as e: out.append(str(e)[:20])
print(out)
P.__match_args__=('x','y')
for _ in range(30):
    m=[]
    for q in (P(-1,0),P(0,-1),P(None,-1),[P(-1,0),P(1,2)],{'k':-1,'j':0},{'k':None}):
        match q:
            case P(a,b): m.append((a,b))
            case (P(a,b),P(c,d) as e): m.append((a,b,c,d,e is q[1]))
            case {'k':v,**rest}: m.append((v,rest))
print(m)
