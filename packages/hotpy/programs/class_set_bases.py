"""Classes are given other bases."""
import typing
class A: pass
class B: pass
class C(A):
    def who(self): return 'C'
class D(C): pass
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def setb(c, b):
    c.__bases__ = b
t(lambda: setb(C, (B,)))
print(C.__mro__, D.__mro__, A.__subclasses__(), B.__subclasses__(), C.__base__)
t(lambda: setb(A, (B,)))
t(lambda: setb(C, ()))
t(lambda: setb(C, [A]))
t(lambda: setb(C, (1,)))
t(lambda: setb(C, (D,)))
t(lambda: setb(C, (C,)))
t(lambda: setb(int, (object,)))
t(lambda: setb(C, (int,)))
t(lambda: setb(C, (A, A)))
def d(): del C.__bases__
t(d)
class L(list): pass
class M(list): pass
class N(L): pass
t(lambda: setb(N, (M,)))
print(N.__mro__)
t(lambda: setb(N, (A,)))
t(lambda: setb(N, (M,A)))
print(N.__mro__, A.__subclasses__())
n = N([1,2]); print(n, len(n))
A.hello = lambda self: 'hello'
print(n.hello())
c = C()
t(lambda: c.hello())
setb(C, (A,B)); print(c.hello(), C.__bases__)
setb(C, (B,)); t(lambda: c.hello())
class P(typing.NamedTuple):
    x: int
    y: str = 'a'
print(P(1), P.__bases__)
T = typing.TypeVar('T')
class Q(typing.NamedTuple, typing.Generic[T]):
    x: T
print(Q(1), Q.__bases__, Q[int], Q.__mro__)
class X(A): __slots__ = ('a',)
class Y(B): __slots__ = ('a',)
class Z(X): pass
t(lambda: setb(Z, (Y,)))
class E1(Exception): pass
class E2(ValueError): pass
class E3(E1): pass
t(lambda: setb(E3, (E2,)))
class Meta(type):
    def mro(cls):
        print('mro', cls.__name__)
        return type.mro(cls)
class G(A, metaclass=Meta): pass
class H(G): pass
t(lambda: setb(G, (B,)))
print(H.__mro__)
def loop(o):
    s = 0
    for i in range(3000): s += o.val()
    return s
class V1:
    def val(self): return 1
class V2:
    def val(self): return 2
class W(V1): pass
class WW(W): pass
print(loop(WW()))
W.__bases__ = (V2,)
print(loop(WW()), issubclass(WW, V1), issubclass(WW, V2), isinstance(WW(), V2))
# inconsistent for a subclass: nothing changes
class K1: pass
class K2(K1): pass
class J(K1): pass
class JJ(J, K2): pass
class O1: pass
class JO(O1): pass
t(lambda: setb(J, (K2,)))
print(J.__bases__, JJ.__mro__)
