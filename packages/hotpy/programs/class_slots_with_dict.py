"""Names in __slots__ beside a __dict__, which does not show them."""

class A:
    __slots__ = ("a", "__dict__")
x = A(); x.a = 1; x.b = 2
print(x.__dict__, x.a, vars(x)); x.__dict__['c'] = 3; print(x.c, x.__dict__)
x.__dict__['a'] = 9; print(x.a, x.__dict__)
del x.a
try: print(x.a)
except AttributeError as e: print(e)
x.__dict__ = {'z': 1}; print(x.__dict__, x.z)
x.a = 4; print(x.a, x.__dict__)
class B: __slots__ = ("s",)
class C(B): pass
y = C(); y.s = 1; y.t = 2
print(y.__dict__, y.s, y.t)
y.__dict__.update(s=5); print(y.s, y.__dict__); y.__dict__.clear(); print(y.s, y.__dict__)
try: y.t
except AttributeError as e: print(e)
import copy, pickle
z = copy.copy(y); print(z.s, z.__dict__)
y.u = 1
z = pickle.loads(pickle.dumps(y, 4)); print(z.s, z.__dict__)
print(y.__reduce_ex__(2)[2])
class D(C):
    __slots__ = ("d",)
w = D(); w.d = 1; w.e = 2; w.s = 3
print(w.__dict__, sorted(k for k in dir(w) if not k.startswith('__')))
w2 = D(); w2.e = 5
print(w2.__dict__)
w2.__dict__; w2.d = 7; print(w2.__dict__, w2.d); w2.f = 8; print(w2.__dict__, w2.f)
def hot():
    out = 0
    for i in range(3000):
        q = D(); q.d = i; q.s = 1; q.e = 2
        out += q.d + q.s + q.e + len(q.__dict__)
    return out
print(hot())
class F(D):
    __slots__ = ()
f = F(); f.x = 1; print(f.__dict__)
y.__class__ = C; print(y.__dict__)
class M(int):
    pass
class P(list): __slots__ = ('k',)
class Q(P): pass
q = Q(); q.k = 1; q.j = 2; print(q.__dict__)
class X(Exception): __slots__ = ('k',)
e = X(); e.k = 1; e.j = 2; print(e.__dict__)
for n in range(5): 
    g = C(); 
    if n % 2: g.s = n
    g.t = n
    print(g.__dict__, list(g.__dict__.items()), 's' in g.__dict__, len(vars(g)))


def beside(count):
    total = 0
    objects = [D() for _ in range(4)]
    for o in objects:
        o.d = o.e = 1
        o.__dict__
    for i in range(count):
        o = objects[i % 4]
        o.d += 1
        o.e += 2
        o.s = i
        total += o.d + o.e + o.s
        if i % 500 == 499:
            del o.s
            try:
                o.s
            except AttributeError as error:
                total += len(str(error))
            o.s = 0
    return total, [sorted(o.__dict__) for o in objects]


print(beside(4000))
