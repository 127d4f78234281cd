"""Loops and functions with something that traces cannot hold: these end before it, and the interpreter goes on."""

import io


class Body:
    # A class body's names lie in a mapping, which only the instruction behind the trace asks for.
    total = 0
    for i in range(60):
        j = [n * n for n in range(5)][i % 5]
        total += j if i % 3 else -j
    names = sorted(name for name in vars() if not name.startswith("_"))


print(Body.total, Body.i, Body.j, Body.names)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)


def printed(count):
    out = io.StringIO()
    at = Point(0, 0)
    for i in range(count):
        at = at.plus(Point(i, 1)).plus(Point(1, i))
        print(at.x, at.y, sep=":", end=" ", file=out)
        at = at.plus(Point(-1, i & 3))
    return out.getvalue()[-60:], at.x, at.y


print(printed(200))


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        return isinstance(other, Key) and self.number == other.number


def counted(count):
    found = {}
    missing = 0
    for i in range(count):
        key = Key(i * 7 % 11)
        found[key] = found.get(key, 0) + i
        try:
            found[Key(i % 13)] -= 1
        except KeyError:
            missing += 1
    return sorted((key.number, value) for key, value in found.items()), missing


print(counted(150))


def long_call(rounds):
    total = 0
    for i in range(rounds):
        total = (total * 3 + i) % 1000003
    return total


def calls(count):
    total = 0
    for i in range(count):
        first = i * 2 + total % 7
        total += long_call(1 if i % 5 else 9000) + first
    return total


print(calls(40))


def thrown(i):
    if i % 4 == 3:
        raise ValueError(i)
    return i


def outer(i):
    value = [thrown(i), i + 1]
    return value[0] * 2 + value[1]


def caught(count):
    total = 0
    for i in range(count):
        try:
            total += outer(i)
        except ValueError as error:
            total -= error.args[0]
    return total


print(caught(300))


def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return build(low, middle), middle, build(middle + 1, high)


print(sum(value * (place + 1) for place, value in enumerate(walk(build(0, 150)))))
