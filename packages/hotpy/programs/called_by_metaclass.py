"""Classes whose metaclass says what a call of them does, in hot loops."""

from enum import Enum, IntEnum


class Once(type):
    made = {}

    def __call__(cls, *args, **named):
        if cls not in Once.made:
            Once.made[cls] = super().__call__(*args, **named)
        return Once.made[cls]


class Single(metaclass=Once):
    def __init__(self, value, extra=0):
        self.value = value + extra


class Counted(type):
    count = 0

    def __call__(cls, *args):
        Counted.count += 1
        return cls.__new__(cls), args


class Pair(metaclass=Counted):
    pass


class Failing(metaclass=Once):
    def __init__(self, value):
        raise ValueError(value)


class Color(Enum):
    RED = 1
    BLUE = 2


class Level(IntEnum):
    LOW = 1
    HIGH = 3


def calls(n):
    total = 0
    for i in range(n):
        total += Single(i, extra=2).value
        made, args = Pair(i, 1)
        total += args[1] + isinstance(made, Pair)
        try:
            Failing(i)
        except ValueError as error:
            total += error.args[0] % 3
        total += Color(i % 2 + 1).value + Level(3)
        try:
            Color(i + 3)
        except ValueError as error:
            total += len(str(error))
        if i == n // 2:
            Once.__call__ = lambda cls, *args, **named: Single(1)
            Once.made[Single].value = -1
            del Once.__call__
    return total, Counted.count


print(calls(3000))
