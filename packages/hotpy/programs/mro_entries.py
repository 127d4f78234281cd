# __mro_entries__: bases that are no classes.
class G:
    def __init__(self, *r): self.r = r
    def __mro_entries__(self, bases): print(len(bases)); return self.r
class A: pass
class B(G(A), dict): x = 1
print(B.__mro__, B.__bases__, len(B.__orig_bases__))
class C(G()): pass
print(C.__bases__, C.__orig_bases__[0].r)
class D(list[int]): pass
print(D.__bases__, D.__orig_bases__)
try:
    class E(5): pass
except TypeError as e: print(e)
class F:
    def __mro_entries__(self, b): return 3
try:
    class H(F()): pass
except TypeError as e: print(e)
class M(type): pass
class N(G(A), metaclass=M): pass
print(type(N), N.__orig_bases__[0].r)
