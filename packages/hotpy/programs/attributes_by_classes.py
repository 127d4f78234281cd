"""__getattr__ and metaclasses in loops that are compiled."""

import enum, traceback
class P:
    def __init__(self, o): self.o=o; self.n=0
    def __getattr__(self, name): return getattr(self.o, name)
    def own(self): self.n+=1; return self.n
    @property
    def prop(self): return self.o.x
    @property
    def bad(self): raise AttributeError('bad!')
    cv=7
class T:
    def __init__(self): self.x=3
    def meth(self, a): return a+self.x
class Q(P):
    def __getattr__(self, name):
        if name.startswith('z'): raise AttributeError(name)
        if name=='slow': return sum(range(3))
        return super().__getattr__(name)
first=Q.__getattr__
class L:
    __slots__=('a','b','__dict__')
    def __init__(self): self.a=1
    def __getattr__(self, n): return len(n)
class F:
    def __getattr__(self, n): return lambda *a: (n,a)
class G:
    __getattr__ = lambda self, n, *rest: (n, rest)
def run(n):
    Q.__getattr__=first; P.cv=7
    t=0; p=P(T()); q=Q(T()); l=L(); f=F(); g=G()
    for i in range(n):
        o=(p,q)[i&1]
        t+=o.x+o.own()+o.cv+o.prop+o.n+(o.meth(i) if callable(o.meth) else o.meth)
        t+=l.a+l.b+l.ccc+q.slow
        t+=f.foo(i)[1][0]+len(f.bar()[0])+len(g.abc[0])
        try: q.zz
        except AttributeError as e: t+=len(e.args[0])+(e.name=='zz')+(e.obj is q)
        try: p.nope
        except AttributeError as e: t+=len(str(e))+len(str(e.name))
        try: t+=o.bad
        except AttributeError as e: t+=len(str(e))
        if i==n//2: P.late=50; P.cv=8; p.y=5
        if i>n//2: t+=o.late+p.y
        if i==n*3//4: Q.__getattr__=lambda self,n: 1000
    return t
print(run(300),run(900))
def rec():
    class R:
        def __getattr__(self,n): return getattr(self,n+'x') if len(n)<40 else len(n)
    r=R(); t=0
    for i in range(300): t+=r.abc
    class S:
        def __getattr__(self,n): return self.other
    try: S().abc
    except RecursionError as e: print('rec', str(e)[:32])
    return t
print(rec())
class Color(enum.Enum):
    RED=1; GREEN=2; BLUE=3
    def m(self): return self.value*2
    @classmethod
    def pick(cls,i): return (cls.RED,cls.GREEN,cls.BLUE)[i%3]
    @staticmethod
    def st(i): return i+1
class Flag(enum.IntFlag):
    A=1; B=2; C=4
class M(type):
    def __getattr__(cls, n): return len(n)
    mp=property(lambda c: 11)
    def mm(cls): return cls.__name__
    shadow=5
class MC(metaclass=M):
    k=3; shadow=6; mp=99
    def f(self): return 4
class M2(type):
    def __getattribute__(cls,n): return type.__getattribute__(cls,n) if n.startswith('__') else 42
class MD(metaclass=M2): k=1
def enums(n):
    t=0; names=[]
    for i in range(n):
        c=Color.pick(i)
        if c is Color.RED: t+=1
        elif c==Color.GREEN: t+=c.m()
        t+=Color.st(i)+len(Color.BLUE.name)+(Color.RED in (c,))+c.value
        t+=(Flag.A|Flag.B).value+bool(Flag.C&Flag.B)
        t+=MC.k+MC.shadow+MC.mp+MC.zzzz+len(MC.mm())+MC.f(None)+MD.k
        if i==n//2: MC.k=10; M.late=3; MC.zzzz=1
        if i==n*3//4: M.k=property(lambda c: 1000)
    return t
print(enums(800))
def boom():
    class B:
        def __getattr__(self,n): raise ValueError(n)
    b=B()
    for i in range(300):
        try: b.abc()
        except ValueError as e: tb=[(f.name,f.lineno) for f in traceback.extract_tb(e.__traceback__)]
    print(tb)
    for i in range(300):
        try: P(None).abc
        except AttributeError as e: tb=[(f.name,f.lineno) for f in traceback.extract_tb(e.__traceback__)]
    print(tb, str(e) if 'e' in dir() else '')
boom()
