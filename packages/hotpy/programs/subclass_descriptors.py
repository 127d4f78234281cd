class cached(property):
    def __init__(self, f, name=None):
        super().__init__(f); self.f = f; self.hits = 0
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        if '_c' not in obj.__dict__: obj.__dict__['_c'] = super().__get__(obj, owner)
        self.hits += 1
        return obj._c
class P2(property): pass
class C:
    @cached
    def x(self): print('computing'); return 42
    @P2
    def y(self): return self._y
    @y.setter
    def y(self, v): self._y = v
    @y.deleter
    def y(self): del self._y
    z = P2(lambda self: 5, doc='docs')
c = C(); print(c.x, c.x, C.x.hits, C.x.name, isinstance(C.x, property))
c.y = 3; print(c.y, type(C.__dict__['y']), c.z); del c.y
try: c.y
except AttributeError as e: print(e)
try: c.z = 1
except AttributeError as e: print(type(e))
class sm(staticmethod):
    tag = 1
class cm(classmethod):
    def __init__(self, f): super().__init__(f); self.note = 'n'
class D:
    @sm
    def s(a): return a + 1
    @cm
    def c(cls, a): return cls.__name__, a
print(D.s(1), D().s(2), D.c(1), D().c(2), D.__dict__['s'].tag, D.__dict__['c'].note)
class E(enumerate):
    def __new__(cls, it, start=10): return super().__new__(cls, it, start)
    def total(self): return sum(i for i, _ in self)
e = E('abc'); print(next(e), iter(e) is e, list(e), E('ab').total(), type(e))
class Z(zip): pass
print(list(Z([1, 2], 'ab')), dict(Z('ab', [1, 2])), next(Z([1], [2])))
class M(map):
    def __next__(self): return ('m', super().__next__())
m = M(str, [1, 2, 3]); print(next(m), list(m), [x for x in M(abs, [-1, -2])])
class F(filter): x = 1
print(list(F(None, [0, 1, 2])), F(None, []).x, sum(F(lambda v: v > 1, [1, 2, 3])))
for t in (0,):
    s = 0
    for i in range(300):
        for k, v in E('ab', 0): s += k
        for q in M(abs, [-1]): s += q[1]
        s += c.z + D.s(1)
    print(s)
def hot(n):
    t = 0
    for i in range(n):
        e = E([5, 6], i)
        t += e.total()
        t += next(e, (0, 0))[0]
        z = Z([1], [i])
        for a, b in z: t += a + b
        t += len(type(z).__name__) + len(type(e).__name__)
    return t
print(hot(300))
