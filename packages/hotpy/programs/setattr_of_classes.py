def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r)[:300])
    except BaseException as e:
        print(type(e).__name__, ascii(str(e))[:300])
class C: pass
t(object.__setattr__, C, 'x', 1)
t(object.__delattr__, C, 'x')
t(object.__getattribute__, C, '__name__')
t(type.__setattr__, C, 'y', 2); print(C.y)
t(type.__setattr__, int, 'y', 2)
t(type.__setattr__, 1, 'y', 2)
t(type.__setattr__, C, 1, 2)
t(type.__setattr__, C)
t(type.__delattr__, C, 'y')
t(type.__delattr__, C, 'y')
t(type.__delattr__, int, 'y')
class M(type):
    def __setattr__(c, n, v): print('M.set', n); super().__setattr__(n, v)
    def __delattr__(c, n): print('M.del', n); super().__delattr__(n)
class D(metaclass=M): pass
D.z = 1
t(type.__setattr__, D, 'z', 3); print(D.z)
t(object.__setattr__, D, 'z', 3)
t(object.__setattr__, list, 'z', 3)
del D.z
t(getattr, D, 'z')
class N(type): pass
class E(metaclass=N): pass
for i in range(100):
    E.q = i; setattr(E, 'r', i); N.__setattr__(E, 's', i); type.__setattr__(E, 't', i); C.u = i
print(E.q, E.r, E.s, E.t, C.u, '__setattr__' in vars(type), type.__setattr__, E.__setattr__, N.__setattr__)
t(object.__setattr__, E, 'q', 1)
class O(type):
    def __setattr__(c, n, v):
        if n == 'bad': raise AttributeError('no')
        type.__setattr__(c, n, v)
class P(metaclass=O): pass
for i in range(100):
    P.a = i
    try: P.bad = 1
    except AttributeError as e: x = str(e)
print(P.a, x)
class Q:
    def __setattr__(s, n, v): object.__setattr__(s, n, v)
q = Q(); q.a = 1; print(q.a)
t(Q.__setattr__, q, 'b', 2); t(lambda: q.b)
