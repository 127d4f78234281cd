"""The first base is a builtin type, and another one has __init_subclass__."""
from typing import *
T=TypeVar('T'); K=TypeVar('K')
class B:
    def __init_subclass__(cls,**k): print('init_sub',cls.__name__,k)
class X(dict,B): pass
class Y(dict,Generic[T]): pass
print(Y[int], Y.__parameters__)
class Z(Exception,B,a=1): pass
class P(list,B,Generic[K]): pass
class Q(X): pass
class W(int): pass
import abc
class A(abc.ABC): pass
A.register(int)
isinstance(3.5, A)
print([sorted(r().__name__ for r in s) for s in abc._get_dump(A)[:3]])
