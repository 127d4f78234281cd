"""Classes with a __new__ of their own, and tuples with names: made, taken apart and replaced in hot loops."""

from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[7])


class Pair(tuple):
    def __new__(cls, left, right=None, *, swap=False):
        return super().__new__(cls, (right, left) if swap else (left, right))

    @property
    def left(self):
        return self[0]


class Backwards(tuple):
    def __iter__(self):
        return iter([9, 8])


class Celsius(float):
    def __new__(cls, text):
        return float.__new__(cls, text.rstrip("C"))


class Word(str):
    def __new__(cls, text):
        return str.__new__(cls, text.lower())


class Single:
    made = None

    def __new__(cls, *args):
        if cls.made is None:
            cls.made = object.__new__(cls)
        return cls.made


class Other:
    """What it gives is of another class, whose __init__ is not called."""

    def __new__(cls, value):
        return value * 2


class Initialised:
    def __new__(cls, value):
        self = super().__new__(cls)
        self.first = value
        return self

    def __init__(self, value):
        self.second = value + 1


class Changing:
    def __new__(cls, value):
        return object.__new__(cls)


def points(count):
    total = 0
    point = Point(0)
    for i in range(count):
        point = Point(i, y=2) if i % 3 else point._replace(x=i)
        x, y = point
        total += x + y + point.x * point.y + len(point)
    return total, point, point._asdict()


def pairs(count):
    total = 0
    for i in range(count):
        pair = Pair(i, i + 1, swap=i % 2 == 0)
        first, *rest = pair
        total += first + len(rest) + pair.left + (pair < (5, 6))
    return total, type(pair), pair


def others(count):
    seen = []
    for i in range(count):
        first, second = Backwards((1, 2))
        seen.append((first, second))
        seen.append(Celsius(f"{i % 4}.5C") + 1)
        seen.append(Word("A" * (i % 3)))
        seen.append(Single(i) is Single())
        seen.append(Other(i % 5))
        thing = Initialised(i % 6)
        seen.append((thing.first, thing.second))
        if i == count // 2:
            Changing.__new__ = lambda cls, value: value
        seen.append(type(Changing(i)).__name__)
    return len(seen), sorted({repr(each) for each in seen})[:60]


def refused(count):
    messages = set()
    for i in range(count):
        for attempt in (lambda: Pair(), lambda: Point(1, 2, 3), lambda: tuple.__new__(int, ()), lambda: Celsius("x"), lambda: Single.__new__(3)):
            try:
                attempt()
            except (TypeError, ValueError, AttributeError) as error:
                messages.add(f"{type(error).__name__}: {error}")
        try:
            first, second, third = Point(1, 2)
        except ValueError as error:
            messages.add(str(error))
    return sorted(messages)


print(points(300))
print(pairs(200))
print(others(100))
print(*refused(50), sep="\n")
