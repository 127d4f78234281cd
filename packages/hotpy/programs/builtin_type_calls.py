"""Calls of builtin types with arguments of all kinds, in hot code."""


class Odd:
    def __bool__(self):
        return False

    def __int__(self):
        return 7

    def __float__(self):
        return 2.5

    def __str__(self):
        return "odd"

    def __iter__(self):
        return iter((1, 2))

    def __index__(self):
        return 3


class Few(list):
    def __len__(self):
        return 0


class Number(int):
    def __str__(self):
        return "number"


VALUES = [
    0, 1, -1, 2**30, -(2**30), 2**62, 2**64, 10**30, True, False, None, 0.0, -0.0, 1.9, -1.9, 1e300, float("inf"), float("nan"),
    "", "12", " -7 ", "1_000", "0x1f", "1.5", " 1e3 ", "nan", "é", "\u0661\u0662", "abc", "9" * 700, "x" * 2000 + "y",
    [], [1, 2, 3], [[], 1], (), (1, 2), (1, "a", None), {}, {1: 2}, {"a": [1]}, set(), {1, 2}, frozenset({3}), range(4), range(0),
    Odd(), Few([1]), Number(5), b"12",
]


def outcome(make, *args):
    try:
        result = make(*args)
    except Exception as error:
        return f"{type(error).__name__}: {str(error)[:90]}"
    text = repr(sorted(result, key=repr) if isinstance(result, set) else result)
    return f"{type(result).__name__} {text[:60]} {len(text)}"


def all_of(value):
    yield outcome(lambda: bool(value))
    yield outcome(lambda: int(value))
    yield outcome(lambda: float(value))
    yield outcome(lambda: str(value))
    yield outcome(lambda: list(value))
    yield outcome(lambda: tuple(value))
    yield outcome(lambda: set(value))
    yield outcome(lambda: dict(value))
    yield outcome(lambda: range(value))


def identities(t, s, l, d, f):
    return tuple(t) is t, str(s) is s, list(l) is l, dict(d) is d, float(f) is f, int(2**40) == 2**40


for n in range(3):
    for value in VALUES:
        if isinstance(value, str) and len(value) > 1000:
            value += "z"
        if n == 0:
            print(*all_of(value), sep="; ")
        else:
            print(*[len(text) for text in all_of(value)])
for n in range(3):
    print(bool(), int(), float(), repr(str()), list(), tuple(), set(), dict(), identities((1,), "s", [1], {1: 1}, 1.5))
    print(outcome(range), outcome(range, 1, 2, 0), outcome(range, 1, 2, 3, 4), outcome(list, 1, 2), outcome(bool, 1, 2))
    print(*[list(range(*args)) for args in ((3,), (-3,), (2, 5), (5, 2), (5, 2, -1), (0, 10, 3), (10, 0, -3), (0, 2**31, 2**30))])
    print([i for i in range(2**30 - 2, 2**30 + 1)], [i for i in range(-(2**30), -(2**30) - 3, -1)])
    print([i for i in range(2**30 - 4, 2**30 - 1, 2)], [i for i in range(2**30 - 1, -(2**30), -(2**30))])
    copy = dict({1: 2, "a": 3})
    copy["b"] = 4
    made = list((1, 2))
    made.append(3)
    print(copy, made, set([3, 1, 3, "a"]) == {1, 3, "a"}, len(set(range(100))), dict(a=1, b=2), dict({1: 1}, z=2))


def loops(n):
    total = 0
    for i in range(n):
        for j in range(i, i + 3):
            for k in range(3, 0, -1):
                total += int(str(j)) + k + int(float("2.0")) + len(list(range(k))) + bool(j)
    return total


print(loops(200))
