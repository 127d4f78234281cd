def f(w):
    match w:
        case [x, y, *_]:
            out = locals()
            del out["w"]
            return out
def g(w):
    out = locals()
    del out["w"]
    return out
print(f([1,2,3]))
print(g(1))
def h(w):
    out = locals()
    z = 5
    def k(): return w
    return out
print(list(h(1)))
import sys
def f(a):
    d = locals()
    b = 2
    fr = sys._getframe()
    return d, fr
d, fr = f(1)
print(sorted(d)); l = fr.f_locals; print(l is d, sorted(k for k in l))
l['a'] = 99; l['zz'] = 1
print(fr.f_locals['a'], fr.f_locals.get('zz'))
fr.clear(); print(fr.f_locals, fr.f_locals is d)
def g():
    x = 1
    d = locals()
    yield d
    y = 2
    yield d
i = g(); d = next(i); print(sorted(d)); next(i); print(sorted(d)); print(sorted(i.gi_frame.f_locals), i.gi_frame.f_locals is d)
k = i.gi_frame
list(i); print(sorted(d), k.f_locals)
k.clear(); print(k.f_locals)
class C:
    q = 1
    fr = sys._getframe()
print(sorted(C.fr.f_locals)[:3], C.fr.f_locals is C.__dict__)
C.fr.clear(); print(sorted(C.fr.f_locals)[:3])
def t():
    v = 5
    raise ValueError
try: t()
except ValueError as e: tb = e.__traceback__.tb_next; print(tb.tb_frame.f_locals); tb.tb_frame.clear(); print(tb.tb_frame.f_locals)
class C:
    d = locals()
    q = 1
C.d['new'] = 5
print(hasattr(C,'new'), sorted(C.d))
C.z = 5
print(sorted(C.d))
import sys
class D:
    q = 1
    fr = sys._getframe()
print(sorted(D.fr.f_locals))
class E:
    fr = sys._getframe()
    l = fr.f_locals
    q = 1
print(sorted(E.l), E.fr.f_locals is E.l)
ns = {'a': 1}
T = type('T', (), ns)
ns['b'] = 2
print(hasattr(T, 'b'))
