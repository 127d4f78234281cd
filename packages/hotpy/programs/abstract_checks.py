# isinstance() and issubclass() with abstract base classes: what is known of a class, and what changes it.
import abc
import collections.abc
import numbers
import sys


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...


class Square(Shape):
    def area(self):
        return 1


class Round:
    def area(self):
        return 3


class Pretender:
    @property
    def __class__(self):
        return Square


class Hooked(abc.ABC):
    asked = 0

    @classmethod
    def __subclasshook__(cls, other):
        Hooked.asked += 1
        return True if hasattr(other, "area") else NotImplemented


class Meta(abc.ABCMeta):
    calls = 0

    def __instancecheck__(cls, instance):
        Meta.calls += 1
        return super().__instancecheck__(instance) or instance == 5

    def __subclasscheck__(cls, subclass):
        Meta.calls += 1
        return super().__subclasscheck__(subclass)


class Odd(metaclass=Meta):
    pass


def ask(n):
    found = 0
    for i in range(n):
        found += isinstance([], collections.abc.Sequence)
        found += isinstance({}, collections.abc.Sequence) * 2
        found += isinstance(i, numbers.Number) * 4
        found += issubclass(int, numbers.Integral) * 8
        found += issubclass(str, numbers.Number) * 16
        found += isinstance("", (dict, collections.abc.Mapping, collections.abc.Hashable)) * 32
        found += isinstance(Square(), Shape) * 64
        found += isinstance(Round(), Shape) * 128
        found += isinstance(Pretender(), Shape) * 256
        found += isinstance(Round(), Hooked) * 512
        found += isinstance(5, Odd) * 1024 + isinstance(6, Odd) * 2048
        found += issubclass(Square, Shape) * 4096
    return found


print(ask(50), Hooked.asked, Meta.calls)
Shape.register(Round)
print(ask(50), Hooked.asked, Meta.calls)
Odd.register(int)
print(ask(50), Hooked.asked)


def late(cls, other):
    return True


Odd.__subclasshook__ = classmethod(late)
print(isinstance(object(), Odd), isinstance(3.5, Odd))


# A class whose instances begin to say of what class they are.
class Changing:
    pass


print([isinstance(Changing(), Shape) for _ in range(3)])
Changing.__getattribute__ = lambda self, name: Square if name == "__class__" else None
print([isinstance(Changing(), Shape) for _ in range(3)])

# A tracer sees the calls.
seen = []


def trace(frame, event, arg):
    if frame.f_code.co_name in ("__instancecheck__", "__subclasscheck__"):
        seen.append((frame.f_code.co_name, event))


sys.settrace(trace)
isinstance([], collections.abc.Sequence)
issubclass(list, collections.abc.Sequence)
sys.settrace(None)
print(seen)

original = abc.ABCMeta.__instancecheck__
abc.ABCMeta.__instancecheck__ = lambda cls, instance: "yes"
print([isinstance(1, Shape) for _ in range(2)])
abc.ABCMeta.__instancecheck__ = original
print([isinstance(1, Shape) for _ in range(2)])
for wrong in (lambda: issubclass(1, Shape), lambda: isinstance(1, 2)):
    try:
        wrong()
    except TypeError as error:
        print(error)
