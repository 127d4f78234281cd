"""Functions of math and operator over many kinds of arguments: what kernels compute, and what they leave to the functions themselves."""

import math
import operator

NUMBERS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0, 1e-310, 5e-324, 1e308, float("inf"), float("-inf"), float("nan"), 709.78, 710.0,
           -745.0, -746.0, -708.5, 1e5, 100001.0, 1e22, 3, -7, 0, True, 2**70, 1e-9, 0.1, 0.7, 1.4, 0.9999, 4.25, -2.75]


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return type(error).__name__


def table(module, name, *columns):
    function = getattr(module, name)
    for left in columns[0]:
        if len(columns) == 1:
            print(name, repr(left), attempt(function, left))
        else:
            print(name, repr(left), *[attempt(function, left, right) for right in columns[1]])


# Tables are made by the first call of a function.
for name in "sin cos tan asin acos atan exp log log10".split():
    attempt(getattr(math, name), 0.5)
    table(math, name, NUMBERS)
for name in "atan2 pow fmod copysign isclose hypot".split():
    table(math, name, NUMBERS[::5], NUMBERS[::2])
print([attempt(operator.pow, x, y) for x in NUMBERS[::3] for y in NUMBERS[::4] if isinstance(x, float) and not (x < 0 and y % 1)])
print(math.hypot(), math.hypot(3.5), math.hypot(1, 2, 3), math.hypot(1e-130, 1e-131), math.hypot(3, 4, 12, 84))

WHOLE = [0, 1, 2, 5, 7, 20, 21, 30, 31, 60, 61, 62, True, -1, -5, 2.0]
for name in "comb perm".split():
    table(math, name, WHOLE[::2], WHOLE)
for name in "gcd lcm".split():
    table(math, name, WHOLE[::3], WHOLE + [2**29, -2**30, 2**62])
table(math, "factorial", WHOLE)
table(math, "isqrt", WHOLE + [k * k + d for k in (3, 94906265, 94906266, 2**26) for d in (-1, 0, 1)])

VALUES = [0, 1, -3, True, False, 2**40, 1.5, -0.0, "ab", "%s", (1, 2), [1], [], (), {1}, {2, 1}, frozenset({3}), None, b"x",
          float("nan"), bytearray(b"q")]
for name in "add sub mul truediv floordiv mod and_ or_ xor lt le eq ne gt ge is_not contains getitem".split():
    table(operator, name, VALUES[::3], [value for value in VALUES if name != "mul" or value != 2**40])
for name in "lshift rshift pow".split():
    table(operator, name, VALUES[:5] + VALUES[6:8], VALUES[:5])
for name in "neg pos inv not_ truth".split():
    table(operator, name, VALUES)
