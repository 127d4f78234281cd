"""Methods that natives call in their own place: abs, round, floor, ceil and trunc of objects; templates of re; keywords of sorted and sort."""

import math
import re
import os
from collections import namedtuple


class Length:
    def __init__(self, value):
        self.value = value

    def __abs__(self):
        return abs(self.value)

    def __round__(self, places=None):
        return Length(round(self.value, places))

    def __floor__(self):
        return self.value // 1

    def __ceil__(self):
        raise LookupError(f"no ceiling of {self.value}")

    def __trunc__(self):
        return NotImplemented

    def __repr__(self):
        return f"Length({self.value})"


def sizes(count):
    total = 0
    for i in range(count):
        total += abs(Length(i - count // 2)) + math.floor(Length(i + 0.5))
        total += round(Length(i + 0.25), 1).value - round(Length(i + 0.6)).value
    return total


print(sizes(1000), math.trunc(Length(1)), abs(Length(-2.5)))
for function in (math.ceil, abs, round, math.floor, math.trunc):
    for value in (Length(3), object(), "x", 2.5, -7, True):
        try:
            print(function.__name__, function(value), end="; ")
        except Exception as error:
            print(type(error).__name__, error, end="; ")
    print()


def failing(count):
    caught = 0
    for i in range(count):
        try:
            math.ceil(Length(i))
        except LookupError as error:
            caught += len(str(error))
    return caught


print(failing(500))

# Templates.
PATTERN = re.compile(r"(\w+) (?P<second>\w+)")
text = "one two three four five six"
for template in (r"\2 \1", r"<\g<second>>", r"\g<1>-\1", "plain", r"\\", r"\n", ""):
    print(repr(PATTERN.sub(template, text)), PATTERN.subn(template, text, count=1), [PATTERN.sub(template, word) for word in ("a b", "c")])
for template in (r"\3", r"\g<x>", r"\g<", "\\"):
    for _ in range(2):
        try:
            print(PATTERN.sub(template, "nothing"))
        except Exception as error:
            print(type(error).__name__, error)
first, other = re.compile(r"(.)(.)"), re.compile(r"(..)")
swap = r"\2\1"
print([first.sub(swap, "abcd" * i) for i in range(4)], first.sub(rb"\2".decode(), "xy"))
print(other.sub(r"[\1]", "abcd"), first.sub(r"[\1]", "abcd"), re.compile(rb"(.)").sub(rb"<\1>", b"ab"))
try:
    re.compile(rb"(.)").sub(bytearray(rb"<\1>"), b"a")
except TypeError as error:
    print(error)


class Template(str):
    pass


print(first.sub(Template(r"\2\1"), "abcd"))

# Keywords of sorting.
items = [3, 1, 2, 1.5, True]
print(sorted(items, reverse=True), sorted(items, key=None, reverse=False), sorted("hello", reverse=True), sorted({3, 1}, reverse=1))
print(sorted([(1, "b"), (1, "a"), (0, "c")], reverse=True), sorted([], reverse=True), sorted(range(5), reverse=True))
numbers = [5, 3, 9, 1]
print(numbers.sort(reverse=True), numbers, numbers.sort(key=None), numbers)
for options in ({"reverse": "x"}, {"key": 3}, {"other": 1}, {"reverse": None}):
    try:
        print(sorted([2, 1], **options))
    except TypeError as error:
        print(error)
try:
    sorted([1, "a"], reverse=True)
except TypeError as error:
    print(error)

# Tuples of classes.
Point = namedtuple("Point", "x y z")
print(Point(1, "b", 2.5), "%s-%r-%5.1f" % Point(1, "b", 2.5), [repr(Point(i, [i], None)) for i in range(2)])


class Three(tuple):
    def __getitem__(self, index):
        return "item"


print("%s %s %s" % Three((1, 2, 3)))
try:
    "%s %s" % Point(1, 2, 3)
except TypeError as error:
    print(error)
print(os.fspath("a"), os.fspath(b"b"), os.path.join("a", "b", "/c"), os.path.join(b"x", b"y"))


class Path:
    def __fspath__(self):
        return "way"


print(os.fspath(Path()), os.path.join(Path(), "end"))
try:
    os.fspath(3)
except TypeError as error:
    print(error)
