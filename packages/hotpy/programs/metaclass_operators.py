"""Operators on classes: those of a metaclass go before the unions of types."""

import abc
import enum


class Meta(type):
    def __or__(cls, other):
        return ("or", cls.__name__, other)

    def __ror__(cls, other):
        return ("ror", other, cls.__name__)

    def __add__(cls, other):
        return ("add", cls.__name__, other)

    def __lt__(cls, other):
        return cls.__name__ < other.__name__


class A(metaclass=Meta):
    pass


class B(A):
    pass


class Declining(type):
    def __or__(cls, other):
        return NotImplemented


class D(metaclass=Declining):
    pass


class Color(enum.Enum):
    RED = 1


class Abstract(abc.ABC):
    pass


for _ in range(30):
    results = [A | B, A | int, int | A, A | None, A | 3, A + 1, sorted([B, A])]
print(results)
print(Color | None, Abstract | int, int | Abstract, Color | Abstract, list[int] | Color)
union = A
union |= B
print(union)
for left, right in ((D, int), (D, 3), (3, D), (Color, 3)):
    try:
        print(left | right)
    except TypeError as error:
        print(error)
