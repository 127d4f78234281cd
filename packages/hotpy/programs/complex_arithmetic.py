"""Complex numbers among themselves and with others, in loops that get hot: operators, comparisons, hashes, attributes, functions."""

import cmath
import math

INF, NAN = math.inf, math.nan
VALUES = [0j, -0j, 1 + 2j, -3.5j, complex(-0.0, 0.0), complex(INF, 1), complex(1, -INF), complex(NAN, 2), 1e200 + 1e200j,
          1e-200 - 1e-300j, 5 + 0j, complex(2**53, 1)]
OTHERS = [0, 1, -7, True, 2.5, -0.0, INF, 2**40, 2**70, "x", None, [1]]
OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "**": lambda a, b: a**b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "//": lambda a, b: a // b,
}


def attempt(run, *args):
    try:
        return repr(run(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name, run in OPERATORS.items():
    for a in VALUES:
        row = [attempt(run, a, b) for b in VALUES + OTHERS] + [attempt(run, b, a) for b in OTHERS]
        if name != "**" or abs(a) < 1e100:
            print(a, name, " ".join(row))

for z in VALUES:
    print(attempt(abs, z), attempt(lambda: -z), attempt(lambda: +z), z.real, z.imag, z.conjugate(), bool(z))
    if z == z:
        print(hash(z), {z: 1}.get(complex(z.real, z.imag)), {z.real, z})
print({1: "a"}.get(1 + 0j), {1.5: "b"}.get(1.5 + 0j), {1 + 0j: "c"}.get(True), {(1j, 2): 3}[1j, 2], 1j in {1j, 2}, 2 in {1j, 2 + 0j})
print([1, 2 + 0j, 3].index(2), [1j, 2j].index(2j), (1j, 2) == (1j, 2.0), sorted([3, 1]), attempt(sorted, [1j, 2j]), attempt(max, 1j, 2))
print([0j, 1j, 2j, 3j, 1j**2, 1j**-1, 2j**100, (1 + 1j) ** 0.5, 2**1j, 0j**0], attempt(lambda: 0j**-1), attempt(lambda: 0j**1j))
print(complex(3), complex(3, 4), complex(1.5), complex(True), complex(1j, 2j), complex(1, 2j), complex("1+2j"), complex(2**70, 1))
print(attempt(complex, 10**400), attempt(complex, "x"), attempt(complex, None), complex(real=1, imag=-0.0), complex(imag=3))
for z in [0j, 1 + 1j, -2j, 700 + 1j, 710 + 1j, 3, 2.5, True]:
    print(attempt(cmath.exp, z))


class Offset(complex):
    def __add__(self, other):
        return "added"


class Number(complex):
    pass


print(Offset(1, 2) + 1, 1 + Offset(1, 2), Number(1, 2) * 2, Number(1, 2) == 1 + 2j, Number(3, 4).real, abs(Number(3, 4)), hash(Number(1, 1)) == hash(1 + 1j))


def escape(c, most):
    z, n = 0j, 0
    while abs(z) <= 2 and n < most:
        z = z * z + c
        n += 1
    return n


print([sum(escape(complex(x / 20 - 2, y / 10 - 1), 50) for x in range(60)) for y in range(20)])


def mixed(count):
    total = 0
    for i in range(count):
        z = complex(i % 7, i % 5)
        total += z * 2 - 1.5 + i / (z + 1) - (z == i % 7) + (z != 3) + z.real - z.imag
        total -= True * z.conjugate()
        if i == count - 3:
            i = "x" if count < 0 else i
    return total


print(mixed(3000))


def roots(count):
    found = {}
    for i in range(count):
        z = complex(i % 40 - 20.5, i // 40 - 20.5) / 10
        for _ in range(30):
            z -= (z**3 - 1) / (3 * z * z)
        key = complex(round(z.real, 3) + 0.0, round(z.imag, 3) + 0.0)
        found[key] = found.get(key, 0) + 1
    return sorted(found.items(), key=lambda pair: (pair[0].real, pair[0].imag))


print(roots(1600))
try:
    for i in range(2000):
        1j / (1999 - i)
except ZeroDivisionError as error:
    print(error, i)
