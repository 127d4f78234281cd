# __slots__ and assignment to __class__.
class A:
    __slots__ = ('x', 'y')
    z = 5
    def __init__(self): self.x = 1
a = A(); print(a.x, A.x, type(A.x).__name__, A.x.__name__, A.x.__objclass__)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: setattr(a, 'q', 1)); t(lambda: setattr(a, 'z', 1)); t(lambda: a.y); t(lambda: a.__dict__); t(lambda: delattr(a, 'y'))
t(lambda: delattr(a, 'x')); t(lambda: a.x); a.x = 3; t(lambda: A.x.__get__(a)); t(lambda: A.x.__set__(a, 9)); t(lambda: a.x); t(lambda: A.x.__get__(3)); t(lambda: A.x.__get__(None, A))
t(lambda: A.x.__delete__(a)); t(lambda: A.x.__delete__(a)); t(lambda: vars(a)); t(lambda: hasattr(a, '__dict__'))
class B(A): pass
b = B(); b.q = 1; b.x = 2; print(b.q, b.x, B.__slots__)
class C(A): __slots__ = ('w',)
c = C(); c.w = 1; c.x = 2; t(lambda: setattr(c, 'v', 1)); print(c.w, c.x)
class D: __slots__ = '__dict__', 'k'
d = D(); d.anything = 1; d.k = 2; print(d.anything, d.k)
class E: __slots__ = ()
t(lambda: setattr(E(), 'v', 1))
class F: __slots__ = 'single'
f = F(); f.single = 1; print(f.single)
class G: __slots__ = {'a': 'doc'}
print(G.a)
class H:
    __slots__ = ('__priv',)
    def __init__(self): self.__priv = 7
    def get(self): return self.__priv
print(H().get(), sorted(n for n in dir(H) if 'priv' in n))
for s in ["(1,)", "('a b',)", "('x',)", "('__dict__','__dict__')", "5"]:
    try: exec(f"class X:\n x = 1\n __slots__ = {s}")
    except Exception as e: print(type(e).__name__, e)
try:
    class I(int): __slots__ = ('a',)
except TypeError as e: print(e)
class J(int): __slots__ = ()
t(lambda: setattr(J(), 'v', 1))
class K: __slots__ = ('k',)
class L: __slots__ = ('l',)
try:
    class M(K, L): pass
except TypeError as e: print(e)
class N(K, E): pass
class Li(list): __slots__ = ('tag',)
l = Li([1]); l.tag = 2; print(l, l.tag); t(lambda: setattr(l, 'v', 1))
# class assignment
class P:
    def hi(self): return 'P'
class Q:
    z = 9
    def hi(self): return 'Q'
p = P(); p.a = 1; p.b = 2; p.__class__ = Q; print(p.hi(), p.a, p.z, type(p), p.__dict__); p.c = 3; print(p.__dict__)
p.__class__ = P; print(p.hi(), p.c, isinstance(p, P))
t(lambda: setattr(p, '__class__', A)); t(lambda: setattr(p, '__class__', int)); t(lambda: setattr(a, '__class__', C)); t(lambda: setattr(3, '__class__', P)); t(lambda: setattr(p, '__class__', 5))
class K2: __slots__ = ('k',)
k = K(); k.k = 5; k.__class__ = K2; print(k.k, type(k).__name__)
class Li2(list): __slots__=('tag',)
l.__class__ = Li2; print(l, l.tag)
def hot(n):
    tot = 0
    o = A()
    for i in range(n):
        o.x = i; o.y = o.x + 1; tot += o.y
        q = P(); q.v = i
        if i % 3 == 0: q.__class__ = Q
        tot += len(q.hi()) + q.v
    return tot
print(hot(5000))
try:
    for i in range(3000):
        o = A()
        if i > 2500: o.nope = 1
        else: o.x = 1
except AttributeError as e: print(i, e)
class Point:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
    def __eq__(self, o): return self.x == o.x and self.y == o.y
    def __hash__(self): return hash((self.x, self.y))
s = set(Point(i % 50, i % 7) for i in range(3000)); print(len(s))
import gc; gc.collect(); print(a.z, c.w)
