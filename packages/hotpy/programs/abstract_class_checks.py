"""isinstance of abstract classes, first and later, with registrations between."""
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import Mapping, Sized, Iterable, Sequence, Hashable
import numbers
class A(ABC): pass
class B: pass
class C(A): pass
for i in range(3):
    print(isinstance(B(),A), isinstance(C(),A), isinstance({},Mapping), isinstance('',Mapping), isinstance('',Sequence), isinstance(1,numbers.Number), isinstance(1.5,numbers.Integral), isinstance([],Hashable))
A.register(B)
for i in range(3): print(isinstance(B(),A), isinstance(5,A), issubclass(B,A), issubclass(int,A))
A.register(int)
for i in range(3): print(isinstance(5,A), isinstance(True,A), isinstance('a',A))
class F:
    @property
    def __class__(self): return B
for i in range(3): print(isinstance(F(),A), isinstance(F(),Mapping))
class G:
    pass
for i in range(3): print(isinstance(G(),A))
g=G(); g.__class__=B; print(isinstance(g,A))
A._abc_caches_clear() if hasattr(A,'_abc_caches_clear') else 0
print(isinstance(B(),A))
class M(ABCMeta):
    def __subclasscheck__(cls, sub): print('asked'); return sub is int
class D(metaclass=M): pass
for i in range(2): print(isinstance(1,D), isinstance('',D))
class S(ABC):
    @classmethod
    def __subclasshook__(cls, c): return True if hasattr(c,'zz') else NotImplemented
class Z: zz=1
for i in range(3): print(isinstance(Z(),S), isinstance(1,S))
t=0
for i in range(3000):
    t+=isinstance(i,numbers.Number)+isinstance('a',Mapping)+isinstance([],Iterable)
print(t)
