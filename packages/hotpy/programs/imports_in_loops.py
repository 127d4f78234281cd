"""Import statements and instances of classes that refine containers, in hot loops."""

import builtins
import sys
from collections import Counter, OrderedDict, defaultdict


def imports(n):
    total = 0
    for i in range(n):
        import math
        import os.path
        import os.path as path
        from math import floor, pi as circle
        from os import sep

        total += math.floor(circle * i) + floor(0.5) + len(sep) + (path is os.path)
    return total


def reloaded(n):
    class Stand:
        value = 5

    seen = []
    real = __import__("string")
    for i in range(n):
        if i == n // 3:
            sys.modules["string"] = Stand
        if i == 2 * n // 3:
            sys.modules["string"] = real
        import string

        seen.append(string is Stand)
        try:
            from string import digits

            seen.append(digits)
        except ImportError as error:
            seen.append(error.name)
    return len(seen), {each: seen.count(each) for each in dict.fromkeys(seen)}


def replaced(n):
    usual = builtins.__import__
    calls = []

    def own(name, *rest):
        calls.append(name)
        return usual(name, *rest)

    for i in range(n):
        if i == n // 2:
            builtins.__import__ = own
        import math

        assert math.pi > 3
    builtins.__import__ = usual
    return len(calls), calls[0]


class Plain(dict):
    pass


class Made(list):
    def __init__(self, first, *rest, extra=None):
        super().__init__([first, *rest])
        self.extra = extra


class Unfilled(set):
    def __init__(self, items):
        self.items = items


class Own(dict):
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.args = args
        return made


class Stored(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value + 1)


class Sets(set):
    __slots__ = ("mark",)


def containers(n):
    total = 0
    for i in range(n):
        plain = Plain(a=i)
        plain["b"] = len(Plain())
        made = Made(i, 2, extra="x")
        made.append(len(made))
        unfilled = Unfilled([i])
        own = Own({i: i})
        stored = Stored({1: 2}, x=i)
        stored[1] = 3
        sets = Sets([i, i % 3])
        sets.mark = 1
        total += plain["a"] + len(plain) + made[-1] + len(unfilled.items) + len(unfilled) + len(own.args[0]) + len(own)
        total += stored[1] + stored["x"] + len(sets) + sets.mark
        counter = Counter("abca")
        counter["a"] += 1
        grouped = defaultdict(list)
        grouped[i % 2].append(i)
        ordered = OrderedDict(a=1)
        total += counter["a"] + len(grouped[i % 2]) + len(ordered)
        try:
            Plain([1])
        except TypeError as error:
            total += len(str(error))
        try:
            Made()
        except TypeError as error:
            total += len(str(error))
        pairs = Plain((k, k) for k in range(i % 4))
        total += len(pairs) + len(Made(*[1] * (i % 3 + 1)))
    return total, type(plain).__name__, made, vars(made), stored, sorted(sets)


print(imports(3000))
print(reloaded(3000))
print(replaced(3000))
print(containers(2000))
