"""Classes whose metaclass decides the order in which attributes are looked for."""
class A:
    def f(self): return "A"
class PM(type):
    def mro(cls):
        L = type.mro(cls); L.reverse(); return L
class X(A, metaclass=PM): pass
print(X.__mro__)
print(X().f())
def t(m):
    class M(type):
        def mro(self): return m(self)
    try:
        class X(object, metaclass=M): pass
        print('made')
    except TypeError as e: print(e)
t(lambda s: [s, dict, object])
t(lambda s: [1])
t(lambda s: 1)
t(lambda s: [s, 'x'])
t(lambda s: [])
t(lambda s: (s, object))
