# `__del__` that a class gets, loses or inherits late reaches the objects that are there already.
import gc
class A:
    def __init__(self, n): self.n = n
a = A(1)
class B(A): pass
b = B(2)
lost = A(99)
del lost
A.__del__ = lambda self: print("del", self.n)
del a
gc.collect()
b = None
gc.collect()
c = B(3)
del A.__del__
del c
gc.collect()
c = B(4)
B.__del__ = lambda self: print("B del", self.n)
del c
gc.collect()
# via setattr on base, list subclass, exception
class L(list): pass
class E(Exception): pass
x = L([1,2]); e = E(5)
L.__del__ = lambda self: print("L", list(self))
setattr(E, '__d' + 'el__', lambda self: print("E", self.args))
del x, e
gc.collect()
class M(type): pass
class K(metaclass=M): pass
M.__del__ = lambda cls: print("M del", cls.__name__)
class Mix: pass
class D(Mix, L): pass
d = D([3])
Mix.__del__ = lambda self: (print("mix", list(self)), L.__del__(self))
del d
gc.collect()
class Phoenix: pass
keep = []
p = Phoenix()
def back(self):
    print("back"); keep.append(self)
Phoenix.__del__ = back
del p
gc.collect()
Phoenix.__del__ = lambda self: print("other")
keep.clear()
gc.collect()
class N: __del__ = None
n = N()
n.me = n
del n
gc.collect()
class O:
    @staticmethod
    def __del__(): print("static")
o = O(); del o; gc.collect()
class P:
    @property
    def __del__(self):
        return lambda: print("prop")
o = P(); del o; gc.collect()
class Q:
    def __del__(self, x): pass
o = Q()
o.me = o
del o
gc.collect()
class R:
    def __getattr__(self, name):
        print("getattr", name); raise AttributeError
o = R(); o.__del__ = lambda: print("instance"); del o; gc.collect()
print("end")
